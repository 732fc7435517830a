// SPDX-License-Identifier: Apache-2.0
#include "stages.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "claims/claims.hpp"
#include "context/context.hpp"
#include "first_sentences.hpp"
#include "judge/findings.hpp"
#include "judge/judge.hpp"
#include "judge/weigh.hpp"
#include "report_builder.hpp"
#include "tag/tag.hpp"

namespace claimlint {
namespace {

// A page, in a few milliseconds: what is seen through or not at all.
constexpr std::size_t kFirstPass = 256;
// Each pass begins anew, since what stands further down may bear on what stands above. So many
// times as long as the one before, all of them but the last cost a seventh of it.
constexpr std::size_t kGrowth = 8;
// Of the time left, what is planned with: sentences differ.
constexpr double kMargin = 0.7;

std::optional<Audited> see_through(const text::Document& document,
                                   const lexicon::Compiled& lexicons, const AuditOptions& options,
                                   const Allowance& allowance) {
  const auto tags = tag::tag(document, lexicons);
  if (allowance.spent()) return std::nullopt;
  const auto context = context::read_context(document, tags, lexicons);
  if (allowance.spent()) return std::nullopt;
  const claims::Observations seen{document, tags, context, lexicons};
  std::vector<claims::Candidate> candidates = claims::find_claims(seen);
  if (allowance.spent()) return std::nullopt;
  auto judgements = judge::judge(std::move(candidates), seen, options.jurisdictions);
  if (!options.rules_only) {
    if (allowance.spent()) return std::nullopt;
    judgements = judge::weigh(std::move(judgements), seen, options.jurisdictions);
  }
  if (allowance.cancelled()) return std::nullopt;
  Audited audited;
  audited.sentences = build_sentences(seen, judgements, options.with_vetoed);
  audited.findings =
      build_findings(seen, judge::find_findings(seen, judgements, options.jurisdictions));
  audited.hidden = static_cast<std::size_t>(std::ranges::count_if(judgements, judge::is_hidden));
  return audited;
}

/// How many sentences can be seen through in the time left, going by what some of them took.
double affordable(std::size_t sentences, Allowance::Clock::duration took,
                  const Allowance& allowance) {
  const auto each = static_cast<double>(std::max<Allowance::Clock::rep>(took.count(), 1)) /
                    static_cast<double>(sentences);
  return kMargin * static_cast<double>(allowance.left().count()) / each;
}

std::optional<Audited> see_through_in_time(const text::Document& document,
                                           const lexicon::Compiled& lexicons,
                                           const AuditOptions& options,
                                           const Allowance& allowance) {
  const std::size_t all = document.sentences.size();
  std::optional<Audited> done;
  for (std::size_t count = kFirstPass; count < all;) {
    const auto begin = Allowance::Clock::now();
    auto audited = see_through(first_sentences(document, count), lexicons, options, allowance);
    if (!audited) break;
    done = std::move(audited);
    const double next = affordable(count, Allowance::Clock::now() - begin, allowance);
    if (next < static_cast<double>(std::min(all, 2 * count))) return done;
    count = std::min(all, std::min(static_cast<std::size_t>(next), kGrowth * count));
  }
  if (allowance.spent()) return done;
  auto audited = see_through(document, lexicons, options, allowance);
  return audited ? std::move(audited) : std::move(done);
}

}  // namespace

std::optional<Audited> audit_document(const text::Document& document,
                                      const lexicon::Compiled& lexicons,
                                      const AuditOptions& options, const Allowance& allowance) {
  if (!allowance.timed()) return see_through(document, lexicons, options, allowance);
  auto audited = see_through_in_time(document, lexicons, options, allowance);
  if (allowance.cancelled()) return std::nullopt;
  return audited;
}

}  // namespace claimlint
