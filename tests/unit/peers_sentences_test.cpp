// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "peers_sample.hpp"

// Each case names the request or bug report of another tool's users that it answers.

namespace claimlint::peers {
namespace {

constexpr std::string_view kCure = "efficacy.cure";

Stance stance_of(std::string_view text, std::string_view mention) {
  for (const Sentence& sentence : audit(text, "a.txt").sentences) {
    for (const Mention& each : sentence.mentions) {
      if (each.text == mention) return each.stance;
    }
  }
  FAIL("no mention of ", mention);
  return Stance::asserted;
}

}  // namespace

// medspacy/medspacy#232
TEST_CASE("context: a longer cue negates as its shorter form does") {
  CHECK(stance_of("The test was negative for asthma.", "asthma") == Stance::negated);
  CHECK(stance_of("The test is negative for asthma.", "asthma") == Stance::negated);
}

// medspacy/medspacy PR #230, jenojp/negspacy#10
TEST_CASE("context: a contrast ends what a negation governs") {
  const std::string text = "Massage does not cure asthma, although it cures migraine.";
  CHECK(claims(audit(text, "a.txt"), kCure) == Spans{nth(text, "cures")});
}

// maziyarpanahi/openmed#928
TEST_CASE("context: a negation reaches its own clause") {
  CHECK(stance_of("There was no chest pain but there was a migraine.", "chest pain") ==
        Stance::negated);
  CHECK(stance_of("There was no chest pain but there was a migraine.", "migraine") ==
        Stance::asserted);
}

// maziyarpanahi/openmed#276
TEST_CASE("context: not ruled out is not absent") {
  CHECK(stance_of("A migraine was not ruled out.", "migraine") != Stance::negated);
}

// maziyarpanahi/openmed PR #1182
TEST_CASE("context: what was denied is kept with its cue and the cue's place") {
  AuditOptions options;
  options.with_vetoed = true;
  options.assume_language = "en";
  const Auditor auditor(Lexicons::builtin(), options);
  const std::string text = "Massage does not cure migraine.";
  const Report report = auditor.audit(text, {.path = "a.txt"});
  REQUIRE(report.sentences.size() == 1);
  const std::vector<Claim>& claims = report.sentences[0].claims;
  const auto cure = std::find_if(claims.begin(), claims.end(), [](const Claim& claim) {
    return claim.rule == "efficacy.cure.verb";
  });
  REQUIRE(cure != claims.end());
  const Claim& claim = *cure;
  REQUIRE(claim.vetoed);
  CHECK(claim.vetoed->reason == "negated");
  REQUIRE(claim.vetoed->span);
  CHECK(text.substr(claim.vetoed->span->begin, claim.vetoed->span->size()).find("not") !=
        std::string::npos);
}

// medspacy/medspacy#73
TEST_CASE("sentences: items of a list are never one sentence") {
  const Lines wanted = {"list_item: no drugs", "list_item: no surgery",
                        "list_item: cures migraine"};
  CHECK(sentences(audit("- no drugs\n- no surgery\n- cures migraine\n", "a.txt")) == wanted);
  CHECK(sentences(audit("* no drugs\n* no surgery\n* cures migraine\n", "a.md")) == wanted);
  CHECK(sentences(audit("<ul><li>no drugs<li>no surgery<li>cures migraine</ul>")) == wanted);
}

// medspacy/medspacy#323, jianlins/PyRuSH#15
TEST_CASE("sentences: a line end without a space is no error, and ends a sentence where one ends") {
  const std::string text = "It helps.\nMassage cures migraine.\r\nIt is safe.\rReally\n\n\n.";
  const Report report = audit(text, "a.txt");
  REQUIRE(report.sentences.size() >= 3);
  CHECK(report.sentences[1].text == "Massage cures migraine.");
  CHECK(claims(report, kCure) == Spans{nth(text, "cures")});
}

// vale-cli/vale#662
TEST_CASE("sentences: a dot inside a word ends none") {
  const std::string text =
      "Book at clinic.example.org or call Dr.Smith at 8.30 a.m. for node.js help.";
  CHECK(audit(text, "a.txt").sentences.size() == 1);
}

// vale-cli/vale#1150
TEST_CASE("sentences: a heading is whole, whatever stands in it") {
  const Report report = audit("<h2>Massage cures migraine. Always? Ask Dr. Smith</h2><p>Text.</p>");
  REQUIRE(!report.sentences.empty());
  CHECK(report.sentences.back().heading == "Massage cures migraine. Always? Ask Dr. Smith");
}

// vale-cli/vale#629
TEST_CASE("sentences: preformatted text joins no sentence of the prose around it") {
  CHECK(sentences(audit("<p>Take it</p><pre>once\na day</pre><p>and rest.</p>")) ==
        Lines{"prose: Take it", "prose: once\na day", "prose: and rest."});
}

}  // namespace claimlint::peers
