// SPDX-License-Identifier: Apache-2.0
#include "json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "utf8.hpp"

namespace claimlint::output {
namespace {

/// Control characters; the two line ends that JSON allows and JavaScript and line-wise readers do
/// not; and what turns the direction of writing, as a report may be looked at on a terminal.
bool must_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// ASCII that stands for itself in a string: nearly all that is written.
bool is_plain(char c) { return ' ' <= c && c <= '~' && c != '"' && c != '\\'; }

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kDigits[(c >> shift) & 0xFU];
}

void append_character(std::string& out, char32_t c) {
  if (c == '"' || c == '\\') {
    out += '\\';
    out += static_cast<char>(c);
  } else if (c == '\n') {
    out += "\\n";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c == '\t') {
    out += "\\t";
  } else if (must_escape(c)) {
    append_escape(out, c);
  } else {
    append_utf8(out, c);
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonWriter::string(std::string_view value) {
  separate();
  quoted(value);
}

void JsonWriter::count(std::size_t value) { raw(std::to_string(value)); }

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::points(double value) {
  if (!std::isfinite(value)) return null();
  const double rounded = std::round(value * 10) / 10 + 0.0;  // + 0.0: never "-0.0"
  std::array<char, 400> digits{};                            // DBL_MAX has 309 digits
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded,
                                 std::chars_format::fixed, 1)
                       .ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonWriter::raw(std::string_view token) {
  separate();
  out_ += token;
}

void JsonWriter::quoted(std::string_view value) {
  out_ += '"';
  while (!value.empty()) {
    const auto end = std::ranges::find_if_not(value, is_plain);
    out_.append(value.begin(), end);
    value.remove_prefix(static_cast<std::size_t>(end - value.begin()));
    if (value.empty()) break;
    const CodePoint code_point = code_point_at(value, 0);
    append_character(out_, code_point.value);
    value.remove_prefix(code_point.size);
  }
  out_ += '"';
}

}  // namespace claimlint::output
