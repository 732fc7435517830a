// SPDX-License-Identifier: Apache-2.0
#include "letters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "icu.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

UChar32 icu(char32_t value) { return static_cast<UChar32>(value); }

constexpr std::u32string_view kSingleQuotes = U"‘’‚‛‹›′‵ʹʻʼʽ´＇";
constexpr std::u32string_view kDoubleQuotes = U"“”„‟«»″‶〝〞＂";
constexpr std::u32string_view kOtherDashes = U"−⁃˗";

struct Spelling {
  char32_t letter;
  std::string_view plain;
};
// Latin letters that are no base with a mark, so that no decomposition opens them.
constexpr std::array<Spelling, 13> kSpellings = {{{U'ß', "ss"},
                                                  {U'æ', "ae"},
                                                  {U'œ', "oe"},
                                                  {U'ø', "o"},
                                                  {U'đ', "d"},
                                                  {U'ð', "d"},
                                                  {U'þ', "th"},
                                                  {U'ł', "l"},
                                                  {U'ħ', "h"},
                                                  {U'ı', "i"},
                                                  {U'ŧ', "t"},
                                                  {U'ŋ', "ng"},
                                                  {U'ƒ', "f"}}};

// Final sigma has a place of its own in the alphabet.
constexpr std::array<std::string_view, 25> kGreek = {
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega"};

struct LookAlike {
  std::u32string_view foreign;
  std::string_view latin;  ///< letter by letter
};
constexpr LookAlike kLookAlikes[] = {
    {U"асԁеһіјӏорԛѕухԝѵкмнтвгп", "acdehijlopqsyxwvkmhtbrn"},
    {U"АВСԌЕНІЈКМОРԚЅТХУԜѴ", "abcgehijkmopqstxywv"},
    {U"αικνορυωτχ", "aikvopuwtx"},
    {U"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"},
};

static_assert(std::all_of(std::begin(kLookAlikes), std::end(kLookAlikes),
                          [](const LookAlike& table) {
                            return table.foreign.size() == table.latin.size();
                          }));

constexpr bool is_ascii(char32_t value) { return value < 0x80; }

/// The full compatibility decomposition; empty where there is none.
std::u32string decomposition(char32_t value) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&status);
  check(status);
  std::array<UChar, 32> units{};
  const std::int32_t size =
      unorm2_getDecomposition(nfkd, icu(value), units.data(), std::int32_t{units.size()}, &status);
  std::u32string result;
  if (size < 0 || U_FAILURE(status)) return result;
  for (std::int32_t i = 0; i < size;) {
    UChar32 code_point = 0;
    U16_NEXT(units.data(), i, size, code_point);
    result.push_back(static_cast<char32_t>(code_point));
  }
  return result;
}

/// Whether a decomposition is one that folding opens: letters, digits and signs of Latin text.
bool opens(char32_t value, const std::u32string& parts) {
  const auto type = u_getIntPropertyValue(icu(value), UCHAR_DECOMPOSITION_TYPE);
  // x² is not x2, and ™ not a word.
  if (parts.empty() || type == U_DT_SUPER || type == U_DT_SUB) return false;
  if (parts.front() == U' ') return false;
  return std::all_of(parts.begin(), parts.end(), [](char32_t part) {
    return is_ascii(part) || part == U'⁄' || is_mark(part) ||
           (is_letter(part) && script_of(part) == Script::latin);
  });
}

bool append_sign(std::string& out, char32_t value) {
  if (kSingleQuotes.find(value) != std::u32string_view::npos) {
    out.push_back('\'');
  } else if (kDoubleQuotes.find(value) != std::u32string_view::npos) {
    out.push_back('"');
  } else if (value == U'⁄') {
    out.push_back('/');
  } else if (value == 0x85 || value == 0x2028 || value == 0x2029) {
    out.push_back('\n');
  } else if (u_charType(icu(value)) == U_DASH_PUNCTUATION ||
             kOtherDashes.find(value) != std::u32string_view::npos) {
    out.push_back('-');
  } else if (u_charType(icu(value)) == U_SPACE_SEPARATOR ||
             u_charType(icu(value)) == U_CONTROL_CHAR) {
    out.push_back(' ');
  } else {
    return false;
  }
  return true;
}

void append_letter(std::string& out, char32_t value) {
  const auto lower = static_cast<char32_t>(u_tolower(icu(value)));
  const auto* const spelling =
      std::find_if(kSpellings.begin(), kSpellings.end(),
                   [lower](const Spelling& entry) { return entry.letter == lower; });
  if (spelling != kSpellings.end()) {
    out += spelling->plain;
  } else if (value == U'ẞ') {
    out += "ss";
  } else {
    append_utf8(out, lower);
  }
}

}  // namespace

Script script_of(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(letter), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    default:
      return Script::other;
  }
}

bool is_wide_letter(char32_t value) { return u_isalpha(icu(value)) != 0; }

bool is_wide_upper(char32_t letter) {
  return u_isupper(icu(letter)) != 0 || u_istitle(icu(letter)) != 0;
}

bool is_wide_lower(char32_t letter) { return u_islower(icu(letter)) != 0; }

bool is_wide_digit(char32_t value) { return u_isdigit(icu(value)) != 0; }

bool is_mark(char32_t value) { return (U_GET_GC_MASK(icu(value)) & U_GC_M_MASK) != 0; }

bool is_invisible(char32_t value) {
  return u_hasBinaryProperty(icu(value), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_fraction(char32_t value) {
  return u_getIntPropertyValue(icu(value), UCHAR_DECOMPOSITION_TYPE) == U_DT_FRACTION;
}

bool is_full_width(char32_t letter) {
  return u_getIntPropertyValue(icu(letter), UCHAR_DECOMPOSITION_TYPE) == U_DT_WIDE &&
         is_letter(letter);
}

bool is_styled(char32_t letter) {
  // Single letterlike symbols such as ℝ are ordinary; whole words of the others are not.
  return letter >= 0x1D400 && letter <= 0x1D7FF && is_letter(letter);
}

char look_alike(char32_t letter) {
  for (const LookAlike& table : kLookAlikes) {
    const std::size_t at = table.foreign.find(letter);
    if (at != std::u32string_view::npos) return table.latin[at];
  }
  return 0;
}

std::string_view greek_name(char32_t letter) {
  const auto lower = static_cast<char32_t>(u_tolower(icu(letter == U'µ' ? U'μ' : letter)));
  return lower >= U'α' && lower <= U'ω' ? kGreek[lower - U'α'] : std::string_view{};
}

void append_plain(std::string& out, char32_t value) {
  if (append_sign(out, value)) return;
  const std::u32string parts = decomposition(value);
  if (!opens(value, parts)) {
    append_letter(out, value);
    return;
  }
  for (const char32_t part : parts) {
    if (part == U'⁄') {
      out.push_back('/');
    } else if (!is_mark(part)) {
      append_letter(out, part);
    }
  }
}

}  // namespace claimlint::text
