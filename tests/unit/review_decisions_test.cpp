// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/decisions.hpp"

namespace claimlint {
namespace {

constexpr const char* kId = "0123456789abcdef0123456789abcdef";
constexpr const char* kOther = "ffffffffffffffffffffffffffffffff";
constexpr const char* kToday = "2026-06-15";
constexpr const char* kClaim = "Our adjustments cure migraine.";

/// {"schema":1,"decisions":[...]} with an entry a line from the second line on.
std::string file_of(const std::vector<std::string>& entries) {
  std::string text = "{\"schema\":1,\"decisions\":[\n";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += entries[i] + (i + 1 < entries.size() ? ",\n" : "\n");
  }
  return text + "]}";
}

std::string entry(const std::string& claim, const std::string& action,
                  const std::string& more = R"(,"reason":"why")") {
  return R"({"claim":")" + claim + R"(","action":")" + action + "\"" + more + "}";
}

Decisions decisions_of(const std::vector<std::string>& entries) {
  return Decisions::read(file_of(entries), kToday);
}

std::vector<DecisionProblem> problems_of(const std::string& file) {
  try {
    Decisions::read(file, kToday);
  } catch (const DecisionError& error) {
    return error.problems();
  }
  return {};
}

bool says(const DecisionProblem& problem, std::size_t line, const std::string& words) {
  return problem.line == line && problem.message.find(words) != std::string::npos;
}

const Claim& only_claim(const Report& report) {
  const Claim* found = nullptr;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      REQUIRE(found == nullptr);
      found = &claim;
    }
  }
  REQUIRE(found != nullptr);
  return *found;
}

Report audit(const std::string& text, AuditOptions options = {}) {
  return Auditor(Lexicons::builtin(), std::move(options)).audit(text, {"a.txt"});
}

AuditOptions with(const std::string& entry) {
  AuditOptions options;
  options.decisions = std::make_shared<const Decisions>(decisions_of({entry}));
  return options;
}

Baseline baseline_of(const std::string& text) {
  std::istringstream in(text);
  return Baseline::read(in);
}

std::string claim_json(const std::string& id, bool unsupported, const std::string& vetoed) {
  return R"({"id":")" + id + R"(","type":"t","place":{"id":"x"},"unsupported":)" +
         (unsupported ? "true" : "false") + R"(,"vetoed":)" + vetoed +
         R"(,"frame":[{"id":"y","role":"r"}],"message":""})";
}

std::string document_json(const std::string& claims) {
  return R"({"kind":"document","schema":1,"sentences":[{"claims":[)" + claims + "]}]}";
}

}  // namespace

TEST_CASE("decisions: an empty file decides nothing") {
  const Decisions decisions = decisions_of({});
  CHECK(decisions.entries().empty());
  CHECK(decisions.find(kId) == nullptr);
}

TEST_CASE("decisions: an entry is found by its claim, with all it says") {
  const Decisions decisions = decisions_of(
      {entry(kOther, "accept", ""),
       entry(kId, "dismiss",
             R"(,"reason":"quoted","by":"AB","at":"2026-01-02","expires":"2026-07-01",)"
             R"("type":"efficacy.cure","rule":"r","text":"t")")});
  const RecordedDecision* const found = decisions.find(kId);
  REQUIRE(found != nullptr);
  CHECK(*found == RecordedDecision{kId, "dismiss", "quoted", "AB", "2026-01-02", "2026-07-01",
                                   "efficacy.cure", "r", "t", 3});
}

TEST_CASE("decisions: one holds until the day on which it expires, and no longer") {
  const auto holds_until = [](const std::string& day) {
    return decisions_of({entry(kId, "accept", R"(,"expires":")" + day + "\"")}).find(kId) !=
           nullptr;
  };
  CHECK(holds_until("2026-06-16"));
  CHECK_FALSE(holds_until("2026-06-15"));
  CHECK_FALSE(holds_until("2025-12-31"));
}

TEST_CASE("decisions: all problems of a file are told, each with its line") {
  const std::vector<DecisionProblem> problems = problems_of(file_of(
      {entry(kId, "dismiss", ""), entry(kOther, "drop"), entry("12", "accept"), "7",
       R"({"action":"accept"})", entry(kId, "accept", R"(,"colour":"red","at":"2026-02-30")")}));
  REQUIRE(problems.size() == 8);
  CHECK(says(problems[0], 2, "decisions[0].reason"));
  CHECK(says(problems[1], 3, "decisions[1].action: is not accept or dismiss"));
  CHECK(says(problems[2], 4, "decisions[2].claim"));
  CHECK(says(problems[3], 1, "decisions[3]: is no object"));
  CHECK(says(problems[4], 6, "decisions[4].claim: is missing"));
  CHECK(says(problems[5], 7, "decisions[5].at"));
  CHECK(says(problems[6], 7, "unknown key 'colour'"));
  CHECK(says(problems[7], 7, "is decided in line 2 already"));
}

