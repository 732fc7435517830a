// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "claimlint/report.hpp"
#include "page.hpp"

namespace claimlint::output {

/// Path, risk and counts of a document, then why it was not audited in full, if so.
void write_document_header(Page& page, const Report& report);

}  // namespace claimlint::output
