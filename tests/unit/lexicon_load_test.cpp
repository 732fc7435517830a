// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "claimlint/lexicons.hpp"
#include "temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

/// A folder that holds one lexicon file and is gone with the test.
class Folder {
 public:
  explicit Folder(const std::string& content) {
    folder_.write("own.toml", "why = 'a test'\nsource = 'ours'\n" + content);
  }
  [[nodiscard]] const fs::path& path() const { return folder_.path(); }

 private:
  claimlint::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("lexicons: the shipped ones are there and their rules are by id") {
  const claimlint::Lexicons lexicons = claimlint::Lexicons::builtin();
  CHECK(lexicons.types().size() > 20);
  CHECK(lexicons.provisions().size() > 10);
  CHECK(lexicons.sha256().size() == 64);
  CHECK(std::is_sorted(lexicons.rules().begin(), lexicons.rules().end(),
                       [](const auto& a, const auto& b) { return a.id < b.id; }));
  CHECK(lexicons.sha256() == claimlint::Lexicons::builtin().sha256());
}

TEST_CASE("lexicons: a file too large to parse is refused by name") {
  const Folder folder("");
  const fs::path file = folder.path() / "large.toml";
  std::ofstream(file).close();
  fs::resize_file(file, (std::uintmax_t{128} << 20U) + 1);
  try {
    claimlint::Lexicons::load(folder.path());
    FAIL("nothing was thrown");
  } catch (const claimlint::LexiconError& error) {
    REQUIRE(error.problems().size() == 1);
    CHECK(error.problems().front().file == file.generic_string());
    CHECK(error.problems().front().message == "is larger than 128 MiB: split it");
  }
}

TEST_CASE("lexicons: a folder is layered over the shipped ones") {
  const Folder folder(
      "[[type]]\nid='efficacy.cure'\nname='Own cure'\nmeaning='m'\n"
      "[[type]]\nid='own.type'\nname='Own'\nmeaning='m'\n");
  const claimlint::Lexicons shipped = claimlint::Lexicons::builtin();
  const claimlint::Lexicons lexicons = claimlint::Lexicons::load(folder.path());
  CHECK(lexicons.types().size() == shipped.types().size() + 1);
  CHECK(lexicons.rules().size() == shipped.rules().size());
  CHECK(lexicons.sha256() != shipped.sha256());
  const auto cure = std::find_if(lexicons.types().begin(), lexicons.types().end(),
                                 [](const auto& type) { return type.id == "efficacy.cure"; });
  REQUIRE(cure != lexicons.types().end());
  CHECK(cure->name == "Own cure");
}

TEST_CASE("lexicons: all problems of a folder are thrown together") {
  const Folder folder(
      "[[type]]\nid='own.type'\nname=1\n[[cue]]\nid='own'\nclass='own'\n"
      "pattern='('\n");
  try {
    claimlint::Lexicons::load(folder.path());
    FAIL("nothing was thrown");
  } catch (const claimlint::LexiconError& error) {
    REQUIRE(error.problems().size() == 3);
    CHECK(error.problems()[0].message == "missing key 'meaning'");
    CHECK(error.problems()[1].line == 5);
    CHECK(error.problems()[2].line == 9);
    CHECK(std::string(error.what()).find("own.toml:9:9: missing )") != std::string::npos);
  }
}

TEST_CASE("lexicons: a folder that is not there is an error") {
  CHECK_THROWS_AS(claimlint::Lexicons::load("no-such-folder"), claimlint::LexiconError);
}
