// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace claimlint::store {

/// Readers for any number of threads. A connection serves one thread at a time; there come to be as
/// many as threads read at once.
template <typename Reader>
class Readers {
 public:
  /// What `read` gives of a reader that no other thread uses; `make` gives a new one where none is
  /// free.
  template <typename Make, typename Read>
  auto with(Make make, Read read) {
    std::unique_ptr<Reader> reader = take();
    if (!reader) reader = make();
    // A reader that has thrown is not used again.
    auto result = read(*reader);
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(reader));
    return result;
  }

 private:
  std::unique_ptr<Reader> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return nullptr;
    std::unique_ptr<Reader> reader = std::move(free_.back());
    free_.pop_back();
    return reader;
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> free_;
};

}  // namespace claimlint::store
