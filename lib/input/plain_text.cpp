// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "input.hpp"
#include "line.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

constexpr std::size_t kHeadingWords = 12;
constexpr std::size_t kQuestionWords = 16;
constexpr std::size_t kLabelWords = 6;   // "What we treat:"
constexpr std::size_t kBareListRun = 4;  // short lines in a row that make a list without markers
constexpr std::size_t kRepeats = 3;      // widgets leave the same short line again and again
constexpr std::size_t kRepeatedWords = 3;

/// The widths between which text is broken by hand, in bytes.
constexpr std::size_t kNarrowest = 60;
constexpr std::size_t kWidest = 100;

/// A shorter line is as likely to be an entry of a list as to be half a sentence.
constexpr std::size_t kShortestHalf = 30;

class BlockBuilder {
 public:
  BlockBuilder(std::string_view clean, LineBreaks line_breaks)
      : clean_(clean), lines_(split_lines(clean)) {
    if (line_breaks == LineBreaks::automatic) {
      join_wrapped_lines();
      join_halves();
    } else if (line_breaks == LineBreaks::soft) {
      join_paragraphs();
    }
    count_repeats();
  }

  std::vector<text::Block> build() {
    for (std::size_t i = 0; i < lines_.size(); ++i) add(i);
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] std::string_view view(Span span) const {
    return clean_.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view content(std::size_t line) const { return view(lines_[line].text); }

  /// Text broken at a fixed width: nearly all long lines end between the usual widths.
  [[nodiscard]] std::optional<std::size_t> wrap_width() const {
    std::size_t narrow = 0;
    std::size_t wrapped = 0;
    std::size_t width = 0;
    for (const Line& line : lines_) {
      const std::size_t size = line.whole.size();
      if (size > kWidest) return std::nullopt;
      width = std::max(width, size);
      ++(size >= kNarrowest ? wrapped : narrow);
    }
    if (wrapped < 4 || wrapped < narrow) return std::nullopt;
    return width;
  }

  void join_wrapped_lines() {
    const std::optional<std::size_t> width = wrap_width();
    if (!width) return;
    std::vector<Line> joined;
    std::size_t last_size = 0;
    for (const Line& line : lines_) {
      if (!joined.empty() && goes_on(joined.back(), last_size, line, *width)) {
        joined.back().whole.end = joined.back().text.end = line.whole.end;
      } else {
        joined.push_back(line);
      }
      last_size = line.whole.size();
    }
    lines_ = std::move(joined);
  }

  /// Whether `next` goes on with the sentence of the line before, which had `size` bytes and no
  /// room for its first word.
  [[nodiscard]] bool goes_on(const Line& before, std::size_t size, const Line& next,
                             std::size_t width) const {
    if (next.after_gap || next.marker != Marker::none) return false;
    const std::string_view text = view(next.whole);
    const std::size_t word = std::min(text.find(' '), text.size());
    if (size + 1 + word <= width) return false;
    return begins_lower(text) || !ends_sentence(view(before.whole));
  }

  /// What no empty line parts, and no marker begins, is one.
  void join_paragraphs() {
    std::vector<Line> joined;
    for (const Line& line : lines_) {
      const bool goes_on = !joined.empty() && !line.after_gap &&
                           (line.marker == Marker::none || are_quoted(joined.back(), line));
      if (goes_on) {
        joined.back().whole.end = joined.back().text.end = line.whole.end;
      } else {
        joined.push_back(line);
      }
    }
    lines_ = std::move(joined);
  }

  [[nodiscard]] static bool are_quoted(const Line& first, const Line& second) {
    return first.marker == Marker::quote && second.marker == Marker::quote;
  }

  /// In a text that is not wrapped as a whole, single paragraphs and items may be: a sentence goes
  /// on in small letters, up to its full stop.
  void join_halves() {
    std::vector<Line> joined;
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t last = i;
      while (last + 1 < lines_.size() &&
             is_second_half(lines_[i], lines_[last], lines_[last + 1])) {
        ++last;
      }
      // A line that ends a sentence lets none go on, so that only the last one can. Where it does
      // not, beginning anew at each line between would come to that again, and cost the square.
      const bool whole = is_whole(lines_[i], lines_[last]);
      const auto head = lines_.begin() + static_cast<std::ptrdiff_t>(i);
      const auto size = static_cast<std::ptrdiff_t>(whole ? 1 : last + 1 - i);
      joined.insert(joined.end(), head, head + size);
      if (whole) joined.back().whole.end = joined.back().text.end = lines_[last].whole.end;
      i = last + 1;
    }
    lines_ = std::move(joined);
  }

