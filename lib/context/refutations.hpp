// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "material.hpp"
#include "quotations.hpp"

namespace claimlint::context {

/// Marks the sentences that another one denies: the one before "Studies do not bear this out.", and
/// what is quoted under or after a label or heading such as "Myth:".
void find_refutations(const Material& material, const std::vector<Quotation>& quotations,
                      std::vector<SentenceContext>& contexts);

}  // namespace claimlint::context
