// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lexicon/inflect.hpp"
#include "lexicon/terms.hpp"
#include "lexicon_show.hpp"
#include "text/text.hpp"

namespace {

using claimlint::lexicon::plurals;
using claimlint::lexicon::singulars;
using claimlint::lexicon::Terms;
using claimlint::lexicon::verb_forms;
using claimlint::text::Document;
using Texts = std::vector<std::string>;

Document document_of(const std::string& clean) {
  claimlint::text::Text text;
  text.clean = clean;
  text.blocks.push_back({.clean = {0, clean.size()}});
  return claimlint::text::segment(std::move(text), {});
}

Terms terms_of(const Texts& texts, const Texts& upper = {}) {
  std::vector<Terms::Term> terms;
  for (const std::string& text : texts) {
    terms.push_back({text, static_cast<std::uint32_t>(terms.size()), false});
  }
  for (const std::string& text : upper) {
    terms.push_back({text, static_cast<std::uint32_t>(terms.size()), true});
  }
  return Terms(terms);
}

// "entry:words" of every hit.
Texts find(const Terms& terms, const std::string& clean, const Texts& words = {}) {
  const Document document = document_of(clean);
  Texts found;
  const auto size = static_cast<std::uint32_t>(document.tokens.size());
  for (const Terms::Hit& hit : terms.find(document, {0, size}, words)) {
    found.push_back(std::to_string(hit.entry) + ":" +
                    std::string(document.folded_text(document.folded_span(hit.tokens))));
  }
  return found;
}

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("terms: whole words, in any writing") {
  const Terms terms = terms_of({"migraine", "Caf\xC3\xA9"});
  CHECK(find(terms, "Nothing here, antimigraine neither.") == Texts{});
  CHECK(find(terms, "MIGRAINE in a cafe") == Texts{"0:migraine", "1:cafe"});
}

TEST_CASE("terms: the longest wins, then the leftmost") {
  const Terms terms = terms_of({"back", "back pain", "lower back pain", "pain relief"});
  CHECK(find(terms, "lower back pain relief, my back") == Texts{"2:lower back pain", "0:back"});
  CHECK(find(terms, "back pain relief") == Texts{"1:back pain"});
  CHECK(find(terms_of({"get back", "back pain today"}), "get back pain today") ==
        Texts{"1:back pain today"});
}

TEST_CASE("terms: of equal ones the first entry counts") {
  CHECK(find(terms_of({"Atlas", "atlas"}), "atlas") == Texts{"0:atlas"});
}

TEST_CASE("terms: the last word may be a plural") {
  const Terms terms = terms_of({"headache", "biopsy", "diagnosis", "stem cells", "foramen ovale"});
  CHECK(find(terms, "headaches, biopsies and diagnoses") ==
        Texts{"0:headaches", "1:biopsies", "2:diagnoses"});
  CHECK(find(terms, "a stem cell, stems cells") == Texts{"3:stem cell"});
}

TEST_CASE("terms: a short plural keeps its -s") {
  CHECK(find(terms_of({"hives", "antibiotics"}), "a hive, an antibiotic") == Texts{"1:antibiotic"});
}

TEST_CASE("terms: hyphens, slashes and possessives read as blanks or not at all") {
  const Terms terms = terms_of({"tension type headache", "Crohn's disease", "women"});
  CHECK(find(terms, "tension-type headache") == Texts{"0:tension-type headache"});
  CHECK(find(terms, "tension/type\nheadache") == Texts{"0:tension/type\nheadache"});
  CHECK(find(terms, "tension, type headache") == Texts{});
  CHECK(find(terms, "Crohn disease and Crohn\xE2\x80\x99s disease") ==
        Texts{"1:crohn disease", "1:crohn's disease"});
  CHECK(find(terms, "Women's health") == Texts{"2:women's"});
}

TEST_CASE("terms: a separator that the term itself has may stand in the text") {
  const Terms terms = terms_of({"St. John's wort"});
  CHECK(find(terms, "Take st. John's wort or St John's wort") ==
        Texts{"0:st. john's wort", "0:st john's wort"});
  CHECK(find(terms, "St. John's, wort") == Texts{});
}

TEST_CASE("terms: some count only in capitals") {
  const Terms terms = terms_of({"hearing aids"}, {"AIDS", "C1"});
  CHECK(find(terms, "It aids you") == Texts{});
  CHECK(find(terms, "Aids help") == Texts{});
  CHECK(find(terms, "AIDS, at C1, hearing aids") == Texts{"1:aids", "2:c1", "0:hearing aids"});
}

TEST_CASE("terms: a mended word is read in place of the token's own") {
  const Terms terms = terms_of({"migraine attack"});
  CHECK(find(terms, "a migrane attack", {"", "migraine"}) == Texts{"0:migrane attack"});
  CHECK(find(terms, "a migraine attack", {"", "migrane"}) == Texts{});
}

TEST_CASE("terms: their words can be asked for") {
  const Terms terms = terms_of({"Crohn's disease"});
  CHECK(terms.words() == Texts{"crohn", "disease", "diseases"});
  CHECK(terms.has_word("crohn's"));
  CHECK(terms.has_word("diseases"));
  CHECK_FALSE(terms.has_word("wort"));
}

TEST_CASE("inflection: verbs") {
  CHECK(verb_forms("relieve") == Texts{"relieve", "relieves", "relieved", "relieving"});
  CHECK(verb_forms("cry") == Texts{"cry", "cries", "cried", "crying"});
  CHECK(verb_forms("employ") == Texts{"employ", "employs", "employed", "employing"});
  CHECK(verb_forms("stop") == Texts{"stop", "stops", "stopped", "stopping"});
  CHECK(verb_forms("fix") == Texts{"fix", "fixes", "fixed", "fixing"});
  CHECK(verb_forms("free") == Texts{"free", "frees", "freed", "freeing"});
  CHECK(verb_forms("tie") == Texts{"tie", "ties", "tied", "tying"});
  CHECK(verb_forms("treat") == Texts{"treat", "treats", "treated", "treating"});
  CHECK(has(verb_forms("control"), "controlled"));
  CHECK(has(verb_forms("target"), "targeted"));
  CHECK(has(verb_forms("wipe out"), "wiping out"));
}

TEST_CASE("inflection: plurals") {
  CHECK(plurals("migraine") == Texts{"migraines"});
  CHECK(has(plurals("therapy"), "therapies"));
  CHECK(has(plurals("virus"), "viruses"));
  CHECK(has(plurals("fungus"), "fungi"));
  CHECK(has(plurals("bacterium"), "bacteria"));
  CHECK(has(plurals("vertebra"), "vertebrae"));
  CHECK(has(plurals("cervix"), "cervices"));
  CHECK(has(plurals("tooth"), "teeth"));
  CHECK_FALSE(has(plurals("gum"), "ga"));
  CHECK(plurals("c1") == Texts{});
}

TEST_CASE("inflection: singulars") {
  CHECK(has(singulars("therapies"), "therapy"));
  CHECK(has(singulars("viruses"), "virus"));
  CHECK(has(singulars("bruises"), "bruise"));
  CHECK(singulars("cells") == Texts{"cell"});
  CHECK(singulars("arthritis") == Texts{});
  CHECK(singulars("illness") == Texts{});
}
