// SPDX-License-Identifier: Apache-2.0
#include "claimlint/path_patterns.hpp"

#include <algorithm>

#include "glob.hpp"

namespace claimlint {
namespace {

struct Pattern {
  batch::Glob glob;
  bool negated = false;
  bool folders_only = false;
};

Pattern read_pattern(std::string_view text) {
  const bool negated = text.starts_with('!');
  if (negated) text.remove_prefix(1);
  const bool folders_only = text.ends_with('/');
  if (folders_only) text.remove_suffix(1);
  return {batch::Glob(text), negated, folders_only};
}

/// Blanks at the end of a line do not count, unless a backslash makes them.
std::string_view without_blanks_at_end(std::string_view line) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      if (++i == line.size()) return line;
    } else if (line[i] == ' ') {
      continue;
    }
    size = i + 1;
  }
  return line.substr(0, size);
}

std::vector<std::string> lines_of(std::string_view content) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
  std::vector<std::string> lines;
  while (!content.empty()) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) continue;
    line = without_blanks_at_end(line);
    if (!line.empty()) lines.emplace_back(line);
  }
  return lines;
}

}  // namespace

struct PathPatterns::List {
  std::vector<Pattern> patterns;
};

PathPatterns::PathPatterns(const std::vector<std::string>& patterns) {
  if (patterns.empty()) return;
  auto list = std::make_shared<List>();
  for (const std::string& pattern : patterns) list->patterns.push_back(read_pattern(pattern));
  list_ = std::move(list);
}

PathPatterns PathPatterns::of_ignore_file(std::string_view content) {
  return PathPatterns(lines_of(content));
}

bool PathPatterns::empty() const { return list_ == nullptr; }

std::optional<bool> PathPatterns::decide(std::string_view path, bool is_folder) const {
  if (empty()) return std::nullopt;
  const auto& patterns = list_->patterns;
  const auto last = std::find_if(patterns.rbegin(), patterns.rend(), [&](const Pattern& pattern) {
    return (is_folder || !pattern.folders_only) && pattern.glob.matches(path);
  });
  if (last == patterns.rend()) return std::nullopt;
  return !last->negated;
}

bool PathPatterns::cover(std::string_view file) const {
  if (empty()) return false;
  for (std::size_t i = file.find('/'); i != std::string_view::npos; i = file.find('/', i + 1)) {
    if (decide(file.substr(0, i), true).value_or(false)) return true;
  }
  return decide(file, false).value_or(false);
}

}  // namespace claimlint
