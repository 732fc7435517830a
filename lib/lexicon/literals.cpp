// SPDX-License-Identifier: Apache-2.0
#include "literals.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace claimlint::lexicon {

using text::kNone;

namespace {

constexpr std::size_t kBytes = 256;

}  // namespace

class Literals::Builder {
 public:
  explicit Builder(const std::vector<std::string>& literals) {
    number_bytes(literals);
    add_node(0);
    for (std::uint32_t i = 0; i < literals.size(); ++i) add(literals[i], i);
    link();
  }

  void write(FlatWriter& out) const {
    out.add(std::span<const std::uint8_t>(class_of_));
    out.add(nodes_);
    out.add(next_);
  }

 private:
  // Few bytes occur in literals, so a row of the table is short.
  void number_bytes(const std::vector<std::string>& literals) {
    for (const std::string& literal : literals) {
      for (const char byte : literal) {
        std::uint8_t& byte_class = class_of_[static_cast<unsigned char>(byte)];
        if (byte_class == 0) byte_class = static_cast<std::uint8_t>(classes_++);
      }
    }
  }

  void add_node(std::uint32_t depth) {
    nodes_.push_back({0, kNone, depth});
    fallbacks_.push_back(0);
    next_.resize(next_.size() + classes_);
  }

  void add(const std::string& literal, std::uint32_t index) {
    std::uint32_t node = 0;
    for (const char byte : literal) {
      const std::size_t byte_class = class_of_[static_cast<unsigned char>(byte)];
      if (next(node, byte_class) == 0) {
        next(node, byte_class) = static_cast<std::uint32_t>(nodes_.size());
        add_node(nodes_[node].depth + 1);
      }
      node = next(node, byte_class);
    }
    nodes_[node].literal = index;
  }

  // Breadth first: what a node falls back to is shorter and complete when its turn comes.
  void link() {
    std::vector<std::uint32_t> queue{0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::uint32_t node = queue[i];
      for (std::size_t byte_class = 1; byte_class < classes_; ++byte_class) {
        std::uint32_t& child = next(node, byte_class);
        const std::uint32_t other = node == 0 ? 0 : next(fallbacks_[node], byte_class);
        if (child == 0) {
          child = other;
          continue;
        }
        fallbacks_[child] = other;
        nodes_[child].report = nodes_[other].literal != kNone ? other : nodes_[other].report;
        queue.push_back(child);
      }
    }
  }

  [[nodiscard]] std::uint32_t& next(std::uint32_t node, std::size_t byte_class) {
    return next_[node * classes_ + byte_class];
  }

  std::array<std::uint8_t, kBytes> class_of_{};
  std::size_t classes_ = 1;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> fallbacks_;  ///< by node: that of the longest proper suffix
  std::vector<std::uint32_t> next_;
};

void Literals::write(const std::vector<std::string>& literals, FlatWriter& out) {
  Builder(literals).write(out);
}

Literals::Literals(FlatReader& in, std::size_t literals)
    : class_of_(in.values<std::uint8_t>()),
      nodes_(in.values<Node>()),
      next_(in.values<std::uint32_t>()) {
  require(class_of_.size() == kBytes && !nodes_.empty());
  classes_ = std::size_t{*std::max_element(class_of_.begin(), class_of_.end())} + 1;
  require(next_.size() == nodes_.size() * classes_);
  require(std::all_of(next_.begin(), next_.end(),
                      [&](std::uint32_t node) { return node < nodes_.size(); }));
  require(std::all_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
    return node.report < nodes_.size() && (node.literal < literals || node.literal == kNone) &&
           (node.report == 0 || nodes_[node.report].depth < node.depth);
  }));
}

}  // namespace claimlint::lexicon
