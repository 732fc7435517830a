// SPDX-License-Identifier: Apache-2.0
#include "patterns.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <tuple>

#include "literals.hpp"
#include "needle_users.hpp"
#include "opening_index.hpp"
#include "regex.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {
namespace {

std::size_t next_code_point(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

struct Expression {
  explicit Expression(std::string_view text) : regex(text) {}

  Regex regex;
  bool finite = false;  ///< its openings are all its matches
};

using Candidates = std::vector<OpeningIndex::Found>;

/// The hits of a set of expressions in one stretch of a document.
class Finder {
 public:
  using Hit = Patterns::Hit;

  Finder(const std::deque<Expression>& expressions, const Patterns::Wanted& wanted,
         const text::Document& document, Span within)
      : expressions_(expressions),
        wanted_(wanted),
        document_(document),
        within_(within),
        text_(document.folded_text(within)),
        from_(expressions.size()) {}

  /// All hits that begin as the index tells.
  void find_openings(const OpeningIndex& index) {
    Candidates found;
    std::uint32_t token = document_.tokens_in(within_).first;
    for (std::size_t at = 0; at < text_.size(); at = next_code_point(text_, at)) {
      at = out_of_token(at, token);
      if (at >= text_.size() || !may_begin(text_, at)) continue;
      found.clear();
      index.find(text_, at, found);
      if (!found.empty()) try_all(found, at);
    }
  }

  /// All hits of one expression, wherever they begin.
  void search(std::uint32_t pattern) {
    if (!wanted_(pattern)) return;
    const Regex& regex = expressions_[pattern].regex;
    for (std::size_t from = 0; from < text_.size();) {
      const std::optional<Span> match = regex.search(text_, from);
      if (!match) return;
      from = next_code_point(text_, match->begin);
      if (!is_edge(match->begin)) continue;
      const std::optional<std::size_t> end =
          settle(match->begin, match->end, [&] { return regex.longest_at(text_, match->begin); });
      if (end) from = add(pattern, {match->begin, *end});
    }
  }

  std::vector<Hit> take() {
    std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) {
      return std::tie(a.folded, a.pattern) < std::tie(b.folded, b.pattern);
    });
    return std::move(hits_);
  }

 private:
  [[nodiscard]] bool is_edge(std::size_t at) const {
    return document_.is_token_edge(within_.begin + at);
  }

  /// `at`, or the end of the token it lies in: no hit begins inside one. `token` is the first that
  /// may end behind it.
  [[nodiscard]] std::size_t out_of_token(std::size_t at, std::uint32_t& token) const {
    const auto& tokens = document_.tokens;
    const std::size_t place = within_.begin + at;
    while (token < tokens.size() && tokens[token].end <= place) ++token;
    if (token == tokens.size() || tokens[token].begin >= place) return at;
    return tokens[token].end - within_.begin;
  }

  /// A match that ends inside a token gives way to the longest that begins where it does.
  template <typename Longest>
  [[nodiscard]] std::optional<std::size_t> settle(std::size_t begin, std::optional<std::size_t> end,
                                                  Longest longest) const {
    if (end && !is_edge(*end)) end = longest();
    if (!end || *end == begin || !is_edge(*end)) return std::nullopt;
    return end;
  }

  std::size_t add(std::uint32_t pattern, Span span) {
    hits_.push_back({pattern, {within_.begin + span.begin, within_.begin + span.end}});
    return span.end;
  }

