// SPDX-License-Identifier: Apache-2.0
#include "uri.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace claimlint::output {
namespace {

/// Browsers look for the whole of a shorter text, and for the first and last words of a longer one:
/// a link must fit into a cell and an address bar.
constexpr std::size_t kLongestWhole = 200;
constexpr std::size_t kWordsAtEnds = 5;
constexpr std::string_view kDirective = ":~:";

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A text directive gives a meaning of its own to `-`, `,` and `&`, so they are not among `kept`.
std::string percent_encoded(std::string_view text, std::string_view kept) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> 4U];
    encoded += kDigits[byte & 0xFU];
  }
  return encoded;
}

unsigned nibble(char digit) {
  const int lower = digit | 0x20;
  return static_cast<unsigned>(lower <= '9' ? lower - '0' : lower - 'a' + 10);
}

std::string from_hexadecimal(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(
        static_cast<unsigned char>(nibble(digits[i]) << 4U | nibble(digits[i + 1])));
  }
  return bytes;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<std::string_view> words;
  for (std::size_t i = text.find_first_not_of(kBlanks); i != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, i), text.size());
    words.push_back(text.substr(i, end - i));
    i = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t first,
                   std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) text += "%20";
    text += percent_encoded(words[i], "._~");
  }
  return text;
}

}  // namespace

std::string file_uri(const Report& report) {
  const std::string path = report.path_bytes ? from_hexadecimal(*report.path_bytes) : report.path;
  return (path.starts_with('/') ? "file://" : "") + percent_encoded(path, "-._~/");
}

std::optional<std::string> text_link(const Report& report, const Sentence& sentence) {
  if (!report.source.url || sentence.block == BlockKind::hidden) return std::nullopt;
  const std::vector<std::string_view> words = words_of(sentence.text);
  if (words.empty()) return std::nullopt;
  std::string link = report.source.url->substr(0, report.source.url->find(kDirective));
  if (link.find('#') == std::string::npos) link += '#';
  link.append(kDirective).append("text=");
  const std::size_t count = words.size();
  const bool whole = sentence.text.size() <= kLongestWhole || count <= 2 * kWordsAtEnds;
  if (whole) return link + joined(words, 0, count);
  return link + joined(words, 0, kWordsAtEnds) + ',' + joined(words, count - kWordsAtEnds, count);
}

}  // namespace claimlint::output
