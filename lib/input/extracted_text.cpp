// SPDX-License-Identifier: Apache-2.0
#include "extracted_text.hpp"

#include <utility>

#include "line.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void append_tidied(std::string& out, std::string_view words) {
  bool line_end = false;
  bool blank = false;
  const std::size_t begin = out.size();
  for (const char c : words) {
    line_end = line_end || c == '\n';
    blank = blank || is_blank(c);
    if (is_blank(c)) continue;
    if (blank && out.size() > begin) out += line_end ? '\n' : ' ';
    blank = line_end = false;
    out += c;
  }
}

}  // namespace

void ExtractedText::add(std::string_view block, BlockKind kind) {
  // Programs that write documents do not always write well-formed UTF-8.
  const std::string words = text::decode(block).utf8;
  if (count_words(words, 1) == 0) return;
  if (!text_.clean.empty()) text_.clean += "\n\n";
  const std::size_t begin = text_.clean.size();
  append_tidied(text_.clean, words);
  text::Block added{.kind = kind, .clean = {begin, text_.clean.size()}};
  if (kind == BlockKind::heading) {
    heading_ = static_cast<std::uint32_t>(text_.blocks.size());
  } else {
    added.heading = heading_;
  }
  text_.blocks.push_back(added);
}

text::Text ExtractedText::finish() { return std::move(text_); }

}  // namespace claimlint::input
