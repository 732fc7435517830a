// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model.hpp"
#include "patterns.hpp"
#include "terms.hpp"

namespace claimlint::lexicon {

/// The lexicons ready to match with. Immutable and safe for concurrent use.
class Compiled {
 public:
  /// The model must have passed check_references.
  explicit Compiled(Model model);

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] const std::vector<TypeInfo>& types() const { return types_; }
  [[nodiscard]] const std::vector<RuleInfo>& rules() const { return rules_; }

  [[nodiscard]] const Patterns& rule_patterns() const { return rule_patterns_; }
  [[nodiscard]] const Patterns& unless_patterns() const { return unless_patterns_; }
  [[nodiscard]] const Patterns& cue_patterns() const { return cue_patterns_; }
  [[nodiscard]] const Terms& concept_terms() const { return concept_terms_; }
  [[nodiscard]] const Terms& unit_terms() const { return unit_terms_; }

  /// The rule an expression of unless_patterns() belongs to.
  [[nodiscard]] std::uint32_t unless_rule(std::uint32_t pattern) const {
    return unless_rules_[pattern];
  }
  [[nodiscard]] const ClaimType& type_of(const Rule& rule) const;
  [[nodiscard]] const Provision& provision(std::string_view id) const;
  [[nodiscard]] bool is_ordinary_word(std::string_view folded) const;

 private:
  Model model_;
  std::vector<TypeInfo> types_;
  std::vector<RuleInfo> rules_;
  Patterns rule_patterns_;
  Patterns unless_patterns_;
  std::vector<std::uint32_t> unless_rules_;
  Patterns cue_patterns_;
  Terms concept_terms_;
  Terms unit_terms_;
  std::unordered_map<std::string_view, std::uint32_t> type_index_;
  std::unordered_map<std::string_view, std::uint32_t> provision_index_;
  std::unordered_set<std::string_view> ordinary_;
};

}  // namespace claimlint::lexicon
