// SPDX-License-Identifier: Apache-2.0
#include "openings.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_set>
#include <utility>

#include "symbols.hpp"
#include "syntax.hpp"

namespace claimlint::lexicon {
namespace {

using Kind = Syntax::Kind;
using Needles = std::vector<std::string>;

// More openings cost more to look for than they save; they are then cut short.
constexpr std::size_t kMaxOpenings = 300;
// So many combinations of what comes first and what comes next tell enough.
constexpr std::size_t kMaxProducts = 32;
// An opening only tells that the expression is worth a try, and so much of it tells enough.
constexpr std::size_t kMaxLength = 10;
// An expression is taken apart into not many more ways than this.
constexpr std::size_t kMaxWays = 100;
// Where there are openings, a shorter needle saves no more than it costs.
constexpr std::size_t kMinNeedle = 3;
// Needles longer than this are no rarer.
constexpr std::size_t kLongNeedle = 5;

struct Opening {
  std::string text;
  bool open = false;  ///< more may follow
};

using Openings = std::vector<Opening>;

void open_all(Openings& openings) {
  for (Opening& opening : openings) opening.open = true;
}

/// Cuts openings at `length` and keeps one of those that became the same.
Openings shortened(const Openings& openings, std::size_t length) {
  Openings result;
  std::unordered_set<std::string> seen;
  for (const Opening& opening : openings) {
    std::string text = opening.text.substr(0, length);
    const bool open = opening.open || text.size() < opening.text.size();
    if (seen.insert(text + (open ? '+' : '-')).second) result.push_back({std::move(text), open});
  }
  return result;
}

/// Not more than kMaxOpenings that begin whatever the given ones do, and no emptier ones.
Openings bounded(Openings openings) {
  openings = shortened(openings, kMaxLength);
  for (std::size_t length = kMaxLength; openings.size() > kMaxOpenings && length > 1;) {
    length -= length > 4 ? 2 : 1;
    open_all(openings);
    openings = shortened(openings, length);
  }
  return openings;
}

/// Every opening of the one, continued with every one of the other. Where those are too many, only
/// what is empty so far is.
Openings joined(Openings heads, const Openings& tails) {
  const auto whole = static_cast<std::size_t>(std::ranges::count(heads, false, &Opening::open));
  if (whole * tails.size() > kMaxProducts) {
    for (Opening& head : heads) head.open = head.open || !head.text.empty();
  }
  Openings result;
  for (const Opening& head : heads) {
    if (head.open) {
      result.push_back(head);
      continue;
    }
    for (const Opening& tail : tails) result.push_back({head.text + tail.text, tail.open});
  }
  return bounded(std::move(result));
}

Openings openings_of(const Syntax& syntax);

Openings openings_of_sequence(const std::vector<Syntax>& parts) {
  Openings openings{{"", false}};
  for (const Syntax& part : parts) {
    if (std::ranges::all_of(openings, &Opening::open)) break;
    openings = joined(std::move(openings), openings_of(part));
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
  if (repetition.least == 0) openings.push_back({"", false});
  return openings;
}

Openings openings_of(const Syntax& syntax) {
  Openings openings;
  switch (syntax.kind) {
    case Kind::literals:
      for (const std::string& literal : syntax.literals) openings.push_back({literal, false});
      return openings;
    case Kind::set:
      return {{"", true}};
    case Kind::sequence:
      return openings_of_sequence(syntax.parts);
    case Kind::alternation:
      return openings_of_alternation(syntax.parts);
    case Kind::repetition:
      return openings_of_repetition(syntax);
    default:
      return {{"", false}};
  }
}

/// How much needles tell: the length of the shortest, and then how few they are.
std::pair<std::size_t, std::size_t> worth(const Needles& needles) {
  std::size_t size = needles.empty() ? 0 : kLongNeedle;
  for (const std::string& needle : needles) size = std::min(size, needle.size());
  return {size, std::string::npos - needles.size()};
}

/// Stands in so many sentences that looking for it saves nothing.
bool is_common(const std::string& needle) {
  const char first = needle.empty() ? 'a' : needle.front();
  return needle.empty() || (needle.size() == 1 && 'a' <= first && first <= 'z');
}

/// Reads off sequences what must stand in their matches.
class NeedleReader {
 public:
  /// Needles that begin where a word may, or any.
  explicit NeedleReader(bool at_words) : at_words_(at_words) {}

  /// The needles of each part from `from` on, those that tell most first. A word may begin before
  /// the first part.
  [[nodiscard]] std::vector<Needles> read_all(std::span<const Syntax> parts,
                                              std::size_t from) const {
    std::vector<Needles> all;
    bool apart = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i >= from) all.push_back(read(parts[i], apart));
      apart = is_apart_after(parts[i], apart);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Needles& a, const Needles& b) { return worth(a) > worth(b); });
    return all;
  }

 private:
  /// The best of the parts. `apart`: a word may begin before the first.
  [[nodiscard]] Needles read_best(std::span<const Syntax> parts, bool apart) const {
    Needles best;
    for (const Syntax& part : parts) {
      Needles own = read(part, apart);
      if (worth(own) > worth(best)) best = std::move(own);
      apart = is_apart_after(part, apart);
    }
    return best;
  }

