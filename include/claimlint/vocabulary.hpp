// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"

/// Vocabularies of others made into lexicon files, and what a set of lexicons holds.
namespace claimlint {

struct ImportOptions {
  std::string kind;                    ///< anatomy, condition, treatment, provider or ordinary
  std::optional<std::string> format;   ///< obo, csv, tsv or jsonl; null: by the file's extension
  std::string prefix;                  ///< put before every id, so that two files may share ids
  bool all_synonyms = false;           ///< RELATED, NARROW and BROAD ones too; else EXACT and lay
  bool adjectives = false;             ///< "retinal" for "retina", too
  std::size_t max_words = 8;           ///< longer names are left out
  std::vector<std::string> keep_rows;  ///< csv and tsv: "COLUMN=BEGIN", rows that begin so
  bool merge_rows = false;             ///< csv and tsv: rows of one id with several names are one
  /// csv and tsv: the columns that hold id, name, synonyms and xref, where they are not called so.
  std::map<std::string, std::string> columns;
};

/// What was left out, or changed, for one reason.
struct ImportNote {
  std::string reason;
  std::size_t count = 0;
  std::vector<std::string> examples;  ///< the first few
};

struct ImportedVocabulary {
  std::string lexicon;  ///< the text of a lexicon file; empty where no entry was left
  std::size_t entries = 0;
  std::size_t terms = 0;
  std::vector<ImportNote> skipped;
  std::vector<ImportNote> changed;
};

/// Files larger than this are refused.
inline constexpr std::size_t kMaxImportBytes = std::size_t{64} << 20;

/// Makes a lexicon file of a vocabulary given as its bytes. `name` is the file's, for problems and
/// for the head of the result. The same bytes and options give the same result. Throws LexiconError
/// with every problem (the first hundred, and how many more), std::invalid_argument for options
/// that do not fit: an unknown kind or format.
CLAIMLINT_EXPORT ImportedVocabulary import_vocabulary(std::string_view bytes, std::string_view name,
                                                      const ImportOptions& options);

/// What it took to look for terms. Every word that begins a term starts a walk, which goes on as
/// long as some term does: a step a word. Counted, not timed: the same on every machine.
struct WalkCount {
  std::size_t walks = 0;
  std::size_t found = 0;  ///< walks on which a term ended
  std::size_t steps = 0;
  std::size_t in_vain = 0;  ///< steps of walks that found nothing
  CLAIMLINT_EXPORT WalkCount& operator+=(const WalkCount& other);
  friend bool operator==(const WalkCount&, const WalkCount&) = default;
};

/// Where a corpus used the lexicons: fed with reports, asked by lexicon_stats().
class CLAIMLINT_EXPORT LexiconUse {
 public:
  /// `lexicons` are those that the reports were made with.
  explicit LexiconUse(Lexicons lexicons);
  void add(const Report& report);
  [[nodiscard]] std::size_t documents() const { return documents_; }
  [[nodiscard]] bool has_rule(const std::string& id) const { return rules_.contains(id); }
  [[nodiscard]] bool has_concept(const std::string& id) const { return concepts_.contains(id); }
  /// The words by which mentions named a concept, in lower case.
  [[nodiscard]] const std::set<std::string>& mentioned_as(const std::string& concept_id) const;
  /// By the folded word that begins the walk. Words are taken as the source has them, unmended.
  [[nodiscard]] const std::map<std::string, WalkCount>& walks() const { return walks_; }

 private:
  void count_walks(const std::string& sentence);

  Lexicons lexicons_;
  std::size_t documents_ = 0;
  std::set<std::string> rules_;
  std::map<std::string, std::set<std::string>> concepts_;
  std::map<std::string, WalkCount> walks_;
};

/// How many entries and names there are of one kind.
struct KindSize {
  std::string kind;
  std::size_t concepts = 0;
  std::size_t terms = 0;
};

/// A name that stands for more than one concept. The first wins where it is found.
struct SharedTerm {
  std::string term;                   ///< folded
  std::vector<std::string> concepts;  ///< ids
};

/// A word that begins terms and leads to none of them where it stands.
struct CostlyWord {
  std::string word;  ///< folded
  WalkCount walks;
  std::size_t terms = 0;   ///< that begin with it, plurals counted apart
  std::string example;     ///< one of them
  std::string concept_id;  ///< what the example names
};

/// How many of them LexiconStats lists at most.
inline constexpr std::size_t kCostlyWords = 20;

struct LexiconStats {
  std::vector<KindSize> kinds;
  std::size_t rules = 0;
  std::size_t cues = 0;
  std::size_t words = 0;
  std::vector<SharedTerm> between_kinds;
  std::vector<SharedTerm> within_kind;
  /// Only where a corpus was given: what it never used, and what it cost.
  std::size_t documents = 0;
  std::vector<std::string> silent_rules;
  std::vector<std::string> silent_concepts;
  std::vector<SharedTerm> silent_terms;  ///< of concepts that were found by another name
  WalkCount walks;                       ///< of all words
  std::vector<CostlyWord> costly_words;  ///< those with most steps in vain, from the most
};

/// What lexicons hold and, where `use` of them is given, what of it a corpus never used. A concept
/// that `ordinary` words hide counts as silent only where nothing named it.
CLAIMLINT_EXPORT LexiconStats lexicon_stats(const Lexicons& lexicons,
                                            const LexiconUse* use = nullptr);

}  // namespace claimlint
