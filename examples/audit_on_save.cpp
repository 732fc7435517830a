// SPDX-License-Identifier: Apache-2.0
// Audits articles whenever they are saved, and prints what compilers print, which every editor
// knows how to jump to: "draft.md:3:14: warning: says that tea cures migraine [efficacy.cure]".
//
//     audit_on_save FILE...            once, as a "compiler" or a filter of the editor
//     audit_on_save --watch FILE...    again after each change, until it is stopped
//     audit_on_save --changes N FILE...    until N changes were seen
#include <algorithm>
#include <charconv>
#include <chrono>
#include <claimlint/auditor.hpp>
#include <claimlint/offsets.hpp>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr auto kBetweenLooks = std::chrono::milliseconds(100);

/// Where a byte of the source is; where its bytes may be no UTF-8, which nothing counts alike, the
/// sentence that it is in.
class Places {
 public:
  explicit Places(const claimlint::Report& report) {
    const auto& reasons = report.reasons;
    if (report.encoding == "utf-8" && std::ranges::find(reasons, "decode") == reasons.end()) {
      index_.emplace(report.extracted);
    }
  }

  [[nodiscard]] std::string of(const claimlint::Sentence& sentence,
                               const claimlint::Claim& claim) const {
    std::size_t line = sentence.line;
    std::size_t column = sentence.column;
    if (index_) {
      const claimlint::TextPosition at = index_->at_byte(claim.place.span.begin);
      line = at.line;
      column = at.column;
    }
    return std::to_string(line) + ':' + std::to_string(column);
  }

 private:
  std::optional<claimlint::OffsetIndex> index_;
};

/// Prints what counts in one file; returns how much that was.
std::size_t audit(const claimlint::Auditor& auditor, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const claimlint::Report report = auditor.audit(bytes, {.path = file.string()});
  for (const std::string& reason : report.reasons) {
    std::cout << file.string() << ":1:1: error: not audited in full: " << reason << '\n';
  }
  std::size_t found = report.reasons.size();
  const Places places(report);
  for (const claimlint::Sentence& sentence : report.sentences) {
    for (const claimlint::Claim& claim : sentence.claims) {
      if (!claim.counts()) continue;
      std::cout << file.string() << ':' << places.of(sentence, claim)
                << (claim.severity == claimlint::Severity::high ? ": error: " : ": warning: ")
                << claim.message << " [" << claim.type << "]\n";
      ++found;
    }
  }
  std::cout.flush();
  return found;
}

/// A file that an editor is just replacing is gone for a moment.
fs::file_time_type changed(const fs::path& file) {
  std::error_code error;
  const fs::file_time_type time = fs::last_write_time(file, error);
  return error ? fs::file_time_type::min() : time;
}

void watch(const claimlint::Auditor& auditor, const std::vector<fs::path>& files,
           std::size_t changes) {
  std::map<fs::path, fs::file_time_type> seen;
  for (const fs::path& file : files) seen[file] = changed(file);
  while (changes > 0) {
    std::this_thread::sleep_for(kBetweenLooks);
    for (auto& [file, time] : seen) {
      const fs::file_time_type now = changed(file);
      if (now == time || now == fs::file_time_type::min()) continue;
      time = now;
      audit(auditor, file);
      if (--changes == 0) return;
    }
  }
}

struct Arguments {
  std::size_t changes = 0;  ///< to wait for
  std::vector<fs::path> files;
};

Arguments read(int count, char** arguments) {
  Arguments read;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--watch") {
      read.changes = std::numeric_limits<std::size_t>::max();
    } else if (argument == "--changes" && i + 1 < count) {
      const std::string_view number = arguments[++i];
      std::from_chars(number.data(), number.data() + number.size(), read.changes);
    } else {
      read.files.emplace_back(argument);
    }
  }
  return read;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const Arguments told = read(count, arguments);
    const claimlint::Auditor auditor(claimlint::Lexicons::builtin(), {.with_text = true});
    std::size_t found = 0;
    for (const fs::path& file : told.files) found += audit(auditor, file);
    watch(auditor, told.files, told.changes);
    return found == 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "audit_on_save: " << error.what() << '\n';
    return 2;
  }
}
