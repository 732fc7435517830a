// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "claimlint/evaluation.hpp"

namespace claimlint {
namespace {

constexpr int kNameWidth = 28;

/// Three decimals, whatever the state and locale of the stream it goes to.
std::string figure(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << std::fixed << std::setprecision(3) << value;
  return out.str();
}

std::string figure(const std::optional<double>& value) { return value ? figure(*value) : "-"; }

std::string padded(std::string text, int width) {
  text.resize(std::max(text.size(), static_cast<std::size_t>(width)), ' ');
  return text;
}

void write_row(std::ostream& out, const std::string& name, const Agreement& agreement) {
  out << padded(name, kNameWidth) << figure(agreement.precision()) << "  "
      << figure(agreement.recall()) << "  " << figure(agreement.f1()) << "  " << agreement.wanted()
      << '\n';
}

void write_figure(std::ostream& out, const std::string& name, const std::string& value) {
  out << padded(name, kNameWidth) << value << '\n';
}

std::string joined(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
  return text.empty() ? "none" : text;
}

void write_disagreement(std::ostream& out, const Disagreement& disagreement) {
  out << '\n'
      << (disagreement.missed ? "missed  " : "false   ") << disagreement.document
      << "  annotated: " << joined(disagreement.wanted) << "  found: " << joined(disagreement.found)
      << "\n        " << disagreement.text << '\n';
}

}  // namespace

void write_evaluation(std::ostream& out, const Evaluation& evaluation, std::size_t examples) {
  out << padded(std::to_string(evaluation.documents) + " documents", kNameWidth)
      << "P      R      F1     n\n";
  write_row(out, "flagged sentences", evaluation.unsupported);
  write_row(out, "types", evaluation.types);
  write_row(out, "families of types", evaluation.family);
  for (const auto& [type, agreement] : evaluation.by_type) write_row(out, "  " + type, agreement);
  for (const auto& [kind, agreement] : evaluation.mentions_exact) {
    write_row(out, kind + ", exact", agreement);
  }
  for (const auto& [kind, agreement] : evaluation.mentions_overlap) {
    write_row(out, kind + ", overlapping", agreement);
  }
  out << '\n';
  write_figure(out, "types, macro F1 (n >= 10)", figure(evaluation.types_macro_f1));
  write_figure(out, "recall of severity 3", figure(evaluation.severity3.recall()));
  write_figure(out, "precision of high flags", figure(evaluation.high_flags.precision()));
  write_figure(out, "severity, Spearman", figure(evaluation.severity_spearman));
  write_figure(out, "risk, Spearman", figure(evaluation.risk_spearman));
  write_figure(out, "claims outside", std::to_string(evaluation.claims_outside));
  const auto& disagreements = evaluation.disagreements;
  for (std::size_t i = 0; i < std::min(examples, disagreements.size()); ++i) {
    write_disagreement(out, disagreements[i]);
  }
}

}  // namespace claimlint
