// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "literals.hpp"
#include "needle_users.hpp"
#include "opening_index.hpp"
#include "openings.hpp"
#include "patterns.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {
namespace {

/// What is read off the expressions of a set.
struct Survey {
  std::vector<std::string_view> texts;
  std::vector<std::uint8_t> finite;
  std::vector<OpeningIndex::Entry> openings;
  std::map<std::string, std::vector<std::uint32_t>> needle_users;
  std::vector<std::uint32_t> others;

  void add(const std::string& text) {
    const auto pattern = static_cast<std::uint32_t>(texts.size());
    Landmarks landmarks;
    if (!text.empty()) landmarks = find_landmarks(text);
    texts.push_back(text);
    finite.push_back(is_finite(landmarks) ? 1 : 0);
    std::uint32_t rank = 0;
    for (Opening& opening : landmarks.openings) {
      openings.push_back({std::move(opening.text), pattern, rank++});
    }
    for (const std::string& needle : landmarks.needles) needle_users[needle].push_back(pattern);
    const bool unknown = landmarks.openings.empty() && landmarks.needles.empty();
    if (unknown && !text.empty()) others.push_back(pattern);
  }
};

}  // namespace

void NeedleUsers::write(std::span<const std::vector<std::uint32_t>> users, FlatWriter& out) {
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> all;
  for (const std::vector<std::uint32_t>& each : users) {
    all.insert(all.end(), each.begin(), each.end());
    ends.push_back(static_cast<std::uint32_t>(all.size()));
  }
  out.add(ends);
  out.add(all);
}

NeedleUsers::NeedleUsers(FlatReader& in, std::size_t patterns)
    : ends_(in.values<std::uint32_t>()), users_(in.values<std::uint32_t>()) {
  require(std::is_sorted(ends_.begin(), ends_.end()));
  require((ends_.empty() ? 0 : ends_.back()) == users_.size());
  require(std::all_of(users_.begin(), users_.end(),
                      [&](std::uint32_t user) { return user < patterns; }));
}

void Patterns::write(const std::vector<std::string>& expressions, FlatWriter& out) {
  Survey survey;
  for (const std::string& expression : expressions) survey.add(expression);
  std::vector<std::string> needles;
  std::vector<std::vector<std::uint32_t>> users;
  for (auto& [needle, patterns] : survey.needle_users) {
    needles.push_back(needle);
    users.push_back(std::move(patterns));
  }
  StringList::write(survey.texts, out);
  out.add(survey.finite);
  OpeningIndex::write(std::move(survey.openings), out);
  NeedleUsers::write(users, out);
  Literals::write(needles, out);
  out.add(survey.others);
}

}  // namespace claimlint::lexicon
