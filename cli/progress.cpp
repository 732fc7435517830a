// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iostream>

#include "terminal.hpp"

namespace claimlint::cli {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);

// What is told from less time than this jumps too much to be read.
constexpr double kSettledSeconds = 1;

/// "unreadable (no such file or directory)"
std::string reasons_of(const Report& report) {
  std::string text;
  for (const std::string& reason : report.reasons) text += (text.empty() ? "" : ", ") + reason;
  std::string notes;
  for (const Note& note : report.notes) notes += (notes.empty() ? "" : "; ") + note.message;
  return notes.empty() ? text : text + " (" + notes + ")";
}

/// One decimal below ten, none above.
std::string short_number(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), number < 10 ? "%.1f" : "%.0f", number);
  return text.data();
}

std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "0:09", "1:02:03"
std::string duration_of(double seconds) {
  const auto whole = static_cast<std::size_t>(std::lround(std::clamp(seconds, 0.0, 1e9)));
  const std::size_t hours = whole / 3600;
  const std::size_t minutes = whole / 60 % 60;
  const std::string start =
      hours > 0 ? std::to_string(hours) + ":" + two_digits(minutes) : std::to_string(minutes);
  return start + ":" + two_digits(whole % 60);
}

}  // namespace

std::string to_string(const Pace& pace) {
  std::string line = std::to_string(pace.documents);
  if (pace.expected > 0) line += " of " + std::to_string(pace.expected);
  line += " documents, " + std::to_string(pace.claims) + " claims";
  const double seconds = pace.elapsed.count();
  if (seconds < kSettledSeconds || pace.documents == 0) return line;
  const double rate = static_cast<double>(pace.documents) / seconds;
  constexpr double kMegabyte = 1e6;
  line += ", " + short_number(rate) + "/s, " +
          short_number(static_cast<double>(pace.bytes) / kMegabyte / seconds) + " MB/s";
  if (pace.expected < pace.documents) return line;
  return line + ", " + duration_of(static_cast<double>(pace.expected - pace.documents) / rate) +
         " left";
}

Progress::Progress(bool counts, bool messages) : counts_(counts), messages_(messages) {}

void Progress::expect(const BatchOptions& options) {
  if (!counts_) return;
  counter_ = std::jthread([this, &options](const std::stop_token& stop) {
    try {
      expected_ = count_documents(options, stop).value_or(0);
    } catch (const std::exception&) {
      // The audit meets the same, and says so.
      expected_ = 0;
    }
  });
}

void Progress::report(const Report& report) {
  ++pace_.documents;
  pace_.bytes += report.bytes;
  pace_.claims += report.score ? report.score->claims : 0;
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
  const auto now = Clock::now();
  if (now - last_ < kInterval) return;
  last_ = now;
  pace_.elapsed = now - started_;
  pace_.expected = expected_;
  erase();
  std::cerr << to_string(pace_) << std::flush;
  shown_ = true;
}

}  // namespace claimlint::cli
