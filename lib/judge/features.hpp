// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claims.hpp"
#include "judge.hpp"

namespace claimlint::judge {

/// Of fewer sentences the model cannot tell what kind of text they are from.
inline constexpr std::uint32_t kFewSentences = 9;

/// The names of what the model looks at in a sentence: "w=relief", "rule=efficacy.treat". Kept in
/// one piece of text, so that a list can be filled anew without allocation.
class FeatureNames {
 public:
  void clear();
  /// Adds `group` and the parts behind it as one name.
  void add(std::string_view group, std::string_view value = {}, std::string_view more = {});

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

/// Describes the sentences of one document to the model. What the rules found in a sentence, around
/// it and in the whole document is part of the description, and so are its words; the name of a
/// thing never is more than its kind where words are paired.
class Features {
 public:
  Features(const claims::Observations& seen, const std::vector<Judgement>& judgements);

  /// Replaces `names` by what describes the sentence; a name may come more than once.
  void describe(std::uint32_t sentence, FeatureNames& names) const;

 private:
  void add_words(std::uint32_t sentence, FeatureNames& names) const;
  void add_heading(std::uint32_t sentence, FeatureNames& names) const;
  void add_shape(std::uint32_t sentence, FeatureNames& names) const;
  void add_context(std::uint32_t sentence, FeatureNames& names) const;
  void add_rules(std::uint32_t sentence, FeatureNames& names) const;
  void add_neighbours(std::uint32_t sentence, FeatureNames& names) const;
  [[nodiscard]] bool stands_in(std::uint32_t sentence) const { return standing_[sentence] > 0; }

  const claims::Observations& seen_;
  const std::vector<Judgement>& judgements_;
  std::vector<std::uint32_t> first_;  ///< of each sentence, into judgements_; one more at the end
  std::vector<std::uint32_t> standing_;  ///< claims of rules that count, by sentence
  std::uint32_t flagged_ = 0;            ///< sentences with such a claim
};

}  // namespace claimlint::judge
