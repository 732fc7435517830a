// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

/// A ZIP archive of files that are stored as they are.
class Archive {
 public:
  void add(std::string_view name, std::string_view bytes) {
    const std::size_t offset = bytes_.size();
    std::string entry;
    put(entry, 20, 2);  // the version that can read it
    put(entry, 0, 8);   // flags, method, time, date
    put(entry,
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())), 4);
    put(entry, bytes.size(), 4);
    put(entry, bytes.size(), 4);
    put(entry, name.size(), 2);
    put(entry, 0, 2);
    bytes_.append("PK\x03\x04").append(entry).append(name).append(bytes);
    directory_ += "PK\x01\x02";
    put(directory_, 20, 2);
    directory_ += entry;
    put(directory_, 0, 10);  // comment, disk, attributes
    put(directory_, offset, 4);
    directory_ += name;
    ++files_;
  }

  std::string finish() {
    std::string end = "PK\x05\x06";
    put(end, 0, 4);
    put(end, files_, 2);
    put(end, files_, 2);
    put(end, directory_.size(), 4);
    put(end, bytes_.size(), 4);
    put(end, 0, 2);
    return bytes_ + directory_ + end;
  }

 private:
  static void put(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) {
      out.push_back(static_cast<char>(value & 0xFFU));
      value >>= 8;
    }
  }

  std::string bytes_;
  std::string directory_;
  std::size_t files_ = 0;
};

}  // namespace

/// A ZIP archive as it is; any other bytes are the parts of a document, parted by NUL.
void fuzz_docx(std::string_view bytes) {
  if (bytes.starts_with("PK")) return check_read(bytes, "docx");
  constexpr std::array<std::string_view, 5> kParts = {"word/document.xml", "word/styles.xml",
                                                      "word/footnotes.xml", "word/header1.xml",
                                                      "docProps/core.xml"};
  Archive archive;
  for (const std::string_view part : kParts) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    archive.add(part, bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (bytes.empty()) break;
  }
  check_read(archive.finish(), "docx");
}

}  // namespace claimlint::fuzz
