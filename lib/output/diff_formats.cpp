// SPDX-License-Identifier: Apache-2.0
#include "diff_writers.hpp"

namespace claimlint {

DiffWriter::~DiffWriter() = default;

const std::vector<DiffFormat>& diff_formats() {
  static const std::vector<DiffFormat> kFormats = {
      {"json", "one JSON object: each document that changed, then the totals",
       output::json_diff_writer},
      {"text", "for people: what changed, a line for each claim", output::text_diff_writer},
  };
  return kFormats;
}

}  // namespace claimlint
