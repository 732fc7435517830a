// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "claimlint/store.hpp"
#include "output_sample.hpp"
#include "temporary_folder.hpp"

namespace claimlint {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

StoreEntry entry_of(std::size_t ordinal, const std::string& key, Report report = {}) {
  return {.ordinal = ordinal,
          .key = key,
          .output = "json",
          .report = std::make_shared<const Report>(std::move(report)),
          .rendered = "rendered " + key};
}

void run_sql(const fs::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

std::string message_of(const fs::path& file) {
  try {
    Store store(file);
  } catch (const StoreError& error) {
    return error.what();
  }
  return "opened";
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("store: what was added is found by key and output, in a later opening too") {
  const TemporaryFolder folder;
  {
    Store store(folder.path() / "a.db");
    store.add(entry_of(0, "one"));
    store.finish_run("later");
  }
  const Store store(folder.path() / "a.db");
  REQUIRE(store.find("one", "json"));
  CHECK(store.find("one", "json")->rendered == "rendered one");
  CHECK_FALSE(store.find("two", "json"));
  CHECK_FALSE(store.find("one", "sarif"));
}

TEST_CASE("store: a document comes back with its totals and its claims") {
  const TemporaryFolder folder;
  Store store(folder.path() / "a.db");
  const Report report = output::test::sample_reports().front();
  store.add(entry_of(0, "one", report));
  store.finish_run("later");
  const Report found = store.find("one", "json")->report;
  CHECK(found.path == report.path);
  CHECK(found.source == report.source);
  CHECK(found.sha256 == report.sha256);
  CHECK(found.status == report.status);
  CHECK(found.reasons == report.reasons);
  CHECK(found.hidden == report.hidden);
  REQUIRE(found.score);
  CHECK(found.score->risk == report.score->risk);
  CHECK(found.score->by_severity == report.score->by_severity);
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) before.push_back(claim.id + sentence.text);
  }
  for (const Sentence& sentence : found.sentences) {
    for (const Claim& claim : sentence.claims) after.push_back(claim.id + sentence.text);
  }
  CHECK_FALSE(before.empty());
  CHECK(before == after);
}

TEST_CASE("store: totals come back without the claims too") {
  const TemporaryFolder folder;
  Store store(folder.path() / "a.db", StoredClaims::leave);
  const Report report = output::test::sample_reports().front();
  store.add(entry_of(0, "one", report));
  store.finish_run("later");
  const Report found = store.find("one", "json")->report;
  CHECK(found.sentences.empty());
  REQUIRE(found.score);
  CHECK_FALSE(found.score->by_type.empty());
  CHECK(found.score->by_type == report.score->by_type);
}

TEST_CASE("store: bytes of any kind are kept as they are") {
  const TemporaryFolder folder;
  Store store(folder.path() / "a.db");
  StoreEntry entry = entry_of(0, "one");
  entry.rendered = std::string("\0\xff'\n", 4) + std::string(100'000, 'x');
  const std::string wanted = *entry.rendered;
  store.add(std::move(entry));
  entry = entry_of(1, "empty");
  entry.rendered = "";
  store.add(std::move(entry));
  store.finish_run("later");
  CHECK(store.find("one", "json")->rendered == wanted);
  REQUIRE(store.find("empty", "json"));
  CHECK(store.find("empty", "json")->rendered.empty());
}

TEST_CASE("store: what differs in source, bytes or configuration has another key") {
  const Source source{.path = "a.txt"};
  const Tool tool;
  const std::string key = document_key("bytes", source, tool);
  CHECK(key == document_key("bytes", source, tool));
  CHECK(key != document_key("other", source, tool));
  CHECK(key != document_key("bytes", {.path = "b.txt"}, tool));
  CHECK(key != document_key("bytes", {.path = "a.txt", .format = "html"}, tool));
  CHECK(key != document_key("bytes", {.path = "a.txt", .language = "en"}, tool));
  Source on_page = source;
  on_page.origin.url = "x";
  Source on_site = source;
  on_site.origin.site = "x";
  CHECK(document_key("bytes", on_page, tool) != document_key("bytes", on_site, tool));
  Tool configured;
  configured.configuration = "x";
  CHECK(key != document_key("bytes", source, configured));
}

TEST_CASE("store: a file that is none is refused and left as it is") {
  const TemporaryFolder folder;
  const fs::path text = folder.write("a.txt", std::string(5000, 'a'));
  CHECK(message_of(text) == text.string() + ": is no results store");
  CHECK(content_of(text) == std::string(5000, 'a'));
  const fs::path other = folder.path() / "other.db";
  run_sql(other, "CREATE TABLE meta (x)");
  CHECK(message_of(other) == other.string() + ": is an SQLite database, but no results store");
  CHECK(message_of(folder.path() / "no/such/a.db").ends_with(": cannot be opened"));
}

TEST_CASE("store: one of a newer version is refused and left as it is") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  CHECK(message_of(file) == "opened");
  run_sql(file, "UPDATE meta SET schema_version = 99; PRAGMA journal_mode = DELETE;");
  const std::string before = content_of(file);
  CHECK(message_of(file).find("a results store of version 99") != std::string::npos);
  CHECK(message_of(file).find("newer") != std::string::npos);
  CHECK(content_of(file) == before);
}

TEST_CASE("store: a report that the disk has damaged is not passed on") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  {
    Store store(file);
    store.add(entry_of(0, "one"));
    store.finish_run("later");
  }
  run_sql(file, "UPDATE rendered SET bytes = CAST('rendered onf' AS BLOB)");
  const Store store(file);
  CHECK_THROWS_WITH_AS(
      static_cast<void>(store.find("one", "json")),
      (file.string() + ": is damaged; if reviewers use it, save its table 'decisions' first "
                       "(sqlite3 FILE '.recover'); then remove it, and the next audit makes it "
                       "anew")
          .c_str(),
      StoreError);
}

