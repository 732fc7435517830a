// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "judge/names.hpp"

namespace claimlint::judge {

TEST_CASE("names: a name is meant in singular and plural") {
  CHECK(is_named({"fever", "cold"}, "cold"));
  CHECK(is_named({"fever", "cold"}, "colds"));
  CHECK(is_named({"colds"}, "cold"));
  CHECK(is_named({"rash"}, "rashes"));
  CHECK(is_named({"rashes"}, "rash"));
}

TEST_CASE("names: what only begins alike is another name") {
  CHECK_FALSE(is_named({}, "cold"));
  CHECK_FALSE(is_named({"cold"}, "cold sore"));
  CHECK_FALSE(is_named({"cold"}, "colder"));
  CHECK_FALSE(is_named({"head"}, "heads-up"));
  CHECK_FALSE(is_named({"gas"}, "gassings"));
  CHECK_FALSE(is_named({"ache"}, "rashes"));
}

}  // namespace claimlint::judge
