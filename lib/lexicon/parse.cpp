// SPDX-License-Identifier: Apache-2.0
#include "parse.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <system_error>

#include "limits.hpp"
#include "tables.hpp"
#include "text/digest.hpp"
#include "toml_read.hpp"

namespace claimlint::lexicon {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> toml_files(const fs::path& directory, std::error_code& error) {
  std::vector<fs::path> paths;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".toml") paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void require_preamble(const toml::table& file, Reading& reading) {
  for (const std::string_view key : {"why", "source"}) {
    std::string text;
    const toml::node* node = file.get(key);
    if (node == nullptr) {
      reading.report(file, "missing key '" + std::string(key) + "' at the head of the file");
    } else {
      read(*node, text, reading);
    }
  }
}

void parse_file(const LexiconFile& file, Model& model, SeenIds& seen,
                std::vector<LexiconProblem>& problems) {
  Reading reading(file, problems);
  // Tables lie in one another as deep as a key is long, and are let go of one within the other.
  if (longest_key(file.content) > kMaxKeyParts) {
    problems.push_back({file.name, 0, 0,
                        "has a key of more than " + std::to_string(kMaxKeyParts) +
                            " names with dots between them"});
    return;
  }
  try {
    const toml::table table = toml::parse(file.content, file.name);
    require_preamble(table, reading);
    read_tables(table, model, seen, reading);
  } catch (const toml::parse_error& error) {
    reading.report(error.source(), std::string(error.description()));
  }
}

// Where a file lies must not change what the lexicons are: only its last name counts.
std::string digest_of(const std::vector<LexiconFile>& files) {
  std::string digests;
  for (const LexiconFile& file : files) {
    digests += text::sha256(fs::path(file.name).filename().generic_string());
    digests += text::sha256(file.content);
  }
  return text::sha256(digests);
}

std::uintmax_t size_of(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

bool comes_first(const LexiconProblem& a, const LexiconProblem& b) {
  return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  std::ifstream stream(path, std::ios::binary);
  if (error || !stream) return std::nullopt;
  std::string content(size, '\0');
  stream.read(content.data(), static_cast<std::streamsize>(size));
  if (!stream) return std::nullopt;
  return content;
}

std::vector<LexiconFile> read_lexicon_files(const fs::path& directory,
                                            std::vector<LexiconProblem>& problems) {
  std::error_code error;
  const std::vector<fs::path> paths = toml_files(directory, error);
  if (error) {
    problems.push_back({directory.generic_string(), 0, 0, "cannot be read: " + error.message()});
  } else if (paths.empty()) {
    problems.push_back({directory.generic_string(), 0, 0, "holds no lexicon file (*.toml)"});
  }
  std::vector<LexiconFile> files;
  std::uintmax_t bytes = 0;
  for (const fs::path& path : paths) {
    bytes += size_of(path);
    if (size_of(path) > kMaxFileBytes) {
      problems.push_back({path.generic_string(), 0, 0, "is larger than 128 MiB: split it"});
    } else if (bytes > kMaxFolderBytes) {
      problems.push_back({path.generic_string(), 0, 0,
                          "makes the files of this folder larger than 256 MiB together"});
      return files;
    } else if (std::optional<std::string> content = read_file(path)) {
      files.push_back({path.generic_string(), *std::move(content)});
    } else {
      problems.push_back({path.generic_string(), 0, 0, "cannot be read"});
    }
  }
  return files;
}

Model parse_lexicons(const std::vector<LexiconFile>& files, std::vector<LexiconProblem>& problems) {
  Model model;
  SeenIds seen;
  std::vector<LexiconProblem> found;
  for (const LexiconFile& file : files) parse_file(file, model, seen, found);
  std::sort(model.words.begin(), model.words.end());
  model.words.erase(std::unique(model.words.begin(), model.words.end()), model.words.end());
  std::stable_sort(found.begin(), found.end(), comes_first);
  problems.insert(problems.end(), found.begin(), found.end());
  model.sha256 = digest_of(files);
  return model;
}

}  // namespace claimlint::lexicon
