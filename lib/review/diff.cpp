// SPDX-License-Identifier: Apache-2.0
#include "claimlint/diff.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "rising.hpp"
#include "word_sets.hpp"

namespace claimlint {
namespace {

/// From this share of common words on, two sentences are one that was edited.
constexpr double kSameSentence = 0.5;

/// More pairs than this are no edited article but another one.
constexpr std::size_t kMaxPairs = 250'000;

/// A claim with its sentence, in the order of the document.
struct Stated {
  const Sentence* sentence = nullptr;
  const Claim* claim = nullptr;
};

bool is_shown(const Stated& stated) { return !stated.claim->vetoed; }

std::vector<Stated> claims_of(const Report* report) {
  std::vector<Stated> all;
  if (report == nullptr) return all;
  for (const Sentence& sentence : report->sentences) {
    for (const Claim& claim : sentence.claims) all.push_back({&sentence, &claim});
  }
  return all;
}

using ById = std::unordered_map<std::string_view, std::size_t>;

ById index_of(const std::vector<Stated>& claims) {
  ById index;
  for (std::size_t i = 0; i < claims.size(); ++i) index.emplace(claims[i].claim->id, i);
  return index;
}

ClaimState state_of(const Stated& stated) {
  return {stated.claim->id,       stated.claim->type,    stated.claim->rule,
          stated.claim->severity, stated.sentence->line, stated.sentence->column,
          stated.sentence->text};
}

std::string_view family_of(const Claim& claim) {
  return std::string_view(claim.type).substr(0, claim.type.find('.'));
}

/// A gone and a new claim that may be one whose words were changed.
struct Edit {
  bool same_type = false;
  double likeness = 0;
  std::size_t before = 0;
  std::size_t after = 0;
  /// The likeliest first.
  [[nodiscard]] auto order() const { return std::tuple(!same_type, -likeness, after, before); }
};

class ClaimComparison {
 public:
  ClaimComparison(const Report* before, const Report* after)
      : before_(claims_of(before)), after_(claims_of(after)), new_ids_(index_of(after_)) {}

  std::vector<ClaimChange> run() {
    match();
    find_moved();
    find_edits();
    std::vector<ClaimChange> changes;
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (changes_[i]) changes.push_back(std::move(*changes_[i]));
    }
    for (const std::size_t gone : gone_) changes.push_back(gone_change(gone));
    return changes;
  }

 private:
  struct Pair {
    std::size_t before;
    std::size_t after;
  };

  void match() {
    const ById old_ids = index_of(before_);
    std::vector<bool> kept(before_.size(), false);
    changes_.resize(after_.size());
    for (std::size_t i = 0; i < after_.size(); ++i) {
      if (!is_shown(after_[i])) continue;
      const auto old = old_ids.find(after_[i].claim->id);
      if (old != old_ids.end() && is_shown(before_[old->second])) {
        stayed_.push_back({old->second, i});
        kept[old->second] = true;
      } else if (after_[i].claim->unsupported) {
        added_.push_back(i);
        changes_[i] = ClaimChange{Change::added, std::nullopt, state_of(after_[i]),
                                  old == old_ids.end() ? "" : veto_of(before_[old->second])};
      }
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!kept[i] && before_[i].claim->counts()) gone_.push_back(i);
    }
  }

  static std::string veto_of(const Stated& stated) {
    return stated.claim->vetoed ? stated.claim->vetoed->reason : "";
  }

  /// Severity first: it tells more than the place.
  void find_moved() {
    std::vector<std::size_t> order;
    order.reserve(stayed_.size());
    for (const Pair& pair : stayed_) order.push_back(pair.before);
    const std::vector<bool> in_order = review::longest_rising(order);
    for (std::size_t i = 0; i < stayed_.size(); ++i) {
      const Stated& old = before_[stayed_[i].before];
      const Stated& now = after_[stayed_[i].after];
      const bool moved = !in_order[i] || old.sentence->block != now.sentence->block;
      const Change change = by_severity(old, now, Change::moved);
      if (change == Change::moved && (!moved || !now.claim->unsupported)) continue;
      changes_[stayed_[i].after] = ClaimChange{change, state_of(old), state_of(now), {}};
    }
  }

  static Change by_severity(const Stated& old, const Stated& now, Change equal) {
    if (old.claim->severity == now.claim->severity) return equal;
    return old.claim->severity < now.claim->severity ? Change::strengthened : Change::softened;
  }

