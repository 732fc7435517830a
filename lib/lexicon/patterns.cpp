// SPDX-License-Identifier: Apache-2.0
#include "patterns.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>

#include "edges.hpp"
#include "literals.hpp"
#include "needle_users.hpp"
#include "opening_index.hpp"
#include "pattern_memory.hpp"
#include "programs.hpp"
#include "regex.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {
namespace {

std::size_t next_code_point(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && is_continuation(static_cast<unsigned char>(text[at])));
  return at;
}

}  // namespace

struct Patterns::Impl {
  explicit Impl(FlatReader& in);

  [[nodiscard]] std::optional<std::size_t> match_at(std::uint32_t pattern, std::string_view text,
                                                    std::size_t at, MatchMemory& memory) const {
    if (programs.knows(pattern)) return programs.match_at(pattern, text, at, memory);
    return regexes.at(pattern).match_at(text, at);
  }
  [[nodiscard]] std::optional<std::size_t> longest_at(std::uint32_t pattern, std::string_view text,
                                                      std::size_t at, MatchMemory& memory) const {
    if (programs.knows(pattern)) return programs.longest_at(pattern, text, at, memory);
    return regexes.at(pattern).longest_at(text, at);
  }

  StringList texts;
  Programs programs;
  std::uint64_t gates = 0;
  OpeningIndex index;
  NeedleUsers needle_users;
  Literals needles;
  std::span<const OpeningIndex::Entry> anywhere;  ///< that may match anywhere
  std::map<std::uint32_t, Regex> regexes;         ///< of expressions without a program
};

Patterns::Impl::Impl(FlatReader& in)
    : texts(in),
      programs(in),
      gates(in.count()),
      index(in, texts.size(), gates),
      needle_users(in, gates),
      needles(in, needle_users.size()),
      anywhere(in.values<OpeningIndex::Entry>()) {
  require(programs.size() == texts.size());
  require(std::ranges::all_of(anywhere, [&](const OpeningIndex::Entry& entry) {
    return entry.opens_pattern(texts.size(), gates);
  }));
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    if (!programs.knows(i)) regexes.try_emplace(i, texts[i]);
  }
}

/// The hits of a set of expressions in one stretch of a document.
class PatternFinder {
 public:
  PatternFinder(const Patterns::Impl& patterns, const text::Document& document, Span within,
                PatternMemory& memory)
      : patterns_(patterns),
        document_(document),
        within_(within),
        text_(document.folded_text(within)),
        memory_(memory) {
    memory.begin(patterns.texts.size(), patterns.gates);
  }

  const std::vector<Patterns::Hit>& find_all() {
    return find([](std::uint32_t) { return true; });
  }

  const std::vector<Patterns::Hit>& find_only(std::span<const std::uint32_t> patterns) {
    if (patterns.empty()) return memory_.hits_;
    for (const std::uint32_t pattern : patterns) memory_.state(pattern).wanted = true;
    return find([&](std::uint32_t pattern) { return memory_.state(pattern).wanted; });
  }

 private:
  template <typename Wanted>
  const std::vector<Patterns::Hit>& find(const Wanted& wanted) {
    find_places();
    find_candidates(wanted);
    seek(wanted);
    for (const auto& [place, pattern, gates] : memory_.candidates_) {
      if (place >= memory_.end_of(gates)) continue;
      PatternMemory::State& state = memory_.state(pattern);
      if (place < state.until || state.tried == place + 1) continue;
      state.tried = place + 1;
      memory_.match_.begin_tries();
      try_at(pattern, place, state);
    }
    std::sort(memory_.hits_.begin(), memory_.hits_.end(),
              [](const Patterns::Hit& a, const Patterns::Hit& b) {
                return std::tie(a.folded, a.pattern) < std::tie(b.folded, b.pattern);
              });
    return memory_.hits_;
  }

  [[nodiscard]] bool is_edge(std::size_t at) const {
    return document_.is_token_edge(within_.begin + at);
  }

