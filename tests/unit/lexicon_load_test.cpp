// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

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

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

std::string cue(const std::string& name, const std::string& pattern) {
  return "[[cue]]\nid='" + name + ".a'\nclass='" + name + "'\npattern='" + pattern + "'\n";
}

/// What loading a file says; empty where it is taken.
std::string refusal_of(const std::string& content) {
  const Folder folder(content);
  try {
    claimlint::Lexicons::load(folder.path());
    return {};
  } catch (const claimlint::LexiconError& error) {
    return error.what();
  }
}

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

TEST_CASE("lexicons: an expression that could exhaust the program is refused with its place") {
  const auto check = [](const std::string& pattern, std::string_view message) {
    const std::string refusal = refusal_of(cue("own", pattern));
    CHECK_MESSAGE(refusal.find("own.toml:6:9: ") != std::string::npos, refusal.substr(0, 200));
    CHECK_MESSAGE(refusal.find(message) != std::string::npos, refusal.substr(0, 200));
  };
  check(repeated("(", 20000) + "a" + repeated(")", 20000), "more than 100 groups");
  check(repeated("a", 300000), "longer than 256 KiB");
  check(repeated("((abcdefghij klmnopqrst){100}){10}", 20), "100000");
  CHECK(refusal_of(cue("own", repeated("(", 90) + "a" + repeated(")", 90))).empty());
}

TEST_CASE("lexicons: what many expressions take together is bounded") {
  std::string content;
  for (int i = 0; i < 400; ++i) {
    content += cue("own" + std::to_string(i), "(abcdefghij klmnopqrst uvwxyz abcd){1000}");
  }
  CHECK(refusal_of(content).find("10000000 steps together") != std::string::npos);
}

TEST_CASE("lexicons: a key of many parts is refused, dots in strings and comments are not") {
  const std::string key = repeated("a.", 200000) + "a";
  const std::string message = "a key of more than 100 names";
  CHECK(refusal_of(key + " = 1\n").find(message) != std::string::npos);
  CHECK(refusal_of("[" + repeated("'a' . ", 200) + "b]\n").find(message) != std::string::npos);
  CHECK(refusal_of("x = {" + key + " = 1}\n").find(message) != std::string::npos);
  CHECK(refusal_of("#" + key + "\n# it\'s\n" + cue("own", repeated("a.", 200) + "b")).empty());
  CHECK(refusal_of("[[cue]]\nid='own.a'\nclass='own'\nterms=[\"\"\"it\"s " + repeated("a.", 200) +
                   "\"\"\"]\n")
            .empty());
}
