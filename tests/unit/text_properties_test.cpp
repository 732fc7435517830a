// SPDX-License-Identifier: Apache-2.0
// What must hold of folding, tokens and sentences for any input: checked on generated ones. How
// many is kInputs; the variable CLAIMLINT_PROPERTY_INPUTS asks for more.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/input.hpp"
#include "text/decode.hpp"
#include "text/fold.hpp"
#include "text/text.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace claimlint::text {
namespace {

constexpr std::size_t kInputs = 12000;

const std::vector<std::string> kAbbreviations = {"dr.",   "mr.",  "e.g.",  "i.e.", "approx.",
                                                 "no. #", "st.",  "u.s.",  "vs.",  "fig. #",
                                                 "a.m.",  "p.m.", "ph.d.", "etc."};

std::size_t inputs() {
  const char* const wanted = std::getenv("CLAIMLINT_PROPERTY_INPUTS");
  return wanted != nullptr ? std::stoul(wanted) : kInputs;
}

using Pieces = std::vector<std::string>;

const Pieces kProse = {"the ", "Pain ",  "neck",    "C1",   " ",       ". ",      ".",         ", ",
                       "Dr. ", "e.g. ",  "No. 4 ",  "3.5",  "35,000 ", "! ",      "? ",        "\n",
                       "It ",  "don't ", "(b) ",    "1. ",  "2) ",     "- ",      "-",         "/",
                       "I ",   "a",      "be.Then", "u.s.", "J. R. ",  "a@b.org", "www.x.com", "\"",
                       "'",    "(",      ")",       "[12]", "...",     ":",       ";",         "_"};
const Pieces kTypeset = {"’", "‘", "“", "”", "–", "—", "…", "•", "\u00A0", "\u202F", "\u2009", "£",
                         "€", "©", "®", "™", "°", "†", "→", "★", "½",      "2¼",     "′",      "·",
                         "é", "É", "ï", "ß", "ﬁ", "²", "¹", "«", "»",      "µ",      "¡",      "×"};
const Pieces kOdd = {
    "\u0301", "e\u0301",  "\u0308", "\u200B",     "\u200D", "\u00AD",   "\uFEFF",
    "\uFE0F", "ＣＵＲＥ", "ａ",     "\uFF0E",     "сurе",   "а",        "е",
    "β",      "α-",       "TNFα",   "Ω",          "ж",      "👍🏽", "👨‍👩‍👧",
    "❤️", "😀",        "🇬🇧",     "\U0001D402", "𐐀",      "漢",       "กา",
    "ǅ",      "İ",        "ı",      "①",          "Ⅳ",      "\u0345",   "㏂",
    "⒈",      "\u2028",   "\u0085", "ﾊ",          "º",      "\u1F80"};
const Pieces kRaw = {
    "\r\n",    "\r",   "\n\n", "\t",   "\f",       "\v",       std::string(1, '\0'),
    "\x01",    "\x7F", "\xFF", "\xC3", "\xE2\x80", "\xF0\x9F", "\xED\xA0\x80",
    "\xC0\xAF"};
const Pieces kGlued = {
    "Thebrain", "be.Interestingly", "painMr.", "end!Next",   "c u r e", "c-u-r-e", "U.S.A.",
    "x.Y",      "1)One 2)Two",      "a.m.The", "\"Yes.\"No", "etc.)",   "?!",      "(?)"};

/// A text of pieces from some of the tables: most are prose, as in life.
std::string generate(std::mt19937& random) {
  constexpr std::size_t kLongest = 24;
  const std::vector<const Pieces*> moods[] = {
      {&kProse},
      {&kProse, &kProse, &kTypeset},
      {&kProse, &kProse, &kGlued, &kTypeset},
      {&kProse, &kTypeset, &kOdd},
      {&kProse, &kTypeset, &kOdd, &kRaw, &kGlued},
  };
  const auto& mood = moods[random() % std::size(moods)];
  std::string bytes;
  for (std::size_t left = 1 + random() % kLongest; left > 0; --left) {
    const Pieces& pieces = *mood[random() % mood.size()];
    bytes += pieces[random() % pieces.size()];
  }
  return bytes;
}

bool is_edge(std::string_view utf8, std::size_t at) {
  return at >= utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0U) != 0x80U;
}

bool is_good(std::string_view utf8, Span span) {
  return span.begin < span.end && span.end <= utf8.size() && is_edge(utf8, span.begin) &&
         is_edge(utf8, span.end);
}

