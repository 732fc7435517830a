// SPDX-License-Identifier: Apache-2.0
#include "page.hpp"

#include <algorithm>
#include <vector>

#include "excerpt.hpp"
#include "json_writer.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kLabelWidth = 9;

/// Splits cells into lines of at most `columns`, at blanks where there are any.
std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::string word;
  std::size_t used = 0;
  std::size_t word_width = 0;
  const auto put_word = [&] {
    if (word.empty()) return;
    const bool fits = used == 0 || used + 1 + word_width <= columns;
    if (!fits) lines.emplace_back();
    used = fits && used > 0 ? used + 1 + word_width : word_width;
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    word.clear();
    word_width = 0;
  };
  for (const Cell& cell : cells_of(text)) {
    if (cell.text == " " || word_width + cell.width > columns) put_word();
    if (cell.text == " ") continue;
    word += cell.text;
    word_width += cell.width;
  }
  put_word();
  return lines;
}

}  // namespace

void Page::line(std::string_view text) {
  out_.append(text);
  out_ += '\n';
}

void Page::field(std::size_t indent, std::string_view label, std::string_view text) {
  const std::size_t label_width = label.empty() ? 0 : std::max(kLabelWidth, label.size() + 2);
  const std::size_t left = indent + label_width;
  bool first = true;
  for (const std::string& part : wrap(text, kColumns - left)) {
    out_.append(indent, ' ');
    if (first) out_ += palette_.dim(label);
    out_.append(label_width - (first ? label.size() : 0), ' ');
    line(part);
    first = false;
  }
}

void Page::marked(std::size_t indent, const Report& report, const Sentence& sentence, Span source,
                  Severity severity) {
  const auto mark = span_in_sentence(report, sentence, source);
  const Excerpt shown = excerpt(sentence.text, mark, kColumns - indent);
  out_.append(indent, ' ');
  line(shown.before + palette_.marked(severity, shown.marked) + shown.after);
  if (palette_.colour() || !mark || mark->empty()) return;
  out_.append(indent + width_of(shown.before), ' ');
  const std::size_t width = std::max<std::size_t>(1, width_of(shown.marked));
  line('^' + std::string(width - 1, '~'));
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string text = std::to_string(count);
  text.append(" ").append(noun);
  if (count != 1) text += 's';
  return text;
}

std::string risk_text(double risk) {
  std::string text;
  JsonWriter(text).points(risk);
  return text;
}

}  // namespace claimlint::output