TEST_CASE("store: documents of unread files belong to the run and to nothing else") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  Store store(file);
  store.begin_run({"now", {}, {"audit", "."}});
  Report unread;
  unread.path = "gone.txt";
  unread.status = Status::not_audited;
  unread.reasons = {"unreadable"};
  StoreEntry entry = entry_of(0, "", unread);
  entry.rendered.reset();
  store.add(std::move(entry));
  store.add(entry_of(1, "one"));
  store.finish_run("later");
  CHECK(store.find("one", "json"));
  CHECK_FALSE(store.find("", "json"));
  run_sql(file,
          "CREATE TABLE t (n CHECK (n = 1)); INSERT INTO t SELECT count(*) FROM "
          "run_documents WHERE document IS NULL AND reasons = 'unreadable' AND run = 1");
  run_sql(file, "INSERT INTO t SELECT count(*) FROM runs WHERE finished = 'later'");
}

TEST_CASE("store: two writers and many readers at once lose nothing") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  constexpr std::size_t kEach = 300;
  const auto write = [&file](const std::string& name) {
    Store store(file);
    store.begin_run({name, {}, {}});
    for (std::size_t i = 0; i < kEach; ++i) {
      store.add(entry_of(i, name + std::to_string(i)));
      store.add(entry_of(kEach + i, "shared" + std::to_string(i)));
      static_cast<void>(store.find(name + "0", "json"));
    }
    store.finish_run("later");
  };
  std::jthread first(write, "a");
  std::jthread second(write, "b");
  first.join();
  second.join();
  const Store store(file);
  std::size_t found = 0;
  for (std::size_t i = 0; i < kEach; ++i) {
    for (const char* const name : {"a", "b", "shared"}) {
      found += store.find(name + std::to_string(i), "json") ? 1 : 0;
    }
  }
  CHECK(found == 3 * kEach);
}

}  // namespace
}  // namespace claimlint
