// SPDX-License-Identifier: Apache-2.0
#include "walk.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "names.hpp"

namespace claimlint::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIgnoreFile = ".claimlintignore";

// Two links in each of thirty folders to the next one make a billion ways to the last.
constexpr std::size_t kMaxWays = 32;

/// The name an argument goes by in reports: "talks" for "x/talks/" too.
std::string name_of(const fs::path& argument) {
  const fs::path normal = argument.lexically_normal();
  const fs::path name = normal.has_filename() ? normal.filename() : normal.parent_path().filename();
  return name.empty() ? normal.generic_string() : name.string();
}

std::vector<fs::path> entries_backwards(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> entries;
  fs::directory_iterator at(folder, error);
  while (!error && at != fs::directory_iterator()) {
    entries.push_back(at->path());
    at.increment(error);
  }
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
    return a.filename().native() > b.filename().native();
  });
  return entries;
}

std::optional<std::string> trouble_with(const fs::file_status& status,
                                        const std::error_code& error) {
  if (status.type() == fs::file_type::not_found) return "no such file or directory";
  if (error) return error.message();
  if (status.type() != fs::file_type::regular) return "not a regular file";
  return std::nullopt;
}

/// A member's name behind its archive's. Whoever joins it to a folder stays in that folder.
std::string path_of_member(const std::string& archive, std::string_view name) {
  std::string path = archive;
  for (const fs::path& part : fs::path(name).lexically_normal().relative_path()) {
    path.append("/").append(part == ".." ? "%2E%2E" : part.string());
  }
  return path;
}

/// macOS puts one beside each file it archives: what else it knows of `a.html` is in `._a.html`.
bool is_apple_double(std::string_view name) {
  return name.substr(name.rfind('/') + 1).starts_with("._");
}

/// The patterns of the folder's ignore file; null where there is one that cannot be read.
std::optional<PathPatterns> patterns_in(const fs::path& folder) {
  const fs::path file = folder / kIgnoreFile;
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return PathPatterns();
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in || in.bad()) return std::nullopt;
  return PathPatterns::of_ignore_file(content);
}

}  // namespace

Walk::Walk(const BatchOptions& options, Archives archives)
    : options_(&options),
      archives_(archives),
      include_(options.include),
      exclude_(options.exclude) {}

std::optional<Found> Walk::next() {
  while (!listed_all_) {
    if (auto found = step()) return found;
  }
  return std::nullopt;
}

std::optional<Found> Walk::step() {
  if (archive_) return next_member();
  if (!chain_.empty() && chain_.back().entries.empty()) {
    chain_.pop_back();
    return std::nullopt;
  }
  if (!chain_.empty()) {
    const fs::path entry = std::move(chain_.back().entries.back());
    chain_.back().entries.pop_back();
    return visit_entry(entry, std::string(chain_.back().prefix));
  }
  if (next_argument_ < options_->paths.size()) {
    return visit_argument(options_->paths[next_argument_++]);
  }
  const auto listed = options_->more_paths ? options_->more_paths() : std::nullopt;
  if (listed) return visit_listed(*listed);
  listed_all_ = true;
  return std::nullopt;
}

std::optional<Found> Walk::next_member() {
  std::optional<Member> member = archive_->members.next();
  if (!member) {
    archive_.reset();
    return std::nullopt;
  }
  Found found{{}, archive_->path};
  if (!member->name.empty()) found.path = path_of_member(archive_->path, member->name);
  if (member->reason.empty()) {
    found.content = std::move(member->bytes);
  } else {
    found.reason = std::move(member->reason);
    found.trouble = std::move(member->message);
  }
  return found;
}

std::optional<Found> Walk::visit_argument(const fs::path& argument) {
  if (options_->standard_input != nullptr && argument == "-") return standard_input();
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  if (status.type() == fs::file_type::directory) return enter(argument, name_of(argument), "");
  return visit_file({argument, name_of(argument), trouble_with(status, error)});
}

std::optional<Found> Walk::visit_listed(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  const std::string name = (normal.has_filename() ? normal : normal.parent_path()).generic_string();
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::directory) {
    if (excludes(name, true)) return std::nullopt;
    return enter(path, name, name == "." ? "" : name + "/");
  }
  if (excludes(name, false)) return std::nullopt;
  if (!is_archive(name) && !includes(name)) return std::nullopt;
  return visit_file({path, name, trouble_with(status, error)});
}

