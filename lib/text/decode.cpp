// SPDX-License-Identifier: Apache-2.0
#include "decode.hpp"

#include <unicode/uchar.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "utf8.hpp"

namespace claimlint::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
// UTF-32LE stands before UTF-16LE, whose mark it begins with.
constexpr std::array<Mark, 5> kMarks = {{{{"\xEF\xBB\xBF", 3}, "utf-8"},
                                         {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                         {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                         {{"\xFF\xFE", 2}, "utf-16le"},
                                         {{"\xFE\xFF", 2}, "utf-16be"}}};

/// A code point read from the source, or an ill-formed stretch of it.
struct Unit {
  char32_t value = 0;
  std::size_t size = 1;
  bool well_formed = false;
};

/// The number of bytes and the range of the second one, by the first (Unicode table 3-7).
struct Lead {
  std::size_t size = 1;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {.size = 2};
  if (byte == 0xE0) return {.size = 3, .low = 0xA0};
  if (byte == 0xED) return {.size = 3, .high = 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {.size = 3};
  if (byte == 0xF0) return {.size = 4, .low = 0x90};
  if (byte >= 0xF1 && byte <= 0xF3) return {.size = 4};
  if (byte == 0xF4) return {.size = 4, .high = 0x8F};
  return {};
}

/// The longest prefix at `offset` that is, or could have become, a code point.
Unit utf8_unit(std::string_view bytes, std::size_t offset) {
  const auto lead_byte = static_cast<unsigned char>(bytes[offset]);
  if (lead_byte < 0x80) return {lead_byte, 1, true};
  const Lead lead = lead_of(lead_byte);
  std::size_t size = 1;
  while (size < lead.size && offset + size < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[offset + size]);
    const unsigned char low = size == 1 ? lead.low : 0x80;
    const unsigned char high = size == 1 ? lead.high : 0xBF;
    if (byte < low || byte > high) break;
    ++size;
  }
  if (lead.size == 1 || size < lead.size) return {0, size, false};
  return {code_point_at(bytes, offset).value, size, true};
}

std::uint32_t read_number(std::string_view bytes, std::size_t offset, std::size_t size,
                          bool big_endian) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = big_endian ? offset + i : offset + size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[at]);
  }
  return value;
}

Unit utf16_unit(std::string_view bytes, std::size_t offset, bool big_endian) {
  const std::size_t left = bytes.size() - offset;
  if (left < 2) return {0, left, false};
  const std::uint32_t first = read_number(bytes, offset, 2, big_endian);
  if (first < 0xD800 || first > 0xDFFF) return {first, 2, true};
  if (first > 0xDBFF || left < 4) return {0, 2, false};
  const std::uint32_t second = read_number(bytes, offset + 2, 2, big_endian);
  if (second < 0xDC00 || second > 0xDFFF) return {0, 2, false};
  return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4, true};
}

Unit utf32_unit(std::string_view bytes, std::size_t offset, bool big_endian) {
  const std::size_t left = bytes.size() - offset;
  if (left < 4) return {0, left, false};
  const std::uint32_t value = read_number(bytes, offset, 4, big_endian);
  return {value, 4, value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF)};
}

void replace(Decoded& decoded, Span source) {
  const std::size_t begin = decoded.utf8.size();
  decoded.utf8 += kReplacement;
  decoded.to_source.add({begin, decoded.utf8.size()}, source);
  decoded.replaced.push_back(source);
}

void decode_utf8(Decoded& decoded, std::string_view bytes, std::size_t offset) {
  decoded.utf8.reserve(bytes.size() - offset);
  std::size_t copied = offset;
  while (offset < bytes.size()) {
    offset += ascii_run(bytes, offset);
    if (offset == bytes.size()) break;
    const Unit unit = utf8_unit(bytes, offset);
    if (!unit.well_formed) {
      decoded.utf8.append(bytes, copied, offset - copied);
      copied = offset + unit.size;
      replace(decoded, {offset, copied});
    }
    offset += unit.size;
  }
  decoded.utf8.append(bytes, copied, bytes.size() - copied);
}

template <typename Reader>
void decode_wide(Decoded& decoded, std::string_view bytes, std::size_t offset, Reader read) {
  while (offset < bytes.size()) {
    const Unit unit = read(bytes, offset);
    const Span source{offset, offset + unit.size};
    offset = source.end;
    if (!unit.well_formed) {
      replace(decoded, source);
      continue;
    }
    const std::size_t begin = decoded.utf8.size();
    append_utf8(decoded.utf8, unit.value);
    decoded.to_source.add({begin, decoded.utf8.size()}, source);
  }
}

}  // namespace

std::size_t ascii_run(std::string_view bytes, std::size_t offset) {
  const std::size_t begin = offset;
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; offset + 8 <= bytes.size(); offset += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + offset, 8);
    if ((word & kHighBits) != 0) break;
  }
  while (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80) ++offset;
  return offset - begin;
}

Decoded decode(std::string_view bytes) {
  Decoded decoded;
  decoded.encoding = "utf-8";
  std::size_t offset = 0;
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    decoded.encoding = mark.encoding;
    offset = mark.bytes.size();
    decoded.to_source.add({0, 0}, {0, offset});
    break;
  }
  const bool big_endian = decoded.encoding.ends_with("be");
  if (decoded.encoding == "utf-8") {
    decode_utf8(decoded, bytes, offset);
  } else if (decoded.encoding.starts_with("utf-16")) {
    decode_wide(decoded, bytes, offset, [big_endian](std::string_view all, std::size_t at) {
      return utf16_unit(all, at, big_endian);
    });
  } else {
    decode_wide(decoded, bytes, offset, [big_endian](std::string_view all, std::size_t at) {
      return utf32_unit(all, at, big_endian);
    });
  }
  return decoded;
}

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

UnicodeVersions unicode_versions() {
  // What runs, not what was compiled against: the report names what decided.
  std::array<char, U_MAX_VERSION_STRING_LENGTH> buffer{};
  UVersionInfo version{};
  UnicodeVersions versions;
  u_getVersion(version);
  u_versionToString(version, buffer.data());
  versions.icu = buffer.data();
  u_getUnicodeVersion(version);
  u_versionToString(version, buffer.data());
  versions.unicode = buffer.data();
  return versions;
}

}  // namespace claimlint::text