TEST_CASE("decisions: a blank is no reason to dismiss a claim") {
  CHECK(problems_of(file_of({entry(kId, "dismiss", R"(,"reason":" \t")")})).size() == 1);
  CHECK(problems_of(file_of({entry(kId, "accept", R"(,"reason":"")")})).empty());
}

TEST_CASE("decisions: what is no JSON is told with its line") {
  const std::vector<DecisionProblem> problems = problems_of("{\"schema\":1,\n\n\"decisions\":[,]}");
  REQUIRE(problems.size() == 1);
  CHECK(says(problems[0], 3, "no JSON"));
  CHECK(problems_of("").size() == 1);
  CHECK(problems_of("[]").size() == 1);
  CHECK(problems_of("{\"schema\":2,\"decisions\":[]}").size() == 1);
  CHECK(problems_of("{\"schema\":1}").size() == 1);
  CHECK(problems_of("{\"schema\":1,\"decisions\":[],\"more\":0}").size() == 1);
}

TEST_CASE("decisions: a day that there is none of is refused") {
  for (const char* day : {"", "2026-6-1", "2026-02-29", "2026-13-01", "-026-01-01", "2026/01/01"}) {
    CHECK_THROWS_AS(Decisions::read(file_of({}), day), std::invalid_argument);
  }
  CHECK_NOTHROW(Decisions::read(file_of({}), "2024-02-29"));
}

TEST_CASE("decisions: their hash tells what holds, and not how it is written down") {
  const std::string one = entry(kId, "accept");
  const std::string other = entry(kOther, "dismiss");
  const std::string expired = entry(kOther, "dismiss", R"(,"reason":"why","expires":"2020-01-01")");
  CHECK(decisions_of({one, other}).sha256() == decisions_of({other, one}).sha256());
  CHECK(decisions_of({one}).sha256() == decisions_of({one, expired}).sha256());
  CHECK(decisions_of({one}).sha256() != decisions_of({one, other}).sha256());
  CHECK(decisions_of({one}).sha256() != decisions_of({entry(kId, "accept", "")}).sha256());
}

TEST_CASE("decisions: a dismissed claim is kept with the reason and does not count") {
  const std::string id = only_claim(audit(kClaim)).id;
  const Report report =
      audit(kClaim, with(entry(id, "dismiss", R"(,"reason":"a quotation","by":"AB")")));
  const Claim& claim = only_claim(report);
  CHECK(claim.decision == Decision{"dismiss", "AB", "a quotation", std::nullopt, "file"});
  CHECK(claim.vetoed == Veto{"dismissed", "a quotation", std::nullopt});
  CHECK(claim.id == id);
  CHECK_FALSE(claim.counts());
  CHECK(report.score->claims == 0);
  CHECK(report.score->risk == 0);
  CHECK(report.score->band == Band::low);
}

TEST_CASE("decisions: an accepted claim counts on") {
  const std::string id = only_claim(audit(kClaim)).id;
  const Report report = audit(kClaim, with(entry(id, "accept")));
  const Claim& claim = only_claim(report);
  REQUIRE(claim.decision);
  CHECK(claim.decision->action == "accept");
  CHECK(claim.counts());
  CHECK(report.score->claims == 1);
}

TEST_CASE("decisions: one that expired does nothing") {
  const std::string id = only_claim(audit(kClaim)).id;
  const Report report = audit(
      kClaim,
      with(entry(id, "dismiss", R"(,"reason":"why","expires":")" + std::string(kToday) + "\"")));
  CHECK_FALSE(only_claim(report).decision);
  CHECK(only_claim(report).counts());
}

TEST_CASE("decisions: one survives what is written before the claim") {
  const std::string id = only_claim(audit(kClaim)).id;
  const Report report = audit("We are open all week.\n\n" + std::string(kClaim) + "\n\nCall us.",
                              with(entry(id, "dismiss")));
  CHECK(report.score->claims == 0);
}

TEST_CASE("decisions: what was rejected anyway is not decided") {
  AuditOptions options;
  options.with_vetoed = true;
  const std::string text = "Our adjustments do not cure migraine.";
  const Report before = audit(text, options);
  std::vector<std::string> entries;
  for (const Claim& claim : before.sentences.at(0).claims) {
    REQUIRE(claim.vetoed);
    entries.push_back(entry(claim.id, "dismiss"));
  }
  REQUIRE(!entries.empty());
  options.decisions = std::make_shared<const Decisions>(decisions_of(entries));
  CHECK(audit(text, options) == before);
}

TEST_CASE("decisions: the tally tells used, unused and expired ones") {
  const std::string id = only_claim(audit(kClaim)).id;
  const auto decisions = std::make_shared<const Decisions>(
      decisions_of({entry(id, "dismiss"), entry(kOther, "accept"),
                    entry(kId, "accept", R"(,"expires":"2020-01-01")")}));
  AuditOptions options;
  options.decisions = decisions;
  DecisionTally tally(decisions, nullptr);
  tally.add(audit(kClaim, options));
  tally.add(audit(kClaim, options));
  CHECK(tally.dismissed() == 2);
  CHECK(tally.accepted() == 0);
  REQUIRE(tally.unused().size() == 1);
  CHECK(tally.unused().front()->claim == kOther);
  REQUIRE(tally.expired().size() == 1);
  CHECK(tally.expired().front()->claim == kId);
}

