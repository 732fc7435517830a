// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"
#include "lexicon/compiled.hpp"
#include "text/text.hpp"

namespace claimlint::judge {

/// What the stages made of one text, up to the claims that rules found, judged.
class Analysis {
 public:
  Analysis(text::Text text, const lexicon::Compiled& lexicons,
           const std::vector<std::string>& jurisdictions);
  Analysis(const Analysis&) = delete;  // observations refer to members
  Analysis& operator=(const Analysis&) = delete;
  ~Analysis() = default;

  [[nodiscard]] const claims::Observations& observations() const { return observations_; }
  [[nodiscard]] const std::vector<Judgement>& judgements() const { return judgements_; }

 private:
  text::Document document_;
  std::vector<tag::SentenceTags> tags_;
  std::vector<context::SentenceContext> context_;
  claims::Observations observations_;
  std::vector<Judgement> judgements_;
};

}  // namespace claimlint::judge
