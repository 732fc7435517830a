// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::review {

struct AnnotatedSentence {
  Span span;
  std::set<std::string> types;
  bool unsupported = false;
  int severity = 0;  ///< 0 none to 3 high
};

struct AnnotatedMention {
  std::string kind;
  Span span;
};

/// What a person found in an article. Spans are bytes of its text file.
struct Annotation {
  std::vector<AnnotatedSentence> sentences;
  std::optional<std::vector<AnnotatedMention>> mentions;
  std::optional<double> risk;
};

/// Throws std::runtime_error, naming the file, where it cannot be read or is malformed.
Annotation read_annotation(const std::filesystem::path& file);

/// The bytes of a file; throws likewise.
std::string read_bytes(const std::filesystem::path& file);

}  // namespace claimlint::review
