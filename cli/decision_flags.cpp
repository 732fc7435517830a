// SPDX-License-Identifier: Apache-2.0
#include "decision_flags.hpp"

#include <charconv>

namespace claimlint::cli {
namespace {

constexpr double kHighestRisk = 100;

void set_suggest_below(Settings& settings, const std::string& value) {
  double risk = 0;
  const char* const end = value.data() + value.size();
  const auto result = std::from_chars(value.data(), end, risk);
  // Written so that a NaN is refused too.
  const bool fits = risk > 0 && risk <= kHighestRisk;
  if (result.ec != std::errc() || result.ptr != end || !fits) {
    throw UsageError("--suggest-below: '" + value + "' is no risk above 0 and up to 100");
  }
  settings.decisions.suggest = true;
  settings.decisions.suggest_below = risk;
}

}  // namespace

std::vector<Flag> decision_flags() {
  return {
      {"baseline", "REPORT", "audit verify",
       "an earlier report (json or jsonl): claims that counted there do not\n"
       "count again",
       [](Settings& s, const std::string& v) { s.decisions.baseline = v; }},
      {"decisions", "FILE", "audit verify",
       "what reviewers decided (docs/decisions.md): dismissed claims do not count",
       [](Settings& s, const std::string& v) { s.decisions.file = v; }},
      {"inline-decisions", "", "audit verify",
       "heed claimlint-ignore, claimlint-off and claimlint-on in comments of the\n"
       "article; only for articles of your own",
       [](Settings& s, const std::string&) { s.audit.inline_decisions = true; }},
      {"ledger", "FILE", "rules",
       "how often the reviewers of this decisions file accepted what each rule\n"
       "found",
       [](Settings& s, const std::string& v) { s.decisions.ledger = v; }},
      {"suggest", "", "audit",
       "in place of a report: the fewest claims to change until the band of each\n"
       "document is low, with safer wording",
       [](Settings& s, const std::string&) { s.decisions.suggest = true; }},
      {"suggest-below", "RISK", "audit", "the same until its risk is less than this",
       set_suggest_below},
      {"today", "DATE", "audit verify",
       "the day on which decisions expire or hold (default today, UTC)",
       [](Settings& s, const std::string& v) { s.decisions.today = v; }},
  };
}

}  // namespace claimlint::cli
