// SPDX-License-Identifier: Apache-2.0
#include "html.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "html_page.hpp"
#include "html_tokens.hpp"

namespace claimlint::input {
namespace {

// As far as the standard has a browser look for the encoding.
constexpr std::size_t kDeclaredWithin = 1024;

struct UnreadKind {
  std::string_view code;
  std::string_view one;
  std::string_view many;
};
constexpr std::array<UnreadKind, kUnread> kUnreadKinds = {
    {{"html.unread.images", "image without alternative text", "images without alternative text"},
     {"html.unread.frames", "frame with another page", "frames with other pages"},
     {"html.unread.media", "video or sound", "videos or sounds"},
     {"html.unread.canvases", "drawing made by a script", "drawings made by scripts"},
     {"html.unread.objects", "embedded object", "embedded objects"},
     {"html.unread.scripts", "script, and no text but what it may make",
      "scripts, and no text but what they may make"}}};

std::string lower_value_of(std::string_view markup, const HtmlToken& token, std::string_view name) {
  return to_lower_html(value_of(markup, token, name));
}

/// "text/html; charset=utf-8": utf-8
std::string charset_in(std::string_view content) {
  constexpr std::string_view kKey = "charset";
  for (std::size_t at = content.find(kKey); at != std::string_view::npos;
       at = content.find(kKey, at)) {
    at = std::min(content.find_first_not_of(" \t\n\r\f", at + kKey.size()), content.size());
    if (at == content.size() || content[at] != '=') continue;
    content.remove_prefix(at + 1);
    content.remove_prefix(std::min(content.find_first_not_of(" \t\n\r\f\"'"), content.size()));
    return std::string(content.substr(0, content.find_first_of(" \t\n\r\f;,\"'")));
  }
  return {};
}

/// The encoding a page says it is in; empty where it says nothing.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclaredWithin);
  HtmlTokenizer tokens(head);
  for (;;) {
    const HtmlToken& token = tokens.next();
    if (token.kind == TokenKind::end) return {};
    if (token.kind != TokenKind::start_tag) continue;
    if (token.name == "script") tokens.enter(ContentModel::script, token.name);
    if (token.name == "style") tokens.enter(ContentModel::rawtext, token.name);
    if (token.name != "meta") continue;
    std::string label = lower_value_of(head, token, "charset");
    if (label.empty() && lower_value_of(head, token, "http-equiv") == "content-type") {
      label = charset_in(lower_value_of(head, token, "content"));
    }
    // A page whose declaration reads as ASCII is not in UTF-16.
    if (label.starts_with("utf-16")) return "utf-8";
    if (!label.empty()) return label;
  }
}

/// UTF-16 without its mark: the first character of a page is "<".
std::string_view unmarked_utf16(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("<\0", 2))) return "utf-16le";
  if (bytes.starts_with(std::string_view("\0<", 2))) return "utf-16be";
  return {};
}

void note_unread(Reading& reading, const HtmlPage& page) {
  for (std::size_t i = 0; i < kUnread; ++i) {
    const UnreadCount& unread = page.unread[i];
    if (unread.count == 0 || (i == kScripts && page.shows_text)) continue;
    const std::string_view what = unread.count == 1 ? kUnreadKinds[i].one : kUnreadKinds[i].many;
    reading.notes.push_back({std::string(kUnreadKinds[i].code),
                             std::to_string(unread.count) + " " + std::string(what),
                             reading.text.markup_to_source.to_source(unread.first)});
  }
}

}  // namespace

text::Decoded decode_html(std::string_view bytes) {
  std::string label(unmarked_utf16(bytes));
  if (label.empty()) label = declared_encoding(bytes);
  if (!label.empty()) {
    std::optional<text::Decoded> declared = text::decode_as(bytes, label);
    if (declared) return std::move(*declared);
  }
  text::Decoded decoded = text::decode(bytes);
  if (decoded.replaced.empty() || decoded.encoding != "utf-8") return decoded;
  return text::decode_as(bytes, "windows-1252").value_or(std::move(decoded));
}

void read_html(Reading& reading) {
  text::Text& text = reading.text;
  std::string markup = std::move(text.clean);
  text::OffsetMap to_source = std::move(text.to_source);
  HtmlPage page = read_page(markup);
  text = std::move(page.text);
  text.to_source = text.to_source.through(to_source);
  text.markup = std::move(markup);
  text.markup_to_source = std::move(to_source);
  reading.directives = std::move(page.directives);
  note_unread(reading, page);
  if (!page.shows_text && page.unread[kScripts].count > 0 && !text.blocks.empty()) {
    reading.status = Status::partial;
    reading.reasons.emplace_back("scripts");
  }
}

}  // namespace claimlint::input
