// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "threads.hpp"

namespace claimlint {
namespace {

const std::string kArticle =
    "Conditions we treat:\n\n- Migraine\n- Back pain\n\nOur adjustments cure migraine for good. "
    "Studies show that 94% of our patients recover within 2 weeks, with no side effects.\n";
const std::string kPage =
    "<!doctype html><title>Clinic</title><h1>What we treat</h1><ul><li>Migraine<li>Asthma</ul>"
    "<p>Our gentle adjustments cure asthma &amp; migraine.</p><blockquote>It cured my "
    "asthma!</blockquote>";

TEST_CASE("auditor: eight threads on one instance give the report that one gives") {
  const Auditor auditor(Lexicons::builtin());
  // The threads come first, so that they race for everything that is compiled on first use.
  std::vector<Report> reports(test::kThreads);
  test::in_threads([&](std::size_t i) { reports[i] = auditor.audit(kArticle, {"a.txt"}); });
  const Report alone = auditor.audit(kArticle, {"a.txt"});
  CHECK(alone.score->claims > 0);
  for (const Report& report : reports) CHECK(report == alone);
}

TEST_CASE("auditor: threads with other documents and formats do not disturb each other") {
  const Auditor auditor(Lexicons::builtin());
  std::vector<std::vector<Report>> reports(test::kThreads);
  test::in_threads([&](std::size_t i) {
    for (int turn = 0; turn < 3; ++turn) {
      const bool page = (i + static_cast<std::size_t>(turn)) % 2 == 0;
      reports[i].push_back(page ? auditor.audit(kPage, {"a.html"})
                                : auditor.audit(kArticle, {"a.txt"}));
    }
  });
  const Report article = auditor.audit(kArticle, {"a.txt"});
  const Report page = auditor.audit(kPage, {"a.html"});
  CHECK(page.score->claims > 0);
  for (const std::vector<Report>& of_thread : reports) {
    for (const Report& report : of_thread) {
      CHECK(report == (report.path == "a.html" ? page : article));
    }
  }
}

TEST_CASE("auditor: threads make auditors of the same lexicons and read their descriptions") {
  const Lexicons lexicons = Lexicons::builtin();
  std::vector<std::size_t> rules(test::kThreads);
  std::vector<Report> reports(test::kThreads);
  test::in_threads([&](std::size_t i) {
    rules[i] = lexicons.rules().size() + lexicons.examples().size();
    reports[i] = Auditor(lexicons).audit(kArticle, {"a.txt"});
  });
  CHECK(rules[0] > 0);
  for (std::size_t i = 1; i < test::kThreads; ++i) {
    CHECK(rules[i] == rules[0]);
    CHECK(reports[i] == reports[0]);
  }
}

}  // namespace
}  // namespace claimlint
