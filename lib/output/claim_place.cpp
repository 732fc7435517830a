// SPDX-License-Identifier: Apache-2.0
#include "claim_place.hpp"

#include "excerpt.hpp"

namespace claimlint::output {

TextPosition begin_of(const Report& report, const Places& places, const Sentence& sentence,
                      Span source) {
  if (const auto position = places.at(source.begin)) return *position;
  const Position position = position_of(report, sentence, source);
  TextPosition begin;
  begin.line = position.line;
  begin.column = position.column;
  return begin;
}

std::string words_of(const Report& report, const Places& places, const Sentence& sentence,
                     const Place& place) {
  if (const auto span = span_in_sentence(report, sentence, place.span)) {
    return sentence.text.substr(span->begin, span->size());
  }
  if (place.parts.empty()) return std::string(places.text_of(place.span));
  std::string words;
  for (const Span part : place.parts) words += places.text_of(part);
  return words;
}

}  // namespace claimlint::output
