// SPDX-License-Identifier: Apache-2.0
#include "composition.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "concepts.hpp"
#include "coordination.hpp"
#include "links.hpp"

namespace claimlint::tag {
namespace {

/// Only blanks, hyphens, slashes or an apostrophe lie between the two.
bool touches(const Tag& left, const Tag& right, const text::Document& document) {
  if (left.folded.end > right.folded.begin) return false;
  const std::string_view gap = document.folded_text({left.folded.end, right.folded.begin});
  return std::ranges::all_of(gap, [](char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '-' || c == '/' || c == '\'';
  });
}

std::vector<Tag> join_sites(std::vector<Tag> tags, const text::Document& document,
                            const lexicon::Compiled& lexicons) {
  std::vector<Tag> joined;
  for (Tag& tag : tags) {
    if (!joined.empty() && joined.back().kind == MentionKind::anatomy && joins(tag, lexicons) &&
        touches(joined.back(), tag, document)) {
      stretch(tag, joined.back().tokens, document);
      joined.pop_back();
    }
    joined.push_back(std::move(tag));
  }
  return joined;
}

/// The condition that begins inside of an anatomy and ends behind it, in front of `limit`.
std::optional<Tag> swallowed_condition(const Tag& site, std::uint32_t limit,
                                       const text::Document& document,
                                       const lexicon::Compiled& lexicons) {
  if (site.kind != MentionKind::anatomy || site.tokens.size() < 2) return std::nullopt;
  for (Tag& tag : find_concepts(document, {site.tokens.first + 1, limit}, lexicons)) {
    if (tag.tokens.first >= site.tokens.last) break;
    if (tag.kind == MentionKind::condition && tag.tokens.last > site.tokens.last) return tag;
  }
  return std::nullopt;
}

/// Terms are found longest first, which cuts "elbow tendon" out of "elbow tendon problems".
void free_conditions(std::vector<Tag>& tags, const text::Document& document,
                     text::TokenRange sentence, const lexicon::Compiled& lexicons) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::uint32_t limit = i + 1 < tags.size() ? tags[i + 1].tokens.first : sentence.last;
    std::optional<Tag> condition = swallowed_condition(tags[i], limit, document, lexicons);
    if (!condition) continue;
    stretch(*condition, tags[i].tokens, document);
    tags[i] = std::move(*condition);
  }
}

/// A symptom is incomplete without its place ("swelling of the face"); a disease is not.
bool may_own(const Tag& tag, const lexicon::Compiled& lexicons) {
  if (tag.kind == MentionKind::anatomy) return true;
  return joins(tag, lexicons) &&
         lexicons.concepts()[tag.concept_index].target.value_or(Target::symptom) != Target::disease;
}

class Assembler {
 public:
  Assembler(const Links& links, const text::Document& document, const lexicon::Compiled& lexicons)
      : links_(links), document_(document), lexicons_(lexicons) {}

  std::vector<Tag> assemble(std::vector<Tag> tags) {
    for (Tag& tag : tags) {
      if (is_part(tag) || is_further_place(tag)) {
        stretch(tags_.back(), tag.tokens, document_);
      } else {
        has_place_ = false;
        tags_.push_back(std::move(tag));
      }
    }
    return std::move(tags_);
  }

 private:
  /// "of the foot" behind "joints".
  bool is_part(const Tag& tag) {
    if (tags_.empty() || tag.kind != MentionKind::anatomy) return false;
    if (links_.owner_before(tag.tokens.first) != tags_.back().tokens.last) return false;
    if (!may_own(tags_.back(), lexicons_)) return false;
    has_place_ = tags_.back().kind == MentionKind::condition;
    return true;
  }

  /// "or throat" behind "swelling of the face".
  [[nodiscard]] bool is_further_place(const Tag& tag) const {
    if (!has_place_ || tag.kind != MentionKind::anatomy) return false;
    const std::optional<Link> link = links_.coordination_before(tag.tokens.first);
    return link && link->kind == LinkKind::word && link->left_last == tags_.back().tokens.last;
  }

  const Links& links_;
  const text::Document& document_;
  const lexicon::Compiled& lexicons_;
  std::vector<Tag> tags_;
  bool has_place_ = false;  ///< the last tag is a condition and the place it is of
};

}  // namespace

std::vector<Tag> compose(std::vector<Tag> tags, std::span<const CueHit> cues,
                         const text::Document& document, text::TokenRange sentence,
                         const lexicon::Compiled& lexicons) {
  if (tags.empty()) return tags;
  const Links links(cues, document, sentence, lexicons);
  free_conditions(tags, document, sentence, lexicons);
  tags = join_sites(std::move(tags), document, lexicons);
  tags = coordinate(std::move(tags), links, document, sentence, lexicons);
  return Assembler(links, document, lexicons).assemble(std::move(tags));
}

}  // namespace claimlint::tag
