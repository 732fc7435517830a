// SPDX-License-Identifier: Apache-2.0
#include "expressions.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <iostream>
#include <optional>
#include <tuple>
#include <utility>

#include "checks.hpp"
#include "input/input.hpp"
#include "lexicon/edges.hpp"
#include "lexicon/pattern_memory.hpp"
#include "lexicon/patterns.hpp"
#include "lexicon/programs.hpp"
#include "lexicon/regex.hpp"
#include "text/text.hpp"

namespace claimlint::fuzz {
namespace {

using lexicon::Patterns;
using lexicon::Programs;
using lexicon::Regex;
using Expressions = std::vector<std::string>;

text::Document document_of(std::string clean) {
  text::Text text;
  text.clean = std::move(clean);
  input::read_plain_text(text);
  return text::segment(std::move(text), {});
}

void show(std::string_view what, std::string_view expression, std::string_view text) {
  std::cerr << what << "\nexpression: " << expression << "\ntext: " << text << '\n';
}

/// A program ends a match where RE2 does, wherever that begins.
void check_programs(const Expressions& expressions, const std::deque<Regex>& regexes,
                    std::string_view text) {
  lexicon::FlatWriter out;
  Programs::write(expressions, out);
  const std::string bytes = out.take();
  lexicon::FlatReader in(bytes);
  const Programs programs(in);
  require(in.done() && programs.size() == expressions.size(), "each expression has its place");
  lexicon::MatchMemory memory;
  for (std::uint32_t i = 0; i < programs.size(); ++i) {
    if (!programs.knows(i)) continue;
    memory.begin_tries();
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_character_edge(text, at) || !lexicon::may_begin(text, at)) continue;
      const bool first = (programs.first(i) & lexicon::mask_of(text[at])) != 0;
      const std::optional<std::size_t> match = regexes[i].match_at(text, at);
      const std::optional<std::size_t> longest = regexes[i].longest_at(text, at);
      const bool same =
          (!first && (!match || *match == at)) || programs.match_at(i, text, at, memory) == match;
      if (!same) show("match at " + std::to_string(at), expressions[i], text);
      require(same, "a program matches as RE2 does");
      if (!first || !match) continue;
      const bool same_longest = programs.longest_at(i, text, at, memory) == longest;
      if (!same_longest) show("longest at " + std::to_string(at), expressions[i], text);
      require(same_longest, "a program's longest match is RE2's");
    }
    memory.forget();
  }
}

/// Where an expression hits, as RE2 alone tells.
void find_slowly(std::uint32_t pattern, const Regex& regex, const text::Document& document,
                 Span within, std::vector<Patterns::Hit>& hits) {
  const std::string_view text = document.folded_text(within);
  const auto is_edge = [&](std::size_t at) { return document.is_token_edge(within.begin + at); };
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_character_edge(text, at) || at < from || !is_edge(at)) continue;
    if (!lexicon::may_begin(text, at)) continue;
    if (from > 0 && at == from && !lexicon::is_word_edge(text, at)) continue;
    std::optional<std::size_t> end = regex.match_at(text, at);
    if (end && !is_edge(*end)) end = regex.longest_at(text, at);
    if (!end || *end == at || !is_edge(*end)) continue;
    hits.push_back({pattern, {within.begin + at, within.begin + *end}});
    from = *end;
  }
}

class Search {
 public:
  explicit Search(const Expressions& expressions) : bytes_(written(expressions)), in_(bytes_) {
    require(in_.done(), "all that was written is read");
  }

  void check(const Expressions& expressions, const std::deque<Regex>& regexes,
             const text::Document& document, Span within) {
    std::vector<Patterns::Hit> expected;
    for (std::uint32_t i = 0; i < regexes.size(); ++i) {
      find_slowly(i, regexes[i], document, within, expected);
    }
    std::ranges::sort(expected, [](const Patterns::Hit& a, const Patterns::Hit& b) {
      return std::tie(a.folded, a.pattern) < std::tie(b.folded, b.pattern);
    });
    const std::vector<Patterns::Hit> found = patterns_.find(document, within, memory_);
    if (found != expected) show_difference(expressions, expected, found, document, within);
    require(found == expected, "expressions hit what RE2 hits");
    check_one_by_one(expected, document, within);
  }

 private:
  static std::string written(const Expressions& expressions) {
    lexicon::FlatWriter out;
    Patterns::write(expressions, out);
    return out.take();
  }

  static void show_difference(const Expressions& expressions,
                              const std::vector<Patterns::Hit>& expected,
                              const std::vector<Patterns::Hit>& found,
                              const text::Document& document, Span within) {
    const auto list = [&](const std::vector<Patterns::Hit>& hits,
                          const std::vector<Patterns::Hit>& others, std::string_view what) {
      for (const Patterns::Hit& hit : hits) {
        if (std::ranges::find(others, hit) != others.end()) continue;
        std::cerr << what << " hit [" << hit.folded.begin - within.begin << ", "
                  << hit.folded.end - within.begin << ")\n";
        show("", expressions[hit.pattern], document.folded_text(within));
      }
    };
    list(expected, found, "missing");
    list(found, expected, "wrong");
  }

  void check_one_by_one(const std::vector<Patterns::Hit>& expected, const text::Document& document,
                        Span within) {
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
      std::vector<Patterns::Hit> own = expected;
      std::erase_if(own, [&](const Patterns::Hit& hit) { return hit.pattern != i; });
      require(patterns_.find_only(document, within, std::span(&i, 1), memory_) == own,
              "an expression sought alone hits as it does among others");
    }
  }

  std::string bytes_;
  lexicon::FlatReader in_;
  Patterns patterns_{in_};
  lexicon::PatternMemory memory_;
};

}  // namespace

void check_expressions(Expressions expressions, std::string text) {
  std::erase_if(expressions, [](const std::string& expression) {
    return expression.empty() || !Regex::examine(expression).problem.empty();
  });
  if (expressions.empty()) return;
  const std::deque<Regex> regexes(expressions.begin(), expressions.end());
  const text::Document document = document_of(std::move(text));
  check_programs(expressions, regexes, document.folded.text);
  Search search(expressions);
  for (const text::SentenceRange& sentence : document.sentences) {
    search.check(expressions, regexes, document, sentence.folded);
  }
}

}  // namespace claimlint::fuzz
