// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/export.hpp"

namespace claimlint {

/// Counts behind precision, recall and F1. A figure whose denominator is zero is 0.
struct Agreement {
  std::size_t true_positive = 0;
  std::size_t false_positive = 0;
  std::size_t false_negative = 0;
  CLAIMLINT_EXPORT void add(bool found, bool wanted);
  [[nodiscard]] CLAIMLINT_EXPORT double precision() const;
  [[nodiscard]] CLAIMLINT_EXPORT double recall() const;
  [[nodiscard]] CLAIMLINT_EXPORT double f1() const;
  [[nodiscard]] std::size_t wanted() const { return true_positive + false_negative; }
};

/// A sentence on which the audit and the annotation differ about being flagged.
struct Disagreement {
  std::string document;
  bool missed = false;  ///< annotated and not found; otherwise found and not annotated
  std::vector<std::string> wanted;
  std::vector<std::string> found;
  std::string text;
};

/// How an audit agrees with annotated articles. A claim belongs to the annotated sentence that
/// holds the middle of its span.
struct Evaluation {
  std::size_t documents = 0;
  Agreement unsupported;
  Agreement types;   ///< over sentence and type
  Agreement family;  ///< over sentence and the part of the type before the dot
  std::map<std::string, Agreement> by_type;
  std::optional<double> types_macro_f1;  ///< mean F1 of the types annotated ten times or more
  Agreement severity3;                   ///< its recall: annotated as severity 3 and flagged
  Agreement high_flags;                  ///< its precision: flagged high, annotated 2 or 3
  std::optional<double> severity_spearman;
  std::optional<double> risk_spearman;
  std::map<std::string, Agreement> mentions_exact;
  std::map<std::string, Agreement> mentions_overlap;
  std::size_t claims_outside = 0;  ///< claims that lie in no annotated sentence
  std::vector<Disagreement> disagreements;
};

/// Audits every NAME.txt of `directory` that has a NAME.json beside it, and compares. Throws
/// std::runtime_error where the folder holds no annotated article, or an annotation is malformed
/// (the message names the file).
CLAIMLINT_EXPORT Evaluation evaluate(const Auditor& auditor,
                                     const std::filesystem::path& directory);

/// Writes the figures as a table; `examples` disagreements follow.
CLAIMLINT_EXPORT void write_evaluation(std::ostream& out, const Evaluation& evaluation,
                                       std::size_t examples = 0);

}  // namespace claimlint
