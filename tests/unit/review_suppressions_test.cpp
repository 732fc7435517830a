// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/decisions.hpp"

namespace claimlint {
namespace {

constexpr const char* kClaim = "Our adjustments cure migraine.";
constexpr const char* kOther = "Reiki heals asthma.";
constexpr const char* kType = "efficacy.cure";

Report audit(const std::string& text, const std::string& path, bool heeded = true) {
  AuditOptions options;
  options.inline_decisions = heeded;
  options.assume_language = "en";
  return Auditor(Lexicons::builtin(), options).audit(text, {path});
}

/// The beginnings of the sentences that have a claim that counts.
std::vector<std::string> flagged(const Report& report) {
  std::vector<std::string> found;
  for (const Sentence& sentence : report.sentences) {
    if (std::ranges::any_of(sentence.claims, [](const Claim& c) { return c.counts(); })) {
      found.push_back(sentence.text.substr(0, 5));
    }
  }
  return found;
}

using Flagged = std::vector<std::string>;

std::vector<Note> notes_of(const Report& report) {
  std::vector<Note> notes = report.notes;
  std::erase_if(notes, [](const Note& note) { return !note.code.starts_with("suppression."); });
  return notes;
}

std::string ignore(const std::string& what = "efficacy.cure the licence covers it") {
  return "<!-- claimlint-ignore " + what + " -->";
}

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>\n"; }

}  // namespace

TEST_CASE("suppressions: the two claims of these tests count without any") {
  CHECK(flagged(audit(paragraph(kClaim) + paragraph(kOther), "a.html")) ==
        Flagged{"Our a", "Reiki"});
}

TEST_CASE("suppressions: ignore is for the next block only") {
  const std::string html = ignore() + paragraph(kClaim) + paragraph(kOther);
  const Report report = audit(html, "a.html");
  CHECK(flagged(report) == Flagged{"Reiki"});
  CHECK(notes_of(report).empty());
  const Claim& claim = report.sentences.at(0).claims.at(0);
  CHECK(claim.decision == Decision{"dismiss", "", "the licence covers it", std::nullopt, "inline"});
  CHECK(claim.vetoed == Veto{"dismissed", "the licence covers it", Span{0, ignore().size()}});
}

TEST_CASE("suppressions: within a block, ignore is for the rest of it") {
  const std::string html =
      paragraph(std::string(kOther) + " " + ignore() + " " + kClaim) + paragraph(kOther);
  CHECK(flagged(audit(html, "a.html")) == Flagged{"Reiki", "Reiki"});
}

TEST_CASE("suppressions: Markdown has them, between paragraphs and within") {
  const std::string blocks =
      ignore() + "\n" + kClaim + "\n\n" + kOther + "\n\n" + ignore() + "\n\n" + kClaim + "\n";
  CHECK(flagged(audit(blocks, "a.md")) == Flagged{"Reiki"});
  CHECK(flagged(audit(std::string(kOther) + "\n" + ignore() + " " + kClaim + "\n", "a.md")) ==
        Flagged{"Reiki"});
}

TEST_CASE("suppressions: code and text that only look like a comment are none") {
  CHECK(flagged(audit("```\n" + ignore() + "\n```\n\n" + kClaim + "\n", "a.md")).size() == 1);
  CHECK(flagged(audit("`" + ignore() + "` " + kClaim + "\n", "a.md")).size() == 1);
  CHECK(flagged(audit("<script>" + ignore() + "</script>" + paragraph(kClaim), "a.html")).size() ==
        1);
  CHECK(flagged(audit("<?claimlint-off -- why>" + paragraph(kClaim), "a.html")).size() == 1);
  CHECK(flagged(audit(ignore() + "\n\n" + kClaim + "\n", "a.txt")).size() == 1);
}

TEST_CASE("suppressions: off holds until on") {
  const std::string html = "<!-- claimlint-off -- a page of quotations -->" + paragraph(kClaim) +
                           paragraph(kOther) + "<!-- claimlint-on -->" + paragraph(kOther);
  CHECK(flagged(audit(html, "a.html")) == Flagged{"Reiki"});
}

TEST_CASE("suppressions: off without on holds to the end") {
  const std::string html = paragraph(kOther) + "<!-- claimlint-off efficacy -- why -->" +
                           paragraph(kClaim) + paragraph(kOther);
  CHECK(flagged(audit(html, "a.html")) == Flagged{"Reiki"});
}

TEST_CASE("suppressions: types and rules are named by id or beginning, several by comma") {
  const auto counts_with = [](const std::string& names) {
    return !flagged(audit(ignore(names + " why") + paragraph(kClaim), "a.html")).empty();
  };
  const std::string rule = audit(paragraph(kClaim), "a.html").sentences.at(0).claims.at(0).rule;
  CHECK_FALSE(counts_with(kType));
  CHECK_FALSE(counts_with("efficacy"));
  CHECK_FALSE(counts_with(rule));
  CHECK_FALSE(counts_with("persuasion,efficacy.cure"));
  CHECK(counts_with("persuasion"));
  CHECK(counts_with("efficacy.cur"));
}

TEST_CASE("suppressions: one without a reason does nothing and is noted") {
  for (const std::string& comment :
       {std::string("<!-- claimlint-ignore efficacy.cure -->"),
        std::string("<!-- claimlint-ignore efficacy.cure -- -->"),
        std::string("<!-- claimlint-off -->"), std::string("<!-- claimlint-off efficacy -->"),
        std::string("<!-- claimlint-off a reason without dashes -->"),
        std::string("<!-- claimlint-ignore efficacy.quack no such type -->"),
        std::string("<!-- claimlint-ignroe efficacy.cure typo -->"),
        std::string("<!-- claimlint-on -->")}) {
    CAPTURE(comment);
    const Report report = audit(comment + paragraph(kClaim), "a.html");
    CHECK(flagged(report).size() == 1);
    REQUIRE(notes_of(report).size() == 1);
    CHECK(notes_of(report)[0].code == "suppression.malformed");
    CHECK(notes_of(report)[0].span == Span{0, comment.size()});
  }
}

TEST_CASE("suppressions: one that meets no claim is noted with its place") {
  const std::string before = paragraph(kClaim);
  const Report report = audit(before + ignore() + paragraph("We are open all week."), "a.html");
  CHECK(flagged(report).size() == 1);
  REQUIRE(notes_of(report).size() == 1);
  CHECK(notes_of(report)[0].code == "suppression.unused");
  CHECK(notes_of(report)[0].span == Span{before.size(), before.size() + ignore().size()});
}

TEST_CASE("suppressions: a page is not heeded unless asked for, and the attempt is noted") {
  const Report report = audit(ignore() + paragraph(kClaim), "a.html", false);
  CHECK(flagged(report).size() == 1);
  REQUIRE(notes_of(report).size() == 1);
  CHECK(notes_of(report)[0].code == "suppression.unheeded");
}

TEST_CASE("suppressions: what a reviewer accepted goes before what the page says") {
  const std::string html = ignore() + paragraph(kClaim);
  const std::string id = audit(html, "a.html").sentences.at(0).claims.at(0).id;
  AuditOptions options;
  options.inline_decisions = true;
  options.decisions = std::make_shared<const Decisions>(Decisions::read(
      R"({"schema":1,"decisions":[{"claim":")" + id + R"(","action":"accept"}]})", "2026-01-01"));
  const Report report = Auditor(Lexicons::builtin(), options).audit(html, {"a.html"});
  CHECK(flagged(report).size() == 1);
  CHECK(report.sentences.at(0).claims.at(0).decision->action == "accept");
}

TEST_CASE("suppressions: places are of the source where that is no UTF-8") {
  std::string bytes = "\xFF\xFE";
  for (const char c : ignore() + paragraph(kClaim)) bytes += std::string(1, c) + '\0';
  const Report report = audit(bytes, "a.html");
  CHECK(flagged(report).empty());
  CHECK(report.sentences.at(0).claims.at(0).vetoed->span == Span{2, 2 + 2 * ignore().size()});
}

}  // namespace claimlint
