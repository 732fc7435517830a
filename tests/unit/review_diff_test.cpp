// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>

#include "claimlint/diff.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/report_reader.hpp"
#include "review/rising.hpp"

namespace claimlint::review {
namespace {

/// A sentence with one claim.
Sentence sentence(const std::string& id, const std::string& text, Severity severity,
                  const std::string& type = "efficacy.cure") {
  Sentence result;
  result.text = text;
  Claim claim;
  claim.id = id;
  claim.type = type;
  claim.severity = severity;
  claim.unsupported = severity != Severity::none;
  result.claims.push_back(claim);
  return result;
}

Report report(std::vector<Sentence> sentences, const std::string& path = "a.txt") {
  Report result;
  result.path = path;
  result.sha256 = result.content_sha256 = path;
  result.sentences = std::move(sentences);
  result.score.emplace();
  for (std::size_t i = 0; i < result.sentences.size(); ++i) {
    result.sentences[i].index = i;
    result.sentences[i].line = i + 1;
    for (const Claim& claim : result.sentences[i].claims) {
      result.score->claims += claim.counts() ? 1 : 0;
    }
  }
  return result;
}

std::vector<std::string> changes(const Report& before, const Report& after) {
  std::vector<std::string> result;
  for (const ClaimChange& change : diff_documents(&before, &after).claims) {
    result.push_back(std::string(to_string(change.change)) + " " + change.state().id);
  }
  return result;
}

using Changes = std::vector<std::string>;

const Sentence kCure = sentence("c1", "Massage cures migraine in a week.", Severity::high);
const Sentence kEase = sentence("c2", "Tea eases every cough.", Severity::low);
const Sentence kSafe = sentence("c3", "Our needles are safe for all.", Severity::medium);

TEST_CASE("diff: the same claims are no change, wherever lines were added above") {
  CHECK(changes(report({kCure, kEase}), report({kCure, kEase})).empty());
  Sentence open;
  open.text = "We are open.";
  CHECK(changes(report({kCure, kEase}), report({open, open, kCure, kEase})).empty());
}

TEST_CASE("diff: new and gone claims are told apart, gone ones last") {
  CHECK(changes(report({kCure, kEase}), report({kSafe, kEase})) == Changes{"new c3", "gone c1"});
}

TEST_CASE("diff: severity is looked at before the place") {
  Sentence weaker = kCure;
  weaker.claims[0].severity = Severity::low;
  weaker.block = BlockKind::heading;
  CHECK(changes(report({kCure, kEase}), report({weaker, kEase})) == Changes{"softened c1"});
  CHECK(changes(report({weaker}), report({kCure})) == Changes{"strengthened c1"});
}

TEST_CASE("diff: a claim that became supported is softened, and the other way strengthened") {
  Sentence supported = kCure;
  supported.claims[0].severity = Severity::none;
  supported.claims[0].unsupported = false;
  CHECK(changes(report({kCure}), report({supported})) == Changes{"softened c1"});
  CHECK(changes(report({supported}), report({kCure})) == Changes{"strengthened c1"});
  CHECK(changes(report({}), report({supported})).empty());
  CHECK(changes(report({supported}), report({})).empty());
}

TEST_CASE("diff: only what changed its order has moved") {
  CHECK(changes(report({kCure, kEase, kSafe}), report({kSafe, kCure, kEase})) ==
        Changes{"moved c3"});
  Sentence title = kCure;
  title.block = BlockKind::heading;
  CHECK(changes(report({kCure}), report({title})) == Changes{"moved c1"});
}

TEST_CASE("diff: an edited sentence is one change, not two") {
  const Sentence edited =
      sentence("c9", "Massage relieves migraine in a week.", Severity::low, "efficacy.relief");
  const Report before = report({kCure});
  const Report after = report({edited});
  const DocumentDiff diff = diff_documents(&before, &after);
  REQUIRE(diff.claims.size() == 1);
  CHECK(diff.claims[0].change == Change::softened);
  CHECK(diff.claims[0].before->id == "c1");
  CHECK(diff.claims[0].after->id == "c9");
}

TEST_CASE("diff: an edited sentence of the same weight is reworded") {
  const Sentence edited = sentence("c9", "Massage cures migraine in a month.", Severity::high);
  CHECK(changes(report({kCure}), report({edited})) == Changes{"reworded c9"});
}

TEST_CASE("diff: other words, or another family of claims, are another claim") {
  const Sentence other = sentence("c9", "Cupping cures eczema for good.", Severity::high);
  CHECK(changes(report({kCure}), report({other})) == Changes{"new c9", "gone c1"});
  const Sentence safety =
      sentence("c9", "Massage cures migraine in a week.", Severity::high, "safety.absolute");
  CHECK(changes(report({kCure}), report({safety})) == Changes{"new c9", "gone c1"});
}

TEST_CASE("diff: a claim that was dismissed is gone, with the reason") {
  Sentence dismissed = kCure;
  dismissed.claims[0].vetoed = Veto{"dismissed", "quoted", std::nullopt};
  const Report before = report({kCure});
  const Report after = report({dismissed});
  const DocumentDiff diff = diff_documents(&before, &after);
  REQUIRE(diff.claims.size() == 1);
  CHECK(diff.claims[0].change == Change::gone);
  CHECK(diff.claims[0].veto == "dismissed");
  const DocumentDiff back = diff_documents(&after, &before);
  REQUIRE(back.claims.size() == 1);
  CHECK(back.claims[0].change == Change::added);
  CHECK(back.claims[0].veto == "dismissed");
}

TEST_CASE("diff: nothing is said of the claims of a document that could not be read") {
  const Report before = report({kCure});
  Report after = report({});
  after.status = Status::not_audited;
  after.score.reset();
  const DocumentDiff diff = diff_documents(&before, &after);
  CHECK(diff.claims.empty());
  CHECK(diff.less_complete());
  CHECK_FALSE(diff.empty());
  CHECK_FALSE(diff_documents(&after, &before).less_complete());
}

TEST_CASE("diff: totals count what got worse by severity") {
  DiffTotals totals;
  const Report nothing = report({});
  const Report claims = report({kCure, kEase});
  totals.add(diff_documents(&nothing, &claims));
  totals.add(diff_documents(nullptr, &claims));
  totals.add(diff_documents(&claims, nullptr));
  CHECK(totals.documents == 1);
  CHECK(totals.changed == 1);
  CHECK(totals.added == 1);
  CHECK(totals.removed == 1);
  CHECK(totals.worse == SeverityCounts{2, 0, 2});
  CHECK(totals.of(Change::added) == 4);
  CHECK(totals.of(Change::gone) == 2);
}

TEST_CASE("diff: the longest run that kept its order") {
  const auto count = [](const std::vector<std::size_t>& values) {
    std::size_t chosen = 0;
    for (const bool in : longest_rising(values)) chosen += in ? 1 : 0;
    return chosen;
  };
  CHECK(count({}) == 0);
  CHECK(count({5}) == 1);
  CHECK(count({4, 3, 2, 1}) == 1);
  CHECK(count({2, 0, 1, 4, 3, 5}) == 4);
  CHECK(longest_rising({9, 1, 2}) == std::vector<bool>{false, true, true});
}

// --- whole reports

std::string jsonl(const std::vector<Report>& reports) {
  std::ostringstream out;
  const auto writer = find_output_format("jsonl")->writer(out, {});
  Summary summary;
  for (const Report& each : reports) {
    summary.add(each);
    writer->document(each);
  }
  writer->end(summary);
  return out.str();
}

class Keeper final : public DiffWriter {
 public:
  void begin(const Tool& /*before*/, const Tool& /*after*/) override {}
  void document(const DocumentDiff& document) override { documents.push_back(document); }
  void end(const DiffTotals& /*totals*/) override {}
  std::vector<DocumentDiff> documents;
};

struct Compared {
  std::vector<DocumentDiff> documents;
  DiffTotals totals;
};

Compared compare(const std::string& before, const std::string& after) {
  std::istringstream old_report(before);
  std::istringstream new_report(after);
  Keeper keeper;
  const DiffTotals totals = diff_reports({old_report, "old"}, {new_report, "new"}, keeper);
  return {keeper.documents, totals};
}

TEST_CASE("diff of reports: documents are matched by path, then by content") {
  Report renamed = report({kCure}, "new-name.txt");
  renamed.content_sha256 = "a.txt";
  const Compared compared =
      compare(jsonl({report({kCure}, "a.txt"), report({}, "b.txt"), report({kEase}, "c.txt")}),
              jsonl({report({}, "b.txt"), report({kSafe}, "d.txt"), renamed}));
  REQUIRE(compared.documents.size() == 3);
  CHECK(compared.documents[0].after->path == "d.txt");
  CHECK_FALSE(compared.documents[0].before);
  CHECK(compared.documents[1].renamed());
  CHECK(compared.documents[1].before->path == "a.txt");
  CHECK(compared.documents[1].claims.empty());
  CHECK(compared.documents[2].before->path == "c.txt");
  CHECK_FALSE(compared.documents[2].after);
  CHECK(compared.totals.documents == 2);
  CHECK(compared.totals.renamed == 1);
}

TEST_CASE("diff of reports: a path that comes twice is matched in order") {
  const std::string twice = jsonl({report({kCure}), report({kEase})});
  CHECK(compare(twice, twice).documents.empty());
}

TEST_CASE("diff of reports: what is no report, or cannot be read twice, is refused") {
  CHECK_THROWS_AS(compare("nonsense", jsonl({})), ReportError);
  std::istringstream empty;
  empty.setstate(std::ios::failbit);
  std::istringstream good(jsonl({}));
  Keeper keeper;
  CHECK_THROWS_AS(diff_reports({empty, "pipe"}, {good, "new"}, keeper), std::runtime_error);
}

TEST_CASE("diff formats: each tells the change, and lets no control character through") {
  Sentence loud = kSafe;
  loud.text = "It is \x1b[2J safe.";
  std::istringstream old_report(jsonl({report({kCure})}));
  std::istringstream new_report(jsonl({report({loud})}));
  REQUIRE(diff_formats().size() == 2);
  for (const DiffFormat& format : diff_formats()) {
    CAPTURE(format.name);
    std::ostringstream out;
    const auto writer = format.writer(out);
    old_report.clear();
    old_report.seekg(0);
    new_report.clear();
    new_report.seekg(0);
    diff_reports({old_report, "old"}, {new_report, "new"}, *writer);
    CHECK(out.str().find("new") != std::string::npos);
    CHECK(out.str().find("efficacy.cure") != std::string::npos);
    CHECK(out.str().find('\x1b') == std::string::npos);
  }
}

}  // namespace
}  // namespace claimlint::review
