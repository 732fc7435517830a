// SPDX-License-Identifier: Apache-2.0
#include "links.hpp"

#include <algorithm>
#include <tuple>

namespace claimlint::tag {
namespace {

constexpr std::string_view kCoordinationClass = "coordination";
constexpr std::string_view kPartClass = "part_of";
constexpr std::string_view kBlanks = " \t\r\n";

bool ends_before(text::TokenRange a, text::TokenRange b) {
  return std::tuple(a.last, a.first) < std::tuple(b.last, b.first);
}

}  // namespace

Links::Links(std::span<const CueHit> cues, const text::Document& document,
             text::TokenRange sentence, const lexicon::Compiled& lexicons)
    : document_(document), sentence_(sentence) {
  for (const CueHit& hit : cues) {
    const std::string_view cue_class = lexicons.model().cues[hit.cue].cue_class;
    if (cue_class == kCoordinationClass) coordinations_.push_back(hit.tokens);
    if (cue_class == kPartClass) parts_.push_back(hit.tokens);
  }
  std::ranges::sort(coordinations_, ends_before);
  std::ranges::sort(parts_, ends_before);
}

const text::TokenRange* Links::cue_before(const Ranges& ranges, std::uint32_t token) const {
  const auto found = std::ranges::lower_bound(ranges, token, {}, &text::TokenRange::last);
  if (found == ranges.end() || found->last != token || found->first <= sentence_.first) {
    return nullptr;
  }
  return mark_before(token).empty() ? &*found : nullptr;
}

std::string_view Links::mark_before(std::uint32_t token) const {
  std::string_view gap =
      document_.folded_text({document_.tokens[token - 1].end, document_.tokens[token].begin});
  gap.remove_prefix(std::min(gap.find_first_not_of(kBlanks), gap.size()));
  return gap.substr(0, gap.find_last_not_of(kBlanks) + 1);
}

std::optional<Link> Links::coordination_before(std::uint32_t token) const {
  if (token <= sentence_.first) return std::nullopt;
  if (const text::TokenRange* cue = cue_before(coordinations_, token)) {
    const std::string_view mark = mark_before(cue->first);
    if (mark.empty()) return Link{LinkKind::word, cue->first};
    if (mark == ",") return Link{LinkKind::comma_and_word, cue->first};
    return std::nullopt;
  }
  const std::string_view mark = mark_before(token);
  if (mark == ",") return Link{LinkKind::comma, token};
  if (mark == "/" || mark == "&") return Link{LinkKind::word, token};
  return std::nullopt;
}

std::optional<std::uint32_t> Links::owner_before(std::uint32_t token) const {
  const text::TokenRange* cue = cue_before(parts_, token);
  if (cue == nullptr || !mark_before(cue->first).empty()) return std::nullopt;
  return cue->first;
}

}  // namespace claimlint::tag
