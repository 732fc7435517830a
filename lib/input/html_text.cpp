// SPDX-License-Identifier: Apache-2.0
#include "html_text.hpp"

#include <algorithm>
#include <utility>

#include "line.hpp"

namespace claimlint::input {
namespace {

constexpr std::string_view kBetweenBlocks = "\n\n";

}  // namespace

void HtmlText::add(const CharacterRun& run, BlockKind kind, bool preserve) {
  const std::string_view text = run.text;
  // A reference that stands for a space, or a line end of two bytes, is a space of its own.
  if (!run.copied) {
    if (text.size() != 1 || !is_html_space(text.front())) return put(text, run.source, false, kind);
    return put_space(run.source, preserve && text.front() == '\n');
  }
  for (std::size_t at = 0; at < text.size();) {
    const bool space = is_html_space(text[at]);
    std::size_t end = at + 1;
    while (end < text.size() && is_html_space(text[end]) == space) ++end;
    const Span source{run.source.begin + at, run.source.begin + end};
    const std::string_view part = text.substr(at, end - at);
    if (space) {
      put_space(source, preserve && part.find('\n') != std::string_view::npos);
    } else {
      put(part, source, true, kind);
    }
    at = end;
  }
}

void HtmlText::put(std::string_view text, Span source, bool copied, BlockKind kind) {
  if (open_ && kind != kind_) end_block();
  if (!open_) open(source.begin, kind);
  close_gap(source.begin);
  leave_out(source.begin);
  const std::size_t begin = text_.clean.size();
  text_.clean += text;
  if (!copied) pieces_.push_back({{begin, text_.clean.size()}, source});
  done_ = source.end;
  shows_ = shows_ || count_words(text, 1) > 0;
}

void HtmlText::put_space(Span source, bool ends_line) {
  if (!open_) return;
  if (ends_line) {
    gap_ = {source, '\n'};
  } else if (gap_.sign == ' ' && gap_.source.end == source.begin) {
    gap_.source.end = source.end;
  } else if (gap_.sign == 0) {
    gap_ = {source, ' '};
  }
}

void HtmlText::break_line(Span tag) {
  if (gap_.sign == '\n') return end_block();
  if (open_) gap_ = {tag, '\n'};
}

void HtmlText::open(std::size_t source, BlockKind kind) {
  open_ = true;
  shows_ = false;
  kind_ = kind;
  gap_ = {};
  size_before_ = text_.clean.size();
  pieces_before_ = pieces_.size();
  done_before_ = done_;
  if (!text_.blocks.empty()) {
    text_.clean += kBetweenBlocks;
    pieces_.push_back({{size_before_, text_.clean.size()}, {done_, source}});
    done_ = source;
  } else {
    leave_out(source);
  }
  block_begin_ = text_.clean.size();
}

/// Writes the white space before `source`.
void HtmlText::close_gap(std::size_t source) {
  if (gap_.sign == 0) return;
  leave_out(gap_.source.begin);
  const std::size_t begin = text_.clean.size();
  text_.clean += gap_.sign;
  const bool copied = gap_.source.size() == 1 && markup_[gap_.source.begin] == gap_.sign;
  if (!copied) pieces_.push_back({{begin, begin + 1}, gap_.source});
  done_ = gap_.source.end;
  leave_out(source);
  gap_ = {};
}

void HtmlText::leave_out(std::size_t until) {
  if (until <= done_) return;
  const std::size_t place = text_.clean.size();
  pieces_.push_back({{place, place}, {done_, until}});
  done_ = until;
}

void HtmlText::end_block() {
  gap_ = {};
  if (!open_) return;
  open_ = false;
  if (!shows_) {
    text_.clean.resize(size_before_);
    pieces_.resize(pieces_before_);
    done_ = done_before_;
    return;
  }
  text::Block block{.kind = kind_, .clean = {block_begin_, text_.clean.size()}};
  if (kind_ == BlockKind::heading) {
    heading_ = static_cast<std::uint32_t>(text_.blocks.size());
  } else {
    block.heading = heading_;
  }
  text_.blocks.push_back(block);
}

/// Linear also where thousands of lists lie in one another.
void HtmlText::apply_marks() {
  std::vector<int> change(text_.blocks.size() + 1, 0);
  for (const Span range : marked_) {
    ++change[range.begin];
    --change[range.end];
  }
  int depth = 0;
  for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
    depth += change[i];
    text::Block& block = text_.blocks[i];
    if (depth > 0 && block.kind != BlockKind::hidden) block.kind = BlockKind::boilerplate;
  }
}

text::Text HtmlText::finish() {
  end_block();
  leave_out(markup_.size());
  apply_marks();
  for (const Piece& piece : pieces_) text_.to_source.add(piece.derived, piece.source);
  return std::move(text_);
}

}  // namespace claimlint::input
