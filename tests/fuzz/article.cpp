// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "checks.hpp"
#include "choices.hpp"
#include "claimlint/verify.hpp"
#include "report_checks.hpp"
#include "targets.hpp"
#include "vocabulary/lexicon_access.hpp"

namespace claimlint::fuzz {
namespace {

using Texts = std::vector<std::string>;

/// What the lexicons look for: the examples of their rules, and the names of what they know.
struct Vocabulary {
  Texts sentences;
  Texts treatments;
  Texts conditions;
};

Vocabulary read_vocabulary() {
  const lexicon::Compiled& lexicons = compiled_of(auditor().lexicons());
  Vocabulary vocabulary;
  for (const RuleInfo& rule : auditor().lexicons().rules()) {
    for (const Texts* examples : {&rule.want, &rule.absent}) {
      vocabulary.sentences.insert(vocabulary.sentences.end(), examples->begin(), examples->end());
    }
  }
  for (std::size_t i = 0; i < lexicons.concepts().size(); i += 7) {
    const lexicon::Concept& each = lexicons.concepts()[i];
    if (each.id.starts_with("treatment.")) vocabulary.treatments.push_back(each.name);
    if (each.id.starts_with("condition.")) vocabulary.conditions.push_back(each.name);
  }
  return vocabulary;
}

const Vocabulary& vocabulary() {
  static const Vocabulary kVocabulary = read_vocabulary();
  return kVocabulary;
}

// What decides who speaks, how surely, and where a sentence ends.
constexpr std::array<std::string_view, 30> kTurns = {"not",
                                                     "may",
                                                     "if",
                                                     "never",
                                                     "Myth:",
                                                     "\"",
                                                     "\xE2\x80\x9C",
                                                     "\xE2\x80\x9D",
                                                     "I",
                                                     "she said",
                                                     "studies show",
                                                     "(Smith et al., 2019)",
                                                     "[1]",
                                                     "?",
                                                     "!",
                                                     ". ",
                                                     "; ",
                                                     " - ",
                                                     "90 %",
                                                     "in 3 days",
                                                     "10mg",
                                                     "however",
                                                     "no evidence",
                                                     "consult your doctor",
                                                     "Dr. Lee",
                                                     "2.5 x 10",
                                                     "\n",
                                                     "the",
                                                     "\xC2\xA0",
                                                     "u.s."};

/// Some words of a sentence: its first half, its second, or all.
std::string piece_of(std::string_view sentence, std::size_t which) {
  const std::size_t middle = std::min(sentence.find(' ', sentence.size() / 2), sentence.size());
  if (which == 1) return std::string(sentence.substr(0, middle));
  if (which == 2) return std::string(sentence.substr(middle));
  return std::string(sentence);
}

std::string words(Choices& choices) {
  switch (choices.below(8)) {
    case 0:
    case 1:
    case 2: {
      const std::string& sentence = choices.pick(vocabulary().sentences);
      return piece_of(sentence, choices.below(3));
    }
    case 3:
      return choices.pick(vocabulary().treatments);
    case 4:
      return choices.pick(vocabulary().conditions);
    case 5:
    case 6:
      return std::string(choices.pick(kTurns));
    default:
      return std::string(choices.take(1 + choices.below(8)));
  }
}

std::string sentence(Choices& choices) {
  std::string text;
  const std::size_t parts = 1 + choices.below(4);
  for (std::size_t i = 0; i < parts && !choices.done(); ++i) {
    text.append(text.empty() || choices.byte() % 16 == 0 ? "" : " ").append(words(choices));
  }
  return text;
}

std::string paragraph(Choices& choices) {
  std::string text;
  const std::size_t sentences = 1 + choices.below(4);
  for (std::size_t i = 0; i < sentences && !choices.done(); ++i) text += sentence(choices) + " ";
  return text;
}

/// What stands around the text of a block.
struct Wrapping {
  std::string_view begin;
  std::string_view end;
};
using Wrappings = std::array<Wrapping, 8>;

// Heading, paragraph, item, quotation, cell, what is not shown, a note and something unfinished.
constexpr std::array<Wrappings, 3> kFormats = {{{{{"", "\n\n"},
                                                  {"", "\n\n"},
                                                  {"- ", "\n"},
                                                  {"\"", "\"\n\n"},
                                                  {"", "\t|\t"},
                                                  {"[", "]\n"},
                                                  {"References\n1. ", "\n"},
                                                  {"\"", "\n"}}},
                                                {{{"<h2>", "</h2>\n"},
                                                  {"<p>", "</p>\n"},
                                                  {"<ul><li>", "</li></ul>"},
                                                  {"<blockquote><b>", "</b></blockquote>\n"},
                                                  {"<table><tr><td>", "</td></tr></table>"},
                                                  {"<div style='display:none'>", "</div>"},
                                                  {"<footer>", "</footer>"},
                                                  {"<p>&ldquo;<i>", "&amp;"}}},
                                                {{{"## ", "\n\n"},
                                                  {"", "\n\n"},
                                                  {"* ", "\n"},
                                                  {"> ", "\n\n"},
                                                  {"| a | b |\n|---|---|\n| ", " |\n"},
                                                  {"<!-- ", " -->\n"},
                                                  {"[^1]: ", "\n"},
                                                  {"**", "\n"}}}}};
constexpr std::array<std::string_view, 3> kFormatNames = {"text", "html", "markdown"};

std::string article(Choices& choices, const Wrappings& wrappings) {
  constexpr std::size_t kMaxSize = 6000;
  std::string text;
  while (!choices.done() && text.size() < kMaxSize) {
    const Wrapping& wrapping = choices.pick(wrappings);
    text.append(wrapping.begin).append(paragraph(choices)).append(wrapping.end);
  }
  return text;
}

}  // namespace

/// Articles built of blocks, of what the lexicons look for and of what changes its meaning.
void fuzz_article(std::string_view bytes) {
  Choices choices(bytes);
  const std::size_t format = choices.below(kFormats.size());
  const std::string text = article(choices, kFormats[format]);
  const Source source{.path = "article", .format = std::string(kFormatNames[format])};
  const Report report = auditor().audit(text, source);
  check_report(report, text.size());
  check_outputs(report);
  require(written(report, "json") == written(auditor().audit(text, source), "json"),
          "auditing twice gives the same bytes");
  const Verification verification = verify_document(report, text);
  require(verification.problems.empty(), "a report holds against its source");
}

}  // namespace claimlint::fuzz
