// SPDX-License-Identifier: Apache-2.0
#include "sentences.hpp"

#include <algorithm>

#include "block_view.hpp"
#include "eight_bytes.hpp"
#include "full_stops.hpp"
#include "inline_items.hpp"
#include "sentence_words.hpp"

namespace claimlint::text {
namespace {

constexpr ByteSet kDecisive(".!?\n\"");

/// Splits one block.
class Splitter {
 public:
  Splitter(const BlockView& block, std::size_t begin, const Abbreviations& abbreviations)
      : block_(block),
        abbreviations_(abbreviations),
        items_(inline_items(block, begin)),
        begin_(block.skip(kBlanks, begin)) {}

  std::vector<Span> run() {
    std::size_t at = begin_;
    while (!block_.ends_at(at)) {
      const std::size_t stop = find_decisive(at);
      start_items(stop);
      if (block_.ends_at(stop)) break;
      at = block_.at(stop) == '\n'  ? at_line_end(stop)
           : block_.at(stop) == '"' ? at_quote(stop)
                                    : at_terminator(stop);
    }
    start_items(block_.end());
    finish(block_.end(), block_.end());
    return std::move(sentences_);
  }

 private:
  /// The next sign that may end a sentence.
  [[nodiscard]] std::size_t find_decisive(std::size_t at) const {
    const std::string_view text = block_.slice(0, block_.end());
    while (at + EightBytes::kSize <= text.size()) {
      const std::size_t more = EightBytes(text.data() + at).blanks_or_letters();
      at += more;
      if (more == EightBytes::kSize) continue;
      if (kDecisive.contains(text[at])) return at;
      ++at;
    }
    return kDecisive.find(text, at, text.size());
  }

  std::size_t at_quote(std::size_t at) {
    in_quote_ = !in_quote_;
    return at + 1;
  }

  /// Begins the list items that stand before `limit`.
  void start_items(std::size_t limit) {
    for (; item_ < items_.size() && items_[item_] < limit; ++item_) {
      if (items_[item_] > begin_) finish(items_[item_], items_[item_]);
    }
  }

  /// An empty line parts sentences whatever stands before it.
  std::size_t at_line_end(std::size_t at) {
    const std::size_t next = block_.skip(kBlanks, at);
    const std::string_view gap = block_.slice(at + 1, next);
    if (gap.find('\n') != std::string_view::npos) finish(at, next);
    return next;
  }

  std::size_t at_terminator(std::size_t at) {
    const std::size_t run_end = end_of_run(at);
    const std::size_t end = end_of_signs(end_of_closers(run_end));
    const std::size_t next = block_.skip(kBlanks, end);
    if (block_.ends_at(next)) return next;
    if (ends_sentence(block_, abbreviations_, begin_, {{at, run_end}, end, next})) {
      finish(end, next);
    }
    return end;
  }

  void finish(std::size_t end, std::size_t next) {
    while (end > begin_ && is_one_of(kBlanks, block_.at(end - 1))) --end;
    if (end > begin_) sentences_.push_back({begin_, end});
    begin_ = next;
  }

  /// Full stops, also with blanks between them: "...", "?!", ". . .".
  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    while (true) {
      at = block_.skip(kTerminators, at);
      if (block_.ends_at(at + 1) || block_.at(at) != ' ' || block_.at(at + 1) != '.') return at;
      ++at;
    }
  }

  /// Brackets, quotes and reference marks that stand directly behind a full stop are part of the
  /// sentence.
  std::size_t end_of_closers(std::size_t at) {
    for (std::size_t from = at; !block_.ends_at(at); from = at) {
      if (is_one_of(")]}'\"*", block_.at(at)) && !opens_here(at)) {
        if (block_.at(at) == '"') in_quote_ = !in_quote_;
        ++at;
      } else {
        at = end_of_reference(at);
      }
      if (at == from) break;
    }
    return at;
  }

  /// Emoji behind a full stop say how the sentence was meant; so do hearts and stars at the very
  /// end. Hands and arrows point at what comes next.
  [[nodiscard]] std::size_t end_of_signs(std::size_t end) const {
    std::size_t at = block_.skip(" ", end);
    while (is_sign_at(at)) {
      end = block_.after(at);
      at = block_.skip(" ", end);
    }
    return end;
  }

  [[nodiscard]] bool is_sign_at(std::size_t at) const {
    if (block_.ends_at(at) || static_cast<unsigned char>(block_.at(at)) < 0x80) return false;
    return is_emoji(block_.clean_letter(at));
  }

  /// A quotation mark behind a full stop that opens the next sentence, glued to it.
  [[nodiscard]] bool opens_here(std::size_t at) const {
    if (!is_one_of("'\"", block_.at(at))) return false;
    if (block_.opens_quote(at)) return true;
    return block_.clean_letter(at) == U'"' && !in_quote_ && block_.is_upper_at(at + 1);
  }

  /// "[12]", "¹" or a bare "12" as what is left of a raised number.
  [[nodiscard]] std::size_t end_of_reference(std::size_t at) const {
    if (block_.at(at) == '[') {
      const std::size_t end = block_.skip("0123456789,- ", at + 1);
      return end > at + 1 && !block_.ends_at(end) && block_.at(end) == ']' ? end + 1 : at;
    }
    if (is_ascii_digit(block_.at(at))) {
      const std::size_t end = block_.skip("0123456789,", at);
      const bool after_word =
          at >= 3 &&
          (block_.at(at - 2) == ')' || (block_.is_lower_at(at - 2) && block_.is_lower_at(at - 3)));
      const bool before_blank = block_.ends_at(end) || is_one_of(kBlanks, block_.at(end));
      return after_word && before_blank && end - at <= 3 ? end : at;
    }
    constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹†‡";
    while (!block_.ends_at(at) && kRaised.find(block_.clean_letter(at)) != kRaised.npos) {
      at = block_.after(at);
    }
    return at;
  }

  const BlockView& block_;
  const Abbreviations& abbreviations_;
  std::vector<Span> sentences_;
  std::vector<std::size_t> items_;  ///< where items of a list inside the block begin
  std::size_t item_ = 0;
  std::size_t begin_;
  bool in_quote_ = false;
};

}  // namespace

std::vector<Span> split_sentences(const Folded& folded, std::string_view clean, Span block,
                                  const Abbreviations& abbreviations) {
  const BlockView view(folded, clean, block);
  return Splitter(view, block.begin, abbreviations).run();
}

}  // namespace claimlint::text
