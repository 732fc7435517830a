// SPDX-License-Identifier: Apache-2.0
#include "claimlint/batch.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "claimlint/store.hpp"
#include "unit/temporary_folder.hpp"

namespace claimlint {
namespace {

constexpr int kArticles = 40;

void write_articles(const test::TemporaryFolder& folder) {
  const std::string claim = "Our adjustment cures migraine in every patient.\n\n";
  for (int i = 0; i < kArticles; ++i) {
    std::string text;
    for (int repeat = 0; repeat < 1 + (i * 7) % 5; ++repeat) text += claim;
    folder.write("in/" + std::to_string(i) + ".txt", text);
  }
}

std::string audited(const Auditor& auditor, BatchOptions options, unsigned jobs) {
  options.jobs = jobs;
  std::ostringstream out;
  const auto writer = find_output_format("jsonl")->writer(out, {});
  audit_paths(auditor, options, *writer);
  return out.str();
}

TEST_CASE("batch: eight threads write what one writes") {
  const test::TemporaryFolder folder;
  write_articles(folder);
  const Auditor auditor(Lexicons::builtin());
  BatchOptions options;
  options.paths = {folder.path() / "in"};
  const std::string together = audited(auditor, options, 8);
  CHECK(together == audited(auditor, options, 1));
  CHECK(together.find("efficacy.cure") != std::string::npos);
}

TEST_CASE("batch: eight threads keep in one store what one reads from it") {
  const test::TemporaryFolder folder;
  write_articles(folder);
  const Auditor auditor(Lexicons::builtin());
  Store store(folder.path() / "a.db");
  BatchOptions options;
  options.paths = {folder.path() / "in"};
  options.store = &store;
  const std::string first = audited(auditor, options, 8);
  CHECK(first == audited(auditor, options, 8));
  CHECK(first == audited(auditor, options, 1));
}

}  // namespace
}  // namespace claimlint
