// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "claimlint/auditor.hpp"
#include "claimlint/verify.hpp"
#include "review/annotation.hpp"

namespace claimlint::review {
namespace {

namespace fs = std::filesystem;

const Auditor& auditor() {
  static const Auditor kAuditor(Lexicons::builtin(),
                                {.with_vetoed = true, .assume_language = "en"});
  return kAuditor;
}

/// "sentence: these words are at [3, 5)"
std::vector<std::string> problems(const Report& report, std::string_view bytes) {
  std::vector<std::string> result;
  for (const VerifyProblem& problem : verify_document(report, bytes).problems) {
    result.push_back(problem.what + ": " + problem.message);
  }
  return result;
}

using Problems = std::vector<std::string>;

const std::string kPage =
    "<h1>Caf\u00E9</h1>\n<p>Our <b>gentle</b> adjust&shy;ment&nbsp;cures mi<i>grai</i>ne &amp; "
    "<img alt='massage heals gout'> is\n safe for   all, says Dr. Ames.</p>";

Report page_report() { return auditor().audit(kPage, {.path = "page.html"}); }

TEST_CASE("verify: every place of every fixture and article holds") {
  const fs::path root = CLAIMLINT_SOURCE_DIR;
  std::size_t documents = 0;
  for (const fs::path& folder :
       {root / "corpus", root / "tests/fixtures/html", root / "tests/fixtures", root / "docs"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string extension = entry.path().extension();
      if (extension == ".json" || extension == ".py" || entry.is_directory()) continue;
      const std::string bytes = read_bytes(entry.path());
      const Report report = auditor().audit(bytes, {.path = entry.path().filename().string()});
      if (report.status == Status::not_audited) continue;
      CAPTURE(entry.path().filename().string());
      CHECK(problems(report, bytes) == Problems{});
      ++documents;
    }
  }
  CHECK(documents > 100);
}

TEST_CASE("verify: places through markup, references and white space hold") {
  const Report report = page_report();
  const Verification result = verify_document(report, kPage);
  CHECK(result.problems.empty());
  CHECK(result.spans > 5);
}

TEST_CASE("verify: places in UTF-16 and in windows-1252 hold") {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("Massage cures migraine. It is safe for all.")) {
    utf16 += c;
    utf16 += '\0';
  }
  CHECK(problems(auditor().audit(utf16, {.path = "a.txt"}), utf16) == Problems{});
  const std::string latin =
      "<meta charset=windows-1252><p>It\x92s true \x97 massage cures migraine.";
  CHECK(problems(auditor().audit(latin, {.path = "a.html"}), latin) == Problems{});
}

TEST_CASE("verify: bytes that changed are said, and nothing else") {
  const Report report = page_report();
  std::string other = kPage;
  other.back() = '!';
  REQUIRE(problems(report, other).size() == 1);
  CHECK(problems(report, other)[0].starts_with("sha256: "));
  CHECK(problems(report, kPage + "!")[0].starts_with("bytes: "));
}

TEST_CASE("verify: a sentence with other words is found") {
  Report report = page_report();
  report.sentences[1].text[0] = '0';
  const Problems found = problems(report, kPage);
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("sentence: the report has \"0ur"));
}

TEST_CASE("verify: a place that is shifted by a byte, in any list, is found") {
  const Report good = page_report();
  const auto shifted = [&](const auto& change) {
    Report report = good;
    for (Sentence& sentence : report.sentences) {
      if (!sentence.claims.empty() && !sentence.mentions.empty()) {
        change(sentence);
        break;
      }
    }
    REQUIRE_FALSE(report == good);
    return problems(report, kPage);
  };
  const auto shift = [](Place& place) {
    ++place.span.begin;
    if (!place.parts.empty()) ++place.parts.front().begin;
  };
  const auto only = [](const Problems& found, std::string_view what) {
    return !found.empty() && std::ranges::all_of(found, [&](const std::string& problem) {
      return problem.starts_with(what);
    });
  };
  CHECK(only(shifted([&](Sentence& s) { shift(s.mentions[0].place); }), "mention: "));
  CHECK(only(shifted([&](Sentence& s) { s.line += 1; }), "sentence: "));
  CHECK(only(shifted([&](Sentence& s) { s.column += 1; }), "sentence: "));
  CHECK(only(shifted([&](Sentence& s) { s.claims[0].place.span = {0, 4}; }), "claim: "));
  CHECK(only(shifted([&](Sentence& s) { s.claims[0].place.span.end = 9999; }), "claim: "));
  CHECK(only(shifted([&](Sentence& s) { shift(s.claims[0].frame.at(0).place); }), "frame: "));
}

TEST_CASE("verify: parts that are left out are found") {
  Report report = page_report();
  const auto split = std::ranges::find_if(
      report.sentences, [](const Sentence& sentence) { return !sentence.place.parts.empty(); });
  REQUIRE(split != report.sentences.end());
  split->place.parts.clear();
  const Problems found = problems(report, kPage);
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].starts_with("sentence: "));
}

TEST_CASE("verify: a report is looked at, wherever its places are") {
  std::mt19937_64 random(5);
  const Report good = page_report();
  const auto anywhere = [&] {
    const std::uint64_t value = random();
    return value % 3 == 0 ? value : value % (kPage.size() + 3);
  };
  for (std::size_t round = 0; round < 500; ++round) {
    Report report = good;
    for (Sentence& sentence : report.sentences) {
      for (Mention& mention : sentence.mentions) {
        const std::uint64_t begin = anywhere();
        mention.place.span = {begin, std::max(begin, anywhere())};
        mention.place.parts = {{begin, std::max(begin, anywhere())}, mention.place.span};
      }
      if (random() % 2 == 0) sentence.place.span.end = std::max(anywhere(), anywhere());
    }
    CHECK_FALSE(problems(report, kPage).empty());
  }
}

TEST_CASE("verify: a report that says another encoding, format or text is found") {
  Report report = page_report();
  report.content_sha256[0] = report.content_sha256[0] == '0' ? '1' : '0';
  CHECK(problems(report, kPage) == Problems{"content_sha256: the same bytes read as another text"});
  report = page_report();
  report.encoding = "koi8-r";
  CHECK(problems(report, kPage)[0].starts_with("encoding: "));
  report = page_report();
  report.coordinates = "extracted";
  CHECK(problems(report, kPage)[0].starts_with("coordinates: "));
  report = page_report();
  report.format = "papyrus";
  CHECK(problems(report, kPage)[0].starts_with("format: "));
  report.format = "text";
  CHECK_FALSE(problems(report, kPage).empty());
}

}  // namespace
}  // namespace claimlint::review
