// SPDX-License-Identifier: Apache-2.0
#include "file_list.hpp"

#include <iostream>
#include <stdexcept>

namespace claimlint::cli {

FileList::FileList(const std::string& name, bool null_ends)
    : name_(name), end_(null_ends ? '\0' : '\n'), in_(&std::cin) {
  if (name == "-") return;
  file_.open(name, std::ios::binary);
  in_ = &file_;
  // A folder opens, and only reading it fails.
  in_->peek();
  if (!file_.is_open() || in_->bad()) throw std::runtime_error(name + ": cannot be read");
  in_->clear();
}

std::optional<std::filesystem::path> FileList::next() {
  std::string line;
  while (std::getline(*in_, line, end_)) {
    if (!line.empty()) return line;
  }
  if (in_->bad()) throw std::runtime_error(name_ + ": cannot be read");
  return std::nullopt;
}

}  // namespace claimlint::cli
