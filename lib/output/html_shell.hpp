// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// The HTML around the data of a page. The script makes all that is seen.
namespace claimlint::output {

/// A page that needs no other file, up to where its data goes.
std::string page_head();

/// A page with script and style beside it; `up` is the way to their folder, "" or "../".
std::string linked_page_head(std::string_view up);

/// Data for the script. In `json` no `<` may be left: see without_tags().
std::string data_block(std::string_view id, std::string_view json);

std::string page_tail();
std::string linked_page_tail(std::string_view up);

/// The same JSON without a `<`, so that nothing in it ends the element it stands in.
std::string without_tags(std::string_view json);

}  // namespace claimlint::output