Found Walk::standard_input() {
  if (std::exchange(input_given_, true)) return {"-", "-", "standard input is read once"};
  return {"-", "-", std::nullopt, true};
}

std::optional<Found> Walk::visit_entry(const fs::path& entry, const std::string& prefix) {
  const std::string name = prefix + entry.filename().string();
  std::error_code error;
  const fs::file_status status = fs::status(entry, error);
  const bool is_folder = status.type() == fs::file_type::directory;
  const bool archive = !is_folder && is_archive(name);
  if (!is_folder && !archive && !has_known_extension(name)) return std::nullopt;
  if (excludes(name, is_folder || archive) || ignores(name, is_folder || archive)) {
    return std::nullopt;
  }
  if (is_folder) return enter(entry, name, name + "/");
  if ((!archive && !includes(name)) || !wants(entry)) return std::nullopt;
  return visit_file({entry, name, trouble_with(status, error)});
}

std::optional<Found> Walk::visit_file(Found file) {
  if (file.trouble) return file;
  if (!wants(file.file)) return std::nullopt;
  if (archives_ == Archives::name_only || !is_archive(file.path)) return file;
  archive_.emplace(OpenArchive{
      file.path,
      {file.file,
       {options_->max_bytes, options_->max_archive_bytes},
       [this, path = file.path](std::string_view name) { return asks_for_member(path, name); }}});
  return std::nullopt;
}

std::optional<Found> Walk::enter(const fs::path& folder, const std::string& name,
                                 const std::string& prefix) {
  std::error_code error;
  Folder entered{fs::canonical(folder, error), prefix, PathPatterns(), {}, false};
  if (!error && leads_back(entered.canonical)) return std::nullopt;
  entered.linked = is_linked(folder);
  if (!error && entered.linked && ++ways_[entered.canonical] > kMaxWays) {
    return Found{folder, name, "links lead here in more than " + std::to_string(kMaxWays) + " ways",
                 false, "budget"};
  }
  if (!error) entered.entries = entries_backwards(folder, error);
  if (error) return Found{folder, name, error.message()};
  auto ignored = patterns_in(folder);
  entered.ignored = ignored.value_or(PathPatterns());
  chain_.push_back(std::move(entered));
  if (ignored) return std::nullopt;
  return Found{folder, prefix + std::string(kIgnoreFile), "the ignore file cannot be read"};
}

bool Walk::leads_back(const fs::path& canonical) const {
  return std::any_of(chain_.begin(), chain_.end(),
                     [&](const Folder& above) { return above.canonical == canonical; });
}

bool Walk::is_linked(const fs::path& folder) const {
  if (chain_.empty()) return false;
  std::error_code error;
  return chain_.back().linked || fs::is_symlink(folder, error);
}

bool Walk::wants(const fs::path& file) const { return !options_->wanted || options_->wanted(file); }

bool Walk::includes(std::string_view path) const {
  return include_.empty() || include_.cover(path);
}

bool Walk::excludes(std::string_view path, bool is_folder) const {
  return exclude_.cover(is_folder ? std::string(path) + "/" : std::string(path));
}

bool Walk::ignores(std::string_view path, bool is_folder) const {
  std::optional<bool> decided;
  const auto decides = [&](const Folder& folder) {
    decided = folder.ignored.decide(path.substr(folder.prefix.size()), is_folder);
    return decided.has_value();
  };
  return std::any_of(chain_.rbegin(), chain_.rend(), decides) && *decided;
}

bool Walk::asks_for_member(const std::string& archive, std::string_view name) const {
  if (is_apple_double(name)) return false;
  if (!has_known_extension(std::string(name)) && !is_archive(name)) return false;
  const std::string path = path_of_member(archive, name);
  if (!includes(path) || excludes(path, false)) return false;
  for (std::size_t i = path.find('/', archive.size()); i != std::string::npos;
       i = path.find('/', i + 1)) {
    if (ignores(std::string_view(path).substr(0, i), true)) return false;
  }
  return !ignores(path, false);
}

}  // namespace claimlint::batch
