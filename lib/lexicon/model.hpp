// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimlint/lexicons.hpp"
#include "claimlint/report.hpp"

/// What the lexicon files say, as plain values: the form that is parsed, layered, checked,
/// serialised and then compiled. docs/lexicons.md describes the files.
namespace claimlint::lexicon {

struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A place in the file that an entry's Location names.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// What a SeverityCase asks of a claim: one of `any_of`, or none of them. Names are mention kinds
/// and cue classes (in the claim's sentence), claim types or their first parts (another claim
/// there), `claim` (any other claim there), block kinds, voices, stances and targets.
struct SeverityTerm {
  bool absent = false;
  std::vector<std::string> any_of;
};

/// One of `severity_if`: what a claim weighs where all of `when` hold.
struct SeverityCase {
  std::vector<SeverityTerm> when;
  Severity severity = Severity::medium;
};

/// [[type]]: a claim type.
struct ClaimType {
  std::string id;
  std::string name;
  std::string meaning;
  std::string not_a_claim;
  Severity severity = Severity::medium;
  std::vector<SeverityCase> severity_if;  ///< the first that holds counts instead
  bool keeps_severity = false;            ///< hedge, voice and stance take nothing off
  std::vector<SupportStatus> cleared_by = {SupportStatus::cited};  ///< support that lets it stand
  bool exceeds_evidence = false;     ///< what the evidence table supports is less than this says
  bool annotated = true;             ///< annotated articles label it, so evaluation counts it
  Target target = Target::wellness;  ///< where the frame names no condition
  std::vector<std::string> basis;
  std::string instead;
  Location where;
};

/// Where a role must stand, seen from the trigger.
enum class Side : std::uint8_t { near, before, after };

/// One demand of a rule: one of `any_of` within `tokens` words of the trigger on that side, or in
/// the whole sentence, or in the heading above.
struct RoleDemand {
  enum class Reach : std::uint8_t { tokens, sentence, heading };
  Side side = Side::near;
  std::vector<std::string> any_of;  ///< mention kinds and cue classes
  Reach reach = Reach::tokens;
  std::uint32_t tokens = 0;
  std::vector<std::uint32_t> roles;  ///< any_of by number; see Roles
};

/// [[rule]].
struct Rule {
  std::string id;
  std::string type;
  std::string pattern;  ///< one regular expression over folded text; `terms` end up here too
  Position pattern_at;
  std::vector<RoleDemand> demands;
  std::vector<std::string> unless;   ///< expressions; a hit that overlaps the trigger stops it
  std::vector<Position> unless_at;   ///< one for each of `unless`
  std::vector<BlockKind> in;         ///< empty: every kind
  std::optional<std::string> shape;  ///< "upper" or "capital": what the trigger must be written in
  std::optional<Voice> voice;        ///< only this voice
  bool spreads = false;    ///< in a heading or before a list: each list item below makes the claim
  bool questions = false;  ///< a question makes the claim as well (it presupposes it)
  std::optional<Severity> severity;       ///< else the type's
  std::vector<SeverityCase> severity_if;  ///< asked before the type's
  std::string message;
  std::optional<std::vector<std::string>> basis;  ///< else the type's
  std::string instead;                            ///< else the type's
  std::vector<std::string> want;
  std::vector<std::string> absent;
  std::vector<std::string> jurisdictions;  ///< empty: all
  std::string since;
  std::vector<std::string> replaces;
  Location where;
  std::uint32_t type_index = 0;  ///< of its type; see Compiled
};

/// [[concept]]: something mentioned by name. The part of the id before the first dot is the kind:
/// anatomy, condition, treatment, provider, citation, or `ordinary` (a phrase in which a term means
/// something else; it wins by length and is dropped).
struct Concept {
  std::string id;
  std::string name;
  std::vector<std::string> terms;  ///< the name among them
  std::vector<std::string> upper;  ///< terms that count only in capitals: "SCM"
  std::vector<std::string> xref;
  bool joins = false;            ///< a condition that makes one with the anatomy before it: "pain"
  std::optional<Target> target;  ///< conditions: disease or symptom (symptom if not said)
  std::vector<std::string> vulnerable;
  Location where;
};

enum class CueScope : std::uint8_t { none, forward, backward, both, sentence };

/// [[cue]]: words of one class. Classes that the context stage knows are listed in
/// context/context.hpp; any other class is there for rules to ask for.
struct Cue {
  std::string id;
  std::string cue_class;
  std::string pattern;  ///< one regular expression; `terms` and `verbs` end up here too
  Position pattern_at;
  CueScope scope = CueScope::none;
  std::uint32_t reach = 0;  ///< words at most; 0: to the end of the clause
  std::uint32_t role = 0;   ///< cue_class by number; see Roles
  Location where;
};

/// [[unit]]: what a number may count.
struct Unit {
  std::string id;         ///< "mm"
  std::string canonical;  ///< the unit values are given in
  double factor = 1;      ///< from this unit to the canonical one
  std::vector<std::string> terms;
  Location where;
};

/// [[evidence]]: what a source found for a treatment and a condition.
struct Evidence {
  std::vector<std::string> treatment;  ///< names, folded; the first is the row's own
  std::vector<std::string> condition;
  std::string verdict;    ///< supported, limited, insufficient, no_benefit, harmful
  std::string certainty;  ///< high, moderate, low, very_low, none
  std::string kind;
  std::string title;
  std::string organisation;
  std::optional<std::uint32_t> year;
  std::optional<std::string> id;
  std::optional<std::string> url;
  std::string population;
  std::string safety;  ///< what harm is known, apart from any benefit
  Location where;
};

/// A book or page that an entry rests on.
struct Reference {
  std::string title;
  std::string organisation;
  std::optional<std::uint32_t> year;
  std::optional<std::string> url;
};

/// [[textbook]]: what medicine takes for granted. A claim that says no more than this is supported.
struct Textbook {
  std::string id;
  std::string pattern;
  Position pattern_at;
  std::vector<RoleDemand> demands;
  std::vector<std::string> clears;  ///< types of claims
  Reference source;
  std::vector<std::string> want;
  std::vector<std::string> absent;
  Location where;
};

/// [[accepted]]: claims that a list of a regulator lets anyone make.
struct Accepted {
  std::string id;
  std::string provision;
  std::vector<std::string> types;
  std::vector<std::string> treatment;  ///< names of treatments and providers, folded
  std::vector<std::string> condition;  ///< names, folded
  std::vector<std::string> with;       ///< cue classes that the sentence must hold
  std::vector<std::string> unless;     ///< cue classes that it must not hold
  Location where;
};

/// [[stricter]]: claims that a provision forbids outright, and so weigh more where it holds.
struct Stricter {
  std::string id;
  std::string provision;
  std::vector<std::string> types;
  std::vector<std::string> treatment;  ///< names, folded; empty: whatever is offered
  std::string reason;
  Location where;
};

/// [[finding]]: what is missing from a document as a whole.
struct FindingRule {
  std::string id;
  std::string type;
  Severity severity = Severity::low;
  std::string message;
  std::vector<std::string> basis;
  std::vector<std::string> claims;  ///< types of the claims that call for it
  std::vector<std::string>
      beside;                     ///< cue classes and mention kinds, one of them in their sentence
  std::uint32_t at_least = 1;     ///< how many such claims
  std::vector<std::string> with;  ///< cue classes, each somewhere in the document
  std::vector<std::string> unless;  ///< cue classes, none anywhere in the document
  std::vector<std::string> want;
  std::vector<std::string> absent;
  Location where;
};

/// What a [[wordlist]] of that kind says of its words.
enum class WordKind : std::uint8_t {
  ordinary,
  common,   ///< ordinary, and usual enough to be half of a glued word
  opening,  ///< ordinary, and makes no compound with what follows: "the"
  closing,  ///< ordinary, and makes no compound with what stands before: "and"
  prefix,   ///< makes a word with a word: "hyper"
  suffix,   ///< makes a word of a word: "ness", "'s"
  ending,   ///< of words that are no first part of a compound: "ing"
};

/// A word of a [[wordlist]] that says more of it than that it is ordinary.
struct MarkedWord {
  std::string text;  ///< folded
  WordKind kind = WordKind::ordinary;
  std::uint32_t beside = 0;  ///< openings and closings: letters at least of the word glued to it
  bool capital = false;      ///< openings and closings: also where a capital begins the sentence
};

/// What a feature adds to the log-odds of an output, in hundredths.
struct FeatureWeight {
  std::uint32_t output = 0;  ///< into LearnedModel::outputs
  std::int32_t hundredths = 0;
};

struct FeatureWeights {
  std::string feature;
  std::vector<FeatureWeight> weights;
};

/// What claims that the model raises have for a rule.
inline constexpr std::string_view kModelRule = "model";

/// What [model] gives the odds of: that a sentence is to be flagged (kFlagOutput), that it is so
/// with medium severity at least (kMediumOutput), or that it makes claims of a type. Log-odds are
/// in hundredths, so that all sums are exact.
inline constexpr std::uint32_t kFlagOutput = 0;
inline constexpr std::uint32_t kMediumOutput = 1;
inline constexpr std::uint32_t kFirstTypeOutput = 2;

struct ModelOutput {
  std::string type;
  std::int32_t bias = 0;
  /// Log-odds from which the model finds it without a rule; of kMediumOutput: from which what it
  /// finds has medium severity.
  std::int32_t raise = 0;
};

/// How far a claim can be relied on from these log-odds of its type.
struct ConfidenceBand {
  Confidence confidence = Confidence::low;
  std::int32_t from = 0;
  double precision = 0;     ///< as observed on articles that the weights were not fitted to
  std::uint32_t count = 0;  ///< claims that it was observed on
};

/// [model]: what the judge makes of everything seen of a sentence, made by scripts/fit-model.
struct LearnedModel {
  std::vector<ModelOutput> outputs;
  std::vector<ConfidenceBand> bands;  ///< from the highest to the lowest
  std::int32_t mild = 0;  ///< odds of kMediumOutput below which a rule's claim loses a step
  std::int32_t hide =
      0;  ///< odds of a flag below which a rule's claim of low severity is not shown
  Location where;
};

/// All that is few enough to be at hand as it is.
struct Rulebook {
  std::vector<ClaimType> types;
  std::vector<Rule> rules;
  std::vector<Cue> cues;
  std::vector<Unit> units;
  std::vector<Evidence> evidence;
  std::vector<Textbook> textbook;
  std::vector<Accepted> accepted;
  std::vector<Stricter> stricter;
  std::vector<FindingRule> findings;
  std::vector<Provision> provisions;
  std::vector<std::string> abbreviations;  ///< folded, with full stops
  std::vector<MarkedWord> marked_words;
  std::optional<ScoreWeights> scoring;  ///< [scoring], see docs/scoring.md
  std::optional<LearnedModel> learned;  ///< [model], see docs/confidence.md
  std::string sha256;                   ///< of the files it was parsed from
};

struct Model : Rulebook {
  std::vector<Concept> concepts;
  std::vector<std::string> words;        ///< folded ordinary words, sorted
  std::vector<FeatureWeights> features;  ///< of [model], by name
};

}  // namespace claimlint::lexicon
