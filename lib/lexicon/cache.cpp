// SPDX-License-Identifier: Apache-2.0
#include "cache.hpp"

#include <exception>
#include <fstream>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

#include "binary.hpp"
#include "parse.hpp"

namespace claimlint::lexicon {
namespace {

namespace fs = std::filesystem;

// Two processes must not write to one file before it has its name.
fs::path temporary_beside(fs::path path) {
  std::random_device random;
  return path += "." + std::to_string(random()) + std::to_string(random()) + ".tmp";
}

bool write_file(const fs::path& path, std::string_view head, std::string_view rest) {
  std::ofstream stream(path, std::ios::binary);
  stream << head << rest;
  stream.close();
  return stream.good();
}

}  // namespace

fs::path Cache::path_of(std::string_view key) const {
  return folder_ / std::string("lexicons-").append(key).append(".bin");
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
  } catch (const std::exception&) {
    return;  // out of memory or of random numbers: then there is no cache
  }
}

}  // namespace claimlint::lexicon
