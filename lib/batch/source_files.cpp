// SPDX-License-Identifier: Apache-2.0
#include "claimlint/source_files.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "claimlint/batch.hpp"
#include "content.hpp"
#include "walk.hpp"

namespace claimlint {
namespace {

namespace fs = std::filesystem;

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

/// The name of the file, which a report's path may only stand for.
std::string name_of(const Report& report) {
  if (!report.path_bytes) return report.path;
  std::string name;
  for (std::size_t i = 0; i + 1 < report.path_bytes->size(); i += 2) {
    name += static_cast<char>(digit_of((*report.path_bytes)[i]) * 16 +
                              digit_of((*report.path_bytes)[i + 1]));
  }
  return name;
}

}  // namespace

/// An archive is gone through from its begin; as long as documents come in its order it is gone
/// through once.
struct SourceFiles::State {
  SourceBytes read_file(const fs::path& file) const {
    batch::Content content = batch::read_content(options, {file, {}});
    return {std::move(content.bytes), std::move(content.message)};
  }

  /// The length of the part of `name` that is an archive below the root; 0 where none is.
  [[nodiscard]] std::size_t archive_in(std::string_view name) const {
    for (std::size_t slash = name.find('/'); slash != std::string_view::npos;
         slash = name.find('/', slash + 1)) {
      std::error_code ignored;
      const std::string_view part = name.substr(0, slash);
      if (batch::is_archive(part) && fs::is_regular_file(root / part, ignored)) return slash;
    }
    return 0;
  }

  void open(std::string_view archive) {
    opened = archive;
    walk_options = options;
    walk_options.paths = {root / archive};
    walk.emplace(walk_options);
  }

  std::optional<std::string> next_called(const std::string& name) {
    // The walk names members by the last part of the archive's own path.
    const std::size_t folder = opened.rfind('/') == std::string::npos ? 0 : opened.rfind('/') + 1;
    while (auto found = walk->next()) {
      if (found->path == name.substr(folder) && found->content) return std::move(found->content);
    }
    return std::nullopt;
  }

  SourceBytes read_member(const std::string& name, std::string_view archive) {
    const bool goes_on = opened == archive && walk;
    if (!goes_on) open(archive);
    auto content = next_called(name);
    if (!content && goes_on) {
      open(archive);
      content = next_called(name);
    }
    if (!content) return {{}, "the archive has no such document"};
    return {*std::move(content), {}};
  }

  fs::path root;
  BatchOptions options;
  std::string opened;  ///< archive
  BatchOptions walk_options;
  std::optional<batch::Walk> walk;
};

SourceFiles::SourceFiles(fs::path root, std::size_t max_bytes) : state_(std::make_unique<State>()) {
  state_->root = std::move(root);
  state_->options.max_bytes = max_bytes;
}
SourceFiles::SourceFiles(SourceFiles&&) noexcept = default;
SourceFiles& SourceFiles::operator=(SourceFiles&&) noexcept = default;
SourceFiles::~SourceFiles() = default;

SourceBytes SourceFiles::read(const Report& report) {
  const std::string name = name_of(report);
  if (name == "-") return {{}, "standard input cannot be read again"};
  const std::size_t archive = state_->archive_in(name);
  if (archive > 0) return state_->read_member(name, std::string_view(name).substr(0, archive));
  return state_->read_file(state_->root / name);
}

}  // namespace claimlint
