// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon/inflect.hpp"
#include "lexicon/terms.hpp"
#include "lexicon_show.hpp"
#include "lexicon_written.hpp"
#include "text/text.hpp"

namespace {

using claimlint::lexicon::plurals;
using claimlint::lexicon::singulars;
using claimlint::lexicon::Term;
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

using WrittenTerms = claimlint::sample::Written<Terms>;

std::vector<Term> numbered(const Texts& texts, const Texts& upper = {}) {
  std::vector<Term> terms;
  for (const std::string& text : texts) {
    terms.push_back({text, static_cast<std::uint32_t>(terms.size()), false});
  }
  for (const std::string& text : upper) {
    terms.push_back({text, static_cast<std::uint32_t>(terms.size()), true});
  }
  return terms;
}

WrittenTerms terms_of(const Texts& texts, const Texts& upper = {}) {
  return WrittenTerms(numbered(texts, upper), texts.size() + upper.size());
}

// "entry:words" of every hit.
Texts find(const WrittenTerms& terms, const std::string& clean) {
  const Document document = document_of(clean);
  Texts found;
  const auto size = static_cast<std::uint32_t>(document.tokens.size());
  for (const Terms::Hit& hit : terms->find(document, {0, size})) {
    found.push_back(std::to_string(hit.entry) + ":" +
                    std::string(document.folded_text(document.folded_span(hit.tokens))));
  }
  return found;
}

/// All forms of all names as joined words, looked up one by one.
class PlainSearch {
 public:
  explicit PlainSearch(const Texts& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t blank = names[i].rfind(' ');
      const std::size_t head = blank == std::string::npos ? 0 : blank + 1;
      const std::string last = names[i].substr(head);
      Texts forms = plurals(last);
      forms.push_back(last);
      if (head > 0 || last.size() >= 7) {
        for (const std::string& form : singulars(last)) forms.push_back(form);
      }
      for (const std::string& form : forms) entries_.emplace(names[i].substr(0, head) + form, i);
    }
  }

  [[nodiscard]] Texts find(const std::string& clean) const {
    const Document document = document_of(clean);
    std::vector<bool> taken(document.tokens.size());
    std::map<std::size_t, std::string> hits;
    for (std::size_t size = taken.size(); size > 0; --size) {
      for (std::size_t first = 0; first + size <= taken.size(); ++first) {
        const auto entry = entries_.find(joined(document, first, size));
        const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = begin + static_cast<std::ptrdiff_t>(size);
        if (entry == entries_.end() || std::find(begin, end, true) != end) continue;
        std::fill(begin, end, true);
        hits[first] = shown(document, first, size, entry->second);
      }
    }
    Texts found;
    for (const auto& [place, hit] : hits) found.push_back(hit);
    return found;
  }

 private:
  static std::string joined(const Document& document, std::size_t first, std::size_t size) {
    std::string words;
    for (std::size_t i = first; i < first + size; ++i) {
      if (i > first && !document.tokens[i].joined) return {};
      words += (i > first ? " " : "") + std::string(document.word(static_cast<std::uint32_t>(i)));
    }
    return words;
  }

  static std::string shown(const Document& document, std::size_t first, std::size_t size,
                           std::size_t entry) {
    const claimlint::text::TokenRange range{static_cast<std::uint32_t>(first),
                                            static_cast<std::uint32_t>(first + size)};
    return std::to_string(entry) + ":" +
           std::string(document.folded_text(document.folded_span(range)));
  }

  std::map<std::string, std::size_t> entries_;  ///< the first of equal names
};

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("terms: whole words, in any writing") {
  const auto terms = terms_of({"migraine", "Caf\xC3\xA9"});
  CHECK(find(terms, "Nothing here, antimigraine neither.") == Texts{});
  CHECK(find(terms, "MIGRAINE in a cafe") == Texts{"0:migraine", "1:cafe"});
}

TEST_CASE("terms: the longest wins, then the leftmost") {
  const auto terms = terms_of({"back", "back pain", "lower back pain", "pain relief"});
  CHECK(find(terms, "lower back pain relief, my back") == Texts{"2:lower back pain", "0:back"});
  CHECK(find(terms, "back pain relief") == Texts{"1:back pain"});
  CHECK(find(terms_of({"get back", "back pain today"}), "get back pain today") ==
        Texts{"1:back pain today"});
}

TEST_CASE("terms: of equal ones the first entry counts") {
  CHECK(find(terms_of({"Atlas", "atlas"}), "atlas") == Texts{"0:atlas"});
}

