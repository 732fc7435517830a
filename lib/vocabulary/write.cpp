// SPDX-License-Identifier: Apache-2.0
#include "write.hpp"

#include <array>
#include <filesystem>

#include "text/digest.hpp"

namespace claimlint::vocabulary {
namespace {

constexpr std::size_t kMaxLine = 100;

void append_escape(std::string& out, unsigned char c) {
  constexpr std::array<char, 16> kDigits{'0', '1', '2', '3', '4', '5', '6', '7',
                                         '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
  out.append("\\u00").append(1, kDigits[c >> 4U]).append(1, kDigits[c & 0xFU]);
}

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      append_escape(out, byte);
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

template <typename Iterator>
void append_list(std::string& out, std::string_view key, Iterator first, Iterator last) {
  if (first == last) return;
  out.append(key).append(" = [");
  std::size_t line = key.size() + 4;
  for (Iterator item = first; item != last; ++item) {
    const std::string text = toml_string(*item);
    if (item != first) out += ',';
    if (item != first && line + text.size() + 2 > kMaxLine) {
      out.append("\n ");
      line = 1;
    }
    if (item != first) out += ' ';
    out += text;
    line += text.size() + 2;
  }
  out.append("]\n");
}

// A name is a term in lower case, too. Where all are abbreviations, the identifier is the name: no
// text holds it.
std::string_view name_of(const WrittenConcept& entry) {
  return entry.terms.empty() ? entry.identifier : entry.terms.front();
}

}  // namespace

std::string write_lexicon(const std::vector<WrittenConcept>& concepts, std::string_view kind,
                          std::string_view file, std::string_view bytes) {
  const std::string source = std::filesystem::path(file).filename().string();
  std::string out =
      "why = " + toml_string("names of kind " + std::string(kind) + ", imported") + '\n';
  out += "source = " + toml_string(source + ", sha256 " + text::sha256(bytes)) + '\n';
  for (const WrittenConcept& entry : concepts) {
    out.append("\n[[concept]]\nid = ").append(toml_string(entry.id));
    out.append("\nname = ").append(toml_string(name_of(entry))).append("\n");
    const auto rest = entry.terms.empty() ? entry.terms.end() : entry.terms.begin() + 1;
    append_list(out, "terms", rest, entry.terms.end());
    append_list(out, "upper", entry.upper.begin(), entry.upper.end());
    append_list(out, "xref", entry.xrefs.begin(), entry.xrefs.end());
  }
  return out;
}

}  // namespace claimlint::vocabulary
