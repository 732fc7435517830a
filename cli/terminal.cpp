// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <unistd.h>

#include <iostream>

namespace claimlint::cli {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);

/// "unreadable (no such file or directory)"
std::string reasons_of(const Report& report) {
  std::string text;
  for (const std::string& reason : report.reasons) text += (text.empty() ? "" : ", ") + reason;
  std::string notes;
  for (const Note& note : report.notes) notes += (notes.empty() ? "" : "; ") + note.message;
  return notes.empty() ? text : text + " (" + notes + ")";
}

}  // namespace

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

std::string printable(std::string_view text) {
  std::string safe(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    const auto next = static_cast<unsigned char>(i + 1 < safe.size() ? safe[i + 1] : '\0');
    const bool c1_control = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
    if (c1_control) safe[i + 1] = '?';
    if (c1_control || byte < 0x20 || byte == 0x7F) safe[i] = '?';
  }
  return safe;
}

void Progress::report(const Report& report) {
  ++documents_;
  claims_ += report.score ? report.score->claims : 0;
  if (messages_ && report.status != Status::audited) {
    erase();
    const auto* const what = report.status == Status::partial ? "audited in part" : "not audited";
    std::cerr << "claimlint: " << printable(report.path) << ": " << what << ": "
              << printable(reasons_of(report)) << '\n';
  }
  if (counts_) count();
}

void Progress::finish() { erase(); }

void Progress::erase() {
  if (shown_) std::cerr << "\r\x1b[K";
  shown_ = false;
}

void Progress::count() {
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < kInterval) return;
  last_ = now;
  erase();
  std::cerr << documents_ << " documents, " << claims_ << " claims" << std::flush;
  shown_ = true;
}

}  // namespace claimlint::cli
