// SPDX-License-Identifier: Apache-2.0
#include "html_draft.hpp"

#include "html_characters.hpp"
#include "line.hpp"

namespace claimlint::input {
namespace {

bool is_word_byte(char c) {
  return is_html_letter(c) || is_html_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void HtmlDraft::put(std::string_view words, Span source, bool copied) {
  if (words_.empty()) source_ = {source.begin, source.begin};
  if (gap_.image && !(is_word_byte(words_.back()) && is_word_byte(words.front()))) gap_ = {};
  close_gap(source.begin);
  leave_out(source.begin);
  const std::size_t begin = words_.size();
  words_ += words;
  if (!copied) pieces_.push_back({{begin, words_.size()}, source});
  source_.end = source.end;
  shows_ = shows_ || count_words(words, 1) > 0;
}

void HtmlDraft::put_space(Span source, bool ends_line) {
  if (words_.empty()) return;
  if (ends_line) {
    gap_ = {source, '\n'};
  } else if (gap_.sign == ' ' && !gap_.image && gap_.source.end == source.begin) {
    gap_.source.end = source.end;
  } else if (gap_.sign == 0 || gap_.image) {
    gap_ = {source, ' '};
  }
}

void HtmlDraft::put_image(Span tag) {
  if (!words_.empty() && gap_.sign == 0) gap_ = {tag, ' ', true};
}

bool HtmlDraft::break_line(Span tag) {
  if (gap_.sign == '\n') return false;
  put_space(tag, true);
  return true;
}

/// Writes the white space before `source`.
void HtmlDraft::close_gap(std::size_t source) {
  if (gap_.sign == 0) return;
  leave_out(gap_.source.begin);
  const std::size_t begin = words_.size();
  words_ += gap_.sign;
  const bool copied = gap_.source.size() == 1 && markup_[gap_.source.begin] == gap_.sign;
  if (!copied) pieces_.push_back({{begin, begin + 1}, gap_.source});
  source_.end = gap_.source.end;
  leave_out(source);
  gap_ = {};
}

void HtmlDraft::leave_out(std::size_t until) {
  if (until <= source_.end) return;
  const std::size_t place = words_.size();
  pieces_.push_back({{place, place}, {source_.end, until}});
  source_.end = until;
}

}  // namespace claimlint::input
