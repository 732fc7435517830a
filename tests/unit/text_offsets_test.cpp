// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/offsets.hpp"

using claimlint::OffsetIndex;
using claimlint::TextPosition;

namespace {

/// Every character's place, counted the slow and plain way.
std::vector<TextPosition> positions(std::string_view utf8) {
  std::vector<TextPosition> result;
  TextPosition at;
  for (std::size_t i = 0; i < utf8.size();) {
    result.push_back(at);
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const bool ends_line = lead == '\n' || (lead == '\r' && utf8.substr(i, 2) != "\r\n");
    i += size;
    at.byte = i;
    at.code_point += 1;
    at.utf16 += size == 4 ? 2 : 1;
    at.line += ends_line ? 1 : 0;
    at.column = ends_line ? 1 : at.column + 1;
  }
  result.push_back(at);
  return result;
}

void check_all(std::string_view utf8) {
  const OffsetIndex index(utf8);
  for (const TextPosition& wanted : positions(utf8)) {
    CAPTURE(wanted.byte);
    CHECK(index.at_byte(wanted.byte) == wanted);
    CHECK(index.at_code_point(wanted.code_point) == wanted);
    CHECK(index.at_utf16(wanted.utf16) == wanted);
    CHECK(index.at_line(wanted.line, wanted.column) == wanted);
  }
}

}  // namespace

TEST_CASE("offsets: every unit leads to every other") {
  check_all("");
  check_all("plain");
  check_all("one\ntwo\r\nthr\u00E9e\rfour\n");
  check_all("\u00BC of a mm \U0001F600 costs \u20AC5\r\n\r\n\U0001F468\u200D\U0001F469 e\u0301");
}

TEST_CASE("offsets: LF, CR and CR LF end a line, and columns count code points") {
  const std::string text = "one\ntwo\r\nthr\u00E9e\rfour";
  const OffsetIndex index(text);
  CHECK(index.at_byte(text.find("wo")).line == 2);
  CHECK(index.at_byte(text.find("e\rfour")).column == 5);
  CHECK(index.at_byte(text.find("four")).line == 4);
}

TEST_CASE("offsets: the inside of a character means its begin") {
  const OffsetIndex index("a\U0001F600b");
  for (const std::size_t byte : {1U, 2U, 3U, 4U}) CHECK(index.at_byte(byte).byte == 1);
  CHECK(index.at_utf16(2).byte == 1);
  CHECK(index.at_utf16(3).byte == 5);
}

TEST_CASE("offsets: what lies behind means the end") {
  const OffsetIndex index("ab\r\ncd");
  CHECK(index.at_byte(99).byte == 6);
  CHECK(index.at_code_point(99).byte == 6);
  CHECK(index.at_utf16(99).byte == 6);
  CHECK(index.at_line(9).byte == 6);
  CHECK(index.at_line(1, 99).byte == 2);
  CHECK(index.at_line(0, 0).byte == 0);
}

TEST_CASE("offsets: right far into a long line and over many lines") {
  std::mt19937 random(29);
  const std::vector<std::string> parts = {"a", "\u00E9", "\u20AC", "\U0001F600", " "};
  std::string line;
  for (int i = 0; i < 3000; ++i) line += parts[random() % parts.size()];
  check_all(line);
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += i % 5 == 0 ? "\n" : parts[random() % parts.size()];
  check_all(lines);
}
