// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

#include "claimlint/auditor.hpp"

namespace claimlint {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

const std::string kParagraph =
    "Our adjustments cure migraine for good. The atlas joins the skull to the neck. \"I sleep "
    "again,\" says Ann, 52. Studies show that 94% of our patients recover within 2 weeks.\n\n"
    "What we treat\n\n- Back pain\n- Tinnitus\n\nThere is no good evidence for this.\n\n";
constexpr std::size_t kSentences = 8;  // of the paragraph

std::string paragraphs(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += kParagraph;
  return text;
}

Report audit(std::string_view text, const AuditLimits& limits, const std::stop_token& stop = {}) {
  return Auditor(Lexicons::builtin(), {.limits = limits}).audit(text, {"a.txt"}, stop);
}

bool has_note(const Report& report, std::string_view code) {
  return std::ranges::any_of(report.notes, [&](const Note& note) { return note.code == code; });
}

TEST_CASE("limits: what keeps within them has the report that it has without") {
  const std::string text = paragraphs(200);
  const Report whole = audit(text, {});
  REQUIRE(whole.status == Status::audited);
  REQUIRE(whole.sentences.size() == 200 * kSentences);
  CHECK(audit(text, {.bytes = text.size(),
                     .sentences = whole.sentences.size(),
                     .time = std::chrono::hours(1)}) == whole);
}

TEST_CASE("limits: so many sentences make a partial report of the first") {
  const std::string text = paragraphs(3);
  const Report whole = audit(text, {});
  const Report report = audit(text, {.sentences = 10});
  CHECK(report.status == Status::partial);
  CHECK(report.reasons == std::vector<std::string>{"budget"});
  CHECK(has_note(report, "audit.budget"));
  REQUIRE(report.sentences.size() == 10);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK(report.sentences[i].text == whole.sentences[i].text);
    CHECK(report.sentences[i].place == whole.sentences[i].place);
  }
  CHECK(report.sentences[0].claims == whole.sentences[0].claims);
  CHECK(report.score->sentences == 10);
  CHECK(report.sha256 == whole.sha256);
}

TEST_CASE("limits: what is missing cannot be told of a part") {
  const std::string text =
      "Our stem cell injections cure arthritis. Our stem cell injections relieve knee pain in "
      "days.\n\nBook now.\n\nOf what may go wrong we say nothing here.";
  REQUIRE(!audit(text, {}).findings.empty());
  CHECK(audit(text, {.sentences = 3}).findings.empty());
}

TEST_CASE("limits: no sentence at all is partial, never clean") {
  const Report report = audit(kParagraph, {.sentences = 0});
  CHECK(report.status == Status::partial);
  CHECK(report.sentences.empty());
}

TEST_CASE("limits: a document can be cut behind any of its sentences") {
  const Auditor whole(Lexicons::builtin());
  const std::string page =
      "<h1>Relief</h1><p>\"It cured <b>me</b>. I sleep,\" she says.</p><ul><li>Back pain<li>ME</ul>"
      "<blockquote>It works. &mdash; Dr. Ann</blockquote><p>That is not so. Thebrain heals.";
  for (const std::string_view text : {std::string_view(kParagraph), std::string_view(page)}) {
    const Source source{.format = text == page ? "html" : "text"};
    const std::size_t sentences = whole.audit(text, source).sentences.size();
    REQUIRE(sentences > 4);
    for (std::size_t i = 0; i < sentences; ++i) {
      const Auditor auditor(Lexicons::builtin(), {.with_vetoed = true, .limits = {.sentences = i}});
      CHECK(auditor.audit(text, source).sentences.size() == i);
    }
  }
}

TEST_CASE("limits: a document of more bytes is not audited") {
  CHECK(audit(kParagraph, {.bytes = kParagraph.size()}).status == Status::audited);
  const Report report = audit(kParagraph, {.bytes = kParagraph.size() - 1});
  CHECK(report.status == Status::not_audited);
  CHECK(report.reasons == std::vector<std::string>{"budget"});
  CHECK(!report.score);
  CHECK(report.bytes == kParagraph.size());
}

TEST_CASE("limits: without time nothing is audited, and the report says so") {
  const Report report = audit(kParagraph, {.time = milliseconds(0)});
  CHECK(report.status == Status::not_audited);
  CHECK(report.reasons == std::vector<std::string>{"budget"});
  CHECK(has_note(report, "audit.budget"));
  CHECK(!report.score);
  CHECK(report.sentences.empty());
}

TEST_CASE("limits: a long document in a part of its time is no complete report") {
  const std::string text = paragraphs(2000);
  const auto begin = steady_clock::now();
  const Report whole = audit(text, {});
  const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
  const Report report = audit(text, {.time = took / 5});
  CHECK(report.status != Status::audited);
  CHECK(report.reasons == std::vector<std::string>{"budget"});
  CHECK(report.sentences.size() < whole.sentences.size());
}

TEST_CASE("limits: an audit that is asked to stop is not audited") {
  std::stop_source stop;
  CHECK(audit(kParagraph, {}, stop.get_token()).status == Status::audited);
  stop.request_stop();
  const Report report = audit(kParagraph, {}, stop.get_token());
  CHECK(report.status == Status::not_audited);
  CHECK(report.reasons == std::vector<std::string>{"cancelled"});
}

TEST_CASE("limits: another thread stops an audit") {
  std::stop_source stop;
  const std::string text = paragraphs(4000);
  std::jthread other([&] {
    std::this_thread::sleep_for(milliseconds(5));
    stop.request_stop();
  });
  const Report report = audit(text, {.time = std::chrono::hours(1)}, stop.get_token());
  CHECK(report.reasons == std::vector<std::string>{"cancelled"});
  CHECK(report.sentences.empty());
}

TEST_CASE("limits: they are part of the configuration where they are set") {
  const auto configuration = [](const AuditLimits& limits) {
    return Auditor(Lexicons::builtin(), {.limits = limits}).tool().configuration;
  };
  CHECK(configuration({.sentences = 5}) != configuration({}));
  CHECK(configuration({.sentences = 5}) != configuration({.sentences = 6}));
  CHECK(configuration({.bytes = 5}) != configuration({.sentences = 5}));
  CHECK(configuration({.time = milliseconds(5)}) != configuration({}));
}

}  // namespace
}  // namespace claimlint
