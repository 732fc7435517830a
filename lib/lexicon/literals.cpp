// SPDX-License-Identifier: Apache-2.0
#include "literals.hpp"

#include <algorithm>

namespace claimlint::lexicon {

Literals::Literals(const std::vector<std::string>& literals) {
  number_bytes(literals);
  nodes_.emplace_back();
  next_.resize(classes_);
  for (std::size_t i = 0; i < literals.size(); ++i) add(literals[i], static_cast<int>(i));
  link();
}

// Few bytes occur in literals, so a row of the table is short.
void Literals::number_bytes(const std::vector<std::string>& literals) {
  for (const std::string& literal : literals) {
    for (const char byte : literal) {
      std::uint8_t& byte_class = class_of_[static_cast<unsigned char>(byte)];
      if (byte_class == 0) byte_class = static_cast<std::uint8_t>(classes_++);
    }
  }
}

void Literals::add(const std::string& literal, int index) {
  std::uint32_t node = 0;
  for (const char byte : literal) {
    const std::size_t byte_class = class_of_[static_cast<unsigned char>(byte)];
    if (next(node, byte_class) == 0) {
      next(node, byte_class) = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      next_.resize(next_.size() + classes_);
    }
    node = next(node, byte_class);
  }
  nodes_[node].literal = index;
}

// Breadth first: what a node falls back to is shorter and complete when its turn comes.
void Literals::link() {
  std::vector<std::uint32_t> queue{0};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::uint32_t node = queue[i];
    const std::uint32_t fallback = nodes_[node].fallback;
    for (std::size_t byte_class = 1; byte_class < classes_; ++byte_class) {
      std::uint32_t& child = next(node, byte_class);
      const std::uint32_t other = node == 0 ? 0 : next(fallback, byte_class);
      if (child == 0) {
        child = other;
        continue;
      }
      nodes_[child].fallback = other;
      nodes_[child].report = nodes_[other].literal >= 0 ? other : nodes_[other].report;
      queue.push_back(child);
    }
  }
}

std::vector<int> Literals::find(std::string_view text) const {
  std::vector<int> found;
  std::vector<bool> seen(nodes_.size());
  std::uint32_t node = 0;
  for (const char byte : text) {
    node = next_[node * classes_ + class_of_[static_cast<unsigned char>(byte)]];
    for (std::uint32_t at = node; at != 0 && !seen[at]; at = nodes_[at].report) {
      seen[at] = true;
      if (nodes_[at].literal >= 0) found.push_back(nodes_[at].literal);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace claimlint::lexicon
