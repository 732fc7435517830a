// SPDX-License-Identifier: Apache-2.0
#include "set_peers.hpp"

namespace claimlint::benchmarks {

std::unique_ptr<ExpressionSet> make_hyperscan(const std::vector<std::string>& /*expressions*/,
                                              std::string& problem) {
  problem = "built without Hyperscan (libhyperscan-dev)";
  return nullptr;
}

}  // namespace claimlint::benchmarks
