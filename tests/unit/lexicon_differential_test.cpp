// SPDX-License-Identifier: Apache-2.0

// What finds the expressions of the lexicons quickly, held to RE2 that tries every expression at
// every place.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "input/input.hpp"
#include "lexicon/edges.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/expressions.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/regex.hpp"
#include "lexicon_written.hpp"
#include "text/text.hpp"

namespace {

namespace fs = std::filesystem;
using claimlint::Span;
using claimlint::lexicon::Patterns;
using claimlint::lexicon::Regex;
using claimlint::text::Document;
using Texts = std::vector<std::string>;
using Spans = std::vector<Span>;

/// Every expression of the shipped lexicons, written out.
Texts shipped_expressions() {
  const claimlint::lexicon::Model model = claimlint::lexicon::embedded_model();
  claimlint::lexicon::ClassExpander expander(model);
  Texts expressions;
  for (const auto& cue : model.cues) expressions.push_back(expander.expand(cue.pattern));
  for (const auto& entry : model.textbook) expressions.push_back(expander.expand(entry.pattern));
  for (const auto& rule : model.rules) {
    expressions.push_back(expander.expand(rule.pattern));
    for (const auto& unless : rule.unless) expressions.push_back(expander.expand(unless));
  }
  std::erase(expressions, std::string());
  return expressions;
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Document document_of(std::string clean) {
  claimlint::text::Text text;
  text.clean = std::move(clean);
  claimlint::input::read_plain_text(text);
  return claimlint::text::segment(std::move(text), {});
}

/// Words and signs of an expression, in any order, with others between them.
std::string sentence_for(const std::string& expression, std::minstd_rand& random) {
  Texts words{"the",  "a",    "you", ",",  "3",  "%",
              "very", "your", "-",   "it", "'s", "\xC3\xA9t\xC3\xA9"};
  std::string word;
  for (const char c : expression + " ") {
    if ('a' <= c && c <= 'z') {
      word += c;
    } else if (!std::exchange(word, {}).empty()) {
      words.push_back(word);
    }
  }
  word.clear();
  for (const char c : expression + "|") {
    if (('a' <= c && c <= 'z') || c == ' ' || c == '\'') {
      word += c;
    } else if (word.size() > 1) {
      words.push_back(std::exchange(word, {}));
    }
  }
  std::string sentence;
  for (int i = 0; i < 14; ++i) {
    sentence += words[random() % words.size()];
    if (random() % 8 != 0) sentence += ' ';
  }
  return sentence;
}

/// Where an expression hits, as RE2 alone tells.
Spans find_slowly(const Regex& regex, const Document& document, Span within) {
  const std::string_view text = document.folded_text(within);
  const auto is_edge = [&](std::size_t at) { return document.is_token_edge(within.begin + at); };
  Spans hits;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (inside || at < from || !is_edge(at) || !claimlint::lexicon::may_begin(text, at)) continue;
    if (from > 0 && at == from && !claimlint::lexicon::is_word_edge(text, at)) continue;
    std::optional<std::size_t> end = regex.match_at(text, at);
    if (end && !is_edge(*end)) end = regex.longest_at(text, at);
    if (!end || *end == at || !is_edge(*end)) continue;
    hits.push_back({within.begin + at, within.begin + *end});
    from = *end;
  }
  return hits;
}

/// Checks an expression on every sentence of a document.
void compare(const std::string& expression, const Patterns& patterns, const Regex& regex,
             const Document& document) {
  for (const auto& sentence : document.sentences) {
    Spans found;
    for (const auto& hit : patterns.find(document, sentence.folded)) found.push_back(hit.folded);
    if (found == find_slowly(regex, document, sentence.folded)) continue;
    CAPTURE(expression);
    CAPTURE(std::string(document.folded_text(sentence.folded)));
    CHECK(found == find_slowly(regex, document, sentence.folded));
  }
}

/// Some sentences of the articles, one behind the other.
Texts samples() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(CLAIMLINT_SOURCE_DIR) / "corpus")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Texts samples;
  for (std::size_t i = 0; i < files.size(); i += 3) {
    const Document document = document_of(read_file(files[i]));
    std::string some;
    for (std::size_t j = i % 7; j < document.sentences.size(); j += 11) {
      some += std::string(document.clean_text(document.sentences[j].folded)) + "\n\n";
    }
    samples.push_back(std::move(some));
  }
  return samples;
}

}  // namespace

TEST_CASE("patterns: the shipped expressions hit what RE2 hits, in articles and in made-up text") {
  const char* inputs = std::getenv("CLAIMLINT_PROPERTY_INPUTS");
  const int rounds = inputs == nullptr ? 3 : std::max(3, std::atoi(inputs) / 10000);
  std::vector<Document> articles;
  for (std::string& sample : samples()) articles.push_back(document_of(std::move(sample)));
  REQUIRE(!articles.empty());
  std::minstd_rand random(7);
  const Texts expressions = shipped_expressions();
  CHECK(expressions.size() > 1000);
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    const claimlint::sample::Written<Patterns> patterns(Texts{expressions[i]});
    const Regex regex(expressions[i]);
    compare(expressions[i], *patterns, regex, articles[i % articles.size()]);
    for (int round = 0; round < rounds; ++round) {
      compare(expressions[i], *patterns, regex, document_of(sentence_for(expressions[i], random)));
    }
  }
}

TEST_CASE("patterns: a set of expressions hits what each of them does") {
  Texts expressions = shipped_expressions();
  expressions.resize(600);
  const claimlint::sample::Written<Patterns> all(expressions);
  const std::deque<Regex> regexes(expressions.begin(), expressions.end());
  const Texts texts = samples();
  const Document document = document_of(texts.front() + texts.back());
  for (const auto& sentence : document.sentences) {
    std::vector<Patterns::Hit> each;
    for (std::uint32_t i = 0; i < expressions.size(); ++i) {
      for (const Span hit : find_slowly(regexes[i], document, sentence.folded))
        each.push_back({i, hit});
    }
    std::sort(each.begin(), each.end(), [](const Patterns::Hit& a, const Patterns::Hit& b) {
      return std::pair(a.folded, a.pattern) < std::pair(b.folded, b.pattern);
    });
    CHECK(all->find(document, sentence.folded) == each);
  }
}
