// SPDX-License-Identifier: Apache-2.0
#include "patterns.hpp"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <tuple>

#include "literals.hpp"

namespace claimlint::lexicon {
namespace {

// What the states of one expression may take; beyond it RE2 goes on more slowly, never wrongly.
constexpr std::int64_t kMemory = 16 << 20;

// Shorter strings stand in nearly every sentence and rule nothing out.
constexpr int kLiteralLength = 3;

// RE2 finds edges as ASCII has them: a hit begins and ends where a letter or digit meets something
// else, or beside something else. Document::is_token_edge then decides.
constexpr std::string_view kBegin = "(?:\\b|^|[^a-z0-9])";
constexpr std::string_view kEnd = "(?:\\b|$|[^a-z0-9])";

RE2::Options options(bool longest = false) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kMemory);
  options.set_dot_nl(true);  // a sentence may run over line ends
  options.set_longest_match(longest);
  return options;
}

std::string with_edges(std::string_view expression) {
  return std::string(kBegin).append("(").append(expression).append(")").append(kEnd);
}

// Just behind the class that begins at `begin`. A bracket that comes first does not close it.
std::size_t end_of_class(std::string_view expression, std::size_t begin) {
  std::size_t at = begin + 1;
  if (expression.substr(at).starts_with('^')) ++at;
  if (expression.substr(at).starts_with(']')) ++at;
  while (at < expression.size() && expression[at] != ']') {
    if (expression.substr(at).starts_with("[:")) {
      const std::size_t end = expression.find(":]", at);
      at = end == std::string_view::npos ? expression.size() : end + 2;
    } else {
      at += expression[at] == '\\' ? 2 : 1;
    }
  }
  return std::min(at + 1, expression.size());
}

// Of a range ("[ -~]") a blank stays an end.
void append_class(std::string& opened, std::string_view characters) {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i] == ' ' && !characters.substr(i + 1).starts_with('-')) {
      opened += "\\s";
    } else {
      opened += characters[i];
    }
  }
}

// A blank matches any run of blanks and line ends; in a character class it stands for one of them.
std::string with_open_blanks(std::string_view expression) {
  std::string opened;
  std::size_t at = 0;
  while (at < expression.size()) {
    std::size_t end = at + 1;
    if (expression[at] == '[') {
      end = end_of_class(expression, at);
      append_class(opened, expression.substr(at, end - at));
    } else if (expression[at] == ' ') {
      opened += "(?:\\s+)";
    } else {
      if (expression[at] == '\\') end = std::min(at + 2, expression.size());
      opened += expression.substr(at, end - at);
    }
    at = end;
  }
  return opened;
}

std::size_t next_code_point(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::optional<Span> match(const RE2& regex, std::string_view text, std::size_t from,
                          RE2::Anchor anchor) {
  std::array<re2::StringPiece, 2> groups;
  if (!regex.Match(piece(text), from, text.size(), anchor, groups.data(), 2)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  return Span{begin, begin + groups[1].size()};
}

/// One expression as it is tried where a hit ended inside a token; seldom needed.
class LongestMatch {
 public:
  explicit LongestMatch(std::string expression) : text_(std::move(expression)) {}

  /// The longest hit that begins exactly at `from`.
  [[nodiscard]] std::optional<Span> find(std::string_view text, std::size_t from) const {
    std::call_once(compiled_, [&] {
      regex_ = std::make_unique<RE2>("(" + text_ + ")", options(/*longest=*/true));
    });
    return match(*regex_, text, from, RE2::ANCHOR_START);
  }

 private:
  std::string text_;
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<RE2> regex_;
};

/// All expressions, and the literals without which they cannot match. One RE2::Set would tell the
/// candidates too, but the states of hundreds of expressions multiply: on the shipped lexicons it
/// took ten times as long as trying each expression by itself.
struct Filter {
  explicit Filter(const std::vector<std::string>& expressions);

  re2::FilteredRE2 regexes{kLiteralLength};
  std::optional<Literals> literals;
};

Filter::Filter(const std::vector<std::string>& expressions) {
  for (const std::string& expression : expressions) {
    int number = 0;
    regexes.Add(with_edges(expression), options(), &number);
  }
  std::vector<std::string> found;
  regexes.Compile(&found);
  literals.emplace(found);
}

}  // namespace

struct Patterns::Impl {
  std::vector<std::string> texts;
  std::deque<LongestMatch> longest;
  mutable std::once_flag compiled;
  mutable std::optional<Filter> filter;

  [[nodiscard]] std::vector<int> candidates(std::string_view text) const;
  void find(std::uint32_t pattern, const text::Document& document, Span within,
            std::vector<Hit>& hits) const;
};

std::vector<int> Patterns::Impl::candidates(std::string_view text) const {
  std::call_once(compiled, [this] { filter.emplace(texts); });
  std::vector<int> found;
  filter->regexes.AllPotentials(filter->literals->find(text), &found);
  return found;
}

void Patterns::Impl::find(std::uint32_t pattern, const text::Document& document, Span within,
                          std::vector<Hit>& hits) const {
  const std::string_view text = document.folded_text(within);
  const auto is_edge = [&](std::size_t at) { return document.is_token_edge(within.begin + at); };
  const RE2& regex = filter->regexes.GetRE2(static_cast<int>(pattern));
  std::size_t from = 0;
  while (from < text.size()) {
    std::optional<Span> hit = match(regex, text, from, RE2::UNANCHORED);
    if (!hit) return;
    if (is_edge(hit->begin) && !is_edge(hit->end)) hit = longest[pattern].find(text, hit->begin);
    if (!hit) return;
    if (!hit->empty() && is_edge(hit->begin) && is_edge(hit->end)) {
      hits.push_back({pattern, {within.begin + hit->begin, within.begin + hit->end}});
      from = hit->end;
    } else {
      from = next_code_point(text, hit->begin);
    }
  }
}

Patterns::Patterns(const std::vector<std::string>& expressions) : impl_(std::make_unique<Impl>()) {
  for (const std::string& expression : expressions) {
    impl_->texts.push_back(with_open_blanks(expression));
    impl_->longest.emplace_back(impl_->texts.back());
  }
}

Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;
Patterns::~Patterns() = default;

std::vector<Patterns::Hit> Patterns::find(const text::Document& document, Span within) const {
  std::vector<Hit> hits;
  if (impl_->texts.empty() || within.empty()) return hits;
  for (const int pattern : impl_->candidates(document.folded_text(within))) {
    impl_->find(static_cast<std::uint32_t>(pattern), document, within, hits);
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.folded, a.pattern) < std::tie(b.folded, b.pattern);
  });
  return hits;
}

std::string Patterns::problem_with(const std::string& expression) {
  const std::string opened = with_open_blanks(expression);
  const RE2 regex(opened, options());
  if (!regex.ok()) return regex.error();
  if (RE2::FullMatch("", regex)) return "the expression matches the empty text";
  const RE2 edged(with_edges(opened), options());
  return edged.ok() ? std::string() : edged.error();
}

// RE2 tells its version neither in a header nor at run time nor, in Debian, in pkg-config.
std::string re2_version() { return "unversioned"; }

}  // namespace claimlint::lexicon
