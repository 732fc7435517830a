// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "docx.hpp"
#include "html.hpp"
#include "markdown.hpp"
#include "pdf.hpp"
#include "readers.hpp"

namespace claimlint {
namespace input {
namespace {

/// Every input format, plain text first: it reads what no other row claims.
const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats = {
      {{"text", "plain text, one paragraph a line or parted by empty lines", {".txt", ".text"}},
       text::decode,
       [](Reading& reading) { read_plain_text(reading.text, reading.line_breaks); }},
      {{"html", "HTML pages, with what they hide", {".html", ".htm", ".xhtml"}},
       decode_html,
       read_html},
      {{"markdown", "Markdown (CommonMark) with tables and front matter", {".md", ".markdown"}},
       text::decode,
       read_markdown},
      {{"docx", "Word documents; offsets are of the extracted text", {".docx"}},
       nullptr,
       nullptr,
       extract_docx},
      {{"pdf", "PDF, if pdftotext of poppler-utils is installed, which it starts", {".pdf"}},
       nullptr,
       nullptr,
       extract_pdf},
  };
  return kFormats;
}

bool has_extension(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size()) return false;
  const std::string_view end = path.substr(path.size() - extension.size());
  return std::equal(end.begin(), end.end(), extension.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
  });
}

}  // namespace

const Format* find_format(std::string_view name) {
  const auto format = std::find_if(formats().begin(), formats().end(),
                                   [name](const Format& each) { return each.row.name == name; });
  return format == formats().end() ? nullptr : &*format;
}

const Format& format_by_extension(std::string_view path) {
  for (const Format& format : formats()) {
    const auto& extensions = format.row.extensions;
    if (std::any_of(extensions.begin(), extensions.end(), [path](std::string_view extension) {
          return has_extension(path, extension);
        })) {
      return format;
    }
  }
  return formats().front();
}

}  // namespace input

const std::vector<InputFormat>& input_formats() {
  static const std::vector<InputFormat> kRows = [] {
    std::vector<InputFormat> rows;
    for (const input::Format& format : input::formats()) rows.push_back(format.row);
    return rows;
  }();
  return kRows;
}

}  // namespace claimlint
