// SPDX-License-Identifier: Apache-2.0
#include "html_text.hpp"

#include <algorithm>
#include <utility>

namespace claimlint::input {
namespace {

constexpr std::string_view kBetweenBlocks = "\n\n";

/// The words in lower case, with a blank around each.
std::string plain_words(std::string_view text) {
  std::string plain = " ";
  for (const char c : text) {
    const bool in_word =
        is_html_letter(c) || is_html_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (in_word) {
      plain += lower_html(c);
    } else if (plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (plain.back() != ' ') plain += ' ';
  return plain;
}

/// The words around a place, no more than twice `reach` on either side.
std::string_view around(std::string_view words, std::size_t place, std::size_t reach) {
  std::size_t begin = place - std::min(place, 2 * reach);
  std::size_t end = std::min(place + 2 * reach, words.size());
  if (begin > 0) begin = std::min(words.find(' ', begin), end);
  if (end < words.size()) end = std::max(words.rfind(' ', end), begin);
  return words.substr(begin, end - begin);
}

}  // namespace

void HtmlText::add(const CharacterRun& run, BlockKind kind, bool preserve) {
  const std::string_view text = run.text;
  // A reference that stands for a space, or a line end of two bytes, is a space of its own.
  if (!run.copied) {
    if (text.size() != 1 || !is_html_space(text.front())) return put(text, run.source, false, kind);
    return put_space(run.source, preserve && text.front() == '\n', kind);
  }
  for (std::size_t at = 0; at < text.size();) {
    const bool space = is_html_space(text[at]);
    std::size_t end = at + 1;
    while (end < text.size() && is_html_space(text[end]) == space) ++end;
    const Span source{run.source.begin + at, run.source.begin + end};
    const std::string_view part = text.substr(at, end - at);
    if (space) {
      put_space(source, preserve && part.find('\n') != std::string_view::npos, kind);
    } else {
      put(part, source, true, kind);
    }
    at = end;
  }
}

/// Whether text of this kind is hidden within a block that is shown.
bool HtmlText::is_aside(BlockKind kind) const {
  return in_aside_ || (block_ && kind == BlockKind::hidden && block_->kind() != kind);
}

HtmlDraft& HtmlText::draft_for(BlockKind kind) {
  if (is_aside(kind)) {
    if (!aside_) {
      begin_aside(kind, Repeats::dropped);
      in_aside_ = false;
    }
    return aside_->draft;
  }
  end_aside();
  if (block_ && block_->kind() != kind) end_block();
  if (!block_) block_.emplace(markup_, kind);
  return *block_;
}

void HtmlText::put(std::string_view text, Span source, bool copied, BlockKind kind) {
  draft_for(kind).put(text, source, copied);
}

void HtmlText::put_space(Span source, bool ends_line, BlockKind kind) {
  if (is_aside(kind)) {
    if (aside_) aside_->draft.put_space(source, ends_line);
  } else if (block_) {
    block_->put_space(source, ends_line);
  }
}

void HtmlText::break_line(Span tag, BlockKind kind) {
  if (is_aside(kind)) return put_space(tag, true, kind);
  if (block_ && !block_->break_line(tag)) end_block();
}

void HtmlText::begin_aside(BlockKind kind, Repeats repeats) {
  end_aside();
  in_aside_ = true;
  aside_ = Aside{HtmlDraft(markup_, kind), repeats, block_ ? block_->words().size() : 0};
}

void HtmlText::end_aside() {
  in_aside_ = false;
  if (!aside_) return;
  if (aside_->draft.shows()) (block_ ? asides_ : waiting_).push_back(std::move(*aside_));
  aside_.reset();
}

void HtmlText::end_block() {
  end_aside();
  if (!block_) return;
  const HtmlDraft block = std::move(*block_);
  block_.reset();
  if (!block.shows()) {
    for (Aside& aside : asides_) {
      aside.place = 0;
      waiting_.push_back(std::move(aside));
    }
    asides_.clear();
    return;
  }
  write_asides(waiting_, block.words());
  write(block);
  write_asides(asides_, block.words());
}

/// A title that repeats its link, or an alternative text its caption, is no second statement.
void HtmlText::write_asides(std::vector<Aside>& asides, std::string_view words) {
  std::string before;
  for (const Aside& aside : asides) {
    std::string plain = plain_words(aside.draft.words());
    if (aside.repeats == Repeats::dropped) {
      const std::string_view beside = around(words, aside.place, aside.draft.words().size());
      if (plain == before || plain_words(beside).find(plain) != std::string::npos) continue;
    }
    write(aside.draft);
    before = std::move(plain);
  }
  asides.clear();
}

std::size_t HtmlText::settle() {
  end_block();
  write_asides(waiting_, {});
  return text_.blocks.size();
}

void HtmlText::write(const HtmlDraft& draft) {
  const std::size_t gap = text_.clean.size();
  if (!text_.blocks.empty()) text_.clean += kBetweenBlocks;
  const std::size_t begin = text_.clean.size();
  begin_in_source({gap, begin}, draft.source().begin);
  text_.clean += draft.words();
  for (const HtmlDraft::Piece& piece : draft.pieces()) {
    text_.to_source.add({piece.derived.begin + begin, piece.derived.end + begin}, piece.source);
  }
  last_end_ = draft.source().end;
  done_ = std::max(done_, last_end_);

  text::Block block{.kind = draft.kind(), .clean = {begin, text_.clean.size()}};
  if (draft.kind() == BlockKind::heading) {
    heading_ = static_cast<std::uint32_t>(text_.blocks.size());
  } else {
    block.heading = heading_;
  }
  text_.blocks.push_back(block);
}

/// What stands before a block; `source` is where the block begins in the markup.
void HtmlText::begin_in_source(Span derived, std::size_t source) {
  const Span left_out{std::min(done_, source), source};
  if (last_end_ != done_ || source < done_) {
    text_.to_source.jump(derived, left_out);
    jumped_ = true;
  } else if (!derived.empty() || !left_out.empty()) {
    text_.to_source.add(derived, left_out);
  }
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
  settle();
  const std::size_t end = text_.clean.size();
  if (jumped_) {
    text_.to_source.jump({end, end}, {done_, markup_.size()});
  } else if (done_ < markup_.size()) {
    text_.to_source.add({end, end}, {done_, markup_.size()});
  }
  apply_marks();
  return std::move(text_);
}

}  // namespace claimlint::input
