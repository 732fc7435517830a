// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::benchmarks {

/// Many expressions sought at once: which of them a line holds, and nothing more.
class ExpressionSet {
 public:
  ExpressionSet() = default;
  ExpressionSet(const ExpressionSet&) = delete;
  ExpressionSet& operator=(const ExpressionSet&) = delete;
  virtual ~ExpressionSet() = default;

  /// How many expressions the line holds.
  virtual std::size_t count(std::string_view line) = 0;
  /// How many expressions were taken.
  [[nodiscard]] virtual std::size_t size() const = 0;
};

/// Null where the set cannot be made, for the reason then in `problem`.
std::unique_ptr<ExpressionSet> make_re2_set(const std::vector<std::string>& expressions,
                                            std::string& problem);
std::unique_ptr<ExpressionSet> make_hyperscan(const std::vector<std::string>& expressions,
                                              std::string& problem);

}  // namespace claimlint::benchmarks
