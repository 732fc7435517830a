// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "block_view.hpp"
#include "sentences.hpp"

namespace claimlint::text {

inline constexpr std::string_view kTerminators = ".!?";

struct FullStop {
  Span run;              ///< the signs themselves: ".", "?!", "..."
  std::size_t end = 0;   ///< behind the quotes and brackets that belong to it
  std::size_t next = 0;  ///< what follows the blanks
};

/// Whether a full stop ends the sentence that begins at `begin`.
bool ends_sentence(const BlockView& block, const Abbreviations& abbreviations, std::size_t begin,
                   FullStop stop);

}  // namespace claimlint::text
