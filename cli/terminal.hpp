// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "claimlint/report.hpp"

namespace claimlint::cli {

bool stdout_is_terminal();
bool stderr_is_terminal();

/// Text of a file name or an article, safe to print: control characters become `?`.
std::string printable(std::string_view text);

/// What standard error says while a batch runs: a line that counts, on a terminal, and a message
/// for each document that was not audited in full.
class Progress {
 public:
  Progress(bool counts, bool messages) : counts_(counts), messages_(messages) {}
  void report(const Report& report);
  void finish();

 private:
  void erase();
  void count();

  bool counts_;
  bool messages_;
  bool shown_ = false;
  std::size_t documents_ = 0;
  std::size_t claims_ = 0;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace claimlint::cli
