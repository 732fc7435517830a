// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"
#include "lexicon/cache.hpp"
#include "temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;

using claimlint::Lexicons;

// Compiling the shipped vocabulary each time would take most of the test.
constexpr auto kBase = claimlint::Base::without_concepts;

constexpr const char* kText =
    "Snarkle therapy cures migraine in 3 sessions. It is safe for infants. Ask your doctor.";

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

/// A folder with a lexicon of one treatment and an empty one for the cache; gone with the test.
class Folders {
 public:
  Folders() {
    fs::create_directories(own());
    name_treatment("snarkle therapy");
  }

  [[nodiscard]] fs::path own() const { return root_.path() / "own"; }
  [[nodiscard]] fs::path cache() const { return root_.path() / "cache" / "made"; }
  [[nodiscard]] std::vector<fs::path> kept() const {
    return {fs::directory_iterator(cache()), fs::directory_iterator()};
  }
  void name_treatment(const std::string& name) const {
    write(own() / "own.toml",
          "why='a test'\nsource='ours'\n[[concept]]\nid='treatment.own'\nname='" + name + "'\n");
  }

 private:
  claimlint::test::TemporaryFolder root_;
};

claimlint::Report audit(const Lexicons& lexicons) {
  return claimlint::Auditor(lexicons, {}).audit(kText, {});
}

/// The treatment of the folder is found in the text.
bool finds_own(const claimlint::Report& report) {
  const auto is_own = [](const auto& mention) { return mention.concept_id == "treatment.own"; };
  return std::ranges::any_of(report.sentences, [&](const auto& sentence) {
    return std::ranges::any_of(sentence.mentions, is_own);
  });
}

}  // namespace

TEST_CASE("lexicon cache: what is kept audits like what was made") {
  const Folders folders;
  const Lexicons without = Lexicons::load(folders.own(), kBase);
  const claimlint::Report made = audit(without);
  CHECK(finds_own(made));
  CHECK((audit(Lexicons::load(folders.own(), folders.cache(), kBase)) == made));
  REQUIRE(folders.kept().size() == 1);
  const auto written = fs::last_write_time(folders.kept().front());
  const Lexicons kept = Lexicons::load(folders.own(), folders.cache(), kBase);
  CHECK((audit(kept) == made));
  CHECK(kept.sha256() == without.sha256());
  CHECK(fs::last_write_time(folders.kept().front()) == written);
}

TEST_CASE("lexicon cache: another content is another file") {
  const Folders folders;
  Lexicons::load(folders.own(), folders.cache(), kBase);
  folders.name_treatment("sparkle therapy");
  const Lexicons changed = Lexicons::load(folders.own(), folders.cache(), kBase);
  CHECK(folders.kept().size() == 2);
  CHECK_FALSE(finds_own(audit(changed)));
}

TEST_CASE("lexicon cache: a file with one wrong byte is not used") {
  const Folders folders;
  Lexicons::load(folders.own(), folders.cache(), kBase);
  const fs::path path = folders.kept().at(0);
  const std::string key = path.stem().string().substr(std::string("lexicons-").size());
  const std::string intact = content_of(path);
  const claimlint::lexicon::Cache cache(folders.cache());
  REQUIRE(cache.find(key) != nullptr);
  for (std::size_t i = 0; i < 40; ++i) {
    std::string damaged = intact;
    char& byte = damaged[i < 20 ? i * 8 : i * intact.size() / 40];
    byte = static_cast<char>(byte ^ 1);
    write(path, damaged);
    CHECK(cache.find(key) == nullptr);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{70}, intact.size() - 1}) {
    write(path, intact.substr(0, size));
    CHECK(cache.find(key) == nullptr);
  }
  write(path, intact + "x");
  CHECK(cache.find(key) == nullptr);
  CHECK(finds_own(audit(Lexicons::load(folders.own(), folders.cache(), kBase))));
  CHECK(content_of(path) == intact);
}

TEST_CASE("lexicon cache: a file under another's name is not used") {
  const Folders folders;
  Lexicons::load(folders.own(), folders.cache(), kBase);
  const fs::path first = folders.kept().at(0);
  const std::string foreign = content_of(first);
  fs::remove(first);
  folders.name_treatment("sparkle therapy");
  Lexicons::load(folders.own(), folders.cache(), kBase);
  write(folders.kept().at(0), foreign);
  CHECK_FALSE(finds_own(audit(Lexicons::load(folders.own(), folders.cache(), kBase))));
}

TEST_CASE("lexicon cache: a folder that cannot be made is no error") {
  const Folders folders;
  write(folders.own() / "file", "");
  const Lexicons lexicons = Lexicons::load(folders.own(), folders.own() / "file" / "cache", kBase);
  CHECK(finds_own(audit(lexicons)));
}

TEST_CASE("lexicon cache: lexicons with a problem are not kept") {
  const Folders folders;
  write(folders.own() / "other.toml", "why=1");
  CHECK_THROWS_AS(Lexicons::load(folders.own(), folders.cache(), kBase), claimlint::LexiconError);
  CHECK_FALSE(fs::exists(folders.cache()));
  CHECK_THROWS_AS(Lexicons::load(folders.own() / "none", folders.cache(), kBase),
                  claimlint::LexiconError);
}

TEST_CASE("lexicon cache: several may fill it at once") {
  const Folders folders;
  std::vector<claimlint::Report> audits(2);
  std::vector<std::thread> threads;
  threads.reserve(audits.size());
  for (claimlint::Report& each : audits) {
    threads.emplace_back(
        [&] { each = audit(Lexicons::load(folders.own(), folders.cache(), kBase)); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const claimlint::Report& each : audits) CHECK((each == audits.front()));
  CHECK(folders.kept().size() == 1);
}

TEST_CASE("lexicon cache: of many files the last ones made stay, and no abandoned one") {
  const Folders folders;
  fs::create_directories(folders.cache());
  const auto now = fs::file_time_type::clock::now();
  const auto make = [&](const std::string& name, std::chrono::hours age) {
    write(folders.cache() / name, "x");
    fs::last_write_time(folders.cache() / name, now - age);
  };
  for (int i = 1; i <= 40; ++i) {
    make("lexicons-" + std::to_string(i) + ".bin", std::chrono::hours(i));
  }
  make("lexicons-1.bin.1.tmp", std::chrono::hours(2));
  make("lexicons-1.bin.2.tmp", std::chrono::hours(0));
  make("notes.txt", std::chrono::hours(99));
  claimlint::lexicon::Cache(folders.cache()).keep("new", "");
  CHECK(folders.kept().size() == 16 + 2);
  for (const char* stays : {"lexicons-new.bin", "lexicons-15.bin", "notes.txt"}) {
    CHECK(fs::exists(folders.cache() / stays));
  }
  CHECK_FALSE(fs::exists(folders.cache() / "lexicons-16.bin"));
  CHECK_FALSE(fs::exists(folders.cache() / "lexicons-1.bin.1.tmp"));
}
