// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// How characters are read: whether references (&amp;) are resolved, and what becomes of NUL.
enum class CharacterMode : std::uint8_t {
  data,       ///< references; NUL stays
  rcdata,     ///< references; NUL is replaced
  attribute,  ///< references, but for "&copy=" and the like; NUL is replaced
  raw,        ///< no references; NUL is replaced
  cdata       ///< no references; NUL stays
};

/// Characters of the markup and what they stand for.
struct CharacterRun {
  Span source;
  std::string_view text;  ///< valid until the next run is read
  bool copied = true;     ///< the text is the source, byte for byte
};

/// Walks over a stretch of markup that holds no tags: runs that stand for themselves, character
/// references, and line ends, which all become LF.
class Characters {
 public:
  Characters(std::string_view markup, Span span, CharacterMode mode)
      : markup_(markup), span_(span), mode_(mode) {}

  /// False at the end.
  bool next(CharacterRun& run);

 private:
  bool read_special(CharacterRun& run);
  std::size_t read_numeric(std::size_t at);
  std::size_t read_named(std::size_t at);
  [[nodiscard]] std::size_t end_of_copy() const;

  std::string_view markup_;
  Span span_;
  CharacterMode mode_;
  std::string resolved_;
};

/// All of a stretch in one string.
std::string characters_of(std::string_view markup, Span span, CharacterMode mode);

/// A name that stands for characters after "&".
struct NamedReference {
  std::string_view name;  ///< with its semicolon, where it needs one
  std::string_view text;
};

/// The longest name that `text` begins with; null where there is none.
const NamedReference* find_named_reference(std::string_view text);

constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr bool is_html_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_html_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower_html(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
/// Whether the text begins with `lower`, whatever its case.
bool begins_with_lower(std::string_view text, std::string_view lower);
std::string to_lower_html(std::string_view text);

}  // namespace claimlint::input
