// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <latch>
#include <thread>
#include <vector>

namespace claimlint::test {

constexpr std::size_t kThreads = 8;

/// Calls `task` with the number of each thread, in all of them at once.
inline void in_threads(const std::function<void(std::size_t)>& task, std::size_t count = kThreads) {
  std::latch all_there(static_cast<std::ptrdiff_t>(count));
  std::vector<std::thread> threads;
  threads.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      all_there.arrive_and_wait();
      task(i);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace claimlint::test
