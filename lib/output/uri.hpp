// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "claimlint/report.hpp"

namespace claimlint::output {

/// The path of a report as a URI reference (RFC 3986): `in%20one/a.txt`, `file:///srv/a.txt`.
std::string file_uri(const Report& report);

/// The page's URL with a text fragment that leads to the sentence; null where the document has no
/// URL, or where a reader of the page does not see the sentence.
std::optional<std::string> text_link(const Report& report, const Sentence& sentence);

}  // namespace claimlint::output
