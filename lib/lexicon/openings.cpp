// SPDX-License-Identifier: Apache-2.0
#include "openings.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "syntax.hpp"

namespace claimlint::lexicon {
namespace {

using Kind = Syntax::Kind;
using Openings = std::vector<Opening>;
using Needles = std::vector<std::string>;

// More openings cost more to look for than they save; they are then cut short.
constexpr std::size_t kMaxOpenings = 300;
// Where an opening only tells that the expression is worth a try, so much of it tells enough.
constexpr std::size_t kMaxLength = 12;
// A shorter needle stands in nearly every sentence.
constexpr std::size_t kMinNeedle = 2;

bool is_symbol(char symbol) { return is_white_symbol(symbol) || symbol == kDigit; }

/// Cuts openings at `length` and keeps one of those that became the same.
Openings shortened(const Openings& openings, std::size_t length) {
  Openings result;
  std::unordered_set<std::string_view> seen;
  for (const Opening& opening : openings) {
    const std::string_view text = std::string_view(opening.text).substr(0, length);
    const bool cut = text.size() < opening.text.size();
    if (seen.insert(text).second) result.push_back({std::string(text), opening.open || cut});
  }
  return result;
}

/// Not more than kMaxOpenings that begin whatever the given ones do.
Openings bounded(Openings openings) {
  if (openings.size() <= kMaxOpenings) return openings;
  for (Opening& opening : openings) opening.open = true;
  for (std::size_t length = kMaxLength; openings.size() > kMaxOpenings; length -= 2) {
    openings = shortened(openings, length);
  }
  return openings;
}

void open_all(Openings& openings) {
  for (Opening& opening : openings) opening.open = true;
}

/// A run takes all white space there is, so that none can follow it.
bool can_follow(const std::string& before, const std::string& after) {
  return before.empty() || after.empty() || before.back() != kBlankRun ||
         !is_white_symbol(after.front());
}

/// Every opening of the one, continued with every one of the other.
Openings joined(const Openings& heads, const Openings& tails) {
  const auto whole = std::ranges::count(heads, false, &Opening::open);
  Openings result;
  if (static_cast<std::size_t>(whole) * tails.size() > kMaxOpenings) {
    result = heads;
    open_all(result);
    return result;
  }
  for (const Opening& head : heads) {
    if (head.open) {
      result.push_back(head);
      continue;
    }
    for (const Opening& tail : tails) {
      if (can_follow(head.text, tail.text)) {
        result.push_back({head.text + tail.text, tail.open});
      } else {
        result.push_back({head.text, true});
      }
    }
  }
  return result;
}

Openings openings_of(const Syntax& syntax);

Openings openings_of_sequence(const std::vector<Syntax>& parts) {
  Openings openings{{"", false}};
  for (const Syntax& part : parts) {
    if (std::ranges::all_of(openings, &Opening::open)) break;
    openings = bounded(joined(openings, openings_of(part)));
  }
  return openings;
}

Openings openings_of_alternation(const std::vector<Syntax>& parts) {
  Openings openings;
  for (const Syntax& part : parts) {
    for (Opening& opening : openings_of(part)) openings.push_back(std::move(opening));
  }
  return bounded(std::move(openings));
}

/// At most once is written out. Of more, what begins with one is left open.
Openings openings_of_repetition(const Syntax& repetition) {
  Openings openings = openings_of(repetition.parts.front());
  if (repetition.most > 1) open_all(openings);
  if (repetition.least == 0) {
    openings.insert(repetition.shortest_first ? openings.begin() : openings.end(), {"", false});
  }
  return openings;
}

Openings openings_of(const Syntax& syntax) {
  switch (syntax.kind) {
    case Kind::literals: {
      Openings openings;
      for (const std::string& literal : syntax.literals) openings.push_back({literal, false});
      return openings;
    }
    case Kind::sequence:
      return openings_of_sequence(syntax.parts);
    case Kind::alternation:
      return openings_of_alternation(syntax.parts);
    case Kind::repetition:
      return openings_of_repetition(syntax);
    case Kind::unknown:
      break;
  }
  return {{"", true}};
}

bool begin_with_anything(const Openings& openings) {
  return std::ranges::any_of(openings, [](const Opening& opening) { return opening.text.empty(); });
}

std::size_t shortest(const Needles& needles) {
  std::size_t size = needles.empty() ? 0 : std::string::npos;
  for (const std::string& needle : needles) size = std::min(size, needle.size());
  return size;
}

/// The longest part that stands for itself.
std::string longest_part(std::string_view text) {
  std::string_view longest;
  while (!text.empty()) {
    const auto end = std::ranges::find_if(text, is_symbol);
    const auto size = static_cast<std::size_t>(end - text.begin());
    if (size > longest.size()) longest = text.substr(0, size);
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return std::string(longest);
}

Needles needles_of(const Syntax& syntax);

/// The needles of that part of a sequence which has the best.
Needles needles_of_sequence(const std::vector<Syntax>& parts) {
  Needles best;
  for (const Syntax& part : parts) {
    Needles own = needles_of(part);
    if (shortest(own) > shortest(best)) best = std::move(own);
  }
  return best;
}

Needles needles_of_alternation(const std::vector<Syntax>& parts) {
  Needles needles;
  for (const Syntax& part : parts) {
    const Needles own = needles_of(part);
    if (own.empty()) return {};
    needles.insert(needles.end(), own.begin(), own.end());
  }
  return needles;
}

Needles needles_of(const Syntax& syntax) {
  switch (syntax.kind) {
    case Kind::sequence:
      return needles_of_sequence(syntax.parts);
    case Kind::alternation:
      return needles_of_alternation(syntax.parts);
    case Kind::repetition:
      return syntax.least == 0 ? Needles{} : needles_of(syntax.parts.front());
    case Kind::literals: {
      Needles needles;
      for (const std::string& literal : syntax.literals) needles.push_back(longest_part(literal));
      return needles;
    }
    case Kind::unknown:
      break;
  }
  return {};
}

}  // namespace

bool is_finite(const Landmarks& landmarks) {
  return !landmarks.openings.empty() && std::ranges::none_of(landmarks.openings, &Opening::open);
}

Landmarks find_landmarks(std::string_view expression) {
  Landmarks landmarks;
  const std::optional<Syntax> syntax = parse_syntax(expression);
  if (!syntax) return landmarks;
  landmarks.openings = openings_of(*syntax);
  if (!begin_with_anything(landmarks.openings)) {
    if (!is_finite(landmarks)) landmarks.openings = shortened(landmarks.openings, kMaxLength);
    return landmarks;
  }
  landmarks.openings.clear();
  landmarks.needles = needles_of(*syntax);
  if (shortest(landmarks.needles) < kMinNeedle) landmarks.needles.clear();
  return landmarks;
}

}  // namespace claimlint::lexicon
