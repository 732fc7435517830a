// SPDX-License-Identifier: Apache-2.0
#include "quotations.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace claimlint::context {
namespace {

constexpr std::string_view kOpeningMark = "\xE2\x80\x9C";
constexpr std::string_view kClosingMark = "\xE2\x80\x9D";

enum class Mark { opening, closing, inches };

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class Finder {
 public:
  explicit Finder(const text::Document& document)
      : document_(document), folded_(document.folded.text) {}

  std::vector<Quotation> run() {
    for (std::size_t at = 0; at < folded_.size(); ++at) {
      if (is_paragraph_end(at)) close(at);
      if (folded_[at] == '"') read_mark(at);
    }
    close(folded_.size());
    return std::move(quotations_);
  }

 private:
  /// An empty line.
  bool is_paragraph_end(std::size_t at) const {
    return folded_[at] == '\n' && at + 1 < folded_.size() &&
           (folded_[at + 1] == '\n' || folded_[at + 1] == '\r');
  }

  void read_mark(std::size_t at) {
    switch (mark_at(at)) {
      case Mark::opening:
        close(at);
        open_ = at + 1;
        break;
      case Mark::closing:
        close(at);
        break;
      case Mark::inches:
        break;
    }
  }

  void close(std::size_t at) {
    if (open_ && at > *open_) quotations_.push_back({{*open_, at}});
    open_.reset();
  }

  Mark mark_at(std::size_t at) const {
    const std::string_view written = document_.clean_text({at, at + 1});
    if (written == kOpeningMark) return Mark::opening;
    if (written == kClosingMark) return Mark::closing;
    const char before = at == 0 ? ' ' : folded_[at - 1];
    const char after = at + 1 < folded_.size() ? folded_[at + 1] : ' ';
    if (!open_) return before >= '0' && before <= '9' ? Mark::inches : Mark::opening;
    // Extraction glues words to marks, so only a mark that clearly begins a word opens anew.
    return is_blank(before) && !is_blank(after) ? Mark::opening : Mark::closing;
  }

  const text::Document& document_;
  std::string_view folded_;
  std::optional<std::size_t> open_;
  std::vector<Quotation> quotations_;
};

}  // namespace

std::vector<Quotation> find_quotations(const text::Document& document) {
  return Finder(document).run();
}

}  // namespace claimlint::context
