// SPDX-License-Identifier: Apache-2.0
#include "signature.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace claimlint::input {
namespace {

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "format", "a PDF document", "pdf"},
    {"PK\x03\x04"sv, "format", "a ZIP archive, such as a DOCX or ODT document", "docx"},
    {"\x1F\x8B"sv, "format", "a gzip archive"},
    {"{\\rtf"sv, "format", "an RTF document"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "format", "an OLE file, such as a DOC document"},
    {"\x89PNG\r\n"sv, "binary", "a PNG image"},
    {"\xFF\xD8\xFF"sv, "binary", "a JPEG image"},
    {"GIF87a"sv, "binary", "a GIF image"},
    {"GIF89a"sv, "binary", "a GIF image"},
    {"\x7F"
     "ELF"sv,
     "binary", "a program"},
    {"\xCA\xFE\xBA\xBE"sv, "binary", "a program"},
    {"\0asm"sv, "binary", "a program"},
    {"SQLite format 3\0"sv, "binary", "an SQLite database"},
    {"7z\xBC\xAF\x27\x1C"sv, "binary", "a 7z archive"},
    {"\xFD"
     "7zXZ\0"sv,
     "binary", "an xz archive"},
    {"\x28\xB5\x2F\xFD"sv, "binary", "a zstd archive"},
    {"OggS\0"sv, "binary", "an Ogg file"},
};

// Told by their first tag; read as plain text their markup would be audited as prose.
constexpr Signature kMarkup[] = {
    {"<!doctype html"sv, "format", "an HTML page", "html"},
    {"<html"sv, "format", "an HTML page", "html"},
    {"<head>"sv, "format", "an HTML page", "html"},
    {"<body"sv, "format", "an HTML page", "html"},
    {"<?xml"sv, "format", "an XML document"},
};

bool begins_with_letters(std::string_view bytes, std::string_view lower) {
  return bytes.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), bytes.begin(), [](char want, char byte) {
           return want ==
                  (byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte);
         });
}

std::string_view skip_blanks(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

/// What stands behind the comments that tools put before a page's first tag.
std::string_view skip_comments(std::string_view text) {
  while (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->", 4);
    if (end == std::string_view::npos) break;
    text = skip_blanks(text.substr(end + 3));
  }
  return text;
}

/// XHTML: behind the declaration of XML the page begins.
std::string_view skip_declaration(std::string_view text) {
  constexpr std::string_view kDeclaration = "<?xml ";
  const std::size_t end = text.find("?>");
  if (!text.starts_with(kDeclaration) || end == std::string_view::npos) return text;
  const std::string_view rest = skip_comments(skip_blanks(text.substr(end + 2)));
  return begins_with_letters(rest, "<html") || begins_with_letters(rest, "<!doctype html") ? rest
                                                                                           : text;
}

}  // namespace

const Signature* find_signature(std::string_view bytes) {
  const auto* const found =
      std::find_if(std::begin(kSignatures), std::end(kSignatures),
                   [bytes](const Signature& each) { return bytes.starts_with(each.magic); });
  if (found != std::end(kSignatures)) return found;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view text = skip_declaration(skip_comments(skip_blanks(bytes)));
  const auto* const markup =
      std::find_if(std::begin(kMarkup), std::end(kMarkup),
                   [text](const Signature& each) { return begins_with_letters(text, each.magic); });
  return markup == std::end(kMarkup) ? nullptr : markup;
}

}  // namespace claimlint::input
