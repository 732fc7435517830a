// SPDX-License-Identifier: Apache-2.0

// Compiles a folder of lexicon files to a C++ source that holds them in binary form.
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/parse.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int kUsage = 2;
constexpr std::size_t kLineBytes = 100;

// All three octal digits, so that a digit behind them is none of theirs. A question mark would
// begin a trigraph.
void append_escaped(std::string& literal, unsigned char byte) {
  const bool plain = byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\' && byte != '?';
  if (plain) {
    literal += static_cast<char>(byte);
    return;
  }
  literal += '\\';
  for (const unsigned shift : {6U, 3U, 0U}) {
    literal += static_cast<char>('0' + (byte >> shift & 7U));
  }
}

// A string literal compiles many times faster than a list of numbers.
std::string to_source(std::string_view bytes) {
  std::string source =
      "#include <cstddef>\n"
      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
      "namespace claimlint::lexicon {\n"
      "extern const std::size_t kEmbeddedLexiconsSize = " +
      std::to_string(bytes.size()) +
      ";\n"
      "alignas(" +
      std::to_string(claimlint::lexicon::kFlatAlignment) +
      ") extern const unsigned char kEmbeddedLexicons[] =\n";
  for (std::size_t at = 0; at < bytes.size(); at += kLineBytes) {
    source += '"';
    for (const char byte : bytes.substr(at, kLineBytes)) {
      append_escaped(source, static_cast<unsigned char>(byte));
    }
    source += "\"\n";
  }
  return source + ";\n}\n";
}

// What is embedded must be the same wherever the build takes place: files keep their folder's name
// and lose where that lies.
void drop_parent(std::vector<claimlint::lexicon::LexiconFile>& files, const fs::path& directory) {
  const fs::path parent = fs::weakly_canonical(directory).parent_path();
  for (auto& file : files) {
    file.name = fs::weakly_canonical(file.name).lexically_relative(parent).generic_string();
  }
}

int compile(const fs::path& directory, const fs::path& output) {
  std::vector<claimlint::LexiconProblem> problems;
  auto files = claimlint::lexicon::read_lexicon_files(directory, problems);
  drop_parent(files, directory);
  const auto model = claimlint::lexicon::parse_lexicons(files, problems);
  claimlint::lexicon::check_references(model, problems);
  for (const auto& problem : problems) std::cerr << to_string(problem) << '\n';
  if (!problems.empty()) return kUsage;

  std::ofstream stream(output, std::ios::binary);
  stream << to_source(claimlint::lexicon::compile(model));
  if (stream.flush()) return 0;
  std::cerr << output.generic_string() << ": cannot be written\n";
  return kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: claimlint-lexc LEXICON_DIR OUT.cpp\n";
    return kUsage;
  }
  try {
    return compile(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "claimlint-lexc: " << error.what() << '\n';
    return kUsage;
  }
}
