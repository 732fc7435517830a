// SPDX-License-Identifier: Apache-2.0
#include "output_sample.hpp"

#include <string>

namespace claimlint::output::test {
namespace {

Claim cure_claim() {
  Claim claim;
  claim.id = std::string(32, '1');
  claim.type = "efficacy.cure";
  claim.rule = "efficacy.cure.verb";
  claim.place = {{15, 20}, {}};
  claim.severity = Severity::high;
  claim.severity_reasons = {"efficacy.cure weighs high", "a child is concerned"};
  claim.confidence = Confidence::high;
  claim.decision = Decision{"accept", "", "", std::nullopt, "inline"};
  claim.target = Target::disease;
  claim.vulnerable = {"child"};
  claim.frame = {{"treatment", "treatment.adjustment", "adjustment", {{4, 14}, {}}},
                 {"condition", std::nullopt, "children\u2019s asthma", {{21, 40}, {}}}};
  claim.support.status = SupportStatus::contradicted;
  claim.support.sources = {{"evidence_table", "A review of spinal manipulation", std::nullopt,
                            "https://example.org/review", std::nullopt, std::nullopt, "no_benefit",
                            "moderate"}};
  claim.basis = {{"us.example.guidance", "us", Outcome::applies},
                 {"uk.example.1", "uk", Outcome::applies}};
  claim.message = "says that adjustment cures children's asthma";
  claim.instead = "may help some people manage their asthma";
  return claim;
}

Sentence cure_sentence() {
  Sentence sentence;
  sentence.place = {{0, 41}, {}};
  sentence.text = "Our adjustment cures children\u2019s asthma.";
  sentence.heading = "Why us?";
  sentence.mentions = {{MentionKind::treatment,
                        "treatment.adjustment",
                        std::nullopt,
                        std::nullopt,
                        "adjustment",
                        {{4, 14}, {}},
                        Stance::asserted,
                        false},
                       {MentionKind::condition,
                        "condition.asthma",
                        std::nullopt,
                        std::nullopt,
                        "asthma",
                        {{34, 40}, {}},
                        Stance::asserted,
                        false}};
  sentence.claims = {cure_claim()};
  return sentence;
}

Claim cited_claim() {
  Claim claim;
  claim.id = std::string(32, '2');
  claim.type = "efficacy.treat";
  claim.rule = "efficacy.treat.verb";
  claim.place = {{45, 50}, {}};
  claim.stance = Stance::hedged;
  claim.voice = Voice::quoted;
  claim.unsupported = false;
  claim.target = Target::symptom;
  claim.support.status = SupportStatus::cited;
  claim.support.sources = {{"journal", "Journal of Examples", "10.1000/example", std::nullopt,
                            Span{68, 76}, 1, std::nullopt, std::nullopt}};
  claim.basis = {{"eu.example.list", "eu", Outcome::accepted}};
  claim.message = "says that exercise eases pain";
  return claim;
}

Claim vetoed_claim() {
  Claim claim;
  claim.id = std::string(32, '3');
  claim.type = "safety.absolute";
  claim.rule = "safety.absolute.free";
  claim.place = {{91, 102}, {{91, 95}, {98, 102}}};
  claim.stance = Stance::negated;
  claim.severity = Severity::high;
  claim.vetoed = Veto{"dismissed", "never", Span{85, 90}};
  claim.decision = Decision{"dismiss", "A. Reviewer", "quotes a study", "2027-01-01", "file"};
  claim.message = "says that nothing can go wrong";
  return claim;
}

Sentence second_sentence() {
  Sentence sentence;
  sentence.index = 1;
  sentence.place = {{42, 103}, {{42, 60}, {64, 95}, {98, 103}}};
  sentence.line = 2;
  sentence.text = "It eases pain, in 1/4 of cases, and is never riskfree.";
  sentence.block = BlockKind::list_item;
  sentence.mentions = {{MentionKind::quantity,
                        std::nullopt,
                        0.25,
                        std::nullopt,
                        "1/4",
                        {{64, 67}, {}},
                        Stance::hedged,
                        true}};
  sentence.claims = {cited_claim(), vetoed_claim()};
  return sentence;
}

Report audited() {
  Report report;
  report.path = "clinic/asthma %FF.txt";
  report.path_bytes = "636c696e69632f617374686d6120ff2e747874";
  report.source = {"https://example.org/asthma", "example.org", "Asthma", "2026-01-31"};
  report.format = "text";
  report.encoding = "utf-8";
  report.language = "en";
  report.bytes = 141;
  report.sha256 = std::string(64, 'a');
  report.content_sha256 = std::string(64, 'b');
  report.notes = {{"fold.mixed_scripts", "a word mixes scripts", Span{5, 9}}};
  report.findings = {{std::string(32, '4'),
                      "missing.risks",
                      Severity::medium,
                      "names benefits of a procedure and no risk",
                      {{"us.example.guidance", "us", Outcome::applies}},
                      std::nullopt}};
  Sentence plain;
  plain.index = 2;
  plain.place = {{104, 141}, {}};
  plain.line = 3;
  plain.text = "We are open all week, \"nine\tto five\".";
  report.sentences = {cure_sentence(), second_sentence(), plain};
  report.extracted =
      "Our adjustment cures children\u2019s asthma.\n"
      "It eases pain, in <em>1/4 of cases, and is never risk<i>free.\n"
      "We are open all week, \"nine\tto five\".";
  report.score = Score{71.5,
                       93.25,
                       Band::high,
                       3,
                       1,
                       1,
                       {1, 0, 0},
                       {{"efficacy.cure", 1}},
                       {{"claims", 61.5}, {"share of flagged text", 10}}};
  return report;
}

Report partial() {
  Report report;
  report.path = "clean\x1b[2J.txt";
  report.format = "text";
  report.encoding = "utf-16le";
  report.language = "en";
  report.status = Status::partial;
  report.reasons = {"decode"};
  report.score = Score{};
  return report;
}

Report unread() {
  Report report;
  report.path = "gone.txt";
  report.language = "und";
  report.status = Status::not_audited;
  report.reasons = {"unreadable"};
  report.notes = {{"source.unreadable", "no such file or directory", std::nullopt}};
  return report;
}

}  // namespace

std::vector<Report> sample_reports() { return {audited(), partial(), unread()}; }

Summary sample_summary() {
  Summary summary;
  for (const Report& report : sample_reports()) summary.add(report);
  summary.clusters = {{std::string(32, '1'),
                       "efficacy.cure",
                       "Our adjustment cures asthma.",
                       Severity::high,
                       3,
                       2,
                       1,
                       {"a.txt", "b.txt"}}};
  summary.sites = {{"example.org", 2, 0, 1, 4, {1, 2, 1}, 71.5, 40.25}};
  summary.folders = {{"clinic", 3, 1, 1, 4, {1, 2, 1}, 71.5, 40.25}};
  return summary;
}

Tool sample_tool() {
  return {"claimlint", "0.1.0",      std::string(64, 'c'), "72.1",
          "15.0",      "2022-06-01", std::string(64, 'd')};
}

}  // namespace claimlint::output::test
