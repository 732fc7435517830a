// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

namespace claimlint {

namespace lexicon {
class Compiled;
}

/// One thing wrong in a lexicon file. Line and column are 1-based; column counts bytes.
struct LexiconProblem {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
  friend bool operator==(const LexiconProblem&, const LexiconProblem&) = default;
};

/// `file:line:column: message`
CLAIMLINT_EXPORT std::string to_string(const LexiconProblem& problem);

/// Thrown by Lexicons::load with every problem found, never only the first.
class CLAIMLINT_EXPORT LexiconError : public std::runtime_error {
 public:
  explicit LexiconError(std::vector<LexiconProblem> problems);
  [[nodiscard]] const std::vector<LexiconProblem>& problems() const { return problems_; }

 private:
  std::vector<LexiconProblem> problems_;
};

/// A claim type as the lexicons define it.
struct TypeInfo {
  std::string id;
  std::string name;
  std::string meaning;
  std::string not_a_claim;
  Severity severity = Severity::medium;
  bool annotated = true;  ///< annotated articles label it, so an evaluation counts it
};

/// A rule as documentation shows it; what it matches stays in the lexicon file.
struct RuleInfo {
  std::string id;
  std::string type;
  std::string message;
  std::string instead;
  Severity severity = Severity::medium;
  std::vector<std::string> basis;  ///< ids of provisions
  std::vector<std::string> want;
  std::vector<std::string> absent;
  std::string file;
  std::size_t line = 0;
};

/// An entry that is no rule and has examples of its own.
struct ExampleInfo {
  enum class Kind : std::uint8_t { textbook, finding };
  Kind kind = Kind::textbook;
  std::string id;
  std::string type;  ///< of findings
  std::vector<std::string> want;
  std::vector<std::string> absent;
  std::string file;
  std::size_t line = 0;
};

/// How far claims of a confidence can be relied on; docs/confidence.md.
struct BandInfo {
  Confidence confidence = Confidence::low;
  double precision = 0;   ///< of the type, as observed on articles the weights were not fitted to
  std::size_t count = 0;  ///< claims that it was observed on
};

/// A legal provision, or guidance of a regulator, that a rule rests on.
struct Provision {
  std::string id;
  std::string jurisdiction;  ///< us, uk, au, eu
  std::string instrument;
  std::optional<std::string> clause;
  std::string summary;
  std::string url;
  std::optional<std::string> read;  ///< date on which the text was read
  std::optional<std::string> from;  ///< in force from
  std::optional<std::string> to;    ///< in force to
};

/// What Lexicons::load layers a folder over.
enum class Base {
  shipped,           ///< all that is shipped
  without_concepts,  ///< the shipped rules, cues, units and word lists, but no vocabulary
};

/// Everything the audit knows: claim rules, cues, vocabularies, evidence, legal basis, weights.
/// Immutable; copies share one instance; safe to use from any number of threads.
class CLAIMLINT_EXPORT Lexicons {
 public:
  /// The lexicons shipped inside the library.
  static Lexicons builtin();

  /// The shipped lexicons with every `*.toml` file of `directory` layered over them, in name order:
  /// an entry with an id that exists replaces it. Throws LexiconError.
  static Lexicons load(const std::filesystem::path& directory, Base base = Base::shipped);

  /// The same, much faster from the second time on: what was compiled is kept in a file in `cache`,
  /// which is made if need be. Its name tells what the lexicons are made from, so that one that
  /// changed has another; any file there may be deleted. A file that is not as it was written is
  /// not used, and a folder that cannot be written to is no error. Safe for several processes at
  /// once.
  static Lexicons load(const std::filesystem::path& directory, const std::filesystem::path& cache,
                       Base base = Base::shipped);

  [[nodiscard]] const std::vector<TypeInfo>& types() const;
  [[nodiscard]] const std::vector<RuleInfo>& rules() const;        ///< by id
  [[nodiscard]] const std::vector<ExampleInfo>& examples() const;  ///< of textbook and findings
  [[nodiscard]] const std::vector<Provision>& provisions() const;
  [[nodiscard]] std::vector<BandInfo> bands() const;  ///< from high to low; empty without a model
  [[nodiscard]] std::string_view sha256() const;

 private:
  friend class Auditor;
  friend const lexicon::Compiled& compiled_of(const Lexicons& lexicons);
  explicit Lexicons(std::shared_ptr<const lexicon::Compiled> compiled);
  std::shared_ptr<const lexicon::Compiled> compiled_;
};

/// Runs the `want` and `absent` examples of every rule. A `want` example must give a claim of its
/// rule; an `absent` example must not; at least one `absent` example of each rule must match the
/// rule's trigger and be stopped by something else. Empty means that all hold.
/// Examples of textbook statements are held to this: `want` ones leave no claim unsupported, and if
/// any of their claims stands, the statement supports one; it supports none of the `absent` ones.
/// Those of findings are small documents with it, and without. Where `rules` are given, only those,
/// and those whose id begins with one of them and a dot.
CLAIMLINT_EXPORT std::vector<LexiconProblem> check_examples(
    const Lexicons& lexicons, const std::vector<std::string>& rules = {});

}  // namespace claimlint
