// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text.hpp"

namespace claimlint::text {

/// Notes words whose letters are set apart: "c u r e", "c-u-r-e", "c.u.r.e". Their tokens stay what
/// they are. Enumerations ("A B C D") and what is spelled with full stops as abbreviations are
/// ("U.S.A.", "a.s.a.p.") are none.
void note_spaced_letters(Document& document);

}  // namespace claimlint::text
