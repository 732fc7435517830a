// SPDX-License-Identifier: Apache-2.0
#include "pdf_layout.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "extracted_text.hpp"
#include "line.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

constexpr double kHeadingHeight = 1.15;  // of the usual line
constexpr std::size_t kHeadingWords = 16;
constexpr std::size_t kHiddenWords = 2;
constexpr std::size_t kRunningPages = 3;  // a line that so many pages, or both, begin or end with
constexpr std::size_t kLongestWord = 64;

/// A block of the layout, or an item of a list in it.
struct Paragraph {
  std::string words;
  double height = 0;
  bool item = false;
  bool edge = false;  ///< first or last on its page
  std::size_t lines = 1;
};

struct LayoutLine {
  std::vector<std::string> words;
  double height = 0;
};

/// Well-formed also where a reference stands for half of a surrogate pair.
std::string text_of(const pugi::xml_node& node) { return text::decode(node.text().get()).utf8; }

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result.append(result.empty() ? "" : " ").append(word);
  return result;
}

/// What is left of a running head when the number of its page is taken away.
std::string without_digits(std::string_view words) {
  std::string result;
  std::copy_if(words.begin(), words.end(), std::back_inserter(result),
               [](char c) { return c < '0' || c > '9'; });
  return result;
}

/// "2.1 Results", and no quantity ("2.5 million people").
bool has_section_number(std::string_view words) {
  const std::size_t end = std::min(words.find_first_not_of("0123456789."), words.size());
  const std::string_view number = words.substr(0, end);
  const std::size_t dot = number.find('.');
  if (dot == 0 || dot == std::string_view::npos || dot + 1 == number.size()) return false;
  const std::string_view rest = words.substr(end);
  return rest.size() > 1 && rest.front() == ' ' && rest[1] >= 'A' && rest[1] <= 'Z';
}

class LayoutReader {
 public:
  explicit LayoutReader(const pugi::xml_node& document) {
    for (const auto& page : document.select_nodes("//*[local-name()='page']")) {
      add_page(page.node());
    }
  }

  void write(ExtractedText& text) {
    find_words();
    for (const std::vector<Block>& page : pages_) add_paragraphs(page);
    join_parted();
    count_edges();
    const double usual = usual_height();
    for (const Paragraph& paragraph : paragraphs_)
      text.add(paragraph.words, kind(paragraph, usual));
  }

 private:
  using Block = std::vector<LayoutLine>;

  void add_page(const pugi::xml_node& page) {
    std::vector<Block> blocks;
    for (const pugi::xml_node& flow : page.children("flow")) {
      for (const pugi::xml_node& block : flow.children("block")) {
        Block lines;
        for (const pugi::xml_node& line : block.children("line")) lines.push_back(read_line(line));
        blocks.push_back(std::move(lines));
      }
    }
    pages_.push_back(std::move(blocks));
  }

  static LayoutLine read_line(const pugi::xml_node& line) {
    LayoutLine result;
    const double height = line.attribute("yMax").as_double() - line.attribute("yMin").as_double();
    if (std::isfinite(height)) result.height = height;
    for (const pugi::xml_node& word : line.children("word")) {
      result.words.push_back(text_of(word));
    }
    return result;
  }

  /// The words that stand whole in a line: they tell which hyphens at line ends belong to a word.
  void find_words() {
    for (const std::vector<Block>& page : pages_) {
      for (const Block& block : page) {
        for (const LayoutLine& line : block) {
          for (const std::string& word : line.words) known_.insert(bare(word));
        }
      }
    }
  }

  static std::string bare(std::string_view word) {
    constexpr std::string_view kSigns = ".,;:!?()\"'";
    const std::size_t begin = std::min(word.find_first_not_of(kSigns), word.size());
    const std::size_t last = word.find_last_not_of(kSigns);
    return last == std::string_view::npos ? std::string()
                                          : std::string(word.substr(begin, last + 1 - begin));
  }

