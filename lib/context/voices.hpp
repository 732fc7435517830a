// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "material.hpp"
#include "quotations.hpp"

namespace claimlint::context {

/// Marks in every sentence's context what is quoted and what is a patient's own story.
void find_voices(const Material& material, const std::vector<Quotation>& quotations,
                 std::vector<SentenceContext>& contexts);

}  // namespace claimlint::context
