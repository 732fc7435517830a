// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace claimlint {
namespace {

const std::string kArticle =
    "Conditions we treat:\n\n- Migraine\n- Back pain\n\nOur adjustments cure migraine for good. "
    "Studies show that 94% of our patients recover within 2 weeks, with no side effects.\n";

TEST_CASE("auditor: eight threads on one instance give the report that one gives") {
  const Auditor auditor(Lexicons::builtin());
  // The threads come first, so that they race for everything that is compiled on first use.
  std::vector<Report> reports(8);
  std::vector<std::thread> threads;
  threads.reserve(reports.size());
  for (Report& report : reports) {
    threads.emplace_back([&] { report = auditor.audit(kArticle, {"a.txt"}); });
  }
  for (std::thread& thread : threads) thread.join();
  const Report alone = auditor.audit(kArticle, {"a.txt"});
  CHECK(alone.score->claims > 0);
  for (const Report& report : reports) CHECK(report == alone);
}

}  // namespace
}  // namespace claimlint
