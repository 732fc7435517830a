// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "claimlint/pages.hpp"
#include "output/html_assets.hpp"
#include "output_written.hpp"
#include "temporary_folder.hpp"
#include "text/digest.hpp"

namespace claimlint::output::test {
namespace {

using claimlint::test::TemporaryFolder;

/// What stands between the first `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  const std::size_t first = at + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

nlohmann::json block(const std::string& page, const std::string& id) {
  return nlohmann::json::parse(
      between(page, R"(<script type="application/json" id=")" + id + "\">", "</script>"));
}

std::string base64(const std::string& hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bits;
  for (const char digit : hex) {
    const auto value = static_cast<unsigned>(std::stoi(std::string(1, digit), nullptr, 16));
    for (const unsigned shift : {3U, 2U, 1U, 0U}) bits += (value >> shift & 1U) != 0 ? '1' : '0';
  }
  std::string text;
  for (std::size_t at = 0; at < bits.size(); at += 6) {
    std::string six = bits.substr(at, 6);
    six.resize(6, '0');
    text += kDigits[static_cast<std::size_t>(std::stoi(six, nullptr, 2))];
  }
  while (text.size() % 4 != 0) text += '=';
  return text;
}

std::size_t count(const std::string& text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

Report hostile_report() {
  Report report = report_with_claim();
  report.path = "</script><script>alert(1)</script>.txt";
  report.source.title = "<!--<script>";
  report.sentences[0].text = "</SCRIPT><img src=x onerror=alert(1)>";
  report.sentences[0].claims[0].message = "says </script\n> and \xE2\x80\xA8";
  return report;
}

TEST_CASE("html: the policy allows the script and the style of the page, and nothing else") {
  const std::string page = written("html", report_with_claim());
  const std::string script = between(page, "<script>", "</script>");
  const std::string style = between(page, "<style>", "</style>");
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  CHECK(script == page_script().text);
  CHECK(policy.starts_with("default-src 'none'; script-src 'sha256-" +
                           base64(text::sha256(script)) + "'; style-src 'sha256-" +
                           base64(text::sha256(style)) + "'; "));
  CHECK(policy.find("connect-src 'none'") != std::string::npos);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(page.find("Content-Security-Policy") < page.find("<style>"));
}

TEST_CASE("html: neither script nor style holds what would end its element") {
  CHECK(page_script().text.size() > 1000);
  CHECK(page_script().text.find("</script") == std::string_view::npos);
  CHECK(page_script().text.find("<!--") == std::string_view::npos);
  CHECK(page_style().text.find("</style") == std::string_view::npos);
}

TEST_CASE("html: no text of an article is markup") {
  const std::string plain = written("html", report_with_claim());
  const std::string page = written("html", hostile_report());
  CHECK(count(page, "<") == count(plain, "<"));
  CHECK(count(page, "</script") == count(plain, "</script"));
}

TEST_CASE("html: the document is that of the format json") {
  for (const Report& report : {report_with_claim(), hostile_report()}) {
    const auto page = block(written("html", report), "claimlint-document-0");
    const auto json = nlohmann::json::parse(written("json", report));
    CHECK(page["document"] == json["documents"][0]);
  }
}

TEST_CASE("html: marks are UTF-16 units of the sentence's text") {
  Report report = report_with_claim();
  report.extracted = "\xF0\x9F\x8D\xB5 T\xC3\xA9 cures it.";
  report.sentences[0].text = report.extracted;
  report.sentences[0].place.span = {0, report.extracted.size()};
  report.sentences[0].claims[0].place.span = {9, 14};
  const auto page = block(written("html", report), "claimlint-document-0");
  CHECK(page["marks"][0][0] == nlohmann::json({6, 11}));
}

TEST_CASE("html: marks are found behind tags and character references") {
  Report report = report_with_claim();
  report.format = "html";
  report.extracted = "<p>Tea &amp; <b>honey</b>  cures it.</p>";
  Sentence& sentence = report.sentences[0];
  sentence.text = "Tea & honey cures it.";
  sentence.place = {{3, 36}, {{3, 13}, {16, 21}, {25, 36}}};
  sentence.claims[0].place.span = {27, 32};
  const auto page = block(written("html", report), "claimlint-document-0");
  CHECK(page["marks"][0][0] == nlohmann::json({12, 17}));
}

TEST_CASE("html: a row packs the claims to review with place, severity and state") {
  Report report = report_with_claim();
  Claim dismissed = report.sentences[0].claims[0];
  dismissed.id = std::string(32, '8');
  dismissed.severity = Severity::high;
  dismissed.vetoed = Veto{"dismissed", "", std::nullopt};
  dismissed.decision = Decision{"dismiss", "A. Baker", "a \"joke\" {}", std::nullopt, "file"};
  Claim negated = dismissed;
  negated.vetoed = Veto{"negated", "no", std::nullopt};
  report.sentences[0].claims.insert(report.sentences[0].claims.end(), {dismissed, negated});
  report.sentences[0].index = 1;
  report.score->sentences = 4;
  const auto index = block(written("html", report), "claimlint-index");
  CHECK(index["mode"] == "file");
  CHECK(index["documents"][0]["claims"] == "777777777777m.250888888888888hd250");
  CHECK(index["decided"].size() == 1);
  CHECK(index["decided"][0]["claim"] == std::string(32, '8'));
  CHECK(index["decided"][0]["decision"]["reason"] == "a \"joke\" {}");
}

TEST_CASE("html: claims that say the same in other letters are a group") {
  Report report = report_with_claim();
  Sentence again = report.sentences[0];
  again.text = "TEA  cures it!";
  again.claims[0].id = std::string(32, '8');
  Sentence other = again;
  other.text = "Tea cures him.";
  other.claims[0].id = std::string(32, '9');
  report.sentences.insert(report.sentences.end(), {again, other});
  const auto groups = block(written("html", report), "claimlint-index")["groups"];
  REQUIRE(groups.size() == 1);
  CHECK(*groups.begin() == nlohmann::json({std::string(32, '7'), std::string(32, '8')}));
}

TEST_CASE("html: a document out of a store is written like one just audited") {
  const OutputFormat& format = *find_output_format("html");
  std::ostringstream direct;
  std::ostringstream stored;
  for (std::ostringstream* const out : {&direct, &stored}) {
    const auto writer = format.writer(*out, {});
    writer->begin(sample_tool());
    for (Report report : sample_reports()) {
      const std::string bytes = writer->rendered(report).value();
      if (out == &stored) {
        std::erase_if(report.sentences, [](const Sentence& s) { return s.claims.empty(); });
        for (Sentence& sentence : report.sentences) {
          for (Claim& claim : sentence.claims) {
            claim.basis.clear();
            claim.frame.clear();
            claim.support = {};
          }
        }
      }
      writer->document_rendered(report, bytes);
    }
    writer->end(sample_summary());
  }
  CHECK(direct.str() == stored.str());
}

TEST_CASE("html folder: an index, a page for each document, and their script") {
  const TemporaryFolder folder;
  const auto writer = review_folder_writer(folder.path() / "report", {});
  writer->begin(sample_tool());
  for (const Report& report : sample_reports()) writer->document(report);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "report" / "index.html"));
  writer->end(sample_summary());
  const auto index = block(read_file(folder.path() / "report" / "index.html"), "claimlint-index");
  REQUIRE(index["documents"].size() == sample_reports().size());
  const std::string id = index["documents"][1]["id"];
  const std::string page = read_file(folder.path() / "report" / "documents" / id);
  const auto place = block(page, "claimlint-index");
  CHECK(place["previous"] == index["documents"][0]["id"]);
  CHECK(place["next"] == index["documents"][2]["id"]);
  CHECK(page.find("script-src 'self';") != std::string::npos);
  CHECK(read_file(folder.path() / "report" / "claimlint.js") == page_script().text);
}

