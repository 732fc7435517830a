// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace claimlint::input {

/// A kind of file that is told by how its bytes begin.
struct Signature {
  std::string_view magic;
  std::string_view reason;  ///< "format": a document that another reader could read; "binary"
  std::string_view name;
  std::string_view format = {};  ///< the input format that reads it; empty where none does
};

/// What the bytes are, where that is no text; null where nothing speaks against text.
const Signature* find_signature(std::string_view bytes);

}  // namespace claimlint::input
