// SPDX-License-Identifier: Apache-2.0
#include "output_file.hpp"

#include <cerrno>
#include <chrono>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace claimlint::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnfinished = ".partial";
/// No run writes nothing for so long.
constexpr std::chrono::hours kAbandoned{24};

/// How the names of unfinished files for a target begin.
std::string beginning_for(const fs::path& target) { return "." + target.filename().string() + "."; }

/// Two runs with the same target must not write into one file.
fs::path beside(const fs::path& target) {
  std::random_device random;
  return target.parent_path() /
         (beginning_for(target) + std::to_string(random()) + std::string(kUnfinished));
}

/// What runs for the same target left behind that were killed.
void remove_abandoned(const fs::path& target) {
  const std::string beginning = beginning_for(target);
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  const auto newest = fs::file_time_type::clock::now() - kAbandoned;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; file != end && !error;
       file.increment(error)) {
    const std::string name = file->path().filename().string();
    if (!name.starts_with(beginning) || !name.ends_with(kUnfinished)) continue;
    std::error_code gone;
    if (file->last_write_time(gone) < newest && !gone) fs::remove(file->path(), gone);
  }
}

std::runtime_error unwritable(const std::string& name) {
  // The stream keeps no reason; the system's last one is, when asked at once, nearly always it.
  const int code = errno;
  const std::string why = code == 0 ? "" : ": " + std::generic_category().message(code);
  return std::runtime_error(name + ": cannot be written" + why);
}

/// What a link leads to: renaming must not replace the link.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  return error ? path : target;
}

}  // namespace

OutputFile::OutputFile(const std::optional<std::string>& path) {
  if (!path) return;
  std::error_code error;
  const fs::file_status status = fs::status(*path, error);
  const bool replaceable = !fs::exists(status) || fs::is_regular_file(status);
  target_ = replaceable ? resolved(*path) : fs::path(*path);
  if (replaceable) temporary_ = beside(target_);
  errno = 0;
  file_.open(replaceable ? temporary_ : target_, std::ios::binary);
  if (!file_) throw unwritable(*path);
  if (replaceable) remove_abandoned(target_);
}

OutputFile::~OutputFile() {
  if (temporary_.empty()) return;
  file_.close();
  std::error_code ignored;  // nothing is left to tell it to
  fs::remove(temporary_, ignored);
}

std::ostream& OutputFile::stream() {
  return target_.empty() ? std::cout : static_cast<std::ostream&>(file_);
}

void OutputFile::check() {
  if (!stream()) throw unwritable(name());
}

void OutputFile::commit() {
  check();
  errno = 0;
  stream().flush();
  if (!target_.empty()) file_.close();
  check();
  if (temporary_.empty()) return;
  std::error_code error;
  fs::rename(temporary_, target_, error);
  errno = error.value();
  if (error) throw unwritable(name());
  temporary_.clear();
}

std::string OutputFile::name() const {
  return target_.empty() ? "standard output" : target_.string();
}

}  // namespace claimlint::cli
