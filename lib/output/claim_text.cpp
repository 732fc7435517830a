// SPDX-License-Identifier: Apache-2.0
#include "claim_text.hpp"

#include "page.hpp"

namespace claimlint::output {
namespace {

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += separator;
    text += value;
  }
  return text;
}

std::string source_text(const SupportSource& source) {
  std::string text = source.name.empty() ? source.kind : source.name + " (" + source.kind + ")";
  if (source.id) text += ", " + *source.id;
  if (source.verdict) text += ", " + *source.verdict;
  if (source.certainty) text += ", " + *source.certainty + " certainty";
  if (source.distance && *source.distance > 0) {
    text += ", " + counted(*source.distance, "sentence") + " away";
  }
  return text;
}

std::string_view support_words(SupportStatus status) {
  switch (status) {
    case SupportStatus::none:
      return "none found";
    case SupportStatus::cited:
      return "a source is cited; it was not read";
    case SupportStatus::evidence:
      return "the evidence table supports it";
    case SupportStatus::contradicted:
      return "the evidence contradicts it";
    case SupportStatus::textbook:
      return "textbook knowledge";
  }
  return {};
}

}  // namespace

std::string basis_text(const std::vector<BasisReference>& basis) {
  if (basis.empty()) return "no legal reference recorded";
  std::vector<std::string> references;
  for (const BasisReference& reference : basis) {
    const bool accepted = reference.outcome == Outcome::accepted;
    references.push_back(accepted ? "accepted by " + reference.id : reference.id);
  }
  return joined(references, ", ");
}

std::string support_text(const Support& support) {
  std::vector<std::string> sources;
  for (const SupportSource& source : support.sources) sources.push_back(source_text(source));
  std::string text(support_words(support.status));
  if (!sources.empty()) text += ": " + joined(sources, "; ");
  return text;
}

std::string roles_text(const std::vector<FrameRole>& frame) {
  std::vector<std::string> roles;
  roles.reserve(frame.size());
  for (const FrameRole& role : frame) {
    roles.push_back(role.role + " \"" + role.text + "\"" +
                    (role.concept_id ? " (" + *role.concept_id + ")" : ""));
  }
  return joined(roles, ", ");
}

std::string veto_text(const Veto& veto) {
  return veto.cue.empty() ? veto.reason : veto.reason + ", by \"" + veto.cue + "\"";
}

std::string decision_text(const Decision& decision) {
  std::string text = decision.action + "ed";
  if (!decision.by.empty()) text += " by " + decision.by;
  if (!decision.reason.empty()) text += ": " + decision.reason;
  if (decision.expires) text += ", until " + *decision.expires;
  return text;
}

std::string list_text(const std::vector<std::string>& values) { return joined(values, "; "); }

std::string status_text(const Report& report) {
  std::string text =
      report.status == Status::not_audited ? "not audited" : std::string(to_string(report.status));
  if (!report.reasons.empty()) text += " (" + joined(report.reasons, ", ") + ")";
  return text;
}

}  // namespace claimlint::output
