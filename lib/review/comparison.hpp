// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annotation.hpp"
#include "claimlint/evaluation.hpp"
#include "claimlint/report.hpp"

namespace claimlint::review {

/// An article with what a person and what the audit found in it.
struct ReviewedDocument {
  std::string name;
  std::string_view bytes;
  const Annotation& annotation;
  Report report;
};

/// Adds documents up to the figures of an Evaluation.
class Comparison {
 public:
  /// Only claims of these types count; `evaluation` must outlive this.
  Comparison(std::set<std::string> types, Evaluation& evaluation);

  void add(const ReviewedDocument& document);

  /// Works out the correlations, after the last document.
  void finish();

 private:
  /// What the audit found in one annotated sentence.
  struct Finds {
    std::set<std::string> types;
    bool unsupported = false;
    int severity = 0;
  };
  struct Pairs {
    std::vector<double> found;
    std::vector<double> annotated;
    void add(double a, double b);
  };

  std::vector<Finds> collect(const ReviewedDocument& document);
  void compare_sentence(const AnnotatedSentence& wanted, const Finds& found);
  void compare_types(const std::set<std::string>& wanted, const std::set<std::string>& found);
  void compare_mentions(const std::vector<AnnotatedMention>& annotated, const Report& report);
  void keep_disagreement(const ReviewedDocument& document, const AnnotatedSentence& wanted,
                         const Finds& found);
  [[nodiscard]] std::vector<std::string> counted_types(const std::set<std::string>& types) const;

  std::set<std::string> types_;
  Evaluation& evaluation_;
  Pairs severity_;
  Pairs risk_;
};

}  // namespace claimlint::review