  /// No hit begins inside a token.
  void find_places() {
    const text::TokenRange tokens = document_.tokens_in(within_);
    std::size_t at = 0;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      const text::Token& token = document_.tokens[i];
      if (token.begin >= within_.begin) {
        at = add_places(at, token.begin - within_.begin);
        add_place(at);
      }
      at = std::min<std::size_t>(token.end, within_.end) - within_.begin;
    }
    add_places(at, text_.size());
  }

  std::size_t add_places(std::size_t at, std::size_t end) {
    for (; at < end; at = next_code_point(text_, at)) add_place(at);
    return end;
  }

  void add_place(std::size_t at) {
    if (may_begin(text_, at)) memory_.places_.push_back(static_cast<std::uint32_t>(at));
  }

  /// What opens somewhere, and the gates that are open.
  template <typename Wanted>
  void find_candidates(const Wanted& wanted) {
    for (const std::uint32_t place : memory_.places_) {
      patterns_.index.find(text_, place, [&](const OpeningIndex::Entry& entry) {
        if (entry.pattern == text::kNone) {
          memory_.open(entry.gates.front(), place);
        } else if (wanted(entry.pattern)) {
          memory_.candidates_.push_back({place, entry.pattern, entry.gates});
        }
      });
    }
    if (patterns_.needle_users.size() == 0) return;
    patterns_.needles.find(text_, [&](std::uint32_t needle, std::uint32_t last) {
      for (const std::uint32_t gate : patterns_.needle_users[needle]) memory_.open(gate, last);
    });
  }

  /// Tries what may begin with anything.
  template <typename Wanted>
  void seek(const Wanted& wanted) {
    for (const auto& [pattern, gates] : patterns_.anywhere) {
      const std::uint32_t end = memory_.end_of(gates);
      if (end == 0 || !wanted(pattern)) continue;
      PatternMemory::State& state = memory_.state(pattern);
      if (state.until == 0) memory_.sought_.push_back(pattern);
      state.until = std::max(state.until, end);
    }
    for (const std::uint32_t pattern : memory_.sought_) try_everywhere(pattern);
  }

  void try_everywhere(std::uint32_t pattern) {
    PatternMemory::State& state = memory_.state(pattern);
    const ClassMask first = patterns_.programs.first(pattern);
    memory_.match_.begin_tries();
    for (const std::uint32_t place : memory_.places_) {
      if (place >= state.until) break;
      if ((first & mask_of(text_[place])) != 0) try_at(pattern, place, state);
    }
  }

  /// What parts a hit from the one before may belong to only one of them.
  [[nodiscard]] bool may_try(std::size_t at, std::size_t from) const {
    return at > from || from == 0 || (at == from && is_word_edge(text_, at));
  }

  void try_at(std::uint32_t pattern, std::size_t at, PatternMemory::State& state) {
    if (!may_try(at, state.from)) return;
    if (memory_.costs_ == nullptr) return match_at(pattern, at, state);
    PatternCost& cost = (*memory_.costs_)[pattern];
    const std::size_t hits = memory_.hits_.size();
    const auto begin = std::chrono::steady_clock::now();
    match_at(pattern, at, state);
    cost.time += std::chrono::steady_clock::now() - begin;
    ++cost.tries;
    cost.hits += memory_.hits_.size() - hits;
  }

  void match_at(std::uint32_t pattern, std::size_t at, PatternMemory::State& state) {
    std::optional<std::size_t> end = patterns_.match_at(pattern, text_, at, memory_.match_);
    // A match that ends inside a token gives way to the longest that begins where it does.
    if (end && !is_edge(*end)) end = patterns_.longest_at(pattern, text_, at, memory_.match_);
    if (!end || *end == at || !is_edge(*end)) return;
    memory_.hits_.push_back({pattern, {within_.begin + at, within_.begin + *end}});
    state.from = static_cast<std::uint32_t>(*end);
  }

  const Patterns::Impl& patterns_;
  const text::Document& document_;
  Span within_;
  std::string_view text_;
  PatternMemory& memory_;
};

Patterns::Patterns(FlatReader& in) : impl_(std::make_unique<Impl>(in)) {}
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

std::size_t Patterns::size() const { return impl_->texts.size(); }

std::vector<Patterns::Hit> Patterns::find(const text::Document& document, Span within) const {
  PatternMemory memory;
  return find(document, within, memory);
}

const std::vector<Patterns::Hit>& Patterns::find(const text::Document& document, Span within,
                                                 PatternMemory& memory) const {
  return PatternFinder(*impl_, document, within, memory).find_all();
}

const std::vector<Patterns::Hit>& Patterns::find_only(const text::Document& document, Span within,
                                                      std::span<const std::uint32_t> patterns,
                                                      PatternMemory& memory) const {
  return PatternFinder(*impl_, document, within, memory).find_only(patterns);
}

std::string Patterns::problem_with(const std::string& expression) {
  return Regex::examine(expression).problem;
}

// RE2 tells its version neither in a header nor at run time nor, in Debian, in pkg-config.
std::string re2_version() { return "unversioned"; }

}  // namespace claimlint::lexicon
