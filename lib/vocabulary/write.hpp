// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimlint::vocabulary {

/// A [[concept]] to be.
struct WrittenConcept {
  std::string id;
  std::string identifier;          ///< as its vocabulary has it
  std::vector<std::string> terms;  ///< the first is the name
  std::vector<std::string> upper;
  std::vector<std::string> xrefs;
};

/// A lexicon file that holds the concepts. `file` and its `bytes` are named as their source.
std::string write_lexicon(const std::vector<WrittenConcept>& concepts, std::string_view kind,
                          std::string_view file, std::string_view bytes);

}  // namespace claimlint::vocabulary
