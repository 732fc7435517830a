// SPDX-License-Identifier: Apache-2.0
#include "markup.hpp"

#include <string_view>

#include "input/input.hpp"
#include "text/text.hpp"

namespace claimlint::benchmarks {
namespace {

struct Wrapping {
  BlockKind kind;
  std::string_view before;
  std::string_view after;
};

constexpr Wrapping kHtml[] = {
    {BlockKind::heading, "<h2 class=\"title\">", "</h2>\n"},
    {BlockKind::list_item, "<ul><li>", "</li></ul>\n"},
    {BlockKind::quote, "<blockquote><p>", "</p></blockquote>\n"},
    {BlockKind::prose, "<p class=\"body-text\">", "</p>\n"},
};
constexpr Wrapping kMarkdown[] = {
    {BlockKind::heading, "\n## ", "\n\n"},
    {BlockKind::list_item, "- ", "\n"},
    {BlockKind::quote, "\n> ", "\n\n"},
    {BlockKind::prose, "\n", "\n\n"},
};

constexpr std::string_view kPageBegin =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page</title>\n"
    "<style>body { margin: 0 auto; }</style></head><body>\n<nav><ul><li><a href=\"/\">Home</a>"
    "</li><li><a href=\"/contact\">Contact</a></li></ul></nav>\n<main><article>\n";
constexpr std::string_view kPageEnd =
    "</article></main>\n<footer><p>&copy; A clinic</p></footer>\n"
    "<script>document.title += '';</script></body></html>\n";

std::string_view reference_for(char c) {
  return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string_view{};
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kApostrophe = "’";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with(kApostrophe)) {
      out += "&rsquo;";
      at += kApostrophe.size() - 1;
    } else if (const std::string_view reference = reference_for(text[at]); !reference.empty()) {
      out += reference;
    } else {
      out += text[at];
    }
  }
  return out;
}

template <std::size_t N, typename Write>
std::string marked_up(const std::string& article, const Wrapping (&wrappings)[N], Write write) {
  text::Text text;
  text.clean = article;
  input::read_plain_text(text);
  std::string out;
  for (const text::Block& block : text.blocks) {
    const Wrapping* wrapping = wrappings;
    while (wrapping + 1 < wrappings + N && wrapping->kind != block.kind) ++wrapping;
    out += wrapping->before;
    out += write(std::string_view(article).substr(block.clean.begin, block.clean.size()));
    out += wrapping->after;
  }
  return out;
}

}  // namespace

Articles as_html(const Articles& articles) {
  Articles pages{articles.name, {}};
  for (const std::string& article : articles.texts) {
    pages.texts.push_back(std::string(kPageBegin) + marked_up(article, kHtml, escaped) +
                          std::string(kPageEnd));
  }
  return pages;
}

Articles as_markdown(const Articles& articles) {
  Articles pages{articles.name, {}};
  for (const std::string& article : articles.texts) {
    pages.texts.push_back(
        marked_up(article, kMarkdown, [](std::string_view text) { return std::string(text); }));
  }
  return pages;
}

}  // namespace claimlint::benchmarks