TEST_CASE("decisions: what does not count by them can be taken out of a report") {
  const std::string id = only_claim(audit(kClaim)).id;
  Report dismissed = audit(kClaim, with(entry(id, "dismiss")));
  remove_decided(dismissed);
  CHECK(dismissed.sentences.at(0).claims.empty());
  Report accepted = audit(kClaim, with(entry(id, "accept")));
  remove_decided(accepted);
  CHECK(accepted.sentences.at(0).claims.size() == 1);
}

TEST_CASE("baseline: holds the claims that counted, of json and of jsonl") {
  const std::string claims =
      claim_json(kId, true, "null") + "," + claim_json(kOther, false, "null");
  const std::string document = document_json(claims);
  for (const std::string& report :
       {R"({"schema":1,"documents":[)" + document + R"(],"summary":{"claims":1}})",
        document + "\n" + document + "\n" + R"({"kind":"summary","claims":1})" + "\n"}) {
    const Baseline baseline = baseline_of(report);
    CHECK(baseline.size() == 1);
    CHECK(baseline.contains(kId));
    CHECK_FALSE(baseline.contains(kOther));
    CHECK_FALSE(baseline.contains("x"));
  }
}

TEST_CASE("baseline: holds what was in the baseline then, and nothing else that was vetoed") {
  const Baseline baseline = baseline_of(
      document_json(claim_json(kId, true, R"({"reason":"baseline","cue":"","span":null})") + "," +
                    claim_json(kOther, true, R"({"reason":"dismissed","cue":"c","span":null})")));
  CHECK(baseline.contains(kId));
  CHECK_FALSE(baseline.contains(kOther));
}

TEST_CASE("baseline: what is no report is refused") {
  CHECK_THROWS_AS(baseline_of(""), std::runtime_error);
  CHECK_THROWS_AS(baseline_of("{}"), std::runtime_error);
  CHECK_THROWS_AS(baseline_of("risk 12"), std::runtime_error);
  CHECK_THROWS_AS(baseline_of(R"({"schema":1,"documents":[)"), std::runtime_error);
  CHECK(baseline_of(R"({"schema":1,"documents":[]})").size() == 0);
}

TEST_CASE("baseline: a claim in it does not count again, a new one does") {
  const std::string id = only_claim(audit(kClaim)).id;
  AuditOptions options;
  options.baseline =
      std::make_shared<const Baseline>(baseline_of(document_json(claim_json(id, true, "null"))));
  const Report report = audit(std::string(kClaim) + " Reiki heals asthma.", options);
  REQUIRE(report.sentences.size() == 2);
  CHECK(report.sentences[0].claims.at(0).vetoed == Veto{"baseline", {}, std::nullopt});
  CHECK(report.sentences[1].claims.at(0).counts());
  CHECK(report.score->flagged == 1);
  DecisionTally tally(nullptr, options.baseline);
  tally.add(report);
  CHECK(tally.in_baseline() == 1);
}

TEST_CASE("ledger: counts by rule, expired decisions too") {
  const auto id = [](int n) { return std::string(31, 'a') + std::to_string(n); };
  const std::vector<LedgerRow> rows = ledger(decisions_of(
      {entry(id(1), "accept", R"(,"rule":"b")"), entry(id(2), "accept", R"(,"rule":"a")"),
       entry(id(3), "dismiss", R"(,"reason":"w","rule":"b","expires":"2020-01-01")"),
       entry(id(4), "dismiss")}));
  CHECK(rows == std::vector<LedgerRow>{{"", 0, 1}, {"a", 1, 0}, {"b", 1, 1}});
}

TEST_CASE("ledger: the interval is Wilson's") {
  // Figures of Newcombe, Statistics in Medicine 17 (1998), table I: score method without
  // correction.
  CHECK(proportion(81, 263).low == doctest::Approx(0.2553).epsilon(0.001));
  CHECK(proportion(81, 263).high == doctest::Approx(0.3662).epsilon(0.001));
  CHECK(proportion(15, 148).low == doctest::Approx(0.0624).epsilon(0.001));
  CHECK(proportion(15, 148).high == doctest::Approx(0.1605).epsilon(0.001));
  CHECK(proportion(0, 20).low == 0);
  CHECK(proportion(0, 20).high == doctest::Approx(0.1611).epsilon(0.001));
  CHECK(proportion(1, 29).low == doctest::Approx(0.0061).epsilon(0.01));
  CHECK(proportion(29, 29).high == 1);
  CHECK(proportion(0, 0).low == 0);
  CHECK(proportion(0, 0).high == 1);
}

}  // namespace claimlint
