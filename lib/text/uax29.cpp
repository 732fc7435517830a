// SPDX-License-Identifier: Apache-2.0
#include "claimlint/uax29.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdint>
#include <limits>
#include <memory>

#include "icu.hpp"

namespace claimlint {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;
using Maker = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

std::vector<Span> segments(std::string_view utf8, Maker make, const icu::Locale& locale) {
  if (utf8.size() > std::numeric_limits<std::int32_t>::max()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const Iterator iterator(make(locale, status));
  text::check(status);
  // Through UText, ICU's positions are our byte offsets.
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  text::check(status);
  const std::unique_ptr<UText, decltype(&utext_close)> closer(&text, &utext_close);
  iterator->setText(&text, status);
  text::check(status);
  std::vector<Span> spans;
  std::size_t begin = 0;
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    spans.push_back({begin, static_cast<std::size_t>(end)});
    begin = spans.back().end;
  }
  return spans;
}

}  // namespace

std::vector<Span> uax29_words(std::string_view utf8) {
  // CLDR's root takes the colon from UAX #29's MidLetter ("a:b" is two words); Swedish keeps it and
  // changes nothing else.
  return segments(utf8, &icu::BreakIterator::createWordInstance, icu::Locale("sv"));
}

std::vector<Span> uax29_sentences(std::string_view utf8) {
  return segments(utf8, &icu::BreakIterator::createSentenceInstance, icu::Locale::getRoot());
}

}  // namespace claimlint
