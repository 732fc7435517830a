// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <future>
#include <thread>
#include <utility>

namespace claimlint::cli {

/// Runs tasks on `jobs` threads, 0 meaning one for each core, and uses their results in the order
/// of the tasks. `next()` gives an optional with what `run(task)` is called with on a thread of its
/// own; null after the last. `use(result)` and `next()` are called on this thread.
template <typename Next, typename Run, typename Use>
void run_in_order(unsigned jobs, Next next, Run run, Use use) {
  const std::size_t threads = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  using Result = decltype(run(*next()));
  std::deque<std::future<Result>> under_way;
  const auto use_first = [&] {
    auto first = std::move(under_way.front());
    under_way.pop_front();
    use(first.get());
  };
  while (auto task = next()) {
    under_way.push_back(std::async(std::launch::async, run, *std::move(task)));
    if (under_way.size() >= threads) use_first();
  }
  while (!under_way.empty()) use_first();
}

}  // namespace claimlint::cli
