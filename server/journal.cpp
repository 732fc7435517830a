// SPDX-License-Identifier: Apache-2.0
#include "journal.hpp"

#include <exception>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

namespace claimlint::server {

Journal::Journal(Reviews& reviews) : reviews_(reviews), thread_([this] { work(); }) {}

Journal::~Journal() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Journal::add(std::vector<ReviewEntry> entries, Written written) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.entries.insert(waiting_.entries.end(), std::make_move_iterator(entries.begin()),
                            std::make_move_iterator(entries.end()));
    waiting_.written.push_back(std::move(written));
  }
  arrived_.notify_one();
}

void Journal::work() {
  for (;;) {
    Batch batch;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return ending_ || !waiting_.written.empty(); });
      if (waiting_.written.empty()) return;
      batch = std::exchange(waiting_, {});
    }
    write(batch);
  }
}

void Journal::write(const Batch& batch) {
  bool kept = false;
  try {
    reviews_.record(batch.entries);
    kept = true;
  } catch (const std::exception& error) {
    std::cerr << std::string("claimlint: ") + error.what() + '\n';
  }
  for (const Written& written : batch.written) written(kept);
}

}  // namespace claimlint::server
