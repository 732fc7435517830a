// SPDX-License-Identifier: Apache-2.0
#include "archive_members.hpp"
#include "claimlint/batch.hpp"
#include "walk.hpp"

namespace claimlint {

std::optional<std::size_t> count_documents(const BatchOptions& options,
                                           const std::stop_token& stop) {
  if (options.more_paths) return std::nullopt;
  batch::Walk walk(options, batch::Archives::name_only);
  std::size_t documents = 0;
  while (const auto found = walk.next()) {
    if (stop.stop_requested()) return std::nullopt;
    if (!found->trouble && !found->standard_input && batch::is_archive(found->path)) {
      return std::nullopt;
    }
    ++documents;
  }
  return documents;
}

}  // namespace claimlint
