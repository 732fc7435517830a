// SPDX-License-Identifier: Apache-2.0
#include "weigh.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "claims/raised.hpp"
#include "features.hpp"
#include "learned.hpp"
#include "severity.hpp"
#include "tag/mend.hpp"

namespace claimlint::judge {
namespace {

using claims::Candidate;
using claims::Observations;

constexpr std::string_view kHidden = "confidence";

/// Rejections that say what the sentence means, whoever finds the claim.
constexpr std::array<std::string_view, 5> kDenials = {"negated", "refuted", "navigation", "history",
                                                      "question"};

/// What the model says of a claim.
struct Rating {
  Confidence confidence = Confidence::low;
  std::vector<std::string> reasons;
};

void apply(Rating rating, Judgement& judgement) {
  judgement.confidence = rating.confidence;
  judgement.confidence_reasons = std::move(rating.reasons);
}

/// Weighs the sentences of one document.
class Weighing {
 public:
  Weighing(const Observations& seen, const std::vector<std::string>& jurisdictions)
      : seen_(seen), jurisdictions_(jurisdictions), learned_(seen.lexicons) {}

  std::vector<Judgement> run(std::vector<Judgement> judgements) {
    const Features features(seen_, judgements);
    FeatureNames names;
    auto first = judgements.begin();
    for (std::uint32_t i = 0; i < seen_.document.sentences.size(); ++i) {
      const auto last = std::find_if(first, judgements.end(), [&](const Judgement& judgement) {
        return judgement.candidate.sentence != i;
      });
      features.describe(i, names);
      learned_.read(names);
      weigh_sentence(i, {first, last});
      first = last;
    }
    for (Judgement* weak : weak_) reject(*weak);
    add_raised(judgements);
    return judgements;
  }

 private:
  using Judgements = std::span<Judgement>;

  void weigh_sentence(std::uint32_t sentence, Judgements here) {
    const std::int32_t flag = learned_.odds()[lexicon::kFlagOutput];
    for (Judgement& judgement : here) {
      if (judgement.candidate.rejection) continue;
      apply(rating_of(judgement.candidate, output_of(judgement)), judgement);
      if (is_few_) continue;
      if (learned_.odds()[lexicon::kMediumOutput] < model_.mild) soften(judgement);
      if (flag < model_.hide && judgement.severity == Severity::low) weak_.push_back(&judgement);
    }
    if (flag < model_.outputs[lexicon::kFlagOutput].raise) return;
    if (claims::may_raise(seen_, sentence)) raise_in(sentence, here);
  }

  /// A step off for a claim in a sentence that does not read like one of medium severity.
  void soften(Judgement& judgement) const {
    if (judgement.severity <= Severity::low || is_firm(judgement)) return;
    judgement.severity = lowered(judgement.severity);
    judgement.reasons.emplace_back(
        "the sentence reads mildly, if like a claim at all: one step off");
  }

  /// Types that keep their severity keep it here as well, but for a high one in a sentence that
  /// hardly reads like a claim: there a rule was misled, and no one such makes a document's band.
  /// What stays is medium, so that it is never hidden.
  bool is_firm(const Judgement& judgement) const {
    const lexicon::Rule& rule = rule_of(seen_, judgement.candidate);
    if (!seen_.lexicons.type_of(rule).keeps_severity) return false;
    const bool is_doubtful = learned_.odds()[lexicon::kFlagOutput] < model_.hide;
    return !is_doubtful || judgement.severity != Severity::high;
  }

  /// Raises the types that reach their odds; where nothing stands in the sentence, the likeliest.
  void raise_in(std::uint32_t sentence, Judgements here) {
    const auto odds = learned_.odds();
    std::uint32_t likeliest = 0;
    bool any = std::any_of(here.begin(), here.end(), stands_or_is_denied);
    for (auto output = lexicon::kFirstTypeOutput; output < odds.size(); ++output) {
      if (is_taken(model_.outputs[output].type, here)) continue;
      if (likeliest == 0 || odds[output] > odds[likeliest]) likeliest = output;
      if (odds[output] < model_.outputs[output].raise) continue;
      raise(sentence, output);
      any = true;
    }
    if (!any && likeliest > 0) raise(sentence, likeliest);
  }