  void try_all(Candidates& found, std::size_t at) {
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tie(a.pattern, a.rank) < std::tie(b.pattern, b.rank);
    });
    for (auto first = found.begin(); first != found.end();) {
      const auto last = std::find_if(
          first, found.end(), [&](const auto& each) { return each.pattern != first->pattern; });
      if (may_try(first->pattern, at) && wanted_(first->pattern)) try_one(first, last, at);
      first = last;
    }
  }

  /// What parts a hit from the one before may belong to only one of them.
  [[nodiscard]] bool may_try(std::uint32_t pattern, std::size_t at) const {
    const std::size_t from = from_[pattern];
    return at > from || from == 0 || (at == from && is_word_edge(text_, at));
  }

  void try_one(Candidates::iterator first, Candidates::iterator last, std::size_t at) {
    const Expression& expression = expressions_[first->pattern];
    const std::optional<std::size_t> end =
        expression.finite ? settle(at, preferred(first, last), [&] { return longest(first, last); })
                          : settle(at, expression.regex.match_at(text_, at),
                                   [&] { return expression.regex.longest_at(text_, at); });
    if (end) from_[first->pattern] = add(first->pattern, {at, *end});
  }

  [[nodiscard]] std::optional<std::size_t> preferred(Candidates::iterator first,
                                                     Candidates::iterator last) const {
    const auto found =
        std::find_if(first, last, [&](const auto& each) { return may_end(text_, each.end); });
    if (found == last) return std::nullopt;
    return found->end;
  }

  static std::optional<std::size_t> longest(Candidates::iterator first, Candidates::iterator last) {
    return std::max_element(first, last, [](const auto& a, const auto& b) { return a.end < b.end; })
        ->end;
  }

  const std::deque<Expression>& expressions_;
  const Patterns::Wanted& wanted_;
  const text::Document& document_;
  Span within_;
  std::string_view text_;
  std::vector<std::size_t> from_;  ///< by expression: where its next hit may begin
  std::vector<Hit> hits_;
};

}  // namespace

struct Patterns::Impl {
  explicit Impl(FlatReader& in);

  [[nodiscard]] std::vector<std::uint32_t> to_search(std::string_view text) const;

  StringList texts;
  std::span<const std::uint8_t> finite;
  OpeningIndex index;
  NeedleUsers needle_users;
  Literals needles;
  std::span<const std::uint32_t> others;  ///< that may match anywhere
  std::deque<Expression> expressions;
};

Patterns::Impl::Impl(FlatReader& in)
    : texts(in),
      finite(in.values<std::uint8_t>()),
      index(in, texts.size()),
      needle_users(in, texts.size()),
      needles(in, needle_users.size()),
      others(in.values<std::uint32_t>()) {
  require(finite.size() == texts.size());
  require(std::ranges::all_of(others, [&](std::uint32_t other) { return other < texts.size(); }));
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    expressions.emplace_back(texts[i]).finite = finite[i] != 0;
  }
}

std::vector<std::uint32_t> Patterns::Impl::to_search(std::string_view text) const {
  std::vector<std::uint32_t> patterns(others.begin(), others.end());
  for (const std::uint32_t needle : needles.find(text)) {
    const auto users = needle_users[needle];
    patterns.insert(patterns.end(), users.begin(), users.end());
  }
  std::sort(patterns.begin(), patterns.end());
  patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
  return patterns;
}

Patterns::Patterns(FlatReader& in) : impl_(std::make_unique<Impl>(in)) {}
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

std::size_t Patterns::size() const { return impl_->expressions.size(); }

std::vector<Patterns::Hit> Patterns::find(const text::Document& document, Span within) const {
  return find(document, within, [](std::uint32_t) { return true; });
}

std::vector<Patterns::Hit> Patterns::find(const text::Document& document, Span within,
                                          const Wanted& wanted) const {
  if (impl_->expressions.empty() || within.empty()) return {};
  Finder finder(impl_->expressions, wanted, document, within);
  finder.find_openings(impl_->index);
  for (const std::uint32_t pattern : impl_->to_search(document.folded_text(within))) {
    finder.search(pattern);
  }
  return finder.take();
}

std::string Patterns::problem_with(const std::string& expression) {
  return Regex::problem_with(expression);
}

// RE2 tells its version neither in a header nor at run time nor, in Debian, in pkg-config.
std::string re2_version() { return "unversioned"; }

}  // namespace claimlint::lexicon
