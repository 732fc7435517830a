// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model.hpp"

namespace claimlint::lexicon {

/// An expression that matches exactly this folded text.
std::string literal_expression(std::string_view folded);

/// An expression that matches what any of these does, the first that fits.
std::string any_of(const std::vector<std::string>& expressions);

/// Writes out what stands as `{class}` in expressions: any expression of that cue class.
class ClassExpander {
 public:
  /// The model must outlive it.
  explicit ClassExpander(const Rulebook& model);

  [[nodiscard]] bool knows(std::string_view cue_class) const;

  /// Problems, of classes that are unknown, stand for themselves or grow beyond all bounds, are
  /// added as messages; such a class is left out.
  std::string expand(std::string_view expression, std::vector<std::string>& problems);

  /// For expressions without problems.
  std::string expand(std::string_view expression);

 private:
  struct CueClass {
    std::vector<std::string_view> expressions;
    std::string expanded;  ///< empty until it is asked for
    bool open = false;     ///< being expanded
  };
  const std::string& expand_class(std::string_view name, std::vector<std::string>& problems);

  std::map<std::string_view, CueClass> classes_;
  std::size_t depth_ = 0;         ///< classes being expanded
  std::size_t all_expanded_ = 0;  ///< bytes of the classes so far
};

/// The expressions of a rulebook with their cue classes written out, in its order.
struct Expressions {
  std::vector<std::string> rules = {};
  std::vector<std::string> unless = {};  ///< of all rules
  std::vector<std::string> cues = {};
  std::vector<std::string> textbook = {};
};

/// For a rulebook that has passed check_references.
Expressions expand_all(const Rulebook& model);

}  // namespace claimlint::lexicon
