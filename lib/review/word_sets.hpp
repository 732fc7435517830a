// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace claimlint::review {

/// The different words of a text, folded, as hashes in rising order.
using WordSet = std::vector<std::uint64_t>;

WordSet words_of(std::string_view clean);

/// How many words two sets share.
std::size_t shared_words(const WordSet& a, const WordSet& b);

/// The share of words that two sets have in common (Jaccard), from 0 to 1; 1 for two empty ones.
double likeness(const WordSet& a, const WordSet& b);

}  // namespace claimlint::review
