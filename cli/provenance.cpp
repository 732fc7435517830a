// SPDX-License-Identifier: Apache-2.0
#include "provenance.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "terminal.hpp"

namespace claimlint::cli {
namespace {

// More would hide what else is said; the count is said anyway.
constexpr std::size_t kNamed = 10;

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in || in.bad()) throw std::runtime_error(file + ": cannot be read");
  return content;
}

}  // namespace

Provenance::Provenance(const Settings& settings) : name_(settings.store.manifest.value_or("")) {
  if (name_.empty()) return;
  manifest_ = Manifest::read(content_of(name_), name_);
  for (const auto& [path, entry] : manifest_.entries()) unseen_.insert(path);
}

void Provenance::attach(BatchOptions& batch) const {
  if (name_.empty()) return;
  batch.describe = [this](Source& source) { manifest_.describe(source); };
}

void Provenance::finish() const {
  const std::string name = printable(name_);
  std::size_t named = 0;
  for (const std::string& path : unseen_) {
    if (++named > kNamed) break;
    std::cerr << "claimlint: " << name << ":" << manifest_.find(path)->line << ": no document is "
              << printable(path) << '\n';
  }
  if (unseen_.size() > kNamed) {
    std::cerr << "claimlint: " << name << ": " << unseen_.size()
              << " paths in all that no document has\n";
  }
}

}  // namespace claimlint::cli