  /// Whether `next` goes on with the sentence of `before`, in what began with the line `head`.
  [[nodiscard]] bool is_second_half(const Line& head, const Line& before, const Line& next) const {
    const bool is_quoted = are_quoted(head, next);
    if (next.after_gap || (next.marker != Marker::none && !is_quoted)) return false;
    const std::string_view first = view(before.whole);
    const std::string_view second = view(next.text);
    if (!begins_lower(second)) return false;
    if (ends_sentence(first) || first.ends_with(':') || first.ends_with(';')) return false;
    if (first.ends_with('-') && first.size() > 1 && first[first.size() - 2] != ' ') return true;
    if (head.marker != Marker::none && !is_quoted && next.indent > head.indent) return true;
    const std::size_t word = std::min(second.find(' '), second.size());
    if (first.size() < kShortestHalf || std::max(first.size(), second.size()) > kWidest) {
      return false;
    }
    return first.size() + 1 + word > second.size();
  }

  [[nodiscard]] bool is_whole(const Line& head, const Line& last) const {
    const std::string_view text = view(last.whole);
    return ends_sentence(text) || text.ends_with(':') ||
           (head.marker != Marker::none && head.marker != Marker::quote);
  }

  void count_repeats() {
    for (const Line& line : lines_) {
      const std::string_view text = view(line.text);
      if (has_letter(text) && is_short(text, kRepeatedWords) && !ends_sentence(text)) {
        ++repeats_[text];
      }
    }
  }

  [[nodiscard]] static bool is_short(std::string_view text, std::size_t words) {
    return count_words(text, words + 1) <= words;
  }

  void add(std::size_t i) {
    const Line& line = lines_[i];
    const BlockKind kind = kind_of(i);
    const bool keeps_marker = line.marker == Marker::none || kind == BlockKind::prose;
    text::Block block{.kind = kind, .clean = keeps_marker ? line.whole : line.text};
    if (block.clean.empty()) return;
    if (kind == BlockKind::heading) {
      heading_ = static_cast<std::uint32_t>(blocks_.size());
    } else {
      block.heading = heading_;
    }
    blocks_.push_back(block);
  }

  BlockKind kind_of(std::size_t i) {
    const std::string_view text = content(i);
    if (is_repeated(text)) return BlockKind::boilerplate;
    if (is_item(i)) return BlockKind::list_item;
    if (is_furniture(text)) return BlockKind::boilerplate;
    if (lines_[i].marker == Marker::quote || is_quotation(text)) return BlockKind::quote;
    if (!looks_like_heading(i)) return BlockKind::prose;
    return in_bare_list(i) ? BlockKind::list_item : BlockKind::heading;
  }

  /// A dash at the begin of a single line is a signature rather than a list of one item.
  [[nodiscard]] bool is_item(std::size_t i) const {
    const Marker marker = lines_[i].marker;
    if (marker != Marker::dash) return marker != Marker::none && marker != Marker::quote;
    const bool first = i == 0 || lines_[i - 1].marker != Marker::dash;
    const bool last = i + 1 == lines_.size() || lines_[i + 1].marker != Marker::dash;
    return !(first && last);
  }

  [[nodiscard]] bool is_repeated(std::string_view text) const {
    const auto found = repeats_.find(text);
    return found != repeats_.end() && found->second >= kRepeats;
  }

  [[nodiscard]] bool looks_like_heading(std::size_t i) const {
    if (lines_[i].marker != Marker::none || i + 1 == lines_.size()) return false;
    const std::string_view text = content(i);
    if (!has_letter(text) || begins_lower(text) || begins_quotation(text)) return false;
    if (is_all_capitals(text)) return is_short(text, kHeadingWords);
    if (text.ends_with('?')) return is_short(text, kQuestionWords) && introduces(i);
    if (text.ends_with(':')) return is_short(text, is_item(i + 1) ? kHeadingWords : kLabelWords);
    if (text.ends_with(';') || text.ends_with(',') || ends_sentence(text)) return false;
    return is_short(text, kHeadingWords);
  }

  /// A question is a heading where an answer follows in a paragraph of its own.
  [[nodiscard]] bool introduces(std::size_t i) const {
    const std::string_view next = content(i + 1);
    return is_item(i + 1) || !is_short(next, kLabelWords) || ends_sentence(next);
  }

  /// Short lines in a row, with no empty line between them, are the items of a list whose markers
  /// were lost; the first of them is its heading.
  [[nodiscard]] bool in_bare_list(std::size_t i) const {
    if (lines_[i].after_gap || i == 0 || !looks_like_heading(i - 1)) return false;
    std::size_t first = i;
    while (first > 0 && i - first < kBareListRun && !lines_[first].after_gap &&
           looks_like_heading(first - 1)) {
      --first;
    }
    std::size_t last = i;
    while (last + 1 < lines_.size() && last - first < kBareListRun && !lines_[last + 1].after_gap &&
           looks_like_heading(last + 1)) {
      ++last;
    }
    return last - first + 1 >= kBareListRun;
  }

  std::string_view clean_;
  std::vector<Line> lines_;
  std::unordered_map<std::string_view, std::size_t> repeats_;
  std::vector<text::Block> blocks_;
  std::uint32_t heading_ = text::kNone;
};

}  // namespace

void read_plain_text(text::Text& text, LineBreaks line_breaks) {
  text.blocks = BlockBuilder(text.clean, line_breaks).build();
}

}  // namespace claimlint::input
