// SPDX-License-Identifier: Apache-2.0
#include "claimlint/lexicons.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "threads.hpp"
#include "unit/temporary_folder.hpp"

namespace claimlint {
namespace {

constexpr auto kBase = Base::without_concepts;
// A load is what takes time here, above all under a sanitizer.
constexpr std::size_t kLoads = 4;
constexpr const char* kOwn =
    "why='a test'\nsource='ours'\n[[concept]]\nid='treatment.own'\nname='snarkle therapy'\n";
const std::string kText = "Snarkle therapy cures migraine in 3 sessions.\n";

TEST_CASE("lexicons: threads race for a cache that is not there yet") {
  const test::TemporaryFolder folder;
  folder.write("own/own.toml", kOwn);
  std::vector<std::string> digests(kLoads);
  test::in_threads(
      [&](std::size_t i) {
        digests[i] = Lexicons::load(folder.path() / "own", folder.path() / "cache", kBase).sha256();
      },
      kLoads);
  CHECK(!digests[0].empty());
  for (const std::string& digest : digests) CHECK(digest == digests[0]);
}

TEST_CASE("lexicons: threads load a folder at once, beside threads that audit") {
  const test::TemporaryFolder folder;
  folder.write("own.toml", kOwn);
  const Auditor auditor(Lexicons::builtin());
  const Auditor small(Lexicons::load(folder.path(), kBase));
  std::vector<Report> reports(test::kThreads);
  test::in_threads([&](std::size_t i) {
    reports[i] = i % 2 == 0 ? Auditor(Lexicons::load(folder.path(), kBase)).audit(kText, {"a.txt"})
                            : auditor.audit(kText, {"a.txt"});
  });
  for (std::size_t i = 0; i < test::kThreads; ++i) {
    CHECK(reports[i] == (i % 2 == 0 ? small : auditor).audit(kText, {"a.txt"}));
  }
}

}  // namespace
}  // namespace claimlint
