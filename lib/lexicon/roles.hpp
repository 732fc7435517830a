// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model.hpp"
#include "text/text.hpp"

namespace claimlint::lexicon {

/// What can fill a demand, by number, so that no names are compared in a text: the kinds of
/// mentions, numbered like MentionKind, then the classes of cues. The rulebook must stay.
class Roles {
 public:
  /// Notes their numbers in the cues and demands of the rulebook.
  explicit Roles(Rulebook& rulebook);

  static constexpr std::uint32_t of(MentionKind kind) { return static_cast<std::uint32_t>(kind); }

  /// text::kNone for a name that nothing has.
  [[nodiscard]] std::uint32_t find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::string_view name(std::uint32_t role) const { return names_[role]; }

 private:
  void add(std::string_view name);
  void number(std::vector<RoleDemand>& demands) const;

  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace claimlint::lexicon
