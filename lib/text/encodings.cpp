// SPDX-License-Identifier: Apache-2.0
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <memory>

#include "decode.hpp"
#include "icu.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

constexpr char32_t kReplacementValue = 0xFFFD;

struct Alias {
  std::string_view label;
  std::string_view encoding;
};
// Browsers read these labels as the larger encoding (WHATWG Encoding, section 4.2).
constexpr Alias kAliases[] = {
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"latin5", "windows-1254"},
    {"iso-8859-9", "windows-1254"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
};

std::string encoding_of(std::string_view label) {
  std::string name;
  for (const char c : label) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_.:+").find(c) != std::string_view::npos;
    if (!upper && !plain) return {};
    name += upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  const auto* const alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                                         [&](const Alias& each) { return each.label == name; });
  return alias == std::end(kAliases) ? name : std::string(alias->encoding);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return {nullptr, &ucnv_close};
  // What is ill-formed is replaced here, as elsewhere, and not by the converter's own sign.
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  check(status);
  return converter;
}

/// SCSU can spell half of a surrogate pair, and ICU hands it on.
bool is_character(char32_t value) {
  return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

void put(Decoded& decoded, char32_t value, Span source) {
  const std::size_t begin = decoded.utf8.size();
  append_utf8(decoded.utf8, value);
  const bool copied = value < 0x80 && source.size() == 1;
  if (!copied) decoded.to_source.add({begin, decoded.utf8.size()}, source);
}

void convert(Decoded& decoded, std::string_view bytes, UConverter* converter) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  const auto offset = [&] { return static_cast<std::size_t>(at - bytes.data()); };
  while (at < end) {
    Span source{offset(), 0};
    UErrorCode status = U_ZERO_ERROR;
    const auto value = static_cast<char32_t>(ucnv_getNextUChar(converter, &at, end, &status));
    source.end = offset();
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) {  // nothing but a shift sequence was left
      const std::size_t place = decoded.utf8.size();
      if (!source.empty()) decoded.to_source.add({place, place}, source);
      break;
    }
    if (U_FAILURE(status) || !is_character(value)) {
      if (source.empty()) source.end = static_cast<std::size_t>(++at - bytes.data());
      put(decoded, kReplacementValue, source);
      decoded.replaced.push_back(source);
    } else {
      put(decoded, value, source);
    }
  }
}

}  // namespace

std::optional<Decoded> decode_as(std::string_view bytes, std::string_view label) {
  const std::string encoding = encoding_of(label);
  if (encoding.empty()) return std::nullopt;
  Decoded decoded = decode(bytes);
  const bool has_mark = decoded.encoding != "utf-8" || bytes.starts_with("\xEF\xBB\xBF");
  if (has_mark || encoding == "utf-8") return decoded;
  const Converter converter = open_converter(encoding);
  if (!converter) return std::nullopt;
  decoded = {};
  decoded.encoding = encoding;
  decoded.utf8.reserve(bytes.size());
  convert(decoded, bytes, converter.get());
  return decoded;
}

}  // namespace claimlint::text
