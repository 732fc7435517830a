// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "claimlint/across.hpp"
#include "review/like_sets.hpp"
#include "review/spool.hpp"
#include "temporary_folder.hpp"

namespace claimlint::review {
namespace {

Report report(const std::string& path, const std::vector<std::string>& sentences,
              const std::string& site = {}) {
  Report result;
  result.path = path;
  if (!site.empty()) result.source.site = site;
  result.score.emplace();
  for (const std::string& text : sentences) {
    Sentence sentence;
    sentence.text = text;
    Claim claim;
    claim.id = path + "#" + std::to_string(result.sentences.size());
    claim.type = "efficacy.cure";
    claim.severity = Severity::low;
    sentence.claims.push_back(claim);
    result.sentences.push_back(sentence);
    ++result.score->claims;
    ++result.score->by_severity.low;
  }
  return result;
}

Summary across(const std::vector<Report>& reports) {
  const test::TemporaryFolder folder;
  AcrossDocuments documents(folder.path());
  for (const Report& each : reports) documents.add(each);
  Summary summary;
  documents.finish(summary);
  return summary;
}

constexpr const char* kTemplate =
    "Our gentle adjustment of the atlas cures chronic migraine for good, without drugs or needles";

TEST_CASE("clusters: nothing repeats, nothing is gathered") {
  CHECK(across({}).clusters.empty());
  CHECK(across({report("a", {"Tea cures gout."}), report("b", {"Salt heals eczema."})})
            .clusters.empty());
}

TEST_CASE("clusters: a template on three sites is one cluster") {
  const std::string text = kTemplate;
  const Summary summary = across(
      {report("a/1.html", {text + "."}, "a.example"), report("b/1.html", {text + "!"}, "b.example"),
       report("b/2.html", {text + " - call Dr Ames.", "Tea cures gout."}, "b.example")});
  REQUIRE(summary.clusters.size() == 1);
  const ClaimCluster& cluster = summary.clusters.front();
  CHECK(cluster.id == "a/1.html#0");
  CHECK(cluster.text == text + ".");
  CHECK(cluster.type == "efficacy.cure");
  CHECK(cluster.claims == 3);
  CHECK(cluster.documents == 3);
  CHECK(cluster.sites == 2);
  CHECK(cluster.paths == std::vector<std::string>{"a/1.html", "b/1.html", "b/2.html"});
}

TEST_CASE("clusters: case, quotes and punctuation are no difference, one word of three is") {
  CHECK(across({report("a", {"Tea CURES \u201Cgout\u201D"}), report("b", {"tea cures gout!"})})
            .clusters.size() == 1);
  CHECK(across({report("a", {"Tea cures gout."}), report("b", {"Salt cures gout."})})
            .clusters.empty());
}

TEST_CASE("clusters: claims of two types, and claims that do not count, stay apart") {
  Report other = report("b", {kTemplate});
  other.sentences[0].claims[0].type = "safety.absolute";
  CHECK(across({report("a", {kTemplate}), other}).clusters.empty());
  Report vetoed = report("b", {kTemplate});
  vetoed.sentences[0].claims[0].vetoed = Veto{"dismissed", "", std::nullopt};
  CHECK(across({report("a", {kTemplate}), vetoed}).clusters.empty());
  Report supported = report("b", {kTemplate});
  supported.sentences[0].claims[0].unsupported = false;
  CHECK(across({report("a", {kTemplate}), supported}).clusters.empty());
}

TEST_CASE("clusters: the largest come first, with the highest severity of their claims") {
  Report high = report("c", {"Tea cures gout."});
  high.sentences[0].claims[0].severity = Severity::high;
  const Summary summary = across({report("a", {"Salt heals eczema.", "Tea cures gout."}),
                                  report("b", {"Salt heals eczema.", "Tea cures gout."}), high});
  REQUIRE(summary.clusters.size() == 2);
  CHECK(summary.clusters[0].text == "Tea cures gout.");
  CHECK(summary.clusters[0].claims == 3);
  CHECK(summary.clusters[0].severity == Severity::high);
  CHECK(summary.clusters[1].severity == Severity::low);
}

TEST_CASE("clusters: two claims in one document count one document") {
  const Summary summary = across({report("a", {kTemplate, kTemplate})});
  REQUIRE(summary.clusters.size() == 1);
  CHECK(summary.clusters[0].claims == 2);
  CHECK(summary.clusters[0].documents == 1);
  CHECK(summary.clusters[0].sites == 0);
}

TEST_CASE("clusters: at most so many paths are listed, and so many clusters") {
  std::vector<Report> reports;
  std::vector<std::string> different;
  for (std::size_t i = 0; i <= kMaxClusters; ++i) {
    different.push_back("word" + std::to_string(i) + " cures");
  }
  for (std::size_t i = 0; i < 2 * kMaxClusterPaths; ++i) {
    reports.push_back(report("p" + std::to_string(i), different));
  }
  const Summary summary = across(reports);
  CHECK(summary.clusters.size() == kMaxClusters);
  CHECK(summary.clusters[0].paths.size() == kMaxClusterPaths);
  CHECK(summary.clusters[0].documents == 2 * kMaxClusterPaths);
}

// --- sets of words

std::size_t place_by_force(const WordSet& words, const std::vector<WordSet>& firsts) {
  std::size_t best = firsts.size();
  double likest = 0;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const double share = likeness(words, firsts[i]);
    if (share < kSameClaim - 1e-12 || share <= likest + 1e-12) continue;
    best = i;
    likest = share;
  }
  return best;
}

TEST_CASE("like sets: looking at rare words finds what comparing all with all does") {
  std::mt19937 random(7);
  for (std::size_t round = 0; round < 40; ++round) {
    std::vector<WordSet> sets;
    for (std::size_t i = 0; i < 150; ++i) {
      WordSet words;
      if (!sets.empty() && random() % 3 != 0) words = sets[random() % sets.size()];
      for (std::size_t k = random() % 4; k > 0; --k) words.push_back(random() % (20 + 30 * round));
      for (std::size_t k = random() % 2; k > 0 && !words.empty(); --k) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(random() % words.size()));
      }
      std::ranges::sort(words);
      words.erase(std::unique(words.begin(), words.end()), words.end());
      sets.push_back(words);
    }
    LikeSets like;
    for (const WordSet& words : sets) like.count(words);
    std::vector<WordSet> firsts;
    for (const WordSet& words : sets) {
      if (words.empty()) continue;
      const std::size_t wanted = place_by_force(words, firsts);
      REQUIRE(like.place(words) == wanted);
      if (wanted == firsts.size()) firsts.push_back(words);
    }
  }
}

