// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "material.hpp"

namespace claimlint::context {

/// Words between double quotes, which may run over several sentences and lines of a paragraph.
struct Quotation {
  Span folded;  ///< between the marks
};

/// All quotations, by place. A mark that is never closed ends with its paragraph; a mark after a
/// digit with none open is inches.
std::vector<Quotation> find_quotations(const text::Document& document);

}  // namespace claimlint::context
