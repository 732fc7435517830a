// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "claimlint/batch.hpp"
#include "walk.hpp"

namespace claimlint::batch {

/// The bytes of a document, or why they could not be had.
struct Content {
  std::string bytes;
  std::string reason = {};   ///< "unreadable", "budget"; empty where the bytes are there
  std::string message = {};  ///< for the user
  bool changed = false;      ///< the file grew or shrank while it was read
};

/// Reads a file or the standard input; an archive's member has been read already.
Content read_content(const BatchOptions& options, const Found& found);

/// What an errno means; 0 is a failure that left none.
std::string system_message(int code);

std::string larger_than(std::uintmax_t bytes);

}  // namespace claimlint::batch
