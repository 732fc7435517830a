// SPDX-License-Identifier: Apache-2.0
#include "terms.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "inflect.hpp"

namespace claimlint::lexicon {
namespace {

using text::kNone;

// A single word that is a plural this short often is another thing without its -s: "hives",
// "piles", "shakes".
constexpr std::size_t kSingularLength = 7;

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};

// "Crohn's" and "Crohn" are one word.
std::string_view without_possessive(std::string_view word) {
  return word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
}

// "SCM", "HbA1c", "12"; and "C1", which has the shape of a word that only begins with a capital.
bool is_in_capitals(text::Shape shape, std::string_view word) {
  if (shape == text::Shape::lower) return false;
  return shape != text::Shape::capital ||
         std::count_if(word.begin(), word.end(), [](char c) { return 'a' <= c && c <= 'z'; }) == 1;
}

struct Node {
  std::uint32_t entry = kNone;        ///< of the term that ends here
  std::uint32_t upper_entry = kNone;  ///< of the one that ends here if in capitals
  bool loose = false;                 ///< the lexicon has a separator before: "St. John's wort"
};

struct Match {
  text::TokenRange tokens;
  std::uint32_t entry = 0;
};

// Longest first, then leftmost.
bool is_preferred(const Match& a, const Match& b) {
  return std::tuple(b.tokens.size(), a.tokens.first, a.entry) <
         std::tuple(a.tokens.size(), b.tokens.first, b.entry);
}

}  // namespace

struct Terms::Impl {
  std::unordered_map<std::string, std::uint32_t, TransparentHash, std::equal_to<>> vocabulary;
  std::unordered_map<std::uint64_t, std::uint32_t> children;  ///< by node and word
  std::vector<Node> nodes{Node{}};
  std::vector<std::string> words;

  void add(const Term& term);
  void add(const std::vector<std::string>& words, const std::vector<text::Token>& tokens,
           const Term& term);
  [[nodiscard]] std::uint32_t word_id(std::string_view word) const;
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::string_view word) const;
  void match_from(std::uint32_t first, const text::Document& document, text::TokenRange within,
                  std::span<const std::string> replaced, std::vector<Match>& matches) const;
};

std::uint32_t Terms::Impl::word_id(std::string_view word) const {
  auto found = vocabulary.find(word);
  if (found == vocabulary.end()) found = vocabulary.find(without_possessive(word));
  return found == vocabulary.end() ? kNone : found->second;
}

std::uint32_t Terms::Impl::child(std::uint32_t node, std::string_view word) const {
  const std::uint32_t id = word_id(word);
  if (id == kNone) return kNone;
  const auto found = children.find(std::uint64_t{node} << 32U | id);
  return found == children.end() ? kNone : found->second;
}

void Terms::Impl::add(const std::vector<std::string>& path, const std::vector<text::Token>& tokens,
                      const Term& term) {
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto new_word = static_cast<std::uint32_t>(vocabulary.size());
    const std::uint32_t word = vocabulary.try_emplace(path[i], new_word).first->second;
    const auto new_node = static_cast<std::uint32_t>(nodes.size());
    const auto [next, added] = children.try_emplace(std::uint64_t{node} << 32U | word, new_node);
    if (added) nodes.emplace_back();
    node = next->second;
    if (i > 0 && !tokens[i].joined) nodes[node].loose = true;
  }
  std::uint32_t& entry = term.upper ? nodes[node].upper_entry : nodes[node].entry;
  entry = std::min(entry, term.entry);
}

void Terms::Impl::add(const Term& term) {
  const text::Folded folded = text::fold(term.text);
  const std::vector<text::Token> tokens = text::split_tokens(folded, term.text);
  if (tokens.empty()) return;  // a unit such as "%" is for those who read the characters
  std::vector<std::string> path;
  for (const text::Token& token : tokens) {
    const auto word = std::string_view(folded.text).substr(token.begin, token.end - token.begin);
    path.emplace_back(without_possessive(word));
  }
  add(path, tokens, term);
  const std::string last = path.back();
  std::vector<std::string> forms = plurals(last);
  if (path.size() > 1 || last.size() >= kSingularLength) {
    const std::vector<std::string> more = singulars(last);
    forms.insert(forms.end(), more.begin(), more.end());
  }
  for (std::string& form : forms) {
    path.back() = std::move(form);
    add(path, tokens, term);
  }
}

void Terms::Impl::match_from(std::uint32_t first, const text::Document& document,
                             text::TokenRange within, std::span<const std::string> replaced,
                             std::vector<Match>& matches) const {
  std::uint32_t node = 0;
  bool capitals = true;
  for (std::uint32_t token = first; token < within.last; ++token) {
    const bool is_replaced = token < replaced.size() && !replaced[token].empty();
    node = child(node, is_replaced ? std::string_view(replaced[token]) : document.word(token));
    if (node == kNone) return;
    if (token > first && !document.tokens[token].joined && !nodes[node].loose) return;
    capitals = capitals && is_in_capitals(document.tokens[token].shape, document.word(token));
    const bool takes_upper = capitals && nodes[node].upper_entry != kNone;
    const std::uint32_t entry = takes_upper ? nodes[node].upper_entry : nodes[node].entry;
    if (entry != kNone) matches.push_back({{first, token + 1}, entry});
  }
}

Terms::Terms(const std::vector<Term>& terms) : impl_(std::make_unique<Impl>()) {
  for (const Term& term : terms) impl_->add(term);
  for (const auto& [word, id] : impl_->vocabulary) impl_->words.push_back(word);
  std::sort(impl_->words.begin(), impl_->words.end());
}

Terms::Terms(Terms&&) noexcept = default;
Terms& Terms::operator=(Terms&&) noexcept = default;
Terms::~Terms() = default;

std::vector<Terms::Hit> Terms::find(const text::Document& document, text::TokenRange within,
                                    std::span<const std::string> words) const {
  std::vector<Match> matches;
  for (std::uint32_t first = within.first; first < within.last; ++first) {
    impl_->match_from(first, document, within, words, matches);
  }
  std::sort(matches.begin(), matches.end(), is_preferred);
  std::vector<bool> taken(within.size());
  std::vector<Hit> hits;
  for (const Match& match : matches) {
    const auto begin = taken.begin() + (match.tokens.first - within.first);
    const auto end = begin + match.tokens.size();
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    hits.push_back({match.tokens, match.entry});
  }
  std::sort(hits.begin(), hits.end(),
            [](const Hit& a, const Hit& b) { return a.tokens.first < b.tokens.first; });
  return hits;
}

bool Terms::has_word(std::string_view word) const { return impl_->word_id(word) != kNone; }

const std::vector<std::string>& Terms::words() const { return impl_->words; }

}  // namespace claimlint::lexicon
