// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claims.hpp"
#include "context/context.hpp"
#include "judge/judge.hpp"
#include "lexicon/compiled.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

namespace claimlint::fixture {

struct Piece {
  BlockKind kind = BlockKind::prose;
  std::string text;
};

/// Small lexicons of the tests' own: a few concepts and cues, the types that rules need, and the
/// `[[rule]]`, `[[evidence]]` and other tables given. Fails the test where they hold a problem.
std::shared_ptr<const lexicon::Compiled> lexicons_with(const std::string& tables);

/// A [[rule]] table of the type that its id begins with.
std::string rule_table(const std::string& id, const std::string& pattern);

/// A document with everything found in it. A heading stands over the blocks after it.
class Reading {
 public:
  Reading(std::shared_ptr<const lexicon::Compiled> lexicons, const std::vector<Piece>& pieces);
  Reading(std::shared_ptr<const lexicon::Compiled> lexicons, const std::string& prose);

  [[nodiscard]] const claims::Observations& observations() const { return observations_; }
  [[nodiscard]] std::vector<claims::Candidate> candidates() const;
  [[nodiscard]] std::vector<judge::Judgement> judgements(
      const std::vector<std::string>& jurisdictions = {}) const;

  /// "rule@sentence" of every candidate that stands; "rule@sentence!reason" of one that does not.
  [[nodiscard]] std::vector<std::string> outcomes() const;

  /// The words that fill a role; empty where nothing does.
  [[nodiscard]] std::string role(const claims::Candidate& candidate, std::string_view name) const;

 private:
  std::shared_ptr<const lexicon::Compiled> lexicons_;
  text::Document document_;
  std::vector<tag::SentenceTags> tags_;
  std::vector<context::SentenceContext> context_;
  claims::Observations observations_;
};

}  // namespace claimlint::fixture
