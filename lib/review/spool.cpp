// SPDX-License-Identifier: Apache-2.0
#include "spool.hpp"

#include <random>
#include <stdexcept>
#include <system_error>

namespace claimlint::review {

namespace fs = std::filesystem;

Spool::Spool(const fs::path& folder) : folder_(folder) {
  std::random_device random;
  const fs::path name =
      folder / (".claimlint-" + std::to_string(random()) + std::to_string(random()) + ".spool");
  file_.open(name, std::ios::binary | std::ios::in | std::ios::out | std::ios::trunc);
  if (!file_) throw std::runtime_error(folder.string() + ": no temporary file can be made there");
  // An open file stays until it is closed; without a name nothing is left when the process dies.
  std::error_code ignored;
  fs::remove(name, ignored);
}

std::uint64_t Spool::append(std::string_view bytes) {
  if (!writing_) file_.seekp(0, std::ios::end);
  writing_ = true;
  file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file_) {
    throw std::runtime_error(folder_.string() + ": a temporary file there cannot be written");
  }
  const std::uint64_t offset = size_;
  size_ += bytes.size();
  return offset;
}

void Spool::read(std::uint64_t offset, char* bytes, std::size_t size) {
  writing_ = false;
  file_.seekg(static_cast<std::fstream::off_type>(offset));
  file_.read(bytes, static_cast<std::streamsize>(size));
  if (!file_) throw std::runtime_error(folder_.string() + ": a temporary file there is damaged");
}

std::string Spool::read(std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  read(offset, bytes.data(), size);
  return bytes;
}

}  // namespace claimlint::review
