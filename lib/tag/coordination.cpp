// SPDX-License-Identifier: Apache-2.0
#include "coordination.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "concepts.hpp"

namespace claimlint::tag {
namespace {

void add_word(text::Document& phrase, std::string_view word) {
  std::string& folded = phrase.folded.text;
  if (!folded.empty()) folded += ' ';
  text::Token token;
  token.begin = static_cast<std::uint32_t>(folded.size());
  folded += word;
  token.end = static_cast<std::uint32_t>(folded.size());
  token.joined = true;
  phrase.tokens.push_back(token);
}

class Coordinator {
 public:
  Coordinator(const Links& links, const text::Document& document, text::TokenRange sentence,
              const lexicon::Compiled& lexicons)
      : links_(links), document_(document), sentence_(sentence), lexicons_(lexicons) {}

  /// Adds a tag behind those before, of which it takes in what shares its last words.
  void add(Tag tag) {
    if (tag.kind == MentionKind::condition && tag.tokens.size() > 1) {
      const std::uint32_t first = first_item(tag);
      while (!tags_.empty() && tags_.back().tokens.first >= first) tags_.pop_back();
      if (first < tag.tokens.first) stretch(tag, {first, tag.tokens.last}, document_);
    }
    tags_.push_back(std::move(tag));
  }

  std::vector<Tag> finish() { return std::move(tags_); }

 private:
  /// Where the coordination begins that ends with the tag.
  [[nodiscard]] std::uint32_t first_item(const Tag& tag) const {
    std::uint32_t first = tag.tokens.first;
    std::size_t before = tags_.size();
    bool serial = false;
    std::size_t items = 0;
    while (const std::optional<Link> link = links_.coordination_before(first)) {
      if ((link->kind == LinkKind::comma) == (items == 0)) break;
      const std::optional<text::TokenRange> item = item_before(link->left_last, before);
      if (!item || !shares_words(*item, tag.tokens)) break;
      serial = serial || link->kind == LinkKind::comma_and_word;
      first = item->first;
      ++items;
    }
    // "It calms the gut, and back pain goes" is no list; nor does "joints of the neck and back
    // pain" speak of neck pain.
    const bool is_list = !serial || items > 1;
    return is_list && !is_owner(first, before) ? first : tag.tokens.first;
  }

  /// An anatomy or a word outside of all tags that ends there; `before` counts the tags before it.
  [[nodiscard]] std::optional<text::TokenRange> item_before(std::uint32_t last,
                                                            std::size_t& before) const {
    if (last <= sentence_.first) return std::nullopt;
    if (before == 0 || tags_[before - 1].tokens.last < last) return {{last - 1, last}};
    const Tag& tag = tags_[before - 1];
    if (tag.kind != MentionKind::anatomy || tag.tokens.last != last) return std::nullopt;
    --before;
    return tag.tokens;
  }

  [[nodiscard]] bool is_owner(std::uint32_t first, std::size_t before) const {
    const std::optional<std::uint32_t> end = links_.owner_before(first);
    return end && before > 0 && tags_[before - 1].tokens.last == *end;
  }

  [[nodiscard]] bool shares_words(text::TokenRange item, text::TokenRange condition) const {
    for (std::uint32_t from = condition.last - 1; from > condition.first; --from) {
      if (is_condition(item, {from, condition.last})) return true;
    }
    return false;
  }

  /// True where the one with the other reads as a condition.
  [[nodiscard]] bool is_condition(text::TokenRange item, text::TokenRange end) const {
    text::Document phrase;
    for (std::uint32_t i = item.first; i < item.last; ++i) add_word(phrase, document_.word(i));
    for (std::uint32_t i = end.first; i < end.last; ++i) add_word(phrase, document_.word(i));
    const std::uint32_t size = item.size() + end.size();
    const std::vector<Tag> found = find_concepts(phrase, {0, size}, lexicons_);
    if (found.size() == 1) {
      return found[0].kind == MentionKind::condition && found[0].tokens.size() == size;
    }
    return found.size() == 2 && found[0].kind == MentionKind::anatomy &&
           joins(found[1], lexicons_) && found[0].tokens.size() + found[1].tokens.size() == size;
  }

  const Links& links_;
  const text::Document& document_;
  text::TokenRange sentence_;
  const lexicon::Compiled& lexicons_;
  std::vector<Tag> tags_;
};

}  // namespace

std::vector<Tag> coordinate(std::vector<Tag> tags, const Links& links,
                            const text::Document& document, text::TokenRange sentence,
                            const lexicon::Compiled& lexicons) {
  Coordinator coordinator(links, document, sentence, lexicons);
  for (Tag& tag : tags) coordinator.add(std::move(tag));
  return coordinator.finish();
}

}  // namespace claimlint::tag
