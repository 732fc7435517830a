// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "input/html.hpp"
#include "input/html_page.hpp"
#include "input/input.hpp"

using claimlint::Place;
using claimlint::Report;
using claimlint::Span;
using namespace claimlint::input;

namespace {

/// Decodes and cleans a piece of a page: what verification does with the slice of a span.
std::string clean(std::string_view markup) { return read_page(markup).text.clean; }

std::string_view slice(std::string_view bytes, Span span) {
  return bytes.substr(span.begin, span.size());
}

/// A page of random blocks, entities and inline tags.
class PageMaker {
 public:
  explicit PageMaker(unsigned seed) : random_(seed) {}

  std::string make() {
    std::string page = "<!doctype html><html><body>\n";
    for (unsigned i = pick(6) + 2; i > 0; --i) page += block();
    return page + "</body></html>\n";
  }

 private:
  unsigned pick(unsigned most) { return static_cast<unsigned>(random_() % (most + 1)); }

  template <std::size_t n>
  std::string one_of(const char* const (&all)[n]) {
    return all[pick(n - 1)];
  }

  std::string block() {
    static const char* const kNames[] = {"p",  "div", "h2", "li",         "td",
                                         "dd", "th",  "h3", "blockquote", "section"};
    const std::string name = one_of(kNames);
    std::string block = "<" + name + (pick(3) == 0 ? " class='x &amp; y'" : "") + ">" + space();
    for (unsigned i = pick(3) + 1; i > 0; --i) block += sentence();
    return block + "</" + name + ">" + space();
  }

  std::string sentence() {
    std::string sentence;
    for (unsigned i = pick(6) + 2; i > 0; --i) sentence += word() + space();
    static const char* const kEnds[] = {"cures migraine.", "it&nbsp;helps&#33;", "Really?",
                                        "90&#37; of <b>back pa</b>in.", "end<br>here."};
    return sentence + one_of(kEnds) + (pick(4) == 0 ? "<!-- no -->" : "") + " ";
  }

  std::string word() {
    static const char* const kWords[] = {"Laser",           "<b>therapy</b>",
                                         "caf&eacute;",     "head<i>ache</i>s",
                                         "na\u00EFve",      "<a href='?a=1&copy=2'>cures</a>",
                                         "&lt;b&gt;",       "AT&T",
                                         "&frac12;",        "<span>our <em>best</em></span>",
                                         "asthma",          "it&rsquo;s",
                                         "\u2014",          "<!-- hidden -->",
                                         "5 < 6",           "&#x1F600;",
                                         "<wbr>",           "pain&#8209;free",
                                         "<u> spaced </u>", "un&shy;known"};
    return one_of(kWords);
  }

  std::string space() {
    static const char* const kSpaces[] = {" ", "\n  ", "\r\n", " <i></i> ", "&#32;", "\t"};
    return one_of(kSpaces);
  }

