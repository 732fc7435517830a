// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "lexicon/parse.hpp"
#include "lexicon_show.hpp"

namespace {

using claimlint::LexiconProblem;
using claimlint::lexicon::Expressions;
using claimlint::lexicon::LexiconFile;
using claimlint::lexicon::Model;
using claimlint::lexicon::parse_lexicons;

constexpr const char* kHead = "why = 'a test'\nsource = 'ours'\n";

const std::string kScoring = R"([scoring]
low = 1
medium = 2
high = 5.5
saturation = 9
density_points = 20
density_saturation = 1
band_medium = 30
band_high = 60
)";

const std::string kType = R"([[type]]
id = "efficacy.cure"
name = "Cure"
meaning = "Says that it cures."
)";

// One rule on line 3 ff. of its file; `more` are further keys.
std::string rule(const std::string& more) {
  return "[[rule]]\nid = 'efficacy.cure.verb'\ntype = 'efficacy.cure'\nmessage = 'm'\n"
         "want = ['w']\nabsent = ['a']\n" +
         more;
}

struct Parsed {
  Model model;
  std::vector<std::string> problems;
};

Parsed parse(const std::vector<std::string>& contents, bool check = false) {
  std::vector<LexiconFile> files;
  for (const std::string& content : contents) {
    files.push_back({static_cast<char>('a' + files.size()) + std::string(".toml"), content});
  }
  std::vector<LexiconProblem> problems;
  Parsed parsed{claimlint::lexicon::parse_lexicons(files, problems), {}};
  if (check) claimlint::lexicon::check_references(parsed.model, problems);
  for (const LexiconProblem& problem : problems) parsed.problems.push_back(to_string(problem));
  return parsed;
}

Parsed parse_one(const std::string& tables) { return parse({kHead + tables}); }

