// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_map>

#include "inflect.hpp"
#include "terms.hpp"

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

/// The words of one form of a term.
struct Path {
  std::size_t begin = 0;  ///< in Paths::steps
  std::uint32_t size = 0;
  std::uint32_t entry = 0;
  bool upper = false;
};

struct Step {
  std::uint32_t word = 0;
  bool loose = false;  ///< the term has a separator before the word
};

/// All forms of all terms, as numbers of words.
class Paths {
 public:
  void add(const Term& term);

  /// Gives each word its rank among all as its number, and puts the paths in order.
  std::vector<std::string_view> sort();

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(paths_.size()); }
  [[nodiscard]] const Path& operator[](std::uint32_t path) const { return paths_[path]; }
  [[nodiscard]] const Step& step(std::uint32_t path, std::uint32_t at) const {
    return steps_[paths_[path].begin + at];
  }

 private:
  std::uint32_t number_of(std::string_view word);
  void add(std::span<const Step> head, Step last, const Term& term);
  [[nodiscard]] bool comes_before(const Path& a, const Path& b) const;

  std::unordered_map<std::string, std::uint32_t, TransparentHash, std::equal_to<>> vocabulary_;
  std::vector<Step> steps_;
  std::vector<Path> paths_;
};

std::uint32_t Paths::number_of(std::string_view word) {
  const auto found = vocabulary_.find(word);
  if (found != vocabulary_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(vocabulary_.size());
  vocabulary_.emplace(word, number);
  return number;
}

void Paths::add(std::span<const Step> head, Step last, const Term& term) {
  const auto size = static_cast<std::uint32_t>(head.size() + 1);
  paths_.push_back({steps_.size(), size, term.entry, term.upper});
  steps_.insert(steps_.end(), head.begin(), head.end());
  steps_.push_back(last);
}

void Paths::add(const Term& term) {
  const text::Folded folded = text::fold(term.text);
  const std::vector<text::Token> tokens = text::split_tokens(folded, term.text);
  if (tokens.empty()) return;  // a unit such as "%" is for those who read the characters
  std::vector<Step> path;
  std::string_view last;
  for (const text::Token& token : tokens) {
    const auto word = std::string_view(folded.text).substr(token.begin, token.end - token.begin);
    last = without_possessive(word);
    path.push_back({number_of(last), !path.empty() && !token.joined});
  }
  Step step = path.back();
  path.pop_back();
  add(path, step, term);
  std::vector<std::string> forms = plurals(last);
  if (!path.empty() || last.size() >= kSingularLength) {
    std::ranges::move(singulars(last), std::back_inserter(forms));
  }
  for (const std::string& form : forms) {
    step.word = number_of(form);
    add(path, step, term);
  }
}

bool Paths::comes_before(const Path& a, const Path& b) const {
  const auto begin = steps_.begin();
  const auto first = [&](const Path& path) {
    return begin + static_cast<std::ptrdiff_t>(path.begin);
  };
  return std::lexicographical_compare(first(a), first(a) + a.size, first(b), first(b) + b.size,
                                      [](const Step& x, const Step& y) { return x.word < y.word; });
}

std::vector<std::string_view> Paths::sort() {
  std::vector<std::string_view> words;
  words.reserve(vocabulary_.size());
  for (const auto& [word, number] : vocabulary_) words.push_back(word);
  std::sort(words.begin(), words.end());
  std::vector<std::uint32_t> ranks(words.size());
  for (std::uint32_t rank = 0; rank < words.size(); ++rank) {
    ranks[vocabulary_.find(words[rank])->second] = rank;
  }
  for (Step& step : steps_) step.word = ranks[step.word];
  std::sort(paths_.begin(), paths_.end(),
            [&](const Path& a, const Path& b) { return comes_before(a, b); });
  return words;
}

/// What stands at the nodes of the trie, as Terms has it.
class Nodes {
 public:
  Nodes(const Paths& paths, const TrieLayout<std::uint32_t>& trie) {
    entries_.reserve(trie.keys.size());
    for (std::uint32_t node = 0; node < trie.keys.size(); ++node) add(node, trie.keys[node], paths);
  }

  void write(FlatWriter& out) const {
    out.add(entries_);
    out.add(upper_nodes_);
    out.add(upper_entries_);
    out.add(loose_nodes_);
  }

 private:
  void add(std::uint32_t node, const Stretch& keys, const Paths& paths) {
    std::uint32_t entry = kNone;
    std::uint32_t upper = kNone;
    bool loose = false;
    for (std::uint32_t key = keys.first; key < keys.last; ++key) {
      loose = loose || (keys.length > 0 && paths.step(key, keys.length - 1).loose);
      if (paths[key].size != keys.length) continue;
      std::uint32_t& own = paths[key].upper ? upper : entry;
      own = std::min(own, paths[key].entry);
    }
    entries_.push_back(entry);
    if (loose) loose_nodes_.push_back(node);
    if (upper == kNone) return;
    upper_nodes_.push_back(node);
    upper_entries_.push_back(upper);
  }

  std::vector<std::uint32_t> entries_;
  std::vector<std::uint32_t> upper_nodes_;
  std::vector<std::uint32_t> upper_entries_;
  std::vector<std::uint32_t> loose_nodes_;
};

}  // namespace

void Terms::write(std::span<const Term> terms, FlatWriter& out) {
  Paths paths;
  for (const Term& term : terms) paths.add(term);
  WordTable::write(paths.sort(), out);
  const auto trie = lay_out<std::uint32_t>(
      paths.size(), [&](std::uint32_t path) { return paths[path].size; },
      [&](std::uint32_t path, std::uint32_t at) { return paths.step(path, at).word; });
  trie.write(out);
  Nodes(paths, trie).write(out);
}

}  // namespace claimlint::lexicon
