// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "claimlint/reviews.hpp"

namespace claimlint::server {

/// Writes decisions to a store. What comes while the disk is busy is written together, so that many
/// reviewers wait no longer than one.
class Journal {
 public:
  /// Told when decisions are safe, or could not be kept; from the journal's thread. Why not is said
  /// on standard error alone, as it may name files.
  using Written = std::function<void(bool kept)>;

  /// `reviews` must outlive it.
  explicit Journal(Reviews& reviews);
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  /// Writes what is waiting.
  ~Journal();

  void add(std::vector<ReviewEntry> entries, Written written);

 private:
  struct Batch {
    std::vector<ReviewEntry> entries;
    std::vector<Written> written;
  };
  void work();
  void write(const Batch& batch);

  Reviews& reviews_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  Batch waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace claimlint::server