TEST_CASE("terms: the last word may be a plural") {
  const auto terms = terms_of({"headache", "biopsy", "diagnosis", "stem cells", "foramen ovale"});
  CHECK(find(terms, "headaches, biopsies and diagnoses") ==
        Texts{"0:headaches", "1:biopsies", "2:diagnoses"});
  CHECK(find(terms, "a stem cell, stems cells") == Texts{"3:stem cell"});
}

TEST_CASE("terms: a short plural keeps its -s") {
  CHECK(find(terms_of({"hives", "antibiotics"}), "a hive, an antibiotic") == Texts{"1:antibiotic"});
}

TEST_CASE("terms: hyphens, slashes and possessives read as blanks or not at all") {
  const auto terms = terms_of({"tension type headache", "Crohn's disease", "women"});
  CHECK(find(terms, "tension-type headache") == Texts{"0:tension-type headache"});
  CHECK(find(terms, "tension/type\nheadache") == Texts{"0:tension/type\nheadache"});
  CHECK(find(terms, "tension, type headache") == Texts{});
  CHECK(find(terms, "Crohn disease and Crohn\xE2\x80\x99s disease") ==
        Texts{"1:crohn disease", "1:crohn's disease"});
  CHECK(find(terms, "Women's health") == Texts{"2:women's"});
}

TEST_CASE("terms: a separator that the term itself has may stand in the text") {
  const auto terms = terms_of({"St. John's wort"});
  CHECK(find(terms, "Take st. John's wort or St John's wort") ==
        Texts{"0:st. john's wort", "0:st john's wort"});
  CHECK(find(terms, "St. John's, wort") == Texts{});
}

TEST_CASE("terms: some count only in capitals") {
  const auto terms = terms_of({"hearing aids"}, {"AIDS", "C1"});
  CHECK(find(terms, "It aids you") == Texts{});
  CHECK(find(terms, "Aids help") == Texts{});
  CHECK(find(terms, "AIDS, at C1, hearing aids") == Texts{"1:aids", "2:c1", "0:hearing aids"});
}

TEST_CASE("terms: their words can be asked for") {
  const auto terms = terms_of({"Crohn's disease"});
  const auto& words = terms->words();
  REQUIRE(words.size() == 3);
  CHECK(words[0] == "crohn");
  CHECK(words[1] == "disease");
  CHECK(words[2] == "diseases");
  CHECK(words.lower_bound("d") == 1);
  CHECK(words.lower_bound("diseases") == 2);
  CHECK(words.lower_bound("e") == 3);
  CHECK(terms->has_word("crohn's"));
  CHECK(terms->has_word("diseases"));
  CHECK_FALSE(terms->has_word("wort"));
}

TEST_CASE("terms: very many are found as a plain search finds them") {
  const Texts vocabulary{"back", "pain", "pains", "lower", "tension", "attack", "crohn", "women"};
  std::minstd_rand random(1);
  const auto words = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 1 + random() % most; i > 0; --i) {
      text += (text.empty() ? "" : " ") + vocabulary[random() % vocabulary.size()];
    }
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    Texts names;
    for (int i = 0; i < 40; ++i) names.push_back(words(4));
    const auto terms = terms_of(names);
    const PlainSearch plain(names);
    for (int i = 0; i < 20; ++i) {
      const std::string clean = words(5) + (i % 2 == 0 ? ", " : "-") + words(5);
      CAPTURE(clean);
      CHECK(find(terms, clean) == plain.find(clean));
    }
  }
}

TEST_CASE("terms: no bytes but those that were written are taken") {
  const Texts names{"Crohn's disease", "St. John's wort", "stem cells"};
  claimlint::lexicon::FlatWriter out;
  Terms::write(numbered(names, {"SCM"}), out);
  const std::string bytes = out.take();
  const Document document = document_of("stem cells, SCM, st. john's wort, crohn disease");
  const auto read = [&](const std::string& changed, std::size_t entries) {
    claimlint::lexicon::FlatReader in(changed);
    const Terms terms(in, entries);
    const auto size = static_cast<std::uint32_t>(document.tokens.size());
    return terms.find(document, {0, size}).size();
  };
  CHECK(read(bytes, 4) == 4);
  CHECK_THROWS_AS(read(bytes, 3), std::runtime_error);
  for (std::size_t size = 0; size < bytes.size(); size += 8) {
    CHECK_THROWS_AS(read(bytes.substr(0, size), 4), std::runtime_error);
  }
  // Some changes make other terms: those must do no harm.
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int change : {1, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ change);
      try {
        const std::size_t hits = read(changed, 4);
        CHECK(hits <= document.tokens.size());
      } catch (const std::runtime_error&) {
        continue;
      }
    }
  }
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
