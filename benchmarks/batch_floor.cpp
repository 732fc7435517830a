// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

/// What no audit that looks at every file can be faster than: reads and hashes all files of a
/// folder, in order and one at a time, and writes the bytes of an earlier report.
///
/// usage: claimlint-batch-floor FOLDER REPORT OUTPUT
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(fs::file_size(file), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

unsigned hash(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  return digest[0];
}

int run(const fs::path& folder, const fs::path& report, const fs::path& output) {
  const std::vector<fs::path> files = files_of(folder);
  if (files.empty()) return 2;
  std::ifstream in(report, std::ios::binary);
  std::ofstream out(output, std::ios::binary);
  std::string slice(fs::file_size(report) / files.size() + 1, '\0');
  unsigned sum = 0;
  for (const fs::path& file : files) {
    sum += hash(content_of(file));
    in.read(slice.data(), static_cast<std::streamsize>(slice.size()));
    out.write(slice.data(), in.gcount());
  }
  out.close();
  std::cout << files.size() << " files, check " << sum << '\n';
  return out ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: claimlint-batch-floor FOLDER REPORT OUTPUT\n";
    return 2;
  }
  return run(argv[1], argv[2], argv[3]);
}
