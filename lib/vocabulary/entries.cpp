// SPDX-License-Identifier: Apache-2.0
#include "entries.hpp"

#include <algorithm>

namespace claimlint::vocabulary {
namespace {

constexpr std::size_t kMaxProblems = 100;
constexpr std::size_t kMaxExamples = 5;
constexpr std::size_t kMaxExcerpt = 80;
constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

void Notes::add(std::string_view reason, std::string_view example) {
  auto found = notes_.find(reason);
  if (found == notes_.end()) {
    found = notes_.emplace(reason, ImportNote{std::string(reason), 0, {}}).first;
  }
  ImportNote& note = found->second;
  ++note.count;
  if (note.examples.size() < kMaxExamples) note.examples.push_back(excerpt(example));
}

std::vector<ImportNote> Notes::take() && {
  std::vector<ImportNote> notes;
  for (auto& [reason, note] : notes_) notes.push_back(std::move(note));
  std::stable_sort(notes.begin(), notes.end(),
                   [](const ImportNote& a, const ImportNote& b) { return a.count > b.count; });
  return notes;
}

void Problems::add(Place at, std::string message) {
  if (problems_.size() < kMaxProblems) {
    problems_.push_back({file_, at.line, at.column, std::move(message)});
  } else {
    ++more_;
  }
}

std::string Problems::to_text(Place at) const {
  return file_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

void Problems::throw_if_any() const {
  if (problems_.empty()) return;
  std::vector<LexiconProblem> all = problems_;
  std::stable_sort(all.begin(), all.end(), [](const LexiconProblem& a, const LexiconProblem& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  if (more_ > 0) all.push_back({file_, 0, 0, std::to_string(more_) + " more problems"});
  throw LexiconError(std::move(all));
}

std::string excerpt(std::string_view text) {
  if (text.size() <= kMaxExcerpt) return std::string(text);
  std::size_t end = kMaxExcerpt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace claimlint::vocabulary
