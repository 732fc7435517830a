// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"
#include "judge/findings.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Piece;
using fixture::Reading;
using fixture::rule_table;
using judge::FoundFinding;

const std::string kTables = rule_table("efficacy.treat.verb", "relieves?") +
                            rule_table("safety.absolute.no-risk", "no risks?") + R"(
[[cue]]
id = "missing.risk"
class = "risk_word"
terms = ["risk", "risks"]

[[cue]]
id = "missing.offer"
class = "offer_word"
terms = ["book now"]

[[finding]]
id = "missing.risks.treatment"
type = "missing.risks"
severity = "medium"
message = "no word of risk"
basis = ["us.rule"]
claims = ["efficacy.treat"]
beside = ["treatment"]
at_least = 2
with = ["offer_word"]
unless = ["risk_word"]
want = ["w"]
absent = ["a"]
)";

std::vector<FoundFinding> found(const std::vector<std::string>& paragraphs,
                                const std::vector<std::string>& jurisdictions = {}) {
  std::vector<Piece> pieces;
  for (const std::string& text : paragraphs) pieces.push_back({BlockKind::prose, text});
  const Reading reading(lexicons_with(kTables), pieces);
  return judge::find_findings(reading.observations(), reading.judgements(jurisdictions),
                              jurisdictions);
}

const std::string kFirst = "Ibuprofen relieves migraine.";
const std::string kSecond = "Acupuncture relieves arthritis.";

}  // namespace

TEST_CASE("findings: claims that call for what the document does not say") {
  const auto findings = found({kFirst, kSecond, "Book now."});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].folded == Span{10, 18});
  CHECK(findings[0].basis == std::vector<BasisReference>{{"us.rule", "us", Outcome::applies}});
}

TEST_CASE("findings: nothing is missing where it is said anywhere") {
  CHECK(found({kFirst, kSecond, "Book now.", "Each has its risks."}).empty());
}

TEST_CASE("findings: to claim that there is no risk is no word of risk") {
  CHECK(found({kFirst, kSecond, "Book now.", "There is no risk."}).size() == 1);
}

TEST_CASE("findings: too few claims, or claims of other things, call for nothing") {
  CHECK(found({kFirst, "Book now."}).empty());
  CHECK(found({kFirst, "It relieves arthritis.", "Book now."}).empty());
  CHECK(found({kFirst, "Ibuprofen does not relieve arthritis.", "Book now."}).empty());
}

TEST_CASE("findings: a document without an offer calls for nothing") {
  CHECK(found({kFirst, kSecond}).empty());
}

TEST_CASE("findings: one whose provisions are of other jurisdictions is left out") {
  CHECK(found({kFirst, kSecond, "Book now."}, {"uk"}).empty());
  CHECK(found({kFirst, kSecond, "Book now."}, {"us"}).size() == 1);
}
