// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

using namespace claimlint;
using namespace claimlint::text;

namespace {

using Strings = std::vector<std::string>;

/// What is noted as a word with its letters set apart.
Strings spaced_in(std::string clean) {
  Text text;
  text.clean = clean;
  text.blocks.push_back({BlockKind::prose, {0, clean.size()}, kNone});
  Strings found;
  for (const Note& note : segment(std::move(text), {}).folded.notes) {
    if (note.code != "folded.spaced_letters" || !note.span) continue;
    found.push_back(clean.substr(note.span->begin, note.span->size()));
  }
  return found;
}

}  // namespace

TEST_CASE("spaced letters: ordinary words and short runs are none") {
  CHECK(spaced_in("We treat a B cell. Plan A or B? Size S M L.").empty());
  CHECK(spaced_in("It is I. A word, a phrase.").empty());
}

TEST_CASE("spaced letters: blanks, hyphens, stars, full stops and low lines set them apart") {
  CHECK(spaced_in("This will c u r e you.") == Strings{"c u r e"});
  CHECK(spaced_in("We c-u-r-e it, we c*u*r*e it") == Strings{"c-u-r-e", "c*u*r*e"});
  CHECK(spaced_in("We c.u.r.e it, we c_u_r_e it") == Strings{"c.u.r.e", "c_u_r_e"});
  CHECK(spaced_in("H E A L I N G\nstarts here") == Strings{"H E A L I N G"});
}

TEST_CASE("spaced letters: the span is that of the clean text") {
  CHECK(spaced_in("“c–u–r–e” it") == Strings{"c–u–r–e"});
  CHECK(spaced_in("né c\u00A0u\u00A0r\u00A0e it") == Strings{"c\u00A0u\u00A0r\u00A0e"});
}

TEST_CASE("spaced letters: one sign parts all letters of a word") {
  CHECK(spaced_in("c u-r e").empty());
  CHECK(spaced_in("c, u, r, e").empty());
  CHECK(spaced_in("c  u  r  e").empty());
}

TEST_CASE("spaced letters: enumerations are none") {
  CHECK(spaced_in("A B C, a b c d, groups A B C D E").empty());
  CHECK(spaced_in("vitamins A D E K").empty());
}

TEST_CASE("spaced letters: abbreviations and initials are none") {
  CHECK(spaced_in("e.g. in the U.S.A., by J. R. R. Tolkien").empty());
  CHECK(spaced_in("Reply a.s.a.p. please, says U.N.I.C.E.F. here").empty());
  CHECK(spaced_in("rest by R.I.C.E and see").empty());
}

TEST_CASE("spaced letters: a run without a vowel, or of vowels alone, is no word") {
  CHECK(spaced_in("x r s t v").empty());
  CHECK(spaced_in("a e o i u").empty());
}

TEST_CASE("spaced letters: they are listed ten times and then counted") {
  std::string clean;
  for (int i = 0; i < 15; ++i) clean += "c u r e, ";
  CHECK(spaced_in(clean).size() == 10);
}
