// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"
#include "html_characters.hpp"

namespace claimlint::input {

/// What the characters outside tags are, until the end tag of the element that brought it about.
enum class ContentModel : std::uint8_t { data, rcdata, rawtext, script, plaintext, cdata };

/// An attribute as it stands; its value is read by Characters, in mode `attribute`.
struct HtmlAttribute {
  std::string name;  ///< lower case
  Span value;        ///< without the quotes; empty where there is none
};

enum class TokenKind : std::uint8_t { text, start_tag, end_tag, comment, doctype, end };

/// A token of the WHATWG tokenization stage. Offsets are bytes of the markup.
struct HtmlToken {
  TokenKind kind = TokenKind::end;
  Span span;                                 ///< all of it, with its brackets
  Span content;                              ///< of text, of a comment, of what follows "<!doctype"
  CharacterMode mode = CharacterMode::data;  ///< how the content of text is read
  std::string name;                          ///< of a tag, lower case
  std::vector<HtmlAttribute> attributes;     ///< of names given twice the first one counts
  bool self_closing = false;

  /// Null where there is none of that name.
  [[nodiscard]] const HtmlAttribute* attribute(std::string_view attribute_name) const;
};

/// The value of an attribute with its references read; empty where there is none.
std::string value_of(std::string_view markup, const HtmlToken& tag, std::string_view attribute);

/// Cuts well-formed UTF-8 into tokens, in time linear in its size. Total: any text is accepted, as
/// the standard has it; what is no markup is text. Parse errors are not reported.
class HtmlTokenizer {
 public:
  /// `markup` must outlive it.
  explicit HtmlTokenizer(std::string_view markup) : markup_(markup) {}

  /// The next token; of kind `end` when there is no more.
  const HtmlToken& next();

  /// Reads what follows as the content of the element `name`: title, script, style, ...
  void enter(ContentModel model, std::string_view name);

  /// Whether "<![CDATA[" opens a section, as it does inside svg and math.
  void allow_cdata(bool allowed) { allows_cdata_ = allowed; }

 private:
  void read_text();
  void read_markup();
  void read_comment();
  void read_bogus_comment(std::size_t begin);
  void read_tag(TokenKind kind, std::size_t name_begin);
  void read_attribute();
  void read_attribute_value(HtmlAttribute& attribute);
  void finish(TokenKind kind, std::size_t end);
  void skip_white_space();
  void append_name(std::string& name, std::string_view also_ends);

  [[nodiscard]] std::size_t find_markup(std::size_t from) const;
  [[nodiscard]] bool is_markup(std::size_t at) const;
  [[nodiscard]] std::size_t find_end_tag(std::size_t from) const;
  [[nodiscard]] bool is_end_tag(std::size_t at) const;
  [[nodiscard]] std::size_t find_script_end(std::size_t from) const;
  [[nodiscard]] bool has_letters(std::size_t at, std::string_view lower) const;
  [[nodiscard]] bool ends_name(std::size_t at) const;
  [[nodiscard]] char at(std::size_t offset) const {
    return offset < markup_.size() ? markup_[offset] : '\0';
  }

  std::string_view markup_;
  std::size_t at_ = 0;
  ContentModel model_ = ContentModel::data;
  std::string element_;  ///< whose end tag ends the content model
  bool allows_cdata_ = false;
  HtmlToken token_;
};

/// What a doctype says. Null is missing, which differs from empty.
struct Doctype {
  std::optional<std::string> name;
  std::optional<std::string> public_id;
  std::optional<std::string> system_id;
  bool force_quirks = false;
};

/// Reads what stands between "<!doctype" and its end; `closed` where a ">" ends it.
Doctype read_doctype(std::string_view content, bool closed);

}  // namespace claimlint::input
