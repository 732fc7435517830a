// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "claimlint/batch.hpp"
#include "claimlint/store.hpp"
#include "temporary_folder.hpp"

namespace claimlint::batch {
namespace {

using test::TemporaryFolder;

const std::string kArticle =
    "Our adjustment cures migraine in every patient.\nIt is said to be gentle.\n";

/// A run of a batch over a store.
struct Run {
  std::string output;
  Summary summary;
  std::size_t reused = 0;
};

class Batch {
 public:
  Batch() {
    options.paths = {folder.path() / "in"};
    options.jobs = 2;
  }

  Run run(const std::string& format) {
    Store store(folder.path() / "a.db");
    options.store = &store;
    const OutputFormat& chosen = *find_output_format(format);
    options.store_output = output_key(chosen, {});
    Run result = run_with(chosen);
    store.finish_run("later");
    result.reused = store.reused();
    return result;
  }

  Run run_without_store(const std::string& format) {
    options.store = nullptr;
    return run_with(*find_output_format(format));
  }

  void write(const std::string& name, const std::string& text) const {
    folder.write("in/" + name, text);
  }

  BatchOptions options;
  Auditor auditor{Lexicons::builtin()};

 private:
  Run run_with(const OutputFormat& format) {
    std::ostringstream out;
    const auto writer = format.writer(out, {});
    Run result;
    result.summary = audit_paths(auditor, options, *writer);
    result.output = out.str();
    return result;
  }

  TemporaryFolder folder;
};

TEST_CASE("batch: a second run takes every document from the store and writes the same") {
  Batch batch;
  for (const char* name : {"a.txt", "b/c.txt", "d.txt"}) batch.write(name, kArticle + name);
  batch.write("german.txt",
              "Unsere Praxis ist von neun bis fünf Uhr geöffnet. Wir freuen uns auf Ihren Besuch, "
              "und der Bus hält direkt vor der Tür. Bitte bringen Sie Ihre Unterlagen mit.\n");
  for (const char* format : {"json", "jsonl", "text", "csv", "github", "sarif", "summary"}) {
    CAPTURE(format);
    const Run plain = batch.run_without_store(format);
    const Run first = batch.run(format);
    const Run second = batch.run(format);
    CHECK(first.reused == 0);
    CHECK(second.reused == 4);
    CHECK(first.output == plain.output);
    CHECK(second.output == plain.output);
    CHECK(second.summary == plain.summary);
  }
}

TEST_CASE("batch: what has changed since is audited again, and nothing else") {
  Batch batch;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) batch.write(name, kArticle);
  batch.run("json");
  batch.write("b.txt", kArticle + "Now with a new sentence.\n");
  const Run second = batch.run("json");
  CHECK(second.reused == 2);
  CHECK(second.output == batch.run_without_store("json").output);
}

TEST_CASE("batch: another configuration or source takes nothing from the store") {
  Batch batch;
  batch.write("a.txt", kArticle);
  batch.run("json");
  batch.auditor = Auditor(Lexicons::builtin(), {.rules_only = true});
  CHECK(batch.run("json").reused == 0);
  CHECK(batch.run("json").reused == 1);
  batch.options.describe = [](Source& source) { source.origin.url = "https://example.org"; };
  const Run described = batch.run("json");
  CHECK(described.reused == 0);
  CHECK(described.output.find("https://example.org") != std::string::npos);
}

TEST_CASE("batch: documents from the store are completed like others") {
  Batch batch;
  batch.write("a.txt", kArticle);
  std::vector<std::string> completed;
  batch.options.complete = [&](Report& report) {
    report.score->percentile = 50;
    for (const Sentence& sentence : report.sentences) {
      for (const Claim& claim : sentence.claims) completed.push_back(claim.id);
    }
  };
  batch.run("json");
  const std::vector<std::string> first = std::exchange(completed, {});
  CHECK_FALSE(first.empty());
  CHECK(batch.run("json").reused == 1);
  CHECK(completed == first);
}

TEST_CASE("batch: without reuse the store is written and not read") {
  Batch batch;
  batch.write("a.txt", kArticle);
  batch.run("json");
  batch.options.reuse = false;
  CHECK(batch.run("json").reused == 0);
}

TEST_CASE("batch: a name that is no UTF-8 is written so that it is, beside its bytes") {
  Batch batch;
  batch.write("caf\xE9.txt", kArticle);
  batch.write("caf\xC3\xA9 100%.txt", kArticle);
  std::vector<Report> reports;
  batch.options.complete = [&](Report& report) { reports.push_back(report); };
  batch.options.jobs = 1;
  batch.run_without_store("json");
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].path == "caf\xC3\xA9 100%.txt");
  CHECK(reports[0].path_bytes == std::nullopt);
  CHECK(reports[1].path == "caf%E9.txt");
  CHECK(reports[1].path_bytes == "636166e92e747874");
  CHECK(reports[1].status == Status::audited);
}

TEST_CASE("batch: the language that is known of a document is not detected") {
  Batch batch;
  batch.write("a.txt", kArticle);
  batch.write("b.txt", kArticle);
  std::vector<Report> reports;
  batch.options.describe = [](Source& source) {
    source.language = source.path == "a.txt" ? "de" : "en";
  };
  batch.options.complete = [&](Report& report) { reports.push_back(report); };
  batch.options.jobs = 1;
  batch.run_without_store("json");
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].status == Status::not_audited);
  CHECK(reports[0].reasons == std::vector<std::string>{"language"});
  CHECK(reports[1].language == "en");
  CHECK(reports[1].status == Status::audited);
}

TEST_CASE("batch: the tool's configuration tells options apart that find otherwise") {
  const auto configuration = [](const AuditOptions& options) {
    return Auditor(Lexicons::builtin(), options).tool().configuration;
  };
  const std::string plain = configuration({});
  CHECK(plain.size() == 64);
  CHECK(plain == configuration({.with_text = true}));
  CHECK(plain != configuration({.rules_only = true}));
  CHECK(plain != configuration({.assume_language = "en"}));
  CHECK(configuration({.jurisdictions = {"us", "uk"}}) ==
        configuration({.jurisdictions = {"uk", "us", "uk"}}));
  CHECK(plain != configuration({.jurisdictions = {"us"}}));
}

}  // namespace
}  // namespace claimlint::batch
