// SPDX-License-Identifier: Apache-2.0
#include "spaced_letters.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "ascii.hpp"
#include "signals.hpp"

namespace claimlint::text {
namespace {

/// Shorter runs are initials, sizes and grades.
constexpr std::size_t kFewestLetters = 4;

/// Letters with one and the same sign between them.
struct Spaced {
  Span folded;
  char separator = 0;
  std::string letters;
};

bool is_sound(const Spaced& run) {
  if (run.letters.size() < kFewestLetters) return false;
  const auto is_vowel = [](char c) { return is_one_of("aeiou", c); };
  const auto vowels = std::ranges::count_if(run.letters, is_vowel);
  return vowels > 0 && static_cast<std::size_t>(vowels) < run.letters.size();
}

/// "a b c d", "A C D E": items, grades or vitamins in their order.
bool is_enumeration(const Spaced& run, bool is_upper) {
  const auto in_order = [is_upper](char a, char b) { return is_upper ? a >= b : a + 1 != b; };
  return std::ranges::adjacent_find(run.letters, in_order) == run.letters.end();
}

class SpacedLetters {
 public:
  explicit SpacedLetters(const Document& document) : document_(document) {}

  std::vector<Note> run() {
    for (const Token& token : document_.tokens) {
      const std::size_t size = token.end - token.begin;
      if (size == 1 && is_ascii_lower(text()[token.begin])) {
        add(token);
        continue;
      }
      if (!run_.letters.empty()) finish();
      if (size >= 2 * kFewestLetters - 1) note_dotted(token, text().substr(token.begin, size));
    }
    finish();
    signal_.finish(notes_);
    return std::move(notes_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return document_.folded.text; }

  void add(const Token& token) {
    if (!goes_on(token.begin)) {
      finish();
      run_.folded.begin = token.begin;
    } else if (run_.letters.size() == 1) {
      run_.separator = text()[token.begin - 1];
    }
    run_.folded.end = token.end;
    run_.letters += text()[token.begin];
  }

  [[nodiscard]] bool goes_on(std::size_t begin) const {
    if (run_.letters.empty() || begin != run_.folded.end + 1) return false;
    const char between = text()[begin - 1];
    return run_.letters.size() == 1 ? is_one_of(" -*", between) : between == run_.separator;
  }

  void finish() {
    if (is_sound(run_)) note(run_);
    run_ = {};
  }

  /// The rules keep "c.u.r.e" and "c_u_r_e" in one word.
  void note_dotted(const Token& token, std::string_view word) {
    Spaced run{{token.begin, token.end}, word[1], {}};
    if (!is_one_of("._", run.separator) || word.size() % 2 == 0) return;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (i % 2 == 1 ? word[i] != run.separator : !is_ascii_lower(word[i])) return;
      if (i % 2 == 0) run.letters += word[i];
    }
    const bool is_abbreviation =
        run.separator == '.' && (token.shape == Shape::upper || text().substr(token.end, 1) == ".");
    if (is_sound(run) && !is_abbreviation) note(run);
  }

  void note(const Spaced& run) {
    const Span clean = document_.clean_span(run.folded);
    const std::string_view shown = document_.clean_text(run.folded);
    const bool is_upper = std::ranges::none_of(shown, is_ascii_lower);
    if (!is_enumeration(run, is_upper)) signal_.note(notes_, clean);
  }

  const Document& document_;
  Spaced run_;
  Signal signal_{"folded.spaced_letters", "the letters of a word are set apart"};
  std::vector<Note> notes_;
};

}  // namespace

void note_spaced_letters(Document& document) {
  std::ranges::move(SpacedLetters(document).run(), std::back_inserter(document.folded.notes));
}

}  // namespace claimlint::text
