// SPDX-License-Identifier: Apache-2.0
#include "composition.hpp"

#include <algorithm>

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

bool joins(const Tag& tag, const lexicon::Compiled& lexicons) {
  return tag.kind == MentionKind::condition && tag.concept_index != text::kNone &&
         lexicons.concepts()[tag.concept_index].joins;
}

}  // namespace

std::vector<Tag> compose(std::vector<Tag> tags, const text::Document& document,
                         const lexicon::Compiled& lexicons) {
  std::vector<Tag> composed;
  for (Tag& tag : tags) {
    const bool one_with_last = !composed.empty() && composed.back().kind == MentionKind::anatomy &&
                               joins(tag, lexicons) && touches(composed.back(), tag, document);
    if (!one_with_last) {
      composed.push_back(std::move(tag));
      continue;
    }
    Tag& site = composed.back();
    tag.folded.begin = site.folded.begin;
    tag.tokens.first = site.tokens.first;
    tag.repaired = tag.repaired || site.repaired;
    site = std::move(tag);
  }
  return composed;
}

}  // namespace claimlint::tag