  void add_paragraphs(const std::vector<Block>& page) {
    const std::size_t first = paragraphs_.size();
    for (const Block& block : page) {
      bool begins = true;
      for (const LayoutLine& line : block) {
        const std::string words = joined(line.words);
        const std::vector<Line> marked = split_lines(words);
        if (marked.empty()) continue;
        const bool item = marked.front().marker == Marker::bullet ||
                          (marked.front().marker != Marker::none && begins);
        if (begins || item) {
          const Span text = item ? marked.front().text : marked.front().whole;
          paragraphs_.push_back(
              {words.substr(text.begin, text.size()), line.height, item, false, 1});
        } else {
          append(paragraphs_.back(), words);
        }
        begins = false;
      }
    }
    if (first == paragraphs_.size()) return;
    paragraphs_[first].edge = true;
    paragraphs_.back().edge = true;
  }

  void append(Paragraph& paragraph, std::string_view words) const {
    ++paragraph.lines;
    std::string& text = paragraph.words;
    const bool broken = text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ' &&
                        begins_lower(words);
    if (!broken) {
      text.append(" ").append(words);
      return;
    }
    const std::string_view end =
        std::string_view(text).substr(text.size() - std::min(text.size(), kLongestWord));
    const std::string before(end.substr(end.find_last_of(' ') + 1));  // npos + 1 is 0
    const std::string after(words.substr(0, words.find(' ')));
    if (!keeps_hyphen(before, after)) text.pop_back();
    text += words;
  }

  /// Whether a word broken at a hyphen has that hyphen elsewhere too, or is made of words that
  /// the document also uses by themselves.
  [[nodiscard]] bool keeps_hyphen(const std::string& before, const std::string& after) const {
    const std::string stem = before.substr(0, before.size() - 1);
    if (known_.contains(bare(before + after))) return true;
    if (known_.contains(bare(stem + after))) return false;
    return known_.contains(bare(stem)) && known_.contains(bare(after));
  }

  /// A paragraph that goes on in the next column or on the next page.
  void join_parted() {
    std::vector<Paragraph> whole;
    for (Paragraph& paragraph : paragraphs_) {
      const bool goes_on = !whole.empty() && !paragraph.item && !paragraph.edge &&
                           !whole.back().edge && begins_lower(paragraph.words) &&
                           !ends_sentence(whole.back().words) &&
                           std::abs(whole.back().height - paragraph.height) < 1;
      if (goes_on) {
        append(whole.back(), paragraph.words);
      } else {
        whole.push_back(std::move(paragraph));
      }
    }
    paragraphs_ = std::move(whole);
  }

  void count_edges() {
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.edge) ++edges_[without_digits(paragraph.words)];
    }
  }

  /// The height that most letters have.
  [[nodiscard]] double usual_height() const {
    std::map<double, std::size_t> letters;
    for (const Paragraph& paragraph : paragraphs_) {
      letters[paragraph.height] += paragraph.words.size();
    }
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first;
  }

  [[nodiscard]] BlockKind kind(const Paragraph& paragraph, double usual) const {
    const auto found = edges_.find(without_digits(paragraph.words));
    const bool running = found != edges_.end() &&
                         found->second >= std::clamp<std::size_t>(pages_.size(), 2, kRunningPages);
    if ((paragraph.edge && running) || !has_letter(paragraph.words)) return BlockKind::boilerplate;
    if (paragraph.item) return BlockKind::list_item;
    const bool tall = paragraph.height > usual * kHeadingHeight;
    const bool titled = paragraph.lines == 1 && !ends_sentence(paragraph.words) &&
                        (is_all_capitals(paragraph.words) || has_section_number(paragraph.words));
    const bool brief = count_words(paragraph.words, kHeadingWords + 1) <= kHeadingWords;
    return (tall || titled) && brief ? BlockKind::heading : BlockKind::prose;
  }

  std::vector<std::vector<Block>> pages_;
  std::vector<Paragraph> paragraphs_;
  std::unordered_set<std::string> known_;
  std::map<std::string, std::size_t> edges_;
};

}  // namespace

text::Text read_pdf_layout(std::string_view layout) {
  pugi::xml_document document;
  document.load_buffer(layout.data(), layout.size());
  ExtractedText text;
  for (const auto& title : document.select_nodes("//*[local-name()='title']")) {
    const std::string words = text_of(title.node());
    if (count_words(words, kHiddenWords) >= kHiddenWords) text.add(words, BlockKind::hidden);
  }
  LayoutReader(document).write(text);
  return text.finish();
}

}  // namespace claimlint::input
