// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "text/text.hpp"

using claimlint::Span;
using claimlint::text::fold;
using claimlint::text::Folded;

namespace {

std::string folded(std::string_view clean) { return fold(clean).text; }

std::vector<std::string> note_codes(std::string_view clean) {
  std::vector<std::string> codes;
  for (const claimlint::Note& note : fold(clean).notes) codes.push_back(note.code);
  return codes;
}

std::string behind(std::string_view clean, std::string_view word) {
  const Folded result = fold(clean);
  const std::size_t begin = result.text.find(word);
  REQUIRE(begin != std::string::npos);
  const Span span = result.to_clean.to_source({begin, begin + word.size()});
  return std::string(clean.substr(span.begin, span.size()));
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("fold: ASCII becomes lower case and keeps its places") {
  const Folded result = fold("Dr. SMITH's\tway\r\n");
  CHECK(result.text == "dr. smith's\tway\r\n");
  CHECK(result.to_clean.identity());
  CHECK(result.notes.empty());
}

TEST_CASE("fold: quotes become straight") {
  CHECK(folded("“We’ve” ‘had’ «it» 6′ 2″") == "\"we've\" 'had' \"it\" 6' 2\"");
}

TEST_CASE("fold: every dash becomes a hyphen and every space a blank") {
  CHECK(folded("C1–C2 — a‑b −5") == "c1-c2 - a-b -5");
  CHECK(folded("60\u00A0mL\u2009or\u3000so") == "60 ml or so");
}

TEST_CASE("fold: line ends stay, and Unicode's own become plain ones") {
  CHECK(folded("a\r\nb\u2028c\u2029d\u00A0") == "a\r\nb\nc\nd ");
}

TEST_CASE("fold: accents come off Latin letters, composed or not") {
  CHECK(folded("Ménière, Sjögren, naı̈ve, Łódź") == "meniere, sjogren, naive, lodz");
  CHECK(folded("cafe\u0301") == "cafe");
  CHECK(folded("Straße, Ærø, œdème, ẞ") == "strasse, aero, oedeme, ss");
  CHECK(behind("cafe\u0301s", "cafe") == "cafe\u0301");
}

TEST_CASE("fold: marks stay on letters of other scripts") {
  CHECK(folded("\u0439 \u0438\u0306") == "\u0439 \u0438\u0306");
}

TEST_CASE("fold: fractions are written out, parted from a digit before") {
  CHECK(folded("¼ of a mm") == "1/4 of a mm");
  CHECK(folded("2¼ mm") == "2 1/4 mm");
  CHECK(folded("3⁄4") == "3/4");
  CHECK(behind("2¼ mm", "4") == "¼");
}

TEST_CASE("fold: ligatures and full-width letters are opened") {
  CHECK(folded("ﬁbromyalgia") == "fibromyalgia");
  CHECK(folded("ＣＵＲＥ") == "cure");
  CHECK(folded("wait…") == "wait...");
}

TEST_CASE("fold: raised figures and trade marks are no digits and letters") {
  CHECK(folded("m² Brand™") == "m² brand™");
}

TEST_CASE("fold: invisible characters go, and only a span around them holds them") {
  CHECK(folded("mi\u00ADgraine") == "migraine");
  CHECK(folded("c\u200Bure\uFE0F") == "cure");
  CHECK(behind("mi\u00ADgraine", "migraine") == "mi\u00ADgraine");
  CHECK(behind("pain\u200B free", "pain") == "pain");
}

TEST_CASE("fold: control characters become blanks") {
  CHECK(folded(std::string_view("a\0b\x1F\x7F", 5)) == "a b  ");
  CHECK(folded(std::string_view("é\0b\x1F", 5)) == "e b ");
}

TEST_CASE("fold: Greek letters keep their sense") {
  CHECK(folded("β-glucan and TNF-α") == "beta-glucan and tnf-alpha");
  CHECK(folded("5 µg, 5 μg, 3 μmol") == "5 ug, 5 ug, 3 umol");
  CHECK(folded("IL-1β and TNFα") == "il-1beta and tnfalpha");
  CHECK(folded("ω-3") == "omega-3");
  CHECK(note_codes("5 µg of β-glucan, TNFα").empty());
}

TEST_CASE("fold: words in another script stay what they are") {
  CHECK(folded("Боль в шее") == "боль в шее");
  CHECK(folded("Όλα") == "όλα");
  CHECK(note_codes("Боль в шее").empty());
}

TEST_CASE("fold: look-alike letters in a Latin word fold, and are noted") {
  const Folded result = fold("we cur\u0435 pain");
  CHECK(result.text == "we cure pain");
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes[0].code == "folded.mixed_script");
  CHECK(result.notes[0].span == Span{3, 8});
}

TEST_CASE("fold: zero-width characters are noted only inside a word") {
  CHECK(note_codes("cu\u200Bre") == Codes{"folded.zero_width"});
  CHECK(note_codes("\uFEFFcure \u200B now").empty());
  CHECK(note_codes("mi\u00ADgraine").empty());
}

TEST_CASE("fold: words in disguised letters are noted once each") {
  CHECK(note_codes("ＣＵＲＥ ＡＬＬ") == Codes{"folded.full_width", "folded.full_width"});
  CHECK(note_codes("\U0001D402\U0001D414\U0001D411\U0001D404") == Codes{"folded.styled"});
  CHECK(folded("\U0001D402\U0001D414\U0001D411\U0001D404") == "cure");
}

TEST_CASE("fold: notes are listed ten times and then counted") {
  std::string text;
  for (int i = 0; i < 15; ++i) text += "cu\u200Bre ";
  const Folded result = fold(text);
  REQUIRE(result.notes.size() == 11);
  CHECK_FALSE(result.notes.back().span.has_value());
  CHECK(result.notes.back().message.find("15") != std::string::npos);
}

TEST_CASE("fold: the general path agrees with the fast one on ASCII") {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::string ascii;
    for (std::size_t size = random() % 60; size > 0; --size) {
      ascii.push_back(static_cast<char>(random() % 128));
    }
    const Folded fast = fold(ascii);
    const Folded general = fold(ascii + " \u00A7");
    CHECK(general.text == fast.text + " \u00A7");
    CHECK(general.to_clean.identity());
  }
}

TEST_CASE("fold: each word of a folded text maps to where it stands") {
  const std::string clean = "“Café” – 2¼ ﬁne µg\u00A0of cu\u200Bre";
  CHECK(behind(clean, "cafe") == "Café");
  CHECK(behind(clean, "fine") == "ﬁne");
  CHECK(behind(clean, "ug") == "µg");
  CHECK(behind(clean, "cure") == "cu\u200Bre");
  CHECK(behind(clean, "of") == "of");
}