Parsed check_one(const std::string& tables) {
  return parse({kHead + kType + kScoring, kHead + tables}, true);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("parse: a whole rule") {
  const Parsed parsed = check_one(rule(R"(pattern = 'cures?'
near = { condition = 8 }
before = { "treatment|provider" = 'sentence' }
after = { anatomy = 'heading' }
unless = ['cured ham']
in = ['prose', 'list_item']
case = 'upper'
voice = 'testimonial'
spreads = true
questions = true
severity = 'high'
basis = []
)"));
  CHECK(parsed.problems == Lines{});
  REQUIRE(parsed.model.rules.size() == 1);
  const auto& read = parsed.model.rules[0];
  CHECK(read.pattern == "cures?");
  CHECK(read.pattern_at.line == 9);
  CHECK(read.pattern_at.column == 11);
  REQUIRE(read.demands.size() == 3);
  CHECK(read.demands[0].tokens == 8);
  CHECK(read.demands[1].side == claimlint::lexicon::Side::before);
  CHECK(read.demands[1].any_of == Lines{"treatment", "provider"});
  CHECK(read.demands[1].reach == claimlint::lexicon::RoleDemand::Reach::sentence);
  CHECK(read.demands[2].reach == claimlint::lexicon::RoleDemand::Reach::heading);
  CHECK(read.in.size() == 2);
  CHECK(read.shape == "upper");
  CHECK(read.voice == claimlint::Voice::testimonial);
  CHECK(read.severity == claimlint::Severity::high);
  REQUIRE(read.basis);
  CHECK(read.basis->empty());
  CHECK(read.where.file == "b.toml");
  CHECK(read.where.line == 3);
}

TEST_CASE("parse: every problem is told, of every file, with its place") {
  const Parsed parsed = parse(
      {std::string(kHead) + "[[rule]]\nid = 7\nmesage = 'x'\n", std::string(kHead) + "[[rule]\n",
       "[[concept]]\nid = 'anatomy.atlas'\nname = 'atlas'\n[[tpye]]\nx = 1\n"});
  CHECK(parsed.problems ==
        Lines{"a.toml:3:1: missing key 'type'", "a.toml:3:1: missing key 'message'",
              "a.toml:3:1: missing key 'want'", "a.toml:3:1: missing key 'absent'",
              "a.toml:3:1: a rule needs 'pattern' or 'terms'", "a.toml:4:6: expected a string",
              "a.toml:5:1: unknown key 'mesage'",
              parsed.problems.at(7),  // toml++ words its own errors
              "c.toml:1:1: missing key 'why' at the head of the file",
              "c.toml:1:1: missing key 'source' at the head of the file",
              "c.toml:4:3: unknown table or key 'tpye'"});
  CHECK(parsed.problems.at(7).starts_with("b.toml:3:"));
  CHECK(parsed.model.concepts.size() == 1);
}

TEST_CASE("parse: columns count bytes") {
  CHECK(parse_one("[[unit]]\nid = 'm'\ncanonical = 'm'\nterms = ['\xC3\xA9\xC3\xA9', 7]\n")
            .problems == Lines{"a.toml:6:18: expected a string"});
}

TEST_CASE("parse: unknown words are told with the known ones") {
  CHECK(parse_one(rule("pattern = 'x'\nvoice = 'nobody'\ncase = 'lower'\n")).problems ==
        Lines{"a.toml:10:9: unknown value 'nobody'; known are: author, testimonial, quoted",
              "a.toml:11:8: unknown value 'lower'; known are: upper, capital"});
  CHECK(parse_one("[[evidence]]\ntreatment=['x']\ncondition=['y']\nverdict='good'\n"
                  "certainty='low'\nsource={kind='review',title='t'}\n")
            .problems == Lines{"a.toml:6:9: unknown value 'good'; known are: supported, limited, "
                               "insufficient, no_benefit, harmful"});
}

TEST_CASE("parse: a demand wants a number of words, sentence or heading") {
  CHECK(parse_one(rule("pattern = 'x'\nnear = { condition = 0 }\nafter = { anatomy = 'line' }\n"))
            .problems ==
        Lines{"a.toml:10:22: expected a number of words above 0",
              "a.toml:11:21: expected a number of words, 'sentence' or 'heading'"});
}

TEST_CASE("parse: an id given twice names the first place") {
  const Parsed parsed = parse({kHead + kType, kHead + kType});
  CHECK(parsed.problems ==
        Lines{"b.toml:4:6: id 'efficacy.cure' is given twice, first at a.toml:4:6"});
  CHECK(parsed.model.types.size() == 1);
}

TEST_CASE("parse: examples may not be empty") {
  const std::string text =
      "[[rule]]\nid='t.a'\ntype='t'\nmessage='m'\npattern='x'\nwant=[]\nabsent=['']\n";
  CHECK(parse_one(text).problems == Lines{"a.toml:8:6: expected at least one example",
                                          "a.toml:9:9: expected a string that is not empty"});
}

TEST_CASE("parse: terms are literal and stand beside a pattern") {
  const Parsed parsed =
      parse_one(rule("pattern = 'cure|heal'\nterms = ['No. 1', 'Café (best)']\n"));
  CHECK(parsed.problems == Lines{});
  CHECK(parsed.model.rules.at(0).pattern == R"((?:cure|heal|(?:cafe \(best\)|no\. 1)))");
}

TEST_CASE("parse: verbs come with their forms") {
  const Parsed parsed = parse_one("[[cue]]\nid='r'\nclass='relief'\nverbs=['ease','clear up']\n");
  CHECK(parsed.model.cues.at(0).pattern ==
        "(?:ease|eases|eased|easing|clear up|clears up|cleared up|clearing up)");
}

TEST_CASE("parse: concepts hold their name and have a kind") {
  const Parsed parsed = parse_one(
      "[[concept]]\nid='condition.neck-pain'\nname='neck pain'\nterms=['cervicalgia']\n"
      "[[concept]]\nid='organ.liver'\nname='liver'\n"
      "[[concept]]\nid='anatomy.x'\nname='--'\n[[concept]]\nid='anatomy.y'\nname='y'\njoins=true\n"
      "terms=['--']\n");
  CHECK(parsed.model.concepts.at(0).terms == Lines{"neck pain", "cervicalgia"});
  CHECK(parsed.problems ==
        Lines{"a.toml:8:4: unknown value 'organ'; known are: anatomy, condition, treatment, "
              "provider, citation, ordinary",
              "a.toml:12:6: a term without a letter or digit matches nothing",
              "a.toml:16:7: 'joins' is for conditions only",
              "a.toml:17:8: a term without a letter or digit matches nothing"});
}

TEST_CASE("parse: words and abbreviations are folded, words sorted") {
  const Parsed parsed = parse_one(
      "[[wordlist]]\nwords = \"\"\"zebra Apple\n caf\xC3\xA9 apple\"\"\"\n"
      "[[abbreviation]]\nterms = ['Dr.']\n");
  CHECK(parsed.model.words == Lines{"apple", "cafe", "zebra"});
  CHECK(parsed.model.abbreviations == Lines{"dr."});
}

TEST_CASE("parse: a date may stand bare") {
  const Parsed parsed = parse_one(
      "[[provision]]\nid='us.x'\njurisdiction='us'\ninstrument='i'\nsummary='s'\nurl='u'\n"
      "read=2026-03-09\nfrom='2025-01-02'\n");
  CHECK(parsed.problems == Lines{});
  CHECK(parsed.model.provisions.at(0).read == "2026-03-09");
  CHECK(parsed.model.provisions.at(0).from == "2025-01-02");
}

TEST_CASE("parse: the digest tells contents apart, not where they lie") {
  const auto digest = [](const std::string& name, const std::string& content) {
    std::vector<LexiconProblem> problems;
    return claimlint::lexicon::parse_lexicons({{name, content}}, problems).sha256;
  };
  CHECK(digest("a/x.toml", kHead) == digest("b/c/x.toml", kHead));
  CHECK(digest("x.toml", kHead) != digest("y.toml", kHead));
  CHECK(digest("x.toml", kHead) != digest("x.toml", kHead + kType));
}

TEST_CASE("references: what only the whole tells") {
  const Parsed parsed = parse(
      {kHead + kType, std::string(kHead) +
                          "[[rule]]\nid='efficacy.other'\ntype='efficacy.cure'\nmessage='m'\n"
                          "want=['w']\nabsent=['a']\npattern='{nothing} x'\nnear={relief=3}\n"
                          "basis=['us.none']\n"
                          "[[rule]]\nid='x.y'\ntype='x'\nmessage='m'\nwant=['w']\nabsent=['a']\n"
                          "pattern='a(b'\nunless=['ok', '[z']\n"
                          "[[cue]]\nid='c'\nclass='condition'\nterms=['ill']\n"},
      true);
  CHECK(parsed.problems ==
        Lines{"b.toml:3:1: id 'efficacy.other' does not begin with its type 'efficacy.cure.'",
              "b.toml:3:1: basis 'us.none' is no provision",
              "b.toml:3:1: near: 'relief' is neither a kind of mention nor a cue class",
              "b.toml:9:9: {nothing} is no cue class", "b.toml:12:1: unknown type 'x'",
              "b.toml:18:9: missing ): a(b", "b.toml:19:15: missing ]: [z",
              "b.toml:20:1: 'condition' is a kind of mention and "
              "cannot be a cue class",
              "lexicons: no [scoring] in any file"});
}

TEST_CASE("references: the types that [scoring] names must exist") {
  const std::string known = kScoring + "pressing = 2\npressing_types = ['efficacy.cure']\n";
  const std::string unknown = kScoring + "pressing_types = ['efficacy.none']\n";
  CHECK(parse({kHead + kType + known}, true).problems == Lines{});
  CHECK(parse({kHead + kType + unknown}, true).problems ==
        Lines{"lexicons: unknown type 'efficacy.none' in [scoring]"});
}

TEST_CASE("references: a class may name another, but not itself") {
  const std::string cues =
      "[[cue]]\nid='a'\nclass='ease'\nterms=['relief']\n"
      "[[cue]]\nid='b'\nclass='good'\npattern='fast {ease}'\n";
  CHECK(check_one(cues).problems == Lines{});
  CHECK(check_one(cues + "[[cue]]\nid='c'\nclass='ease'\npattern='{good} x'\n").problems.size() >=
        1);
}

TEST_CASE("references: an expression must match something") {
  CHECK(check_one(rule("pattern = '(cure)?'\n")).problems ==
        Lines{"b.toml:9:11: the expression matches the empty text"});
}

TEST_CASE("references: an expression is whole by itself, whatever is put around it") {
  CHECK(check_one(rule("pattern = 'cures)|(heals'\n")).problems ==
        Lines{"b.toml:9:11: unexpected ): cures)|(heals"});
}

TEST_CASE("references: what was examined is not examined again, unless a class in it has grown") {
  const auto problems_of = [](const std::string& cues, const Expressions& examined) {
    std::vector<LexiconProblem> problems;
    const auto model = parse_lexicons({{"a.toml", kHead + kScoring + kType + cues}}, problems);
    check_references(model, problems, examined);
    return problems.size();
  };
  const std::string broken = "[[cue]]\nid='a'\nclass='ease'\npattern='(relie[f'\n";
  CHECK(problems_of(broken, {}) == 1);
  CHECK(problems_of(broken, {.cues = {"(relie[f"}}) == 0);
  const std::string user = "[[cue]]\nid='b'\nclass='good'\npattern='fast {ease}'\n";
  CHECK(problems_of(broken + user, {.cues = {"(relie[f"}}) == 1);
}

TEST_CASE("references: expressions are given with their classes written out") {
  std::vector<LexiconProblem> problems;
  const auto model = parse_lexicons(
      {{"a.toml", kHead + kType + "[[cue]]\nid='a'\nclass='ease'\npattern='relief'\n" +
                      "[[cue]]\nid='b'\nclass='good'\npattern='fast {ease}'\n"}},
      problems);
  const Expressions all = expand_all(model);
  REQUIRE(all.cues.size() == 2);
  CHECK(all.cues[0] == "relief");
  CHECK(all.cues[1].starts_with("fast "));
  CHECK(all.cues[1].find("relief") != std::string::npos);
}

TEST_CASE("layers: the same id replaces, the rest is added") {
  std::vector<LexiconProblem> problems;
  const auto model = [&](const std::string& text) {
    return claimlint::lexicon::parse_lexicons({{"x.toml", kHead + text}}, problems);
  };
  const Model base = model(
      "[[unit]]\nid='mm'\ncanonical='mm'\nterms=['mm']\n[[unit]]\nid='g'\ncanonical='g'\n"
      "terms=['g']\n[[wordlist]]\nwords='pear apple'\n" +
      kScoring);
  const Model over = model(
      "[[unit]]\nid='mm'\ncanonical='m'\nfactor=0.001\nterms=['mm']\n[[unit]]\nid='l'\n"
      "canonical='l'\nterms=['l']\n[[wordlist]]\nwords='apple fig'\n");
  const Model both = claimlint::lexicon::layer(base, over);
  REQUIRE(problems.empty());
  REQUIRE(both.units.size() == 3);
  CHECK(both.units[0].canonical == "m");
  CHECK(both.units[1].id == "g");
  CHECK(both.units[2].id == "l");
  CHECK(both.words == Lines{"apple", "fig", "pear"});
  CHECK(both.scoring.has_value());
  CHECK(both.sha256 != base.sha256);
  CHECK(both.sha256 != over.sha256);
}

TEST_CASE("files: a folder that is not there or holds no lexicon is told") {
  std::vector<LexiconProblem> problems;
  CHECK(claimlint::lexicon::read_lexicon_files("no-such-folder", problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(to_string(problems[0]).starts_with("no-such-folder: cannot be read"));
}
