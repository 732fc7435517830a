// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "claimlint/batch.hpp"
#include "temporary_folder.hpp"

namespace claimlint::batch {
namespace {

using test::TemporaryFolder;

const std::string kArticle =
    "Our adjustment cures migraine in every patient.\nIt is said to be gentle.\n";

class Collector final : public ReportWriter {
 public:
  void begin(const Tool& /*tool*/) override { ++begun; }
  void document(const Report& report) override { reports.push_back(report); }
  void end(const Summary& /*summary*/) override { ++ended; }
  int begun = 0;
  int ended = 0;
  std::vector<Report> reports;
};

BatchOptions batch_of(const std::filesystem::path& path, unsigned jobs = 1) {
  BatchOptions options;
  options.paths = {path};
  options.jobs = jobs;
  return options;
}

std::string jsonl_of(const Auditor& auditor, const BatchOptions& options) {
  std::ostringstream out;
  const auto writer = find_output_format("jsonl")->writer(out, {});
  audit_paths(auditor, options, *writer);
  return out.str();
}

TEST_CASE("batch: an empty folder gives an empty report") {
  const TemporaryFolder folder;
  Collector collector;
  const Auditor auditor(Lexicons::builtin());
  const Summary summary = audit_paths(auditor, batch_of(folder.path()), collector);
  CHECK(collector.reports.empty());
  CHECK(collector.begun == 1);
  CHECK(collector.ended == 1);
  CHECK(summary == Summary{});
}

TEST_CASE("batch: any number of jobs gives the same bytes") {
  const TemporaryFolder folder;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int repeat = 0; repeat < 1 + (i * 7) % 40; ++repeat) text += kArticle;
    folder.write(std::to_string(i) + "/article.txt", text);
  }
  const Auditor auditor(Lexicons::builtin());
  const std::string alone = jsonl_of(auditor, batch_of(folder.path(), 1));
  CHECK(alone == jsonl_of(auditor, batch_of(folder.path(), 2)));
  CHECK(alone == jsonl_of(auditor, batch_of(folder.path(), 7)));
}

TEST_CASE("batch: what cannot be read stands in the report in its place") {
  const TemporaryFolder folder;
  BatchOptions options = batch_of(folder.write("a.txt", kArticle));
  options.paths.push_back(folder.path() / "gone.txt");
  options.paths.push_back(folder.write("c.txt", kArticle));
  Collector collector;
  const Summary summary = audit_paths(Auditor(Lexicons::builtin()), options, collector);
  REQUIRE(collector.reports.size() == 3);
  const Report& gone = collector.reports[1];
  CHECK(gone.path == "gone.txt");
  CHECK(gone.status == Status::not_audited);
  CHECK(gone.reasons == std::vector<std::string>{"unreadable"});
  CHECK_FALSE(gone.score);
  CHECK(summary.documents == 3);
  CHECK(summary.not_audited == 1);
}

TEST_CASE("batch: a file above the limit is not audited, one at the limit is") {
  const TemporaryFolder folder;
  BatchOptions options = batch_of(folder.write("a.txt", kArticle));
  Collector collector;
  const Auditor auditor(Lexicons::builtin());
  options.max_bytes = kArticle.size();
  audit_paths(auditor, options, collector);
  options.max_bytes = kArticle.size() - 1;
  audit_paths(auditor, options, collector);
  REQUIRE(collector.reports.size() == 2);
  CHECK(collector.reports[0].status == Status::audited);
  CHECK(collector.reports[1].reasons == std::vector<std::string>{"budget"});
}

TEST_CASE("batch: the observer sees each report in order") {
  const TemporaryFolder folder;
  for (const char* name : {"c.txt", "a.txt", "b/d.txt"}) folder.write(name, kArticle);
  Collector collector;
  std::vector<std::string> seen;
  audit_paths(Auditor(Lexicons::builtin()), batch_of(folder.path(), 2), collector,
              [&](const Report& report) { seen.push_back(report.path); });
  CHECK(seen == std::vector<std::string>{"a.txt", "b/d.txt", "c.txt"});
}

}  // namespace
}  // namespace claimlint::batch
