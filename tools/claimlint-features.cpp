// SPDX-License-Identifier: Apache-2.0

// Prints the sentences of articles as the model sees them, for scripts/fit-model. One line for
// each: path, begin, end, claims ("type:severity", those that are supported with severity none),
// then its features; between them tabs.
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "input/input.hpp"
#include "judge/analysis.hpp"
#include "judge/features.hpp"
#include "vocabulary/lexicon_access.hpp"

namespace {

using claimlint::judge::Analysis;

void print_claims(const Analysis& analysis, std::uint32_t sentence) {
  const auto& rules = analysis.observations().lexicons.model().rules;
  const char* separator = "";
  for (const auto& judgement : analysis.judgements()) {
    if (judgement.candidate.sentence != sentence || judgement.candidate.rejection) continue;
    std::cout << separator << rules[judgement.candidate.rule].type << ':'
              << to_string(judgement.severity);
    separator = " ";
  }
}

void print_sentences(const std::string& path, const claimlint::lexicon::Compiled& lexicons) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const Analysis analysis(claimlint::input::read(bytes, path, "text", "en").text, lexicons, {});
  const claimlint::judge::Features features(analysis.observations(), analysis.judgements());
  const auto& document = analysis.observations().document;
  claimlint::judge::FeatureNames names;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    const claimlint::Span place = document.source_span(document.sentences[i].folded);
    std::cout << path << '\t' << place.begin << '\t' << place.end << '\t';
    print_claims(analysis, i);
    features.describe(i, names);
    for (std::size_t name = 0; name < names.size(); ++name) std::cout << '\t' << names[name];
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const claimlint::Lexicons lexicons = claimlint::Lexicons::builtin();
    for (const std::string& path : std::vector<std::string>(argv + 1, argv + argc)) {
      print_sentences(path, compiled_of(lexicons));
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "claimlint-features: " << error.what() << '\n';
    return 2;
  }
}
