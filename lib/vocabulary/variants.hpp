// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimlint::vocabulary {

/// The folded words of a term, by blank.
std::string key_of(std::string_view term);

/// Other ways to write folded words: American for British spelling and the reverse, "breast cancer"
/// for "cancer of breast" and "cancer of the breast", "type 2" for "type ii" and the reverse,
/// "tumor" and "cancer" for "neoplasm", the singular. Sorted, without the words themselves.
std::vector<std::string> key_variants(const std::string& key);

/// What may be the adjectives of a folded noun of Latin or Greek: "retinal" of "retina".
std::vector<std::string> adjectives(const std::string& noun);

}  // namespace claimlint::vocabulary
