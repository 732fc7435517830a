// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>

#include "review/comparison.hpp"
#include "temporary_folder.hpp"

namespace claimlint::review {
namespace {

const std::string kBytes = "It cures pain. It is open. Results are guaranteed.";
constexpr Span kFirst{0, 14};
constexpr Span kSecond{15, 26};
constexpr Span kThird{27, 50};

Claim claim_of(std::string type, Span span, Severity severity = Severity::high) {
  Claim claim;
  claim.type = std::move(type);
  claim.place.span = span;
  claim.severity = severity;
  claim.unsupported = severity != Severity::none;
  return claim;
}

Annotation annotation() {
  return {{{kFirst, {"efficacy.cure"}, true, 3},
           {kSecond, {}, false, 0},
           {kThird, {"efficacy.guarantee"}, true, 3}},
          std::nullopt,
          std::nullopt};
}

/// All claims in one sentence: where they belong is told by their spans.
Report report_of(std::vector<Claim> claims) {
  Report report;
  Sentence sentence;
  sentence.place.span = {0, kBytes.size()};
  sentence.claims = std::move(claims);
  report.sentences = {std::move(sentence)};
  return report;
}

Evaluation compared(const Annotation& annotation, Report report) {
  Evaluation evaluation;
  Comparison comparison({"efficacy.cure", "efficacy.treat", "efficacy.guarantee"}, evaluation);
  comparison.add({"a", kBytes, annotation, std::move(report)});
  comparison.finish();
  return evaluation;
}

void check_counts(const Agreement& agreement, std::size_t tp, std::size_t fp, std::size_t fn) {
  CHECK(agreement.true_positive == tp);
  CHECK(agreement.false_positive == fp);
  CHECK(agreement.false_negative == fn);
}

TEST_CASE("agreement: no figure is divided by zero") {
  const Agreement nothing;
  CHECK(nothing.precision() == 0);
  CHECK(nothing.recall() == 0);
  CHECK(nothing.f1() == 0);
}

TEST_CASE("comparison: claims count in the sentence that holds the middle of their span") {
  const Evaluation evaluation = compared(
      annotation(), report_of({claim_of("efficacy.cure", {3, 8}),
                               claim_of("efficacy.guarantee", {20, 50})}));  // middle 35: third
  check_counts(evaluation.unsupported, 2, 0, 0);
  check_counts(evaluation.types, 2, 0, 0);
  check_counts(evaluation.severity3, 2, 0, 0);
  check_counts(evaluation.high_flags, 2, 0, 0);
  CHECK(evaluation.disagreements.empty());
}

TEST_CASE("comparison: another type of the same family agrees in the family only") {
  const auto evaluation = compared(annotation(), report_of({claim_of("efficacy.treat", {3, 8})}));
  check_counts(evaluation.types, 0, 1, 2);
  check_counts(evaluation.family, 1, 0, 1);
  check_counts(evaluation.by_type.at("efficacy.treat"), 0, 1, 0);
  check_counts(evaluation.by_type.at("efficacy.cure"), 0, 0, 1);
}

TEST_CASE("comparison: a vetoed claim is none, a supported one has a type and no flag") {
  Claim vetoed = claim_of("efficacy.guarantee", {39, 49});
  vetoed.vetoed = Veto{"negated", "not", std::nullopt};
  const auto evaluation = compared(
      annotation(), report_of({claim_of("efficacy.cure", {3, 8}, Severity::none), vetoed}));
  check_counts(evaluation.types, 1, 0, 1);
  check_counts(evaluation.unsupported, 0, 0, 2);
}

TEST_CASE("comparison: types that the lexicons do not know are left out") {
  const auto evaluation = compared(annotation(), report_of({claim_of("other.type", {3, 8})}));
  check_counts(evaluation.types, 0, 0, 2);
  check_counts(evaluation.unsupported, 1, 0, 1);
}

TEST_CASE("comparison: a claim between the annotated sentences is counted as outside") {
  const auto evaluation = compared(annotation(), report_of({claim_of("efficacy.cure", {14, 15})}));
  CHECK(evaluation.claims_outside == 1);
  check_counts(evaluation.unsupported, 0, 0, 2);
}

TEST_CASE("comparison: a disagreement says what was wanted, found and written") {
  const auto evaluation =
      compared(annotation(),
               report_of({claim_of("efficacy.cure", {3, 8}), claim_of("efficacy.treat", {18, 20}),
                          claim_of("efficacy.guarantee", {39, 49})}));
  REQUIRE(evaluation.disagreements.size() == 1);
  const Disagreement& disagreement = evaluation.disagreements.front();
  CHECK_FALSE(disagreement.missed);
  CHECK(disagreement.text == "It is open.");
  CHECK(disagreement.wanted.empty());
  CHECK(disagreement.found == std::vector<std::string>{"efficacy.treat"});
}

TEST_CASE("comparison: mentions agree exactly or by overlap, of each kind for itself") {
  Annotation annotated = annotation();
  annotated.mentions = {{"condition", {9, 13}}, {"condition", {27, 34}}, {"anatomy", {0, 2}}};
  Report report = report_of({});
  report.sentences[0].mentions.resize(3);
  report.sentences[0].mentions[0].kind = MentionKind::condition;
  report.sentences[0].mentions[0].place.span = {9, 13};
  report.sentences[0].mentions[1].kind = MentionKind::condition;
  report.sentences[0].mentions[1].place.span = {30, 40};
  report.sentences[0].mentions[2].kind = MentionKind::quantity;
  report.sentences[0].mentions[2].place.span = {0, 2};
  const auto evaluation = compared(annotated, std::move(report));
  check_counts(evaluation.mentions_exact.at("condition"), 1, 1, 1);
  check_counts(evaluation.mentions_overlap.at("condition"), 2, 0, 0);
  check_counts(evaluation.mentions_exact.at("anatomy"), 0, 0, 1);
}

TEST_CASE("evaluation: a malformed annotation is named") {
  const test::TemporaryFolder folder;
  folder.write("a.txt", kBytes);
  folder.write("a.json", R"({"sentences": [{"span": [0]}]})");
  const Auditor auditor(Lexicons::builtin());
  CHECK_THROWS_WITH(evaluate(auditor, folder.path()), doctest::Contains("a.json"));
}

TEST_CASE("evaluation: a folder without annotated articles is refused") {
  const test::TemporaryFolder folder;
  folder.write("a.txt", kBytes);
  const Auditor auditor(Lexicons::builtin());
  CHECK_THROWS_AS(evaluate(auditor, folder.path()), std::runtime_error);
}

TEST_CASE("evaluation: the table holds the figures and as many examples as asked for") {
  const auto evaluation = compared(annotation(), report_of({}));
  std::ostringstream out;
  write_evaluation(out, evaluation, 1);
  CHECK(out.str().find("flagged sentences") != std::string::npos);
  CHECK(out.str().find("It cures pain.") != std::string::npos);
  CHECK(out.str().find("Results are guaranteed.") == std::string::npos);
}

}  // namespace
}  // namespace claimlint::review
