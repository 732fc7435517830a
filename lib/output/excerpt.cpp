// SPDX-License-Identifier: Apache-2.0
#include "excerpt.hpp"

#include <algorithm>
#include <vector>

#include "terminal.hpp"
#include "utf8.hpp"

namespace claimlint::output {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

/// A half-open range of cells and the columns it takes.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::size_t columns_of(const std::vector<Cell>& cells, Window window) {
  std::size_t columns = 0;
  for (std::size_t i = window.first; i < window.last; ++i) columns += cells[i].width;
  return columns;
}

Window marked_cells(const std::vector<Cell>& cells, Span mark) {
  const auto index_of = [&](std::size_t offset) {
    const auto found = std::lower_bound(cells.begin(), cells.end(), offset,
                                        [](const Cell& c, std::size_t o) { return c.offset < o; });
    return static_cast<std::size_t>(found - cells.begin());
  };
  return {index_of(mark.begin), index_of(mark.end)};
}

/// The bytes that can come into question for a line, so that the work does not grow with the
/// sentence: it is done for each of its claims.
Span neighbourhood(std::string_view sentence, std::size_t mark, std::size_t columns) {
  const std::size_t reach = 8 * columns;
  Span near{mark > reach ? mark - reach : 0, std::min(sentence.size(), mark + reach)};
  const auto continues = [&](std::size_t i) {
    return i < sentence.size() && (static_cast<unsigned char>(sentence[i]) & 0xC0U) == 0x80U;
  };
  while (near.begin < mark && continues(near.begin)) ++near.begin;
  while (continues(near.end)) ++near.end;
  return near;
}

/// Widens `mark` on both sides in turn until `columns` are used up.
Window grow(const std::vector<Cell>& cells, Window mark, std::size_t columns) {
  Window window = mark;
  std::size_t used = columns_of(cells, window);
  while (window.last > window.first && used > columns) used -= cells[--window.last].width;
  for (bool grew = true; grew;) {
    grew = false;
    if (window.last < cells.size() && used + cells[window.last].width <= columns) {
      used += cells[window.last++].width;
      grew = true;
    }
    if (window.first > 0 && used + cells[window.first - 1].width <= columns) {
      used += cells[--window.first].width;
      grew = true;
    }
  }
  return window;
}

/// Takes half words off both ends, but nothing of the mark.
Window trim_to_words(const std::vector<Cell>& cells, Window window, Window mark) {
  const auto is_edge = [&](std::size_t i) {
    return i == 0 || i >= cells.size() || cells[i].text == " " || cells[i - 1].text == " ";
  };
  Window trimmed = window;
  while (trimmed.first < mark.first && !is_edge(trimmed.first)) ++trimmed.first;
  while (trimmed.first < mark.first && cells[trimmed.first].text == " ") ++trimmed.first;
  const std::size_t floor = std::max(mark.last, trimmed.first);
  while (trimmed.last > floor && !is_edge(trimmed.last)) --trimmed.last;
  while (trimmed.last > floor && cells[trimmed.last - 1].text == " ") --trimmed.last;
  const bool one_long_word = trimmed.last == trimmed.first;
  return one_long_word ? window : trimmed;
}

std::string joined(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += cells[i].text;
  return text;
}

}  // namespace

Excerpt excerpt(std::string_view sentence, std::optional<Span> mark, std::size_t columns) {
  const Span focus = mark.value_or(Span{});
  const Span near = neighbourhood(sentence, focus.begin, columns);
  const auto cells = cells_of(sentence.substr(near.begin, near.size()));
  const Window marked =
      marked_cells(cells, {focus.begin - near.begin, std::min(focus.end, near.end) - near.begin});
  Window shown{0, cells.size()};
  if (columns_of(cells, shown) > columns) {
    const std::size_t room = columns > 2 ? columns - 2 : 0;  // an ellipsis on either side
    shown = trim_to_words(cells, grow(cells, marked, room), marked);
  }
  const std::size_t mark_end = std::min(marked.last, shown.last);
  Excerpt line;
  if (near.begin > 0 || shown.first > 0) line.before = kEllipsis;
  line.before += joined(cells, shown.first, marked.first);
  line.marked = joined(cells, marked.first, mark_end);
  line.after = joined(cells, mark_end, shown.last);
  if (near.end < sentence.size() || shown.last < cells.size()) line.after += kEllipsis;
  return line;
}

std::optional<Span> span_in_sentence(const Report& report, const Sentence& sentence, Span source) {
  const Span whole = sentence.place.span;
  const bool same_bytes = report.encoding == "utf-8" && sentence.place.parts.empty() &&
                          whole.size() == sentence.text.size();
  if (!same_bytes || source.begin < whole.begin || source.end > whole.end) return std::nullopt;
  return Span{source.begin - whole.begin, source.end - whole.begin};
}

Position position_of(const Report& report, const Sentence& sentence, Span source) {
  Position position{sentence.line, sentence.column};
  const auto span = span_in_sentence(report, sentence, source);
  if (!span) return position;
  const std::string_view text = std::string_view(sentence.text).substr(0, span->begin);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool half_of_crlf = c.value == '\r' && sentence.text[i + 1] == '\n';
    const bool ends_line = (c.value == '\r' && !half_of_crlf) || c.value == '\n';
    position =
        ends_line ? Position{position.line + 1, 1} : Position{position.line, position.column + 1};
    i += c.size;
  }
  return position;
}

}  // namespace claimlint::output
