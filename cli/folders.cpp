// SPDX-License-Identifier: Apache-2.0
#include "folders.hpp"

#include <algorithm>
#include <iostream>

namespace claimlint::cli {
namespace {

void check(const Settings& settings) {
  const FolderSettings& folders = settings.folders;
  const auto& paths = settings.arguments;
  if (paths.empty() && !folders.files_from) {
    throw UsageError("audit needs a file or folder, or - for standard input");
  }
  if (folders.null && !folders.files_from) throw UsageError("--null needs --files-from");
  if (folders.changed_since && folders.files_from) {
    throw UsageError("--changed-since is for folders and files, not for --files-from");
  }
  if (folders.files_from == "-" && std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    throw UsageError("standard input is either a list of files or an article");
  }
}

}  // namespace

Folders::Folders(const Settings& settings) : settings_(&settings) {
  check(settings);
  const FolderSettings& folders = settings.folders;
  if (folders.files_from) list_.emplace(*folders.files_from, folders.null);
  if (folders.changed_since) changed_.emplace(*folders.changed_since, settings.arguments);
}

void Folders::attach(BatchOptions& batch) {
  batch.paths.assign(settings_->arguments.begin(), settings_->arguments.end());
  batch.include = settings_->folders.include;
  batch.exclude = settings_->folders.exclude;
  batch.standard_input = &std::cin;
  if (list_) batch.more_paths = [this] { return list_->next(); };
  if (changed_) {
    batch.wanted = [this](const std::filesystem::path& file) { return changed_->contains(file); };
  }
}

}  // namespace claimlint::cli
