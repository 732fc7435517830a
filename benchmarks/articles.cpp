// SPDX-License-Identifier: Apache-2.0
#include "articles.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace claimlint::benchmarks {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

std::size_t Articles::bytes() const {
  std::size_t sum = 0;
  for (const std::string& text : texts) sum += text.size();
  return sum;
}

Articles one_by_one(const std::vector<std::filesystem::path>& files, std::size_t bytes) {
  Articles articles{"articles", {}};
  for (const std::filesystem::path& file : files) articles.texts.push_back(read_file(file));
  const std::size_t count = articles.texts.size();
  if (articles.bytes() == 0) throw std::runtime_error("no articles");
  std::size_t size = articles.bytes();
  for (std::size_t i = 0; size < bytes; i = (i + 1) % count) {
    articles.texts.push_back(std::string(articles.texts[i]));
    size += articles.texts[i].size();
  }
  return articles;
}

Articles joined(const Articles& articles) {
  Articles one{"one_text", {std::string()}};
  for (const std::string& text : articles.texts) one.texts.front() += text + "\n\n";
  return one;
}

std::vector<std::filesystem::path> text_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace claimlint::benchmarks
