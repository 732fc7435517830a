// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "lexicon/expressions.hpp"
#include "lexicon/pattern_memory.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon_show.hpp"
#include "lexicon_written.hpp"
#include "text/text.hpp"

namespace {

using claimlint::Span;
using claimlint::text::Document;
using Patterns = claimlint::lexicon::Patterns;
using Texts = std::vector<std::string>;

claimlint::sample::Written<Patterns> patterns_of(const Texts& expressions) {
  return claimlint::sample::Written<Patterns>(expressions);
}

Document document_of(const std::string& clean) {
  claimlint::text::Text text;
  text.clean = clean;
  text.blocks.push_back({.clean = {0, clean.size()}});
  return claimlint::text::segment(std::move(text), {});
}

struct Found {
  std::uint32_t pattern;
  std::string text;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> find(const claimlint::sample::Written<Patterns>& patterns,
                        const Document& document) {
  std::vector<Found> found;
  for (const auto& hit : patterns->find(document, {0, document.folded.text.size()})) {
    found.push_back({hit.pattern, std::string(document.folded_text(hit.folded))});
  }
  return found;
}

std::vector<std::string> texts(const std::string& expression, const std::string& clean) {
  std::vector<std::string> found;
  for (Found& hit : find(patterns_of({expression}), document_of(clean))) {
    found.push_back(std::move(hit.text));
  }
  return found;
}

claimlint::lexicon::Cue cue(const std::string& cue_class, const std::string& pattern) {
  claimlint::lexicon::Cue cue;
  cue.cue_class = cue_class;
  cue.pattern = pattern;
  return cue;
}

}  // namespace

TEST_CASE("patterns: nothing is found where nothing is") {
  CHECK(texts("cure", "A sentence about ham.") == Texts{});
  CHECK(find(patterns_of({}), document_of("cure")).empty());
}

TEST_CASE("patterns: hits come by place, then pattern") {
  const auto patterns = patterns_of({"relief", "cure[sd]?", "cures pain"});
  const Document document = document_of("Relief: it cures pain. Cured!");
  CHECK(find(patterns, document) ==
        std::vector<Found>{{0, "relief"}, {1, "cures"}, {2, "cures pain"}, {1, "cured"}});
}

TEST_CASE("patterns: only within the span asked for") {
  const Document document = document_of("cure one. cure two.");
  const auto hits = patterns_of({"cure"})->find(document, {10, 19});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].folded == Span{10, 14});
}

TEST_CASE("patterns: both ends are token edges") {
  CHECK(texts("cure", "secure, cured, cure, obscure") == Texts{"cure"});
  CHECK(texts("caf", "caf\xC3\xA9 caf") == Texts{"caf"});
  // Letters that RE2's ASCII edges do not know.
  CHECK(texts("a",
              "a\xD0\xB6 \xD0\xB6"
              "a a") == Texts{"a"});
  CHECK(texts("\xD0\xB6", "\xD0\xB6 x\xD0\xB6") == Texts{"\xD0\xB6"});
  CHECK(texts("can", "you can't, you can") == Texts{"can"});
  CHECK(texts("3", "3.5 or 3") == Texts{"3"});
}

TEST_CASE("patterns: a shorter alternative that ends inside a token does not hide the longer") {
  CHECK(texts("can|can't", "you can't") == Texts{"can't"});
}

TEST_CASE("patterns: one separator serves two hits") {
  CHECK(texts("cure", "cure cure cure") == Texts{"cure", "cure", "cure"});
  CHECK(texts("cure|fast", "fast-cure") == Texts{"fast", "cure"});
}

TEST_CASE("patterns: a hit may begin or end with a sign") {
  CHECK(texts("-free", "drug-free, (-free)") == Texts{"-free", "-free"});
  CHECK(texts("100 ?%", "100% and 100 %.") == Texts{"100%", "100 %"});
  CHECK(texts("\\(r\\)", "x (r) y") == Texts{"(r)"});
}

TEST_CASE("patterns: a blank matches any run of blanks and line ends") {
  CHECK(texts("say goodbye to", "say \n goodbye\tto pain") == Texts{"say \n goodbye\tto"});
  CHECK(texts("side ?effects", "sideeffects side  effects") ==
        Texts{"sideeffects", "side  effects"});
  CHECK(texts("no[a-z ]{0,9}harm", "no real\nharm") == Texts{"no real\nharm"});
  CHECK(texts("a[] b]c", "a c") == Texts{"a c"});
  CHECK(texts("a.{0,3}b", "a\nb") == Texts{"a\nb"});
}

TEST_CASE("patterns: alternatives at the top level keep together") {
  CHECK(texts("cure|heal", "heals heal secure cure") == Texts{"heal", "cure"});
}

TEST_CASE("patterns: an ill-formed expression is refused with RE2's words") {
  CHECK(Patterns::problem_with("cure(s").starts_with("missing )"));
  CHECK(Patterns::problem_with("a(?=b)") != "");
  CHECK(Patterns::problem_with("x*") != "");
  CHECK(Patterns::problem_with("cures?") == "");
}

TEST_CASE("patterns: very many expressions are all tried") {
  std::vector<std::string> expressions;
  for (int i = 0; i < 600; ++i) {
    expressions.push_back("w" + std::to_string(i) + "( \\w+){0,12} end" + std::to_string(i));
  }
  const auto patterns = patterns_of(expressions);
  CHECK(find(patterns, document_of("w599 a b c end599 and w7 x end7")) ==
        std::vector<Found>{{599, "w599 a b c end599"}, {7, "w7 x end7"}});
}

