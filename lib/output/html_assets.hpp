// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What pages/dist holds, as it is built into the library.
namespace claimlint::output {

struct PageAsset {
  std::string_view text;
  std::string_view hash;  ///< as a content security policy names it: "sha256-..."
};

PageAsset page_script();
PageAsset page_style();

}  // namespace claimlint::output
