// SPDX-License-Identifier: Apache-2.0
#include "html_hidden.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "html_json.hpp"
#include "line.hpp"
#include "text/utf8.hpp"

namespace claimlint::input {
namespace {

// One word in an attribute names a thing ("Close", "logo") and claims nothing.
constexpr std::size_t kAttributeWords = 2;
// In JSON a "<" whose ">" is further away opens no tag.
constexpr std::size_t kLongTag = 1000;

}  // namespace

bool HiddenTexts::is_metadata(const HtmlToken& tag) const {
  return tag.name == "meta" && (is_text_of_meta(value_of(markup_, tag, "name")) ||
                                is_text_of_meta(value_of(markup_, tag, "property")) ||
                                is_text_of_meta(value_of(markup_, tag, "itemprop")));
}

void HiddenTexts::read_attributes(const HtmlToken& tag, const HtmlContext& context) {
  if (tag.attributes.empty()) return;
  const bool metadata = is_metadata(tag);
  std::vector<Span> values;
  for (const std::string_view name : {"alt", "title", "aria-label", "content"}) {
    const HtmlAttribute* const found = tag.attribute(name);
    if (found != nullptr && (name != "content" || metadata)) values.push_back(found->value);
  }
  std::sort(values.begin(), values.end());
  const std::size_t words = metadata ? 1 : kAttributeWords;
  for (const Span value : values) {
    const std::string whole = characters_of(markup_, value, CharacterMode::attribute);
    if (!has_letter(whole) || count_words(whole, words) < words) continue;
    const BlockKind kind = context.hidden_kind();
    text_.begin_aside(kind, metadata ? Repeats::kept : Repeats::dropped);
    Characters characters(markup_, value, CharacterMode::attribute);
    for (CharacterRun run; characters.next(run);) text_.add(run, kind, false);
    text_.end_aside();
  }
}

void HiddenTexts::read_json(Span script) {
  for (const Span text : find_json_texts(markup_, script)) {
    const std::string_view raw = markup_.substr(text.begin, text.size());
    if (count_words(raw, kAttributeWords) >= kAttributeWords && has_letter(raw)) {
      read_json_text(text);
    }
  }
}

void HiddenTexts::read_json_text(Span text) {
  text_.begin_aside(BlockKind::hidden, Repeats::kept);
  add_json_text(text);
  text_.end_aside();
}

/// The answers of an FAQ are often markup themselves: tags are left out, references read.
void HiddenTexts::add_json_text(Span text) {
  std::string value;
  for (std::size_t at = text.begin; at < text.end;) {
    const std::size_t plain =
        std::min(markup_.substr(0, text.end).find_first_of("\\<", at), text.end);
    if (plain > at) {
      Characters characters(markup_, {at, plain}, CharacterMode::data);
      for (CharacterRun run; characters.next(run);) text_.add(run, BlockKind::hidden, false);
      at = plain;
      continue;
    }
    JsonCharacter character = read_json_character(markup_, at, text.end);
    value.clear();
    text::append_utf8(value, character.value);
    const std::size_t close =
        character.value == '<' ? end_of_json_tag(character.source.end, text) : 0;
    if (close > 0) {
      character.source.end = close;
      value = " ";
    }
    text_.add({character.source, value, false}, BlockKind::hidden, false);
    at = character.source.end;
  }
}

/// The offset behind a tag whose "<" is read; 0 where it is none.
std::size_t HiddenTexts::end_of_json_tag(std::size_t at, Span text) const {
  if (at >= text.end) return 0;
  const char c = markup_[at];
  if (c != '\\' && c != '/' && !is_html_letter(c)) return 0;
  const std::size_t close = markup_.substr(at, std::min(kLongTag, text.end - at)).find('>');
  return close == std::string_view::npos ? 0 : at + close + 1;
}

}  // namespace claimlint::input
