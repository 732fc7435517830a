// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "literals.hpp"
#include "needle_users.hpp"
#include "opening_index.hpp"
#include "openings.hpp"
#include "patterns.hpp"
#include "programs.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {

using text::kNone;

namespace {

/// What is read off the expressions of a set.
class Survey {
 public:
  void add(const std::string& text) {
    const auto pattern = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(text);
    if (text.empty()) return;
    const std::vector<Landmarks> ways = find_landmarks(text);
    if (ways.empty()) anywhere_.push_back({pattern, OpeningIndex::kNoGates});
    for (const Landmarks& way : ways) {
      const OpeningIndex::Entry entry{pattern, gates_of(way)};
      for (const std::string& opening : way.openings) openings_.emplace_back(opening, entry);
      if (way.openings.empty()) anywhere_.push_back(entry);
    }
  }

  void write(FlatWriter& out) const {
    std::vector<std::string> needles;
    std::vector<std::vector<std::uint32_t>> users;
    for (const auto& [needle, gates] : needle_users_) {
      needles.push_back(needle);
      users.push_back(gates);
    }
    out.add(std::uint64_t{gates_.size()});
    OpeningIndex::write(openings_, out);
    NeedleUsers::write(users, out);
    Literals::write(needles, out);
    out.add(anywhere_);
  }

  [[nodiscard]] const std::vector<std::string_view>& texts() const { return texts_; }

 private:
  OpeningIndex::Gates gates_of(const Landmarks& way) {
    static_assert(Landmarks::kMaxNeeds <= std::tuple_size_v<OpeningIndex::Gates>);
    OpeningIndex::Gates gates = OpeningIndex::kNoGates;
    for (std::size_t i = 0; i < way.needs.size(); ++i) {
      gates[i] = gate_of(way.needs[i], way.at_words);
    }
    return gates;
  }

  /// The gate that these needles open. Ways with the same needles have it in common.
  std::uint32_t gate_of(std::vector<std::string> needles, bool at_words) {
    std::sort(needles.begin(), needles.end());
    needles.erase(std::unique(needles.begin(), needles.end()), needles.end());
    const auto [gate, is_new] = gates_.try_emplace(std::pair(at_words, std::move(needles)),
                                                   static_cast<std::uint32_t>(gates_.size()));
    if (!is_new) return gate->second;
    for (const std::string& needle : gate->first.second) {
      if (at_words) {
        openings_.emplace_back(needle, OpeningIndex::Entry{kNone, {gate->second, kNone}});
      } else {
        needle_users_[needle].push_back(gate->second);
      }
    }
    return gate->second;
  }

  std::vector<std::string_view> texts_;
  OpeningIndex::Texts openings_;
  std::map<std::pair<bool, std::vector<std::string>>, std::uint32_t> gates_;
  std::map<std::string, std::vector<std::uint32_t>> needle_users_;
  std::vector<OpeningIndex::Entry> anywhere_;
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

NeedleUsers::NeedleUsers(FlatReader& in, std::size_t gates)
    : ends_(in.values<std::uint32_t>()), users_(in.values<std::uint32_t>()) {
  require(std::is_sorted(ends_.begin(), ends_.end()));
  require((ends_.empty() ? 0 : ends_.back()) == users_.size());
  require(
      std::all_of(users_.begin(), users_.end(), [&](std::uint32_t user) { return user < gates; }));
}

void Patterns::write(const std::vector<std::string>& expressions, FlatWriter& out) {
  Survey survey;
  for (const std::string& expression : expressions) survey.add(expression);
  StringList::write(survey.texts(), out);
  Programs::write(expressions, out);
  survey.write(out);
}

}  // namespace claimlint::lexicon
