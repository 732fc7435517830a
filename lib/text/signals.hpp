// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::text {

/// Notes of one kind about what looks like evasion: the first are listed, all are counted.
class Signal {
 public:
  constexpr Signal(std::string_view code, std::string_view message)
      : code_(code), message_(message) {}

  void note(std::vector<Note>& notes, Span clean) {
    if (++count_ <= kMaxListed) notes.push_back({std::string(code_), std::string(message_), clean});
  }

  /// Says how many there were, where not all are listed.
  void finish(std::vector<Note>& notes) const {
    if (count_ <= kMaxListed) return;
    notes.push_back({std::string(code_),
                     std::string(message_) + ": " + std::to_string(count_) + " in all",
                     std::nullopt});
  }

 private:
  static constexpr std::size_t kMaxListed = 10;

  std::string_view code_;
  std::string_view message_;
  std::size_t count_ = 0;
};

}  // namespace claimlint::text
