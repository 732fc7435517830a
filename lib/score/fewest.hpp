// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace claimlint::score {

/// One way to make a text weigh less: with `cost` claims fewer it weighs `relief` less.
struct Step {
  std::size_t cost = 0;
  double relief = 0;
};

/// The ways of one text, each with a higher cost and relief than the one before; one of them, or
/// none, is taken.
using Steps = std::vector<Step>;

struct Choice {
  std::vector<std::size_t> taken;  ///< for each text, how many of its steps: 0 is none
  bool fewest = true;
};

/// The steps of least cost in all whose summed relief is `enough`, which holds for every greater
/// relief too; of several, those of the greatest relief. All last steps where none is enough. Exact
/// as long as the table it needs is of a reasonable size, and greedy beyond.
Choice fewest_steps(const std::vector<Steps>& texts, const std::function<bool(double)>& enough);

}  // namespace claimlint::score
