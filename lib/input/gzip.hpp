// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace claimlint::input {

bool is_gzip(std::string_view bytes);

/// What came out of a gzip stream. Small input may stand for a great deal: where that is more than
/// a document can be, nothing of it is kept.
struct Inflated {
  std::string bytes;
  bool complete = false;     ///< false: the stream ends early or is damaged behind `bytes`
  bool over_budget = false;  ///< it grew too large, or too large for its size
};

/// Inflates all members of a gzip file. What follows the last one is passed over, as gzip does.
Inflated inflate_gzip(std::string_view bytes);

/// "page.html.gz": "page.html"
std::string_view without_gzip_extension(std::string_view path);

}  // namespace claimlint::input
