// SPDX-License-Identifier: Apache-2.0
#include "word_sets.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace claimlint::review {
namespace {

/// FNV-1a: the same on every machine, which std::hash is not.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : word) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

WordSet words_of(std::string_view clean) {
  const text::Folded folded = text::fold(clean);
  WordSet words;
  for (const text::Token& token : text::split_tokens(folded, clean)) {
    words.push_back(
        hash_of(std::string_view(folded.text).substr(token.begin, token.end - token.begin)));
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::size_t shared_words(const WordSet& a, const WordSet& b) {
  std::size_t shared = 0;
  auto other = b.begin();
  for (const std::uint64_t word : a) {
    while (other != b.end() && *other < word) ++other;
    if (other == b.end()) break;
    if (*other == word) ++shared;
  }
  return shared;
}

double likeness(const WordSet& a, const WordSet& b) {
  if (a.empty() && b.empty()) return 1;
  const std::size_t shared = shared_words(a, b);
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

}  // namespace claimlint::review