  void find_edits() {
    std::vector<Edit> edits = possible_edits();
    std::ranges::sort(edits, {}, &Edit::order);
    for (const Edit& edit : edits) {
      const auto gone = std::ranges::find(gone_, edit.before);
      if (gone == gone_.end() || changes_[edit.after]->before) continue;
      gone_.erase(gone);
      const Stated& old = before_[edit.before];
      const Stated& now = after_[edit.after];
      changes_[edit.after] =
          ClaimChange{by_severity(old, now, Change::reworded), state_of(old), state_of(now), {}};
    }
  }

  /// Claims that the other audit has and vetoes are not looked at: their words did not change.
  std::vector<Edit> possible_edits() const {
    std::vector<Edit> edits;
    if (gone_.size() * added_.size() > kMaxPairs) return edits;
    std::vector<review::WordSet> words;
    for (const std::size_t i : added_) words.push_back(review::words_of(after_[i].sentence->text));
    for (const std::size_t i : gone_) {
      const Stated& old = before_[i];
      if (new_ids_.contains(old.claim->id)) continue;
      const review::WordSet old_words = review::words_of(old.sentence->text);
      for (std::size_t k = 0; k < added_.size(); ++k) {
        const Claim& now = *after_[added_[k]].claim;
        if (!changes_[added_[k]]->veto.empty() || family_of(now) != family_of(*old.claim)) continue;
        const double likeness = review::likeness(old_words, words[k]);
        if (likeness < kSameSentence) continue;
        edits.push_back({now.type == old.claim->type, likeness, i, added_[k]});
      }
    }
    return edits;
  }

  ClaimChange gone_change(std::size_t gone) const {
    ClaimChange change{Change::gone, state_of(before_[gone]), std::nullopt, {}};
    const auto now = new_ids_.find(before_[gone].claim->id);
    if (now != new_ids_.end()) change.veto = veto_of(after_[now->second]);
    return change;
  }

  std::vector<Stated> before_;
  std::vector<Stated> after_;
  ById new_ids_;
  std::vector<Pair> stayed_;
  std::vector<std::size_t> added_;
  std::vector<std::size_t> gone_;
  std::vector<std::optional<ClaimChange>> changes_;  ///< of the claims after
};

std::optional<DocumentState> state_of(const Report* report) {
  if (report == nullptr) return std::nullopt;
  DocumentState state{report->path, report->status, std::nullopt, 0};
  if (report->score) state.risk = report->score->risk;
  if (report->score) state.claims = report->score->claims;
  return state;
}

bool is_unread(const Report* report) {
  return report != nullptr && report->status == Status::not_audited;
}

std::size_t& count_of(SeverityCounts& counts, Severity severity) {
  if (severity == Severity::high) return counts.high;
  return severity == Severity::medium ? counts.medium : counts.low;
}

}  // namespace

std::string_view to_string(Change value) {
  constexpr std::array<std::string_view, kChanges> kNames = {"new",   "strengthened", "reworded",
                                                             "moved", "softened",     "gone"};
  return kNames.at(static_cast<std::size_t>(value));
}

bool DocumentDiff::less_complete() const {
  return after && after->status != Status::audited && (!before || after->status > before->status);
}

bool DocumentDiff::empty() const {
  return before && after && !renamed() && claims.empty() && before->status == after->status &&
         before->risk == after->risk;
}

void DiffTotals::add(const DocumentDiff& document) {
  documents += document.before && document.after ? 1 : 0;
  added += document.before ? 0 : 1;
  removed += document.after ? 0 : 1;
  renamed += document.renamed() ? 1 : 0;
  changed += document.before && document.after && !document.empty() ? 1 : 0;
  less_complete += document.less_complete() ? 1 : 0;
  for (const ClaimChange& claim : document.claims) {
    ++claims.at(static_cast<std::size_t>(claim.change));
    if (claim.change == Change::added || claim.change == Change::strengthened) {
      ++count_of(worse, claim.after->severity);
    }
  }
}

DocumentDiff diff_documents(const Report* before, const Report* after) {
  DocumentDiff diff{state_of(before), state_of(after), {}};
  if (!is_unread(before) && !is_unread(after)) {
    diff.claims = ClaimComparison(before, after).run();
  }
  return diff;
}

}  // namespace claimlint
