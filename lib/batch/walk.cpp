// SPDX-License-Identifier: Apache-2.0
#include "walk.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "claimlint/formats.hpp"

namespace claimlint::batch {
namespace {

namespace fs = std::filesystem;

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool has_known_extension(const fs::path& file) {
  std::string extension = lower_ascii(file.extension().string());
  if (extension == ".gz") extension = lower_ascii(file.stem().extension().string());
  const auto& formats = input_formats();
  return std::any_of(formats.begin(), formats.end(), [&](const InputFormat& format) {
    return std::find(format.extensions.begin(), format.extensions.end(), extension) !=
           format.extensions.end();
  });
}

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

}  // namespace

Walk::Walk(std::vector<fs::path> paths, bool dash_is_input)
    : arguments_(std::move(paths)), dash_is_input_(dash_is_input) {}

std::optional<Found> Walk::next() {
  while (true) {
    std::optional<Found> found;
    if (!chain_.empty() && chain_.back().entries.empty()) {
      chain_.pop_back();
    } else if (!chain_.empty()) {
      const fs::path entry = std::move(chain_.back().entries.back());
      chain_.back().entries.pop_back();
      found = visit_entry(entry, std::string(chain_.back().prefix));
    } else if (next_argument_ < arguments_.size()) {
      found = visit_argument(arguments_[next_argument_++]);
    } else {
      return std::nullopt;
    }
    if (found) return found;
  }
}

std::optional<Found> Walk::visit_argument(const fs::path& argument) {
  if (dash_is_input_ && argument == "-") return standard_input();
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  if (status.type() == fs::file_type::directory) return enter(argument, name_of(argument), "");
  return Found{argument, name_of(argument), trouble_with(status, error), false};
}

Found Walk::standard_input() {
  if (std::exchange(input_given_, true)) return {"-", "-", "standard input is read once", false};
  return {"-", "-", std::nullopt, true};
}

std::optional<Found> Walk::visit_entry(const fs::path& entry, const std::string& prefix) {
  const std::string name = prefix + entry.filename().string();
  std::error_code error;
  const fs::file_status status = fs::status(entry, error);
  if (status.type() == fs::file_type::directory) return enter(entry, name, name + "/");
  if (!has_known_extension(entry)) return std::nullopt;
  return Found{entry, name, trouble_with(status, error), false};
}

std::optional<Found> Walk::enter(const fs::path& folder, const std::string& name,
                                 const std::string& prefix) {
  std::error_code error;
  Folder entered{fs::canonical(folder, error), prefix, {}};
  const bool leads_back =
      !error && std::any_of(chain_.begin(), chain_.end(), [&](const Folder& above) {
        return above.canonical == entered.canonical;
      });
  if (leads_back) return std::nullopt;
  if (!error) entered.entries = entries_backwards(folder, error);
  if (error) return Found{folder, name, error.message(), false};
  chain_.push_back(std::move(entered));
  return std::nullopt;
}

}  // namespace claimlint::batch
