// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "articles.hpp"

namespace claimlint::benchmarks {

/// The articles as pages: headings, lists and quotations as elements, signs as references, and
/// some of what a site puts around a text.
Articles as_html(const Articles& articles);

/// The articles as Markdown.
Articles as_markdown(const Articles& articles);

}  // namespace claimlint::benchmarks
