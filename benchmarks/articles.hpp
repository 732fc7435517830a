// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace claimlint::benchmarks {

/// Texts that one round of a benchmark goes through.
struct Articles {
  std::string name;
  std::vector<std::string> texts;

  [[nodiscard]] std::size_t bytes() const;
};

/// The articles of `files`, each a text, over and over until they are `bytes` long.
Articles one_by_one(const std::vector<std::filesystem::path>& files, std::size_t bytes);

/// The same as one long text.
Articles joined(const Articles& articles);

/// The *.txt files of a folder, in the order of their names.
std::vector<std::filesystem::path> text_files(const std::filesystem::path& folder);

}  // namespace claimlint::benchmarks
