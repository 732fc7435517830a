// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "html_tokens.hpp"

namespace claimlint::input {
namespace {

/// Reads name and identifiers as far as they are there.
class DoctypeReader {
 public:
  DoctypeReader(std::string_view content, bool closed) : rest_(content), closed_(closed) {}

  Doctype read() {
    skip();
    if (rest_.empty()) return quirks();
    read_name();
    skip();
    if (rest_.empty()) return closed_ ? doctype_ : quirks();
    if (begins_with_lower(rest_, "public")) return read_public();
    if (begins_with_lower(rest_, "system")) return read_system();
    return quirks();
  }

 private:
  void skip() {
    while (!rest_.empty() && is_html_space(rest_.front())) rest_.remove_prefix(1);
  }

  void read_name() {
    const auto end = std::find_if(rest_.begin(), rest_.end(), is_html_space);
    const auto size = static_cast<std::size_t>(end - rest_.begin());
    doctype_.name = to_lower_html(characters_of(rest_, {0, size}, CharacterMode::raw));
    rest_.remove_prefix(size);
  }

  Doctype read_public() {
    rest_.remove_prefix(6);
    skip();
    if (!read_quoted(doctype_.public_id)) return quirks();
    skip();
    if (rest_.empty()) return closed_ ? doctype_ : quirks();
    return read_system_id();
  }

  Doctype read_system() {
    rest_.remove_prefix(6);
    skip();
    return read_system_id();
  }

  Doctype read_system_id() {
    if (!read_quoted(doctype_.system_id)) return quirks();
    skip();
    // What follows the identifiers is passed over, and no reason to distrust them.
    return rest_.empty() && !closed_ ? quirks() : doctype_;
  }

  /// False where there is no identifier, or no end of it.
  bool read_quoted(std::optional<std::string>& id) {
    if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\'')) return false;
    const std::size_t close = rest_.find(rest_.front(), 1);
    const std::size_t end = std::min(close, rest_.size());
    id = characters_of(rest_, {1, end}, CharacterMode::raw);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return close != std::string_view::npos;
  }

  Doctype quirks() {
    doctype_.force_quirks = true;
    return doctype_;
  }

  std::string_view rest_;
  bool closed_;
  Doctype doctype_;
};

}  // namespace

Doctype read_doctype(std::string_view content, bool closed) {
  return DoctypeReader(content, closed).read();
}

}  // namespace claimlint::input
