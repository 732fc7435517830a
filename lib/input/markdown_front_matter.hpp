// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::input {

/// The head of a Markdown file: YAML between lines of "---", or TOML between lines of "+++".
struct FrontMatter {
  std::size_t end = 0;      ///< the document begins here; 0 where there is no front matter
  std::vector<Span> texts;  ///< values that readers or search engines see, without their quotes
};

FrontMatter read_front_matter(std::string_view source);

}  // namespace claimlint::input