  std::mt19937 random_;
};

/// Every place of a report, with the text it must clean to.
std::vector<std::pair<Place, std::string>> places_of(const Report& report) {
  std::vector<std::pair<Place, std::string>> places;
  for (const auto& sentence : report.sentences) {
    places.emplace_back(sentence.place, sentence.text);
    for (const auto& mention : sentence.mentions) places.emplace_back(mention.place, mention.text);
    for (const auto& claim : sentence.claims) {
      for (const auto& role : claim.frame) places.emplace_back(role.place, role.text);
    }
  }
  return places;
}

std::size_t check_places(const std::string& page) {
  static const claimlint::Auditor kAuditor = [] {
    claimlint::AuditOptions options;
    options.assume_language = "en";
    return claimlint::Auditor(claimlint::Lexicons::builtin(), options);
  }();
  const Report report = kAuditor.audit(page, {.path = "page.html"});
  const auto places = places_of(report);
  for (const auto& [place, text] : places) {
    INFO(page);
    CHECK(clean(slice(page, place.span)) == text);
    if (place.parts.empty()) continue;
    REQUIRE(place.parts.size() > 1);
    CHECK(place.parts.front().begin == place.span.begin);
    CHECK(place.parts.back().end == place.span.end);
    for (std::size_t i = 1; i < place.parts.size(); ++i) {
      const std::string left_out(slice(page, {place.parts[i - 1].end, place.parts[i].begin}));
      CHECK(clean(left_out).empty());
    }
  }
  return places.size();
}

double seconds_to_read(const std::string& markup) {
  const auto begin = std::chrono::steady_clock::now();
  read_page(markup);
  const auto end = std::chrono::steady_clock::now();
  return std::chrono::duration<double>(end - begin).count();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool cuts_character(std::string_view utf8, Span span) {
  const auto is_tail = [utf8](std::size_t at) {
    return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
  };
  return is_tail(span.begin) || is_tail(span.end);
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("html spans: the cleaned slice of each place is its text") {
  std::size_t places = 0;
  for (unsigned seed = 0; seed < 1500; ++seed) places += check_places(PageMaker(seed).make());
  MESSAGE(places << " places");
  CHECK(places > 10000);
}

TEST_CASE("html spans: parts leave the markup out") {
  const std::string page = "<p>It cures <b>mi</b>graine.</p>";
  const claimlint::Auditor auditor(claimlint::Lexicons::builtin());
  const Report report = auditor.audit(page, {.path = "page.html"});
  REQUIRE(report.sentences.size() == 1);
  const Place& place = report.sentences[0].place;
  CHECK(place.span == Span{3, 28});
  REQUIRE(place.parts.size() == 3);
  CHECK(slice(page, place.parts[0]) == "It cures ");
  CHECK(slice(page, place.parts[1]) == "mi");
  CHECK(slice(page, place.parts[2]) == "graine.");
}

TEST_CASE("html spans: line and column are those of the source") {
  const std::string page = "<html>\n<body>\n  <p>caf\u00E9 <b>Two</b>.\n</p><p>Three.</p>";
  const claimlint::Auditor auditor(claimlint::Lexicons::builtin());
  const Report report = auditor.audit(page, {.path = "page.html"});
  REQUIRE(report.sentences.size() == 2);
  CHECK(report.sentences[0].line == 3);
  CHECK(report.sentences[0].column == 6);
  CHECK(report.sentences[1].line == 4);
  CHECK(report.sentences[1].column == 8);
}

TEST_CASE("html spans: places in another encoding are bytes of the source") {
  const std::string page = "<meta charset=latin1><p>Caf\xE9 &amp; <b>caf\xE9</b> cures asthma.</p>";
  const Reading reading = read(page, "page.html", {}, "en");
  REQUIRE(reading.text.blocks.size() == 1);
  const claimlint::text::Text& text = reading.text;
  CHECK(text.clean == "Caf\u00E9 & caf\u00E9 cures asthma.");
  const std::size_t at = text.clean.find("asthma");
  CHECK(slice(page, text.to_source.to_source({at, at + 6})) == "asthma");
  CHECK(slice(page, text.to_source.to_source({3, 5})) == "\xE9");
  CHECK(slice(page, text.to_source.to_source({0, 13})) == "Caf\xE9 &amp; <b>caf\xE9");
  CHECK(text.to_source.source_parts({0, 13}).size() == 2);
}

TEST_CASE("html spans: in latin1 each place holds what it holds in UTF-8") {
  const auto read_page_in = [](const std::string& page) {
    return read(page, "page.html", {}, "en").text;
  };
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string body = replaced(PageMaker(seed).make(), "\u2014", "&mdash;");
    const std::string wide = "<meta charset=utf-8>" + body;
    const std::string narrow = "<meta charset=latin1>" + replaced(body, "\u00EF", "\xEF");
    const claimlint::text::Text wide_text = read_page_in(wide);
    const claimlint::text::Text narrow_text = read_page_in(narrow);
    REQUIRE(narrow_text.clean == wide_text.clean);
    for (std::size_t at = 0; at < narrow_text.clean.size(); ++at) {
      const Span span{at, std::min(at + 9, narrow_text.clean.size())};
      if (cuts_character(narrow_text.clean, span)) continue;
      const std::string here(slice(narrow, narrow_text.to_source.to_source(span)));
      CHECK(replaced(here, "\xEF", "\u00EF") == slice(wide, wide_text.to_source.to_source(span)));
      CHECK(narrow_text.to_source.source_parts(span).size() ==
            wide_text.to_source.source_parts(span).size());
    }
  }
}

TEST_CASE("html spans: a byte order mark shifts the places behind it") {
  const std::string page = "\xEF\xBB\xBF<p>One <b>two</b>";
  const Reading reading = read(page, "page.html", {}, "en");
  CHECK(slice(page, reading.text.to_source.to_source({0, 3})) == "One");
  CHECK(slice(page, reading.text.to_source.to_source({4, 7})) == "two");
}

TEST_CASE("html spans: texts of JSON-LD lie in their string") {
  const std::string page =
      R"(<script type="application/ld+json">{"text":"It \"cures\" <b>neck<\/b> pain."}</script>)";
  const claimlint::text::Text text = read_page(page).text;
  CHECK(text.clean == R"(It "cures" neck pain.)");
  CHECK(slice(page, text.to_source.to_source({3, 10})) == R"(\"cures\")");
  CHECK(slice(page, text.to_source.to_source({16, 21})) == "pain.");
}

TEST_CASE("html: odd pages take time in proportion to their size") {
  struct Odd {
    std::string name;
    std::string once;
    std::string after;
  };
  const std::vector<Odd> odds = {
      {"nested div", "<div>", "x"},
      {"nested b and p", "<b><p>", "x"},
      {"stray end tags", "<b><i></p></b>", "x"},
      {"nested lists", "<ul><li><a href=x>", "x"},
      {"nested asides", "<aside><a>x", ""},
      {"entities", "&amp;", ""},
      {"no entities", "&CounterClockwiseContourIntegra", ""},
      {"unclosed quote", "<a title=\"x ", ""},
      {"unclosed comments", "<!--", ""},
      {"open brackets", "<", ""},
      {"half end tags", "</", ""},
      {"end tags in a title", "</titl", ""},
      {"attributes", " a=b", ">"},
      {"svg", "<svg><p>", ""},
      {"line", "words and ", ""},
  };
  for (const Odd& odd : odds) {
    const std::string head = odd.name == "end tags in a title" ? "<title>"
                             : odd.name == "attributes"        ? "<p"
                                                               : "";
    const double less = seconds_to_read(head + repeated(odd.once, 20000) + odd.after);
    const double more = seconds_to_read(head + repeated(odd.once, 160000) + odd.after);
    INFO(odd.name << ": " << less << " s, " << more << " s for eight times as much");
    CHECK(more < 40 * less + 0.2);
  }
}
