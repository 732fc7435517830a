// SPDX-License-Identifier: Apache-2.0
#include "decide.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "claimlint/decisions.hpp"
#include "suppressions.hpp"

namespace claimlint::review {
namespace {

void dismiss(Claim& claim, std::optional<Span> where) {
  claim.vetoed = Veto{"dismissed", claim.decision->reason, where};
}

void apply(const RecordedDecision& recorded, Claim& claim) {
  claim.decision =
      Decision{recorded.action, recorded.by, recorded.reason, recorded.expires, "file"};
  if (recorded.action == "dismiss") dismiss(claim, std::nullopt);
}

void apply(Suppression& suppression, Claim& claim) {
  suppression.used = true;
  claim.decision = Decision{"dismiss", {}, suppression.reason, std::nullopt, "inline"};
  dismiss(claim, suppression.comment);
}

void decide(Claim& claim, Suppressions& suppressions, const AuditOptions& options) {
  if (claim.vetoed) return;
  const RecordedDecision* const recorded =
      options.decisions ? options.decisions->find(claim.id) : nullptr;
  Suppression* const suppression = find_suppression(suppressions, claim);
  if (recorded != nullptr) {
    apply(*recorded, claim);
  } else if (suppression != nullptr) {
    apply(*suppression, claim);
  }
  if (claim.counts() && options.baseline && options.baseline->contains(claim.id)) {
    claim.vetoed = Veto{"baseline", {}, std::nullopt};
  }
}

/// An attempt of the page to acquit itself is worth knowing of.
Note unheeded(const std::vector<input::Directive>& directives, const text::Text& text) {
  return {"suppression.unheeded",
          std::to_string(directives.size()) +
              (directives.size() == 1 ? " comment asks" : " comments ask") +
              " claimlint to pass over claims; inline decisions are not heeded",
          text.markup_to_source.to_source(directives.front().comment)};
}

void note_unused(Report& report, const Suppressions& suppressions) {
  for (const Suppression& each : suppressions.entries) {
    if (each.used) continue;
    report.notes.push_back({"suppression.unused",
                            "no claim falls under this suppression: " + each.reason, each.comment});
  }
}

}  // namespace

void decide(Report& report, const std::vector<input::Directive>& directives, const text::Text& text,
            const Lexicons& lexicons, const AuditOptions& options) {
  Suppressions suppressions;
  if (options.inline_decisions) {
    suppressions = read_suppressions(directives, text, lexicons);
  } else if (!directives.empty()) {
    report.notes.push_back(unheeded(directives, text));
  }
  for (Sentence& sentence : report.sentences) {
    for (Claim& claim : sentence.claims) decide(claim, suppressions, options);
  }
  std::ranges::move(suppressions.notes, std::back_inserter(report.notes));
  note_unused(report, suppressions);
}

}  // namespace claimlint::review