TEST_CASE("patterns: two threads may be the first to ask") {
  const Document document = document_of("It cures pain and relieves all.");
  for (int round = 0; round < 20; ++round) {
    const auto patterns = patterns_of({"cures", "relieves", "pain"});
    std::vector<Found> one;
    std::vector<Found> two;
    std::thread first([&] { one = find(patterns, document); });
    std::thread second([&] { two = find(patterns, document); });
    first.join();
    second.join();
    CHECK(one.size() == 3);
    CHECK(one == two);
  }
}

TEST_CASE("patterns: what is read off expressions finds what RE2 alone finds") {
  const Texts expressions{"cure[sd]?|curing",
                          "can|can't|cannot",
                          "(no|not)( any)? (cure|harm)?",
                          "no[,.!:]|no, really",
                          "(very )*good( \\w+){0,2}",
                          "(\\w+ly )?(helps?|works)",
                          "\\d+([.,]\\d+)? ?(%|mg)",
                          ", (and )?(it|we)|[(-]it",
                          "(a|the)( good)?? (cure|\\w+)",
                          "it's|it|'s",
                          "\xC3\xA9t\xC3\xA9|\xD0\xB6",
                          "same[- ]day|_it|it_"};
  const Texts pieces{"cure",     "cures", "can",
                     "can't",    "no",    "not",
                     "any",      "harm",  "very",
                     "good",     "it",    "'s",
                     "it's",     "we",    "and",
                     "help",     "works", "badly",
                     "3",        "4.5",   "%",
                     "mg",       ",",     ".",
                     "(",        "-",     "_",
                     " ",        " ",     " ",
                     " ",        "  \n",  "\xC3\xA9t\xC3\xA9",
                     "\xD0\xB6", "a",     "the",
                     "same",     "day",   "!",
                     "really"};
  std::minstd_rand random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string clean;
    for (int i = 0; i < 12; ++i) clean += pieces[random() % pieces.size()];
    const Document document = document_of(clean);
    CAPTURE(clean);
    for (const std::string& expression : expressions) {
      CAPTURE(expression);
      // Syntax of which nothing is read off, around the same expression.
      CHECK(find(patterns_of({expression}), document) ==
            find(patterns_of({"(?s:" + expression + ")"}), document));
    }
  }
}

TEST_CASE("patterns: only those of a list are looked for, and found where they are among all") {
  const auto patterns = patterns_of({"cure", "\\w+ cure", "heal\\w*", "a|heals?( a)?"});
  const Document document = document_of("a cure heals a heal");
  const Span all{0, document.folded.text.size()};
  claimlint::lexicon::PatternMemory memory;
  const auto& hits = patterns->find_only(document, all, std::vector<std::uint32_t>{2}, memory);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].pattern == 2);
  CHECK(hits[1].pattern == 2);
  const auto both = patterns->find_only(document, all, std::vector<std::uint32_t>{1, 3}, memory);
  auto expected = patterns->find(document, all);
  std::erase_if(expected, [](const Patterns::Hit& hit) { return hit.pattern % 2 == 0; });
  CHECK(both == expected);
}

TEST_CASE("expressions: a class stands for any of its cues") {
  claimlint::lexicon::Model model;
  model.cues.push_back(cue("ease", "relief|ease"));
  model.cues.push_back(cue("ease", "soothe"));
  model.cues.push_back(cue("fast", "swift {ease}"));
  claimlint::lexicon::ClassExpander expander(model);
  CHECK(expander.expand("{ease}s") == "(?:relief|ease|soothe)s");
  CHECK(expander.expand("{fast}{2,3}") == "(?:swift (?:relief|ease|soothe)){2,3}");
  CHECK(expander.expand(R"(\p{Greek}\{ease})") == R"(\p{Greek}\{ease})");
  CHECK(texts(expander.expand("{ease} now"), "Soothe now!") == Texts{"soothe now"});
  std::vector<std::string> problems;
  CHECK(Patterns::problem_with(expander.expand("{none}", problems)) == "");
  CHECK(problems == Texts{"{none} is no cue class"});
}

TEST_CASE("expressions: classes that double or never end are told, not written out") {
  claimlint::lexicon::Model doubling;
  claimlint::lexicon::Model nested;
  constexpr int kClasses = 60;
  for (int i = 0; i < kClasses; ++i) {
    const std::string next = "{c" + std::to_string(i + 1) + "}";
    const bool last = i + 1 == kClasses;
    doubling.cues.push_back(cue("c" + std::to_string(i), last ? "ease" : next + next));
    nested.cues.push_back(cue("c" + std::to_string(i), last ? "ease" : next));
  }
  std::vector<std::string> problems;
  const std::string last = claimlint::lexicon::ClassExpander(doubling).expand("{c50}", problems);
  CHECK(problems == Texts{});
  CHECK(last.size() > 1000);
  CHECK(claimlint::lexicon::ClassExpander(doubling).expand("{c30}", problems).size() < 1'000'000);
  CHECK(!problems.empty());
  problems.clear();
  claimlint::lexicon::ClassExpander(nested).expand("{c0}", problems);
  CHECK(problems == Texts{"{c32} stands in too many others"});
}
