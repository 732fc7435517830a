// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/reviews.hpp"

namespace claimlint::server {

/// What a reviewer asks to be kept, or what is wrong with it.
struct DecisionRequest {
  std::vector<ReviewEntry> entries;
  int status = 200;
  std::string problem;
};

/// Reads {"document":1,"reviewer":"A. Baker","decisions":[{"claim":...,"state":...,"reason":...}]}.
/// Members that are not known are passed over.
DecisionRequest read_decision_request(const std::string& body, const std::string& time);

/// A name as people have it: some letters, no controls.
bool is_name(const std::string& text);

}  // namespace claimlint::server
