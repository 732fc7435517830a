// SPDX-License-Identifier: Apache-2.0
#include "signature.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace claimlint::input {
namespace {

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"%PDF-"sv, "format", "a PDF document"},
    {"PK\x03\x04"sv, "format", "a ZIP archive, such as a DOCX or ODT document"},
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
    {"<!doctype html"sv, "format", "an HTML page"},
    {"<html"sv, "format", "an HTML page"},
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
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : bytes.substr(begin);
}

}  // namespace

const Signature* find_signature(std::string_view bytes) {
  const auto* const found =
      std::find_if(std::begin(kSignatures), std::end(kSignatures),
                   [bytes](const Signature& each) { return bytes.starts_with(each.magic); });
  if (found != std::end(kSignatures)) return found;
  const std::string_view text = skip_blanks(bytes);
  const auto* const markup =
      std::find_if(std::begin(kMarkup), std::end(kMarkup),
                   [text](const Signature& each) { return begins_with_letters(text, each.magic); });
  return markup == std::end(kMarkup) ? nullptr : markup;
}

}  // namespace claimlint::input
