// SPDX-License-Identifier: Apache-2.0
#include "archive_members.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <fstream>
#include <new>
#include <system_error>
#include <utility>

#include "content.hpp"
#include "names.hpp"

namespace claimlint::batch {
namespace {

// Pages shrink to a fifth, many pages of one template to a fiftieth. A bomb comes near to the
// thousandth that the method allows.
constexpr std::uintmax_t kFreeBytes = std::uintmax_t{64} << 20;
constexpr std::uintmax_t kMaxRatio = 200;

// What an entry costs apart from its bytes: a tar of empty files is one of headers.
constexpr std::uintmax_t kHeaderBytes = 512;

/// While it lives, this thread takes names to be UTF-8. libarchive converts them to what the
/// locale says, and has no name to give where that cannot express it.
class Utf8Names {
 public:
  Utf8Names() : utf8_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (utf8_ != nullptr) before_ = uselocale(utf8_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names() {
    if (utf8_ == nullptr) return;
    uselocale(before_);
    freelocale(utf8_);
  }

 private:
  locale_t utf8_;
  locale_t before_ = nullptr;
};

bool is_compressed_as_a_whole(archive* opened) {
  return archive_filter_code(opened, 0) != ARCHIVE_FILTER_NONE;
}

}  // namespace

bool is_archive(std::string_view name) {
  constexpr std::array<std::string_view, 4> kExtensions = {".zip", ".tar", ".tar.gz", ".tgz"};
  const std::string lower = lower_ascii(std::string(name));
  return std::any_of(kExtensions.begin(), kExtensions.end(), [&](std::string_view extension) {
    return lower.size() > extension.size() && lower.ends_with(extension);
  });
}

void ArchiveMembers::Close::operator()(archive* opened) const { archive_read_free(opened); }

ArchiveMembers::ArchiveMembers(std::filesystem::path file, ArchiveLimits limits,
                               std::function<bool(std::string_view name)> asks)
    : file_(std::move(file)), limits_(limits), asks_(std::move(asks)), opened_(archive_read_new()) {
  if (!opened_) throw std::bad_alloc();
  archive_read_support_format_zip_seekable(opened_.get());
  archive_read_support_format_tar(opened_.get());
  archive_read_support_filter_gzip(opened_.get());
}

std::optional<Member> ArchiveMembers::next() {
  const Utf8Names utf8_names;
  if (!std::exchange(started_, true)) {
    if (auto failed = open()) return failed;
  }
  while (!done_) {
    if (auto member = step()) return member;
  }
  return std::nullopt;
}

std::optional<Member> ArchiveMembers::open() {
  // libarchive's own message would name the file by its path on this machine.
  errno = 0;
  if (!std::ifstream(file_)) return give_up("unreadable", system_message(errno));
  std::error_code ignored;
  size_ = std::filesystem::file_size(file_, ignored);
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  if (archive_read_open_filename(opened_.get(), file_.c_str(), kBlock) == ARCHIVE_OK) return {};
  return give_up("unreadable", "no archive, or a damaged one: " + error());
}

std::optional<Member> ArchiveMembers::step() {
  archive_entry* entry = nullptr;
  const int state = archive_read_next_header(opened_.get(), &entry);
  if (state == ARCHIVE_EOF) {
    done_ = true;
    return std::nullopt;
  }
  if (state == ARCHIVE_FATAL || state == ARCHIVE_RETRY) {
    return give_up("unreadable", "damaged, the rest of it is not audited: " + error());
  }
  // In a compressed tar what is passed over is decompressed too.
  const bool passing_costs = is_compressed_as_a_whole(opened_.get());
  const la_int64_t size = std::max<la_int64_t>(archive_entry_size(entry), 0);
  if (passing_costs) count(kHeaderBytes + static_cast<std::uintmax_t>(size));
  if (over_budget()) {
    return give_up("budget",
                   "decompressed it is too large for its size, the rest of it is not "
                   "audited");
  }
  if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
    return std::nullopt;
  }
  const char* const name = archive_entry_pathname(entry);
  if (name == nullptr) return Member{"?", {}, "unreadable", "its name in the archive is damaged"};
  if (!asks_(name)) return std::nullopt;
  if (is_archive(name)) {
    return Member{name, {}, "unreadable", "an archive within an archive is not opened"};
  }
  Member member = read(entry, name);
  if (!passing_costs) count(member.bytes.size());
  return member;
}

Member ArchiveMembers::read(archive_entry* entry, std::string name) {
  Member member{std::move(name), {}};
  const auto refuse = [&](std::string reason, std::string message) {
    return Member{std::move(member.name), {}, std::move(reason), std::move(message)};
  };
  if (archive_entry_is_data_encrypted(entry) == 1) return refuse("unreadable", "is encrypted");
  const la_int64_t size = archive_entry_size(entry);
  if (size > 0 && static_cast<std::uintmax_t>(size) > limits_.member_bytes) {
    return refuse("budget", larger_than(limits_.member_bytes));
  }
  std::array<char, std::size_t{1} << 16> buffer{};
  for (;;) {
    const la_ssize_t got = archive_read_data(opened_.get(), buffer.data(), buffer.size());
    if (got == 0) return member;
    if (got < 0) return refuse("unreadable", "damaged in the archive: " + error());
    member.bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (member.bytes.size() > limits_.member_bytes) {
      count(member.bytes.size());
      return refuse("budget", larger_than(limits_.member_bytes));
    }
  }
}

void ArchiveMembers::count(std::uintmax_t bytes) { decompressed_ += bytes; }

bool ArchiveMembers::over_budget() const {
  return decompressed_ > limits_.all_bytes ||
         (decompressed_ > kFreeBytes && decompressed_ / kMaxRatio > size_);
}

Member ArchiveMembers::give_up(std::string reason, std::string message) {
  done_ = true;
  return {{}, {}, std::move(reason), std::move(message)};
}

std::string ArchiveMembers::error() const {
  const char* const message = archive_error_string(opened_.get());
  return message == nullptr ? "cannot be read" : message;
}

}  // namespace claimlint::batch