TEST_CASE("like sets: likeness is the share of common words") {
  CHECK(likeness(words_of("a b c d"), words_of("d c b a")) == 1);
  CHECK(likeness(words_of("a b c d"), words_of("a b c x")) == doctest::Approx(0.6));
  CHECK(likeness(words_of(""), words_of("a")) == 0);
}

// --- totals by site and folder

TEST_CASE("roll-ups: a folder has the totals of all below it, a site those of its pages") {
  Report risky = report("x/y/a.txt", {"Tea cures gout."}, "a.example");
  risky.score->risk = 80;
  risky.score->band = Band::high;
  Report calm = report("x/b.txt", {}, "a.example");
  calm.score->risk = 20;
  Report unread = report("top.txt", {}, "b.example");
  unread.status = Status::not_audited;
  unread.score.reset();
  const Summary summary = across({risky, calm, unread});
  REQUIRE(summary.folders.size() == 2);
  CHECK(summary.folders[0] == RollUp{"x", 2, 0, 1, 1, {0, 0, 1}, 80, 50});
  CHECK(summary.folders[1] == RollUp{"x/y", 1, 0, 1, 1, {0, 0, 1}, 80, 80});
  REQUIRE(summary.sites.size() == 2);
  CHECK(summary.sites[0] == RollUp{"a.example", 2, 0, 1, 1, {0, 0, 1}, 80, 50});
  CHECK(summary.sites[1] == RollUp{"b.example", 1, 1, 0, 0, {}, 0, 0});
}

// --- percentile

TEST_CASE("reference risks: the share of documents whose risk is lower") {
  const ReferenceRisks reference({10, 20, 20, 40});
  CHECK(reference.percentile(5) == 0);
  CHECK(reference.percentile(10) == 0);
  CHECK(reference.percentile(10.04) == 0);
  CHECK(reference.percentile(10.1) == 25);
  CHECK(reference.percentile(20) == 25);
  CHECK(reference.percentile(30) == 75);
  CHECK(reference.percentile(100) == 100);
  CHECK(ReferenceRisks({1, 2, 3}).percentile(2) == doctest::Approx(33.3));
}

TEST_CASE("reference risks: a report without a score is no reference") {
  std::istringstream in(
      R"({"schema":1,"tool":{"name":"n","version":"1","lexicons":"l",)"
      R"("engine":{"icu":"","unicode":"","re2":""}},"documents":[],"summary":{"kind":"summary",)"
      R"("schema":1,"documents":0,"by_status":{"audited":0,"partial":0,"not_audited":0},)"
      R"("by_band":{"high":0,"medium":0,"low":0},"claims":0,)"
      R"("by_severity":{"high":0,"medium":0,"low":0},"by_type":{}}})");
  CHECK_THROWS_AS(ReferenceRisks::read(in, "r"), std::runtime_error);
}

// --- the temporary file

TEST_CASE("spool: what was put in comes out, and leaves no file behind") {
  const test::TemporaryFolder folder;
  Spool spool(folder.path());
  CHECK(std::filesystem::is_empty(folder.path()));
  const auto first = spool.append("one");
  CHECK(spool.read(first, 3) == "one");
  const auto second = spool.append("second");
  CHECK(spool.read(second, 6) == "second");
  CHECK(spool.read(first, 3) == "one");
  CHECK(spool.size() == 9);
  CHECK_THROWS_AS(spool.read(5, 9), std::runtime_error);
  CHECK_THROWS_AS(Spool(folder.path() / "nowhere"), std::runtime_error);
}

}  // namespace
}  // namespace claimlint::review
