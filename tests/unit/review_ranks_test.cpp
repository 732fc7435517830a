// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "review/ranks.hpp"

namespace claimlint::review {
namespace {

TEST_CASE("ranks: equal values share the mean of their ranks") {
  CHECK(ranks({30, 10, 30, 20}) == std::vector<double>{2.5, 0, 2.5, 1});
  CHECK(ranks({}).empty());
}

TEST_CASE("spearman: order alone counts") {
  CHECK(*spearman({1, 2, 3, 4}, {1, 10, 100, 1000}) == doctest::Approx(1));
  CHECK(*spearman({1, 2, 3, 4}, {9, 7, 5, 3}) == doctest::Approx(-1));
}

TEST_CASE("spearman: ties are averaged") {
  // By hand: ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3 give 4.5 / sqrt(4.5 * 5).
  CHECK(*spearman({1, 2, 2, 3}, {1, 2, 3, 4}) == doctest::Approx(0.948683));
}

TEST_CASE("spearman: nothing can be said of two pairs, or of a constant") {
  CHECK_FALSE(spearman({1, 2}, {1, 2}));
  CHECK(*spearman({1, 1, 1}, {1, 2, 3}) == 0);
}

}  // namespace
}  // namespace claimlint::review