bool holds(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

std::vector<Span> characters(std::string_view utf8) {
  std::vector<Span> spans;
  for (std::size_t at = 0; at < utf8.size(); at = spans.back().end) {
    spans.push_back({at, code_point_at(utf8, at).end});
  }
  return spans;
}

// Each check says what does not hold, and nothing where all does.
using Complaint = std::string;

Complaint check_same_fold(const Folded& fast, const Folded& slow, std::string_view clean) {
  if (fast.text != slow.text) return "fast folding gives another text: " + fast.text;
  if (fast.notes != slow.notes) return "fast folding gives other notes";
  for (std::size_t i = 0; i < fast.text.size(); ++i) {
    if (fast.to_clean.to_source({i, i + 1}) != slow.to_clean.to_source({i, i + 1})) {
      return "fast folding leads back to another place";
    }
  }
  for (std::size_t i = 0; i < clean.size(); ++i) {
    if (fast.to_clean.to_derived({i, i + 1}) != slow.to_clean.to_derived({i, i + 1})) {
      return "fast folding leads to another place";
    }
  }
  return {};
}

Complaint check_same_tokens(const Folded& folded, std::string_view clean) {
  const auto is_same = [](const Token& a, const Token& b) {
    return a.begin == b.begin && a.end == b.end && a.shape == b.shape && a.joined == b.joined;
  };
  const bool same = std::ranges::equal(split_tokens(folded, clean),
                                       split_tokens_by_rules(folded, clean), is_same);
  return same ? "" : "fast tokens differ from those of the rules";
}

/// The characters that come to something, each with all that folds together with it.
std::vector<Span> clusters(const Folded& folded, std::string_view clean) {
  std::vector<Span> found;
  for (const Span character : characters(clean)) {
    const Span derived = folded.to_clean.to_derived(character);
    if (!derived.empty()) found.push_back(folded.to_clean.to_source(derived));
  }
  return found;
}

Complaint check_round_trip(const Folded& folded, std::string_view clean, std::mt19937& random) {
  const auto trip = [&](Span span) {
    return folded.to_clean.to_source(folded.to_clean.to_derived(span));
  };
  const std::vector<Span> all = characters(clean);
  const std::vector<Span> whole = clusters(folded, clean);
  if (whole.empty()) return {};
  for (int i = 0; i < 4; ++i) {
    const std::size_t first = random() % whole.size();
    const std::size_t last = first + random() % (whole.size() - first);
    const Span edges{whole[first].begin, whole[last].end};
    if (trip(edges) != edges) return "a span between edges of clusters comes back as another";
    // Any other span grows to the clusters that it touches, and stays so.
    const Span part{std::min(all[random() % all.size()].begin, whole[last].begin), edges.end};
    const auto touched = std::ranges::find_if(
        whole, [&](Span cluster) { return cluster.end > part.begin && cluster.begin < part.end; });
    if (trip(part) != Span{touched->begin, edges.end}) return "a span grows to something else";
    if (trip(trip(part)) != trip(part)) return "a span that has grown grows again";
  }
  return {};
}

Complaint check_spans(const Document& document) {
  const std::string_view clean = document.text.clean;
  const std::string_view folded = document.folded.text;
  std::size_t end = 0;
  std::size_t token = 0;
  for (const SentenceRange& sentence : document.sentences) {
    if (!is_good(folded, sentence.folded) ||
        !is_good(clean, document.clean_span(sentence.folded))) {
      return "a sentence does not lie on edges of characters";
    }
    if (sentence.folded.begin < end) return "sentences overlap";
    end = sentence.folded.end;
    if (sentence.tokens.first != token) return "a token lies in no sentence, or in two";
    for (; token < sentence.tokens.last; ++token) {
      const Span span{document.tokens[token].begin, document.tokens[token].end};
      if (!holds(sentence.folded, span)) return "a token does not lie in its sentence";
      if (!is_good(folded, span) || !is_good(clean, document.clean_span(span))) {
        return "a token does not lie on edges of characters";
      }
    }
  }
  return token == document.tokens.size() ? "" : "a token lies in no sentence";
}

/// Each visible character of a block lies in one sentence.
Complaint check_coverage(const Document& document) {
  std::vector<Span> sentences;
  for (const SentenceRange& sentence : document.sentences) {
    sentences.push_back(document.clean_span(sentence.folded));
  }
  for (const Block& block : document.text.blocks) {
    for (const Span character : characters(slice(document.text.clean, block.clean))) {
      const Span place{block.clean.begin + character.begin, block.clean.begin + character.end};
      const Span derived = document.folded.to_clean.to_derived(place);
      if (is_blank(slice(document.folded.text, derived))) continue;
      const auto holding =
          std::ranges::count_if(sentences, [&](Span sentence) { return holds(sentence, place); });
      if (holding != 1) return "a visible character lies in no sentence, or in two";
    }
  }
  return {};
}

/// The bytes of the source, read again by themselves, are the text.
Complaint check_slices(const Document& document, std::string_view source) {
  for (const SentenceRange& sentence : document.sentences) {
    const Span place = document.source_span(sentence.folded);
    if (place.end > source.size()) return "a sentence does not lie in the source";
    if (decode(slice(source, place)).utf8 != document.clean_text(sentence.folded)) {
      return "a sentence is not what its bytes of the source say";
    }
  }
  return {};
}

Complaint first_of(std::initializer_list<Complaint> complaints) {
  const auto* const found =
      std::ranges::find_if(complaints, [](const Complaint& each) { return !each.empty(); });
  return found == complaints.end() ? Complaint{} : *found;
}

Complaint check_input(const std::string& source, bool as_one_block, std::mt19937& random) {
  Decoded decoded = decode(source);
  Text text;
  text.clean = std::move(decoded.utf8);
  text.to_source = std::move(decoded.to_source);
  if (as_one_block) {
    text.blocks.push_back({BlockKind::prose, {0, text.clean.size()}, kNone});
  } else {
    input::read_plain_text(text);
  }
  const Folded folded = fold(text.clean);
  const Complaint of_folding = first_of({
      check_same_fold(folded, fold_by_steps(text.clean), text.clean),
      check_same_tokens(folded, text.clean),
      check_round_trip(folded, text.clean, random),
  });
  const Document document = segment(std::move(text), kAbbreviations);
  // Between the blocks of a page stand markers, whose tokens are in no sentence.
  const Complaint of_spans = as_one_block ? check_spans(document) : Complaint{};
  return first_of({of_folding, of_spans, check_coverage(document), check_slices(document, source)});
}

}  // namespace

TEST_CASE("text: what holds of any input holds of generated ones") {
  std::mt19937 random(20240);
  const std::size_t count = inputs();
  std::size_t failures = 0;
  for (std::size_t i = 0; i < count && failures < 5; ++i) {
    const std::string source = generate(random);
    const Complaint complaint = check_input(source, i % 2 == 0, random);
    if (complaint.empty()) continue;
    ++failures;
    CAPTURE(source);
    FAIL_CHECK(complaint);
  }
}

}  // namespace claimlint::text
