// SPDX-License-Identifier: Apache-2.0
#include "docx_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <new>

namespace claimlint::input {
namespace {

// A book of a thousand pages has some 20 MB of XML. More is a bomb, or no article.
constexpr std::size_t kMaxPartBytes = std::size_t{64} << 20;
constexpr std::size_t kMaxAllBytes = std::size_t{96} << 20;
constexpr std::size_t kMaxEntries = 20000;

struct Close {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Close>;

constexpr std::string_view kTooLarge = "decompressed it is too large for a document";

bool holds_text(std::string_view name) {
  if (name == "docProps/core.xml") return true;
  if (!name.starts_with("word/") || !name.ends_with(".xml")) return false;
  const std::string_view file = name.substr(5);
  constexpr std::array<std::string_view, 6> kNames = {"document", "styles", "footnotes",
                                                      "endnotes", "header", "footer"};
  for (const std::string_view each : kNames) {
    if (file.starts_with(each) && file.find('/') == std::string_view::npos) return true;
  }
  return false;
}

/// False where the part is larger than it may be.
bool read_entry(archive* opened, std::string& out) {
  std::array<char, std::size_t{1} << 16> buffer{};
  for (;;) {
    const la_ssize_t got = archive_read_data(opened, buffer.data(), buffer.size());
    if (got <= 0) return true;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > kMaxPartBytes) return false;
  }
}

Archive open(std::string_view bytes) {
  Archive opened(archive_read_new());
  if (!opened) throw std::bad_alloc();
  archive_read_support_format_zip_seekable(opened.get());
  if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return nullptr;
  }
  return opened;
}

DocxArchive refuse(std::string reason, std::string message) {
  return {{}, Refusal{std::move(reason), std::move(message)}};
}

}  // namespace

DocxArchive read_docx_archive(std::string_view bytes) {
  const Archive opened = open(bytes);
  if (!opened) return refuse("format", "this is no Word document, or a damaged one");
  DocxArchive result;
  std::size_t all = 0;
  archive_entry* entry = nullptr;
  for (std::size_t i = 0; archive_read_next_header(opened.get(), &entry) == ARCHIVE_OK; ++i) {
    if (i == kMaxEntries) return refuse("budget", "the archive has too many entries");
    const char* const path = archive_entry_pathname(entry);
    if (path == nullptr || !holds_text(path)) continue;
    std::string part;
    const bool fits = read_entry(opened.get(), part);
    all += part.size();
    if (!fits || all > kMaxAllBytes) return refuse("budget", std::string(kTooLarge));
    result.parts.emplace(path, std::move(part));
  }
  return result;
}

}  // namespace claimlint::input