  [[nodiscard]] Needles read(const Syntax& syntax, bool apart) const {
    switch (syntax.kind) {
      case Kind::sequence:
        return read_best(syntax.parts, apart);
      case Kind::alternation:
        return read_alternation(syntax.parts, apart);
      case Kind::repetition:
        return syntax.least == 0 ? Needles{} : read(syntax.parts.front(), apart);
      case Kind::literals:
        return read_literals(syntax.literals, apart);
      default:
        return {};
    }
  }

  [[nodiscard]] Needles read_alternation(const std::vector<Syntax>& parts, bool apart) const {
    Needles needles;
    for (const Syntax& part : parts) {
      const Needles own = read(part, apart);
      if (own.empty()) return {};
      needles.insert(needles.end(), own.begin(), own.end());
    }
    return needles;
  }

  [[nodiscard]] Needles read_literals(const std::vector<std::string>& literals, bool apart) const {
    Needles needles;
    for (const std::string& literal : literals) {
      needles.push_back(at_words_ ? part_at_word(literal, apart) : longest_part(literal));
      if (is_common(needles.back())) return {};
    }
    return needles;
  }

  /// The longest part that stands for itself.
  static std::string longest_part(std::string_view text) {
    std::string_view longest;
    while (!text.empty()) {
      const auto end = std::ranges::find_if(text, is_symbol);
      const auto size = static_cast<std::size_t>(end - text.begin());
      if (size > longest.size()) longest = text.substr(0, size);
      text.remove_prefix(std::min(size + 1, text.size()));
    }
    return std::string(longest);
  }

  /// From where a word may begin.
  static std::string part_at_word(std::string_view text, bool apart) {
    if (!apart) {
      const auto blank = std::ranges::find_if(text, is_white_symbol);
      text.remove_prefix(static_cast<std::size_t>(blank - text.begin()));
    }
    while (!text.empty() && is_white_symbol(text.front())) text.remove_prefix(1);
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return {};
    return std::string(text.substr(0, kMaxLength));
  }

  /// No token holds white space or a hyphen.
  static bool is_apart_after(const Syntax& syntax, bool apart) {
    const auto parts = [](char symbol) { return is_white_symbol(symbol) || symbol == '-'; };
    switch (syntax.kind) {
      case Kind::literals:
        return std::ranges::all_of(syntax.literals,
                                   [&](const std::string& text) { return parts(text.back()); });
      case Kind::sequence:
        for (const Syntax& part : syntax.parts) apart = is_apart_after(part, apart);
        return apart;
      case Kind::alternation:
        return std::ranges::all_of(syntax.parts,
                                   [&](const Syntax& part) { return is_apart_after(part, apart); });
      case Kind::repetition:
        return (apart || syntax.least > 0) && is_apart_after(syntax.parts.front(), apart);
      case Kind::set:
        return false;
      default:
        return apart;
    }
  }

  bool at_words_;
};

using Parts = std::vector<Syntax>;

/// The ways of a sequence: its first part taken apart where that is a choice.
void add_ways(Parts parts, std::vector<Parts>& ways) {
  if (parts.empty() || ways.size() >= kMaxWays) return ways.push_back(std::move(parts));
  const Syntax first = std::move(parts.front());
  parts.erase(parts.begin());
  const auto with = [&](const std::vector<Syntax>& heads) {
    Parts way = heads;
    way.insert(way.end(), parts.begin(), parts.end());
    return way;
  };
  if (first.kind == Kind::alternation) {
    for (const Syntax& part : first.parts) add_ways(with({part}), ways);
  } else if (first.kind == Kind::sequence) {
    add_ways(with(first.parts), ways);
  } else if (first.kind == Kind::repetition && first.least == 0 && first.most == 1) {
    add_ways(with(first.parts), ways);
    add_ways(std::move(parts), ways);
  } else {
    ways.push_back(with({first}));
  }
}

/// Leaves the best of those that are as long; says whether there are any.
bool keep_telling(std::vector<Needles>& needs, std::size_t length) {
  std::erase_if(needs, [&](const Needles& needles) { return worth(needles).first < length; });
  needs.resize(std::min(needs.size(), Landmarks::kMaxNeeds));
  return !needs.empty();
}

Landmarks landmarks_of(const Parts& way) {
  Landmarks landmarks;
  for (Opening& opening : openings_of_sequence(way)) {
    landmarks.openings.push_back(std::move(opening.text));
  }
  const bool anywhere = std::ranges::count(landmarks.openings, std::string()) > 0;
  if (anywhere) landmarks.openings.clear();
  // What begins the match is known already from where it opens.
  const std::size_t from = anywhere ? 0 : 1;
  landmarks.needs = NeedleReader(true).read_all(way, from);
  landmarks.at_words = keep_telling(landmarks.needs, kMinNeedle);
  if (landmarks.at_words) return landmarks;
  if (anywhere) landmarks.needs = NeedleReader(false).read_all(way, 0);
  keep_telling(landmarks.needs, 1);
  return landmarks;
}

}  // namespace

std::vector<Landmarks> find_landmarks(std::string_view expression) {
  std::vector<Landmarks> landmarks;
  const std::optional<Syntax> syntax = parse_syntax(expression);
  if (!syntax) return landmarks;
  std::vector<Parts> ways;
  add_ways({*syntax}, ways);
  for (const Parts& way : ways) landmarks.push_back(landmarks_of(way));
  return landmarks;
}

}  // namespace claimlint::lexicon
