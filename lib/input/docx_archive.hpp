// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "readers.hpp"

namespace claimlint::input {

/// The XML parts of a Word document that hold text, or say how to read it.
struct DocxArchive {
  std::map<std::string, std::string> parts;  ///< by name in the archive: "word/document.xml"
  std::optional<Refusal> refused;
  [[nodiscard]] std::string_view part(const std::string& name) const {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string_view{} : found->second;
  }
};

DocxArchive read_docx_archive(std::string_view bytes);

}  // namespace claimlint::input
