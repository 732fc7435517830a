// SPDX-License-Identifier: Apache-2.0
#include "changed_files.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

#include "program.hpp"
#include "settings.hpp"

namespace claimlint::cli {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> git(const std::string& folder, const std::vector<std::string>& words) {
  // What a repository's own settings would have git run is not run here.
  std::vector<std::string> all = {"git", "--no-optional-locks", "-c", "core.fsmonitor=false",
                                  "-c",  "diff.relative=false", "-C", folder};
  all.insert(all.end(), words.begin(), words.end());
  return output_of(std::move(all));
}

std::string without_line_end(std::string line) {
  if (line.ends_with('\n')) line.pop_back();
  return line;
}

std::string folder_of(const std::string& input) {
  std::error_code ignored;
  if (fs::is_directory(input, ignored)) return input;
  const fs::path parent = fs::path(input).parent_path();
  return parent.empty() ? "." : parent.string();
}

std::string work_tree_of(const std::string& input) {
  const auto top = git(folder_of(input), {"rev-parse", "--show-toplevel"});
  if (!top || top->empty()) {
    throw UsageError("--changed-since: '" + input + "' is in no work tree of git");
  }
  return without_line_end(*top);
}

std::string commit_of(const std::string& top, const std::string& revision) {
  // One that begins with a dash would be an option of git.
  const bool option = revision.starts_with('-');
  const auto commit = option
                          ? std::nullopt
                          : git(top, {"rev-parse", "--verify", "--quiet", revision + "^{commit}"});
  if (!commit) throw UsageError("--changed-since: git knows no revision '" + revision + "'");
  return without_line_end(*commit);
}

fs::path without_links(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return error ? path : real;
}

}  // namespace

ChangedFiles::ChangedFiles(const std::string& revision, const std::vector<std::string>& inputs) {
  std::set<std::string> tops;
  for (const std::string& input : inputs) {
    if (input != "-") tops.insert(work_tree_of(input));
  }
  for (const std::string& top : tops) add_work_tree(top, revision);
}

void ChangedFiles::add_work_tree(const std::string& top, const std::string& revision) {
  const std::string commit = commit_of(top, revision);
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff",
                                 commit, "--"},
        std::vector<std::string>{"ls-files", "-z", "--others", "--exclude-standard"}}) {
    const auto names = git(top, command);
    if (!names) throw std::runtime_error(top + ": git cannot say what has changed");
    add_files(without_links(top), *names);
  }
}

void ChangedFiles::add_files(const fs::path& top, const std::string& names) {
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find('\0', begin), names.size());
    files_.insert(top / names.substr(begin, end - begin));
    begin = end + 1;
  }
}

bool ChangedFiles::contains(const fs::path& file) const {
  // A link has changed when it leads elsewhere, or when what it leads to has.
  const fs::path absolute = fs::absolute(file);
  return files_.count(without_links(absolute.parent_path()) / absolute.filename()) > 0 ||
         files_.count(without_links(absolute)) > 0;
}

}  // namespace claimlint::cli
