// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "concepts.hpp"
#include "descriptions.hpp"
#include "flat.hpp"
#include "model.hpp"
#include "patterns.hpp"
#include "roles.hpp"
#include "terms.hpp"
#include "weights.hpp"
#include "word_lists.hpp"

namespace claimlint::lexicon {

/// The lexicons ready to match with. Immutable and safe for concurrent use.
class Compiled {
 public:
  /// What compile() gave: it is used where it lies, at a multiple of kFlatAlignment, and must stay
  /// there while `keeper` does. Throws std::exception for other bytes; none make it misbehave.
  explicit Compiled(std::string_view bytes, std::shared_ptr<const void> keeper = nullptr,
                    FlatReader::Trust trust = FlatReader::Trust::none);
  /// Compiles them. The model must have passed check_references.
  explicit Compiled(const Model& model);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  ~Compiled() = default;

  /// Everything but concepts and word lists.
  [[nodiscard]] const Rulebook& model() const { return rulebook_; }
  [[nodiscard]] const Roles& roles() const { return roles_; }
  [[nodiscard]] const Concepts& concepts() const { return concepts_; }
  /// Made when first asked for: an audit needs none.
  [[nodiscard]] const Descriptions& descriptions() const;

  [[nodiscard]] const Patterns& rule_patterns() const { return rule_patterns_; }
  [[nodiscard]] const Patterns& unless_patterns() const { return unless_patterns_; }
  [[nodiscard]] const Patterns& cue_patterns() const { return cue_patterns_; }
  [[nodiscard]] const Patterns& textbook_patterns() const { return textbook_patterns_; }
  [[nodiscard]] const Terms& concept_terms() const { return concept_terms_; }
  [[nodiscard]] const Terms& unit_terms() const { return unit_terms_; }
  [[nodiscard]] const Weights& weights() const { return weights_; }

  /// The place of the rule that stands for what the model raises of an output, behind those of the
  /// lexicon files.
  [[nodiscard]] std::uint32_t learned_rule(std::size_t output) const {
    return static_cast<std::uint32_t>(written_rules_ + output);
  }

  /// The rule an expression of unless_patterns() belongs to.
  [[nodiscard]] std::uint32_t unless_rule(std::uint32_t pattern) const {
    return unless_rules_[pattern];
  }
  /// The first expression of unless_patterns() that belongs to a rule of the lexicon files, or to
  /// one behind it.
  [[nodiscard]] std::uint32_t first_unless(std::uint32_t rule) const { return first_unless_[rule]; }
  /// The rules that look for nothing but a voice.
  [[nodiscard]] const std::vector<std::uint32_t>& voiced_rules() const { return voiced_rules_; }
  /// Of a rule of model().
  [[nodiscard]] const ClaimType& type_of(const Rule& rule) const;
  [[nodiscard]] const Provision& provision(std::string_view id) const;
  [[nodiscard]] WordTraits word_traits(std::string_view folded) const {
    return word_lists_.traits(folded);
  }
  [[nodiscard]] bool is_ordinary_word(std::string_view folded) const {
    return word_traits(folded).ordinary;
  }
  /// What was compiled, to be put under other lexicons.
  [[nodiscard]] Model to_model() const;

 private:
  explicit Compiled(const std::shared_ptr<const std::string>& bytes);
  Compiled(FlatReader in, std::shared_ptr<const void> keeper);
  void add_learned_rules();

  std::shared_ptr<const void> keeper_;
  Rulebook rulebook_;
  Roles roles_;
  Concepts concepts_;
  WordLists word_lists_;
  Patterns rule_patterns_;
  Patterns unless_patterns_;
  Patterns cue_patterns_;
  Patterns textbook_patterns_;
  Terms concept_terms_;
  Terms unit_terms_;
  Weights weights_;
  std::size_t written_rules_ = 0;
  std::vector<std::uint32_t> unless_rules_;  ///< by expression
  std::vector<std::uint32_t> first_unless_;  ///< by rule, and one more
  std::vector<std::uint32_t> voiced_rules_;
  std::unordered_map<std::string_view, std::uint32_t> type_index_;
  std::unordered_map<std::string_view, std::uint32_t> provision_index_;
  mutable std::once_flag is_described_;
  mutable std::optional<Descriptions> descriptions_;
};

}  // namespace claimlint::lexicon
