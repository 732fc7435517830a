// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimlint::input {

enum class PdfOutcome : std::uint8_t { done, no_program, failed, timed_out, too_large };

struct PdfOutput {
  PdfOutcome outcome = PdfOutcome::failed;
  std::string layout;  ///< what pdftotext -bbox-layout writes: pages, blocks, lines, words
};

/// Runs pdftotext over a document. The program is looked for in fixed folders, not along PATH; it
/// gets the bytes on its standard input, no word of the caller's, and an environment of its own.
/// It is killed after a minute, or when it writes too much, and is always waited for. Safe from
/// any number of threads. A parser of untrusted files runs in it, outside of this process.
PdfOutput run_pdftotext(std::string_view bytes);

}  // namespace claimlint::input
