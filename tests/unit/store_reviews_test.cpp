// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "claimlint/reviews.hpp"
#include "output_sample.hpp"
#include "temporary_folder.hpp"

namespace claimlint {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

void run_sql(const fs::path& file, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

StoreRun run_of(const std::string& version) {
  StoreRun run;
  run.started = "now";
  run.tool.version = version;
  return run;
}

/// A store with one finished run over one document with claims.
class Fixture {
 public:
  Fixture() {
    Store store(file());
    store.begin_run(run_of("1"));
    store.add({.ordinal = 0,
               .key = "one",
               .output = "json 0 0 1 0",
               .report = std::make_shared<const Report>(report),
               .rendered = "{}"});
    store.finish_run("later");
  }

  [[nodiscard]] fs::path file() const { return folder_.path() / "a.db"; }

  [[nodiscard]] const Claim& claim() const {
    for (const Sentence& sentence : report.sentences) {
      if (!sentence.claims.empty()) return sentence.claims.front();
    }
    throw std::logic_error("the sample has no claim");
  }

  [[nodiscard]] ReviewEntry say(const std::string& reviewer, ReviewState state) const {
    return {.claim = claim().id,
            .reviewer = reviewer,
            .state = state,
            .reason = "why",
            .time = "2026-11-21T10:00:00Z",
            .document = 1};
  }

  const Report report = output::test::sample_reports().front();

 private:
  TemporaryFolder folder_;
};

TEST_CASE("reviews: the documents of the last finished run, as they were written") {
  const Fixture fixture;
  Store unfinished(fixture.file());
  unfinished.begin_run(run_of("2"));
  const Reviews reviews(fixture.file());
  REQUIRE(reviews.run());
  CHECK(reviews.run()->tool == "1");
  REQUIRE(reviews.documents(reviews.run()->id).size() == 1);
  CHECK(reviews.json(1) == "{}");
  CHECK(reviews.json(2) == std::nullopt);
}

TEST_CASE("reviews: the latest of each reviewer holds, in a later opening too") {
  const Fixture fixture;
  {
    Reviews reviews(fixture.file());
    reviews.record({fixture.say("Ann", ReviewState::accepted)});
    reviews.record(
        {fixture.say("Bo", ReviewState::accepted), fixture.say("Ann", ReviewState::dismissed)});
  }
  const Reviews reviews(fixture.file());
  const std::vector<ReviewEntry> all = reviews.decisions();
  CHECK(all == std::vector{fixture.say("Ann", ReviewState::dismissed),
                           fixture.say("Bo", ReviewState::accepted)});
  CHECK(reviews.decisions(1) == all);
  CHECK(reviews.decisions(2).empty());
}

TEST_CASE("reviews: what a claim is comes from its document") {
  const Fixture fixture;
  const Reviews reviews(fixture.file());
  ReviewEntry entry = fixture.say("Ann", ReviewState::accepted);
  CHECK(reviews.complete(entry));
  CHECK(entry.rule == fixture.claim().rule);
  CHECK(entry.type == fixture.claim().type);
  CHECK_FALSE(entry.text.empty());
  entry.claim = "another";
  CHECK_FALSE(reviews.complete(entry));
  entry = fixture.say("Ann", ReviewState::accepted);
  entry.document = 2;
  CHECK(reviews.complete(entry));
  CHECK(entry.document == 1);
  CHECK(entry.rule == fixture.claim().rule);
}

TEST_CASE("reviews: a store of version 1 is brought up, with all it holds") {
  const Fixture fixture;
  run_sql(fixture.file(), "DROP TABLE decisions; UPDATE meta SET schema_version = 1;");
  {
    const Store store(fixture.file());
    CHECK(store.find("one", "json 0 0 1 0"));
  }
  Reviews reviews(fixture.file());
  CHECK(reviews.decisions().empty());
  reviews.record({fixture.say("Ann", ReviewState::accepted)});
  CHECK(reviews.decisions().size() == 1);
}

}  // namespace
}  // namespace claimlint