TEST_CASE("html folder: what somebody else has put there stays") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "thesis.txt") << "mine";
  const auto writer = review_folder_writer(folder.path(), {});
  CHECK_THROWS_AS(writer->begin(sample_tool()), std::runtime_error);
  CHECK(read_file(folder.path() / "thesis.txt") == "mine");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "claimlint.js"));
}

void write_report(const std::filesystem::path& folder) {
  const auto writer = review_folder_writer(folder, {});
  writer->begin(sample_tool());
  writer->document(report_with_claim());
  writer->end(sample_summary());
}

TEST_CASE("html folder: one that was written before is replaced") {
  const TemporaryFolder folder;
  write_report(folder.path());
  folder.write("documents/000007.html", "left by a longer report");
  folder.write("documents/1234567.html", "and of a very long one");
  CHECK_NOTHROW(write_report(folder.path()));
  CHECK(std::filesystem::exists(folder.path() / "index.html"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "documents" / "000007.html"));
}

TEST_CASE("html folder: one that was broken off is replaced") {
  const TemporaryFolder folder;
  write_report(folder.path());
  std::filesystem::remove(folder.path() / "index.html");
  CHECK_NOTHROW(write_report(folder.path()));
}

TEST_CASE("html folder: an index of somebody else stays") {
  const TemporaryFolder folder;
  SUBCASE("by itself") {}
  SUBCASE("beside what claimlint writes") { folder.write("claimlint.js", page_script().text); }
  const auto index = folder.write("index.html", "<h1>Home</h1>");
  CHECK_THROWS_AS(write_report(folder.path()), std::runtime_error);
  CHECK(read_file(index) == "<h1>Home</h1>");
}

TEST_CASE("html folder: documents of somebody else stay") {
  const TemporaryFolder folder;
  std::string name;
  SUBCASE("without a report") { name = "000000.html"; }
  SUBCASE("beside pages: of another name") { name = "letter.html"; }
  SUBCASE("beside pages: of nearly their name") { name = "00000001.html"; }
  SUBCASE("beside pages: of their name and more") { name = "000001.html.bak"; }
  SUBCASE("beside pages: in a folder") { name = "000001.html/mine"; }
  if (name != "000000.html") write_report(folder.path());
  const auto document = folder.write("documents/" + name, "mine");
  CHECK_THROWS_AS(write_report(folder.path()), std::runtime_error);
  CHECK(read_file(document) == "mine");
  CHECK(std::filesystem::exists(folder.path() / "index.html") == (name != "000000.html"));
}

TEST_CASE("served page: it may ask its server, and may not be framed") {
  CHECK(review_policy().find("connect-src 'self'") != std::string::npos);
  CHECK(review_policy().find("frame-ancestors 'none'") != std::string::npos);
  const std::string page = review_page();
  CHECK(block(page, "claimlint-index")["mode"] == "served");
}

}  // namespace
}  // namespace claimlint::output::test