  static bool stands_or_is_denied(const Judgement& judgement) {
    const auto& rejection = judgement.candidate.rejection;
    return !rejection ||
           std::find(kDenials.begin(), kDenials.end(), rejection->reason) != kDenials.end();
  }

  /// A rule found the type here, or found that the sentence denies it.
  bool is_taken(std::string_view type, Judgements here) const {
    return std::any_of(here.begin(), here.end(), [&](const Judgement& judgement) {
      const lexicon::Rule& rule = rule_of(seen_, judgement.candidate);
      return rule.type == type && stands_or_is_denied(judgement);
    });
  }

  void raise(std::uint32_t sentence, std::uint32_t output) {
    Candidate candidate =
        claims::raised_candidate(seen_, sentence, seen_.lexicons.learned_rule(output));
    if (candidate.rejection) return;
    const auto medium = lexicon::kMediumOutput;
    const bool is_mild = learned_.odds()[medium] < model_.outputs[medium].raise;
    ratings_.push_back(rating_of(candidate, output));
    highest_.push_back(is_mild ? Severity::low : Severity::medium);
    raised_.push_back(std::move(candidate));
  }

  std::uint32_t output_of(const Judgement& judgement) const {
    return learned_.output_of(rule_of(seen_, judgement.candidate).type);
  }

  Rating rating_of(const Candidate& candidate, std::uint32_t output) const {
    const Confidence confidence = learned_.confidence(learned_.odds()[output]);
    const bool mended =
        std::any_of(candidate.roles.begin(), candidate.roles.end(), [&](const claims::Role& role) {
          return tag::is_repaired(seen_.document, seen_.document.tokens_in(role.folded));
        });
    return {mended ? std::min(confidence, Confidence::medium) : confidence,
            learned_.reasons(output)};
  }

  static void reject(Judgement& judgement) {
    judgement.candidate.rejection = claims::Rejection{std::string(kHidden), {}, std::nullopt};
    judgement.unsupported = false;
    judgement.severity = Severity::none;
  }

  static void cap_severity(Judgement& judgement, Severity highest) {
    if (judgement.severity <= highest) return;
    judgement.severity = highest;
    judgement.reasons.emplace_back(highest == Severity::low
                                       ? "found by the model alone, in a sentence that reads mildly"
                                       : "found by the model alone: medium at most");
  }

  void add_raised(std::vector<Judgement>& judgements) {
    std::vector<Judgement> raised = judge(std::move(raised_), seen_, jurisdictions_);
    for (std::size_t i = 0; i < raised.size(); ++i) {
      apply(std::move(ratings_[i]), raised[i]);
      cap_severity(raised[i], highest_[i]);
    }
    const auto old = static_cast<std::ptrdiff_t>(judgements.size());
    std::move(raised.begin(), raised.end(), std::back_inserter(judgements));
    std::inplace_merge(
        judgements.begin(), judgements.begin() + old, judgements.end(),
        [](const Judgement& a, const Judgement& b) { return place_of(a) < place_of(b); });
  }

  static std::tuple<std::uint32_t, Span, std::uint32_t> place_of(const Judgement& judgement) {
    const Candidate& candidate = judgement.candidate;
    return {candidate.sentence, candidate.folded, candidate.rule};
  }

  const Observations& seen_;
  const std::vector<std::string>& jurisdictions_;
  const lexicon::LearnedModel& model_ = *seen_.lexicons.model().learned;
  Learned learned_;
  bool is_few_ = seen_.document.sentences.size() < kFewSentences;
  std::vector<Judgement*> weak_;
  std::vector<Candidate> raised_;
  std::vector<Rating> ratings_;    ///< of raised_
  std::vector<Severity> highest_;  ///< that each of raised_ may have
};

}  // namespace

std::vector<Judgement> weigh(std::vector<Judgement> judgements, const Observations& seen,
                             const std::vector<std::string>& jurisdictions) {
  if (!seen.lexicons.model().learned) return judgements;
  return Weighing(seen, jurisdictions).run(std::move(judgements));
}

bool is_hidden(const Judgement& judgement) {
  return judgement.candidate.rejection && judgement.candidate.rejection->reason == kHidden;
}

}  // namespace claimlint::judge
