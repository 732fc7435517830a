// SPDX-License-Identifier: Apache-2.0
#include "icu_peers.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include <cstdint>
#include <stdexcept>

namespace claimlint::benchmarks {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

}  // namespace

std::u16string to_utf16(std::string_view utf8) {
  std::u16string utf16(utf8.size(), u'\0');
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t size = 0;
  u_strFromUTF8(utf16.data(), static_cast<std::int32_t>(utf16.size()), &size, utf8.data(),
                static_cast<std::int32_t>(utf8.size()), &status);
  check(status);
  utf16.resize(static_cast<std::size_t>(size));
  return utf16;
}

struct IcuIterator::Handle {
  std::unique_ptr<icu::BreakIterator> iterator;

  std::size_t count(UText* text) const {
    UErrorCode status = U_ZERO_ERROR;
    iterator->setText(text, status);
    check(status);
    std::size_t segments = 0;
    iterator->first();
    while (iterator->next() != icu::BreakIterator::DONE) ++segments;
    return segments;
  }
};

IcuIterator::IcuIterator(Of what) : handle_(std::make_unique<Handle>()) {
  UErrorCode status = U_ZERO_ERROR;
  const auto make = what == Of::words ? &icu::BreakIterator::createWordInstance
                                      : &icu::BreakIterator::createSentenceInstance;
  handle_->iterator.reset(make(icu::Locale::getRoot(), status));
  check(status);
}

IcuIterator::~IcuIterator() = default;

std::size_t IcuIterator::count(std::string_view utf8) {
  UText text = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  check(status);
  const std::size_t segments = handle_->count(&text);
  utext_close(&text);
  return segments;
}

std::size_t IcuIterator::count(std::u16string_view utf16) {
  UText text = UTEXT_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUChars(&text, utf16.data(), static_cast<std::int64_t>(utf16.size()), &status);
  check(status);
  const std::size_t segments = handle_->count(&text);
  utext_close(&text);
  return segments;
}

}  // namespace claimlint::benchmarks
