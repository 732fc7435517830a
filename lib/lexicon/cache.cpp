// SPDX-License-Identifier: Apache-2.0
#include "cache.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <fstream>
#include <optional>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include "binary.hpp"
#include "parse.hpp"

namespace claimlint::lexicon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "lexicons-";
constexpr std::string_view kSuffix = ".bin";
constexpr std::string_view kUnfinished = ".tmp";

// Each change of a lexicon makes a file of some twenty megabytes.
constexpr std::size_t kMostKept = 16;
// No process takes this long to write one.
constexpr std::chrono::hours kAbandoned{1};

struct Kept {
  fs::file_time_type written;
  fs::path path;
};

// Those in the folder whose names begin as ours do, and end so.
std::vector<Kept> files_of(const fs::path& folder, std::string_view suffix) {
  std::vector<Kept> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    std::error_code gone;
    const fs::file_time_type written = entry.last_write_time(gone);
    if (!gone && name.starts_with(kPrefix) && name.ends_with(suffix)) {
      files.push_back({written, entry.path()});
    }
  }
  return files;
}

// What was made longest ago goes, and what killed processes left. Another process may do the same.
void make_room(const fs::path& folder) {
  std::error_code ignored;
  std::vector<Kept> kept = files_of(folder, kSuffix);
  std::ranges::sort(kept, {}, &Kept::written);
  for (std::size_t i = 0; i + kMostKept < kept.size(); ++i) fs::remove(kept[i].path, ignored);
  for (const Kept& file : files_of(folder, kUnfinished)) {
    if (fs::file_time_type::clock::now() - file.written > kAbandoned) {
      fs::remove(file.path, ignored);
    }
  }
}

// Two processes must not write to one file before it has its name.
fs::path temporary_beside(fs::path path) {
  std::random_device random;
  path += "." + std::to_string(random()) + std::to_string(random());
  return path += kUnfinished;
}

bool write_file(const fs::path& path, std::string_view head, std::string_view rest) {
  std::ofstream stream(path, std::ios::binary);
  stream << head << rest;
  stream.close();
  return stream.good();
}

}  // namespace

fs::path Cache::path_of(std::string_view key) const {
  return folder_ / std::string(kPrefix).append(key).append(kSuffix);
}

// The key stands in the file, too: under another name it is another's.
std::shared_ptr<const Compiled> Cache::find(std::string_view key) const {
  try {
    const auto bytes = std::make_shared<const std::string>(read_file(path_of(key)).value());
    std::string_view compiled(*bytes);
    require(compiled.starts_with(key) && key.size() % kFlatAlignment == 0);
    compiled.remove_prefix(key.size());
    require_intact(compiled);
    auto found = std::make_shared<const Compiled>(compiled, bytes);
    require(found->model().scoring.has_value());
    return found;
  } catch (const std::exception&) {
    return nullptr;
  }
}

void Cache::keep(std::string_view key, std::string_view compiled) const {
  try {
    std::error_code ignored;
    fs::create_directories(folder_, ignored);
    const fs::path path = path_of(key);
    const fs::path temporary = temporary_beside(path);
    std::error_code error;
    if (write_file(temporary, key, compiled)) fs::rename(temporary, path, error);
    fs::remove(temporary, ignored);
    make_room(folder_);
  } catch (const std::exception&) {
    return;  // no such folder, no memory, no random numbers: then there is no cache
  }
}

}  // namespace claimlint::lexicon
