// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace claimlint::batch {

/// By the extension of the name: .zip, .tar, .tar.gz, .tgz.
bool is_archive(std::string_view name);

/// What is decompressed at most. A small archive may stand for a great deal.
struct ArchiveLimits {
  std::size_t member_bytes = 0;
  std::uintmax_t all_bytes = 0;
};

/// A member that was asked for, with its bytes, or with what is wrong with it.
struct Member {
  std::string name;  ///< as it stands in the archive; empty where the trouble is the archive's
  std::string bytes;
  std::string reason = {};   ///< "unreadable", "budget"; empty where there is none
  std::string message = {};  ///< for the user
};

/// Goes through the members of an archive in the order they have in it, one at a time. Names are
/// names: nothing is written, so one that leads out of the archive leads nowhere.
class ArchiveMembers {
 public:
  /// `asks`: which names to give. What is no archive is said by the first member.
  ArchiveMembers(std::filesystem::path file, ArchiveLimits limits,
                 std::function<bool(std::string_view name)> asks);

  /// Null after the last, and after one without a name.
  std::optional<Member> next();

 private:
  struct Close {
    void operator()(archive* opened) const;
  };

  std::optional<Member> open();
  std::optional<Member> step();
  Member read(archive_entry* entry, std::string name);
  void count(std::uintmax_t bytes);
  Member give_up(std::string reason, std::string message);
  [[nodiscard]] bool over_budget() const;
  [[nodiscard]] std::string error() const;

  std::filesystem::path file_;
  ArchiveLimits limits_;
  std::function<bool(std::string_view name)> asks_;
  std::uintmax_t size_ = 0;
  std::uintmax_t decompressed_ = 0;
  std::unique_ptr<archive, Close> opened_;
  bool started_ = false;
  bool done_ = false;
};

}  // namespace claimlint::batch
