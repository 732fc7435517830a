// SPDX-License-Identifier: Apache-2.0
#include "html_marks.hpp"

#include <algorithm>
#include <string_view>

#include "excerpt.hpp"
#include "utf8.hpp"

namespace claimlint::output {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::vector<Span> pieces_of(const Place& place) {
  return place.parts.empty() ? std::vector<Span>{place.span} : place.parts;
}

std::size_t total_size(const std::vector<Span>& pieces) {
  std::size_t size = 0;
  for (const Span piece : pieces) size += piece.size();
  return size;
}

/// Walks a piece of source beside the clean text and notes, for each byte of it, how far in the
/// text it is. Bytes that differ are character references, tags, runs of white space, and what
/// stands for something else.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::vector<std::size_t> over(std::string_view source) {
    std::vector<std::size_t> reached;
    reached.reserve(source.size() + 1);
    while (reached.size() < source.size()) step(source, reached);
    reached.push_back(at_);
    return reached;
  }

 private:
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void step(std::string_view source, std::vector<std::size_t>& reached) {
    const std::size_t i = reached.size();
    const char c = source[i];
    const std::size_t reference = reference_size(source.substr(i));
    if (c != here() && here() == ' ' && !is_blank(c)) ++at_;
    if (reference > 0) {
      reached.resize(i + reference, at_);
      if (at_ < text_.size()) at_ += code_point_at(text_, at_).size;
    } else if (c == here()) {
      reached.push_back(at_++);
    } else if (is_blank(c)) {
      reached.push_back(at_);
      if (here() == ' ') ++at_;
    } else if (c == '<') {
      reached.resize(i + tag_size(source.substr(i)), at_);
    } else {
      reached.push_back(at_);
      if (at_ < text_.size()) ++at_;
    }
  }

  /// Of the character reference that `source` begins with; 0 where it is none, or stands as it is
  /// in the text too.
  [[nodiscard]] std::size_t reference_size(std::string_view source) const {
    constexpr std::size_t kLongest = 40;
    if (source.front() != '&') return 0;
    const std::string_view reference = source.substr(0, source.substr(0, kLongest).find(';') + 1);
    const bool stands = text_.substr(std::min(at_, text_.size())).starts_with(reference);
    const bool has_blank = reference.find_first_of(" \n\t\r") != std::string_view::npos;
    return stands || has_blank ? 0 : reference.size();
  }

  [[nodiscard]] static std::size_t tag_size(std::string_view source) {
    const std::size_t end = source.find('>');
    return end == std::string_view::npos ? 1 : end + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Places of the source, in ascending order of their pieces, as offsets of the sentence's text.
class TextOffsets {
 public:
  TextOffsets(const Report& report, const Places& places, const Sentence& sentence)
      : text_(sentence.text), pieces_(pieces_of(sentence.place)), size_(total_size(pieces_)) {
    exact_ = span_in_sentence(report, sentence, sentence.place.span).has_value() ||
             (report.encoding == "utf-8" && size_ == text_.size());
    if (!exact_) walk(places);
  }

  [[nodiscard]] std::size_t at(std::size_t source) const {
    std::size_t before = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Span piece = pieces_[i];
      if (source <= piece.end) {
        const std::size_t into = std::max(source, piece.begin) - piece.begin;
        return walked_.empty() ? scaled(before + into) : walked_[i][into];
      }
      before += piece.size();
    }
    return text_.size();
  }

 private:
  void walk(const Places& places) {
    if (places.text_of(pieces_.front()).empty()) return;
    Walk walk(text_);
    for (const Span piece : pieces_) {
      walked_.push_back(walk.over(places.text_of(piece)));
      if (walked_.back().size() != piece.size() + 1) return walked_.clear();
    }
  }

  /// Of text that cannot be compared with its source, as much as the source is through; to the
  /// next blank.
  [[nodiscard]] std::size_t scaled(std::size_t into) const {
    if (exact_) return std::min(into, text_.size());
    if (size_ == 0) return 0;
    const auto guess = static_cast<std::size_t>(
        static_cast<double>(into) / static_cast<double>(size_) * static_cast<double>(text_.size()));
    const std::size_t blank = text_.find(' ', std::min(guess, text_.size()));
    return blank == std::string_view::npos ? text_.size() : blank;
  }

  std::string_view text_;
  std::vector<Span> pieces_;
  std::size_t size_;
  bool exact_ = false;
  std::vector<std::vector<std::size_t>> walked_;  ///< for each piece; empty where not compared
};

/// Turns byte offsets into UTF-16 ones in one pass: a sentence can be long and have many marks.
void count_utf16(std::string_view text, std::vector<Span>& marks) {
  std::vector<std::size_t*> ends;
  for (Span& mark : marks) ends.insert(ends.end(), {&mark.begin, &mark.end});
  std::sort(ends.begin(), ends.end(), [](auto* a, auto* b) { return *a < *b; });
  std::size_t at = 0;
  std::size_t units = 0;
  for (std::size_t* const end : ends) {
    while (at < *end && at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (at + c.size > *end) break;
      units += c.value > 0xFFFF ? 2 : 1;
      at += c.size;
    }
    *end = units;
  }
}

}  // namespace

std::vector<Span> marks_in(const Report& report, const Places& places, const Sentence& sentence,
                           const std::vector<Span>& sources) {
  const TextOffsets offsets(report, places, sentence);
  std::vector<Span> marks;
  marks.reserve(sources.size());
  for (const Span source : sources) {
    const std::size_t begin = offsets.at(source.begin);
    marks.push_back({begin, std::max(begin, offsets.at(source.end))});
  }
  count_utf16(sentence.text, marks);
  return marks;
}

}  // namespace claimlint::output
