// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "input.hpp"

// CLD2's header needs <cstdio> and does not include it.
// clang-format off
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
// clang-format on

namespace claimlint::input {
namespace {

constexpr std::string_view kUndetermined = "und";

// Below this the detector guesses from single words ("Dr. Müller, Praxis").
constexpr std::size_t kFewLetters = 60;
// The beginning tells the language of the rest; CLD2 counts in int.
constexpr std::size_t kSample = std::size_t{1} << 20;
// Share of the text, in per cent, from which a page counts as written in a language.
constexpr int kMostly = 60;
constexpr int kHalf = 50;

/// Counts a non-ASCII code point as a letter: of the scripts that matter most are.
bool begins_letter(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value >= 0xC3;
}

std::string_view sample_of(std::string_view utf8) {
  if (utf8.size() <= kSample) return utf8;
  std::size_t end = kSample;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
  return utf8.substr(0, end);
}

std::string code_of(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "un" || language == CLD2::UNKNOWN_LANGUAGE) return std::string(kUndetermined);
  if (code == "iw") return "he";  // CLD2 keeps the code that was withdrawn
  return std::string(code.substr(0, code.find('-')));
}

}  // namespace

std::string detect_language(std::string_view utf8) {
  const std::string_view sample = sample_of(utf8);
  const auto letters = std::count_if(sample.begin(), sample.end(), begins_letter);
  if (static_cast<std::size_t>(letters) < kFewLetters) return std::string(kUndetermined);

  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool is_reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0,
                                 languages.data(), percent.data(), scores.data(), nullptr,
                                 &text_bytes, &is_reliable);
  // Medical Latin and names of plants make a share of an English page look foreign.
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (languages[i] == CLD2::ENGLISH && percent[i] >= kHalf) return "en";
  }
  const bool is_clear = is_reliable && percent[0] >= kMostly;
  return is_clear ? code_of(languages[0]) : std::string(kUndetermined);
}

}  // namespace claimlint::input
