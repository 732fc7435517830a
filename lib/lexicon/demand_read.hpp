// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "toml_read.hpp"

/// Reads what must stand beside an entry's words: { condition = 8, "treatment|provider" =
/// "sentence" }.
namespace claimlint::lexicon {

void read_demands(const toml::node& node, Side side, std::vector<RoleDemand>& out,
                  Reading& reading);

template <Side kSide, typename Entry>
void set_demands(const toml::node& node, Entry& entry, Reading& reading) {
  read_demands(node, kSide, entry.demands, reading);
}

}  // namespace claimlint::lexicon
