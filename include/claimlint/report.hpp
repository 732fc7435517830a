// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"

/// The values an audit gives back. Everything here owns its memory, compares by value and knows
/// nothing of how it was made; all text is UTF-8 and every offset counts bytes.
namespace claimlint {

/// Half-open range of bytes [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

enum class Status : std::uint8_t { audited, partial, not_audited };
enum class Severity : std::uint8_t { none, low, medium, high };
enum class Band : std::uint8_t { low, medium, high };
enum class BlockKind : std::uint8_t {
  prose,
  heading,
  list_item,
  quote,
  table_cell,
  hidden,
  boilerplate
};
enum class MentionKind : std::uint8_t {
  anatomy,
  condition,
  treatment,
  quantity,
  citation,
  provider
};
enum class Stance : std::uint8_t { asserted, hedged, conditional, question, negated, refuted };
enum class Voice : std::uint8_t { author, testimonial, quoted };
enum class Target : std::uint8_t { wellness, structure_function, symptom, disease };
enum class SupportStatus : std::uint8_t { none, cited, evidence, contradicted, textbook };
enum class Outcome : std::uint8_t { applies, accepted };
enum class Confidence : std::uint8_t { low, medium, high };

/// The name each value has in reports, lexicons and documentation ("list_item", "not_audited").
CLAIMLINT_EXPORT std::string_view to_string(Status);
CLAIMLINT_EXPORT std::string_view to_string(Severity);
CLAIMLINT_EXPORT std::string_view to_string(Band);
CLAIMLINT_EXPORT std::string_view to_string(BlockKind);
CLAIMLINT_EXPORT std::string_view to_string(MentionKind);
CLAIMLINT_EXPORT std::string_view to_string(Stance);
CLAIMLINT_EXPORT std::string_view to_string(Voice);
CLAIMLINT_EXPORT std::string_view to_string(Target);
CLAIMLINT_EXPORT std::string_view to_string(SupportStatus);
CLAIMLINT_EXPORT std::string_view to_string(Outcome);
CLAIMLINT_EXPORT std::string_view to_string(Confidence);

/// A place in the source. `parts` is empty where the words stand in one piece, and lists the
/// pieces where markup or escapes lie between them.
struct Place {
  Span span;
  std::vector<Span> parts;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Mention {
  MentionKind kind = MentionKind::anatomy;
  std::optional<std::string> concept_id;  ///< null for quantities
  std::optional<double> value;            ///< quantities only, in `unit`
  std::optional<std::string> unit;        ///< canonical: "mm", "%", "patients"; null if unitless
  std::string text;
  Place place;
  Stance stance = Stance::asserted;
  bool repaired = false;  ///< the source word was misspelt or glued and has been mended
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// One filled role of a claim: treatment, condition, anatomy, cause, quantity, effect, provider.
struct FrameRole {
  std::string role;
  std::optional<std::string> concept_id;
  std::string text;
  Place place;
  friend bool operator==(const FrameRole&, const FrameRole&) = default;
};

/// Something that may support a claim. `cited` sources were named in the text and not read.
struct SupportSource {
  std::string kind;  ///< trial, review, guideline, journal, link, own, evidence_table, ...
  std::string name;
  std::optional<std::string> id;  ///< DOI, PMID, registry number
  std::optional<std::string> url;
  std::optional<Span> span;             ///< where the source is named; null for the evidence table
  std::optional<std::size_t> distance;  ///< in sentences from the claim
  std::optional<std::string> verdict;
  std::optional<std::string> certainty;
  friend bool operator==(const SupportSource&, const SupportSource&) = default;
};

struct Support {
  SupportStatus status = SupportStatus::none;
  std::vector<SupportSource> sources;
  friend bool operator==(const Support&, const Support&) = default;
};

struct BasisReference {
  std::string id;  ///< a provision of the lexicons, see Lexicons::provisions()
  std::string jurisdiction;
  Outcome outcome = Outcome::applies;
  friend bool operator==(const BasisReference&, const BasisReference&) = default;
};

/// Why a candidate was not reported.
struct Veto {
  std::string reason;  ///< role, sense, question, navigation, history, negated, refuted, case,
                       ///< block, covered, confidence, dismissed, baseline
  std::string cue;     ///< the words that decided; empty where something was missing
  std::optional<Span> span;
  friend bool operator==(const Veto&, const Veto&) = default;
};

/// What a reviewer decided of a claim. A dismissed claim is vetoed and no longer counts.
struct Decision {
  std::string action;  ///< accept (the claim is rightly reported) or dismiss
  std::string by;      ///< who decided; empty where that is not recorded
  std::string reason;
  std::optional<std::string> expires;  ///< the day from which it no longer holds, YYYY-MM-DD
  std::string origin;                  ///< file, or inline where it stands in the article
  friend bool operator==(const Decision&, const Decision&) = default;
};

struct Claim {
  std::string id;  ///< 32 hex digits; survives edits elsewhere in the document
  std::string type;
  std::string rule;
  Place place;
  Voice voice = Voice::author;
  Stance stance = Stance::asserted;
  Severity severity = Severity::none;  ///< `none` exactly where `unsupported` is false
  std::vector<std::string> severity_reasons;
  std::optional<Confidence> confidence;
  /// What weighed most for the confidence, with its log-odds: `"relief" in a row +0.83`.
  std::vector<std::string> confidence_reasons;
  bool unsupported = true;
  std::optional<Veto> vetoed;
  std::optional<Decision> decision;
  Target target = Target::wellness;
  std::vector<std::string> vulnerable;  ///< infant, child, pregnant, cancer, suicidal
  std::vector<FrameRole> frame;
  Support support;
  std::vector<BasisReference> basis;
  std::string message;
  std::string instead;
  /// What the counts, the score and the exit code are about.
  [[nodiscard]] bool counts() const { return unsupported && !vetoed; }
  friend bool operator==(const Claim&, const Claim&) = default;
};

struct Sentence {
  std::size_t index = 0;
  Place place;
  std::size_t line = 1;    ///< 1-based
  std::size_t column = 1;  ///< 1-based, in code points
  std::string text;
  BlockKind block = BlockKind::prose;
  std::optional<std::string> heading;
  std::vector<Mention> mentions;  ///< by place
  std::vector<Claim> claims;      ///< by place, then rule
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Something about the document that is no claim: bytes that could not be decoded, evasive letters.
struct Note {
  std::string code;
  std::string message;
  std::optional<Span> span;
  friend bool operator==(const Note&, const Note&) = default;
};

/// A finding about the whole document, such as a missing disclaimer.
struct Finding {
  std::string id;
  std::string type;
  Severity severity = Severity::low;
  std::string message;
  std::vector<BasisReference> basis;
  std::optional<Span> span;
  friend bool operator==(const Finding&, const Finding&) = default;
};

struct TypeCount {
  std::string type;
  std::size_t count = 0;
  friend bool operator==(const TypeCount&, const TypeCount&) = default;
};

struct SeverityCounts {
  std::size_t high = 0;
  std::size_t medium = 0;
  std::size_t low = 0;
  friend bool operator==(const SeverityCounts&, const SeverityCounts&) = default;
};

struct ScorePart {
  std::string reason;
  double points = 0;
  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

struct Score {
  double risk = 0;  ///< 0 to 100, the sum of `breakdown`
  /// Share of the documents of a reference run whose risk is lower, in percent; null without one.
  std::optional<double> percentile;
  Band band = Band::low;
  std::size_t sentences = 0;
  std::size_t flagged = 0;  ///< sentences with at least one claim that counts
  std::size_t claims = 0;
  SeverityCounts by_severity;
  std::vector<TypeCount> by_type;  ///< by type
  std::vector<ScorePart> breakdown;
  friend bool operator==(const Score&, const Score&) = default;
};

/// What the risk score is made with; data of the lexicons, explained in docs/scoring.md.
struct ScoreWeights {
  double low = 0;  ///< weight of a claim of low severity
  double medium = 0;
  double high = 0;
  double pressing = 1;  ///< what a claim of one of `pressing_types` weighs more, as a factor
  std::vector<std::string> pressing_types;
  double saturation = 1;  ///< summed weight at which the count part reaches 1 - 1/e of its points
  double density_points = 0;      ///< points for the share of flagged text, at most
  double density_saturation = 1;  ///< summed weight per sentence at which that part is full
  double band_medium = 0;         ///< risk from which the band is medium
  double band_high = 0;
  friend bool operator==(const ScoreWeights&, const ScoreWeights&) = default;
};

/// Where a document came from, as far as the caller knows; claimlint never looks it up.
struct Origin {
  std::optional<std::string> url;
  std::optional<std::string> site;
  std::optional<std::string> title;
  std::optional<std::string> retrieved;
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// The audit of one document.
struct Report {
  std::string path;  ///< UTF-8; bytes of a name that is none are written as %XX
  std::optional<std::string> path_bytes;  ///< such a name's bytes, in hexadecimal; else null
  Origin source;
  std::string format;    ///< name of the input format: "text"
  std::string encoding;  ///< "utf-8", "utf-16le", ...; empty where nothing was decoded
  std::string language;  ///< ISO 639-1, "und" where undecided
  std::size_t bytes = 0;
  std::string sha256;                  ///< of the bytes as read
  std::string content_sha256;          ///< of the clean UTF-8 text; empty where nothing was decoded
  std::string coordinates = "source";  ///< what spans are of: "source" bytes, or "extracted"
  /// What spans count the bytes of, in no output: where `coordinates` is "extracted", and for the
  /// bytes of the source where AuditOptions::with_text asks for them.
  std::string extracted;
  Status status = Status::audited;
  std::vector<std::string> reasons;  ///< why the status is not `audited`
  std::vector<Note> notes;
  std::vector<Finding> findings;
  std::optional<Score> score;  ///< null where not audited
  std::vector<Sentence> sentences;
  /// Claims of low severity that a rule found and the model rejected (veto reason `confidence`);
  /// in no document's output, but in the summary.
  std::size_t hidden = 0;
  friend bool operator==(const Report&, const Report&) = default;
};

/// Versions that decide what an audit finds; part of every report.
struct Tool {
  std::string name = "claimlint";
  std::string version;
  std::string lexicons;  ///< SHA-256 over the lexicons in use
  std::string icu;
  std::string unicode;
  std::string re2;
  std::string configuration;  ///< SHA-256 over the options that decide what an audit finds
  friend bool operator==(const Tool&, const Tool&) = default;
};

/// Claims of one type in nearly the same words, over a whole batch: what one vendor's template says
/// on fifty sites is reviewed once.
struct ClaimCluster {
  std::string id;  ///< of its first claim
  std::string type;
  std::string text;                   ///< the sentence of its first claim
  Severity severity = Severity::low;  ///< the highest
  std::size_t claims = 0;
  std::size_t documents = 0;
  std::size_t sites = 0;
  std::vector<std::string> paths;  ///< of the first documents
  friend bool operator==(const ClaimCluster&, const ClaimCluster&) = default;
};

/// Totals of the documents of one site or of one folder.
struct RollUp {
  std::string name;
  std::size_t documents = 0;
  std::size_t not_audited = 0;
  std::size_t band_high = 0;
  std::size_t claims = 0;
  SeverityCounts by_severity;
  double highest_risk = 0;
  double mean_risk = 0;
  friend bool operator==(const RollUp&, const RollUp&) = default;
};

/// Totals over a batch.
struct Summary {
  std::size_t documents = 0;
  std::size_t audited = 0;
  std::size_t partial = 0;
  std::size_t not_audited = 0;
  std::size_t band_low = 0;
  std::size_t band_medium = 0;
  std::size_t band_high = 0;
  std::size_t claims = 0;
  SeverityCounts by_severity;
  std::vector<TypeCount> by_type;      ///< by type
  std::size_t hidden = 0;              ///< see Report::hidden
  std::vector<ClaimCluster> clusters;  ///< of two claims or more, the largest first
  std::vector<RollUp> sites;           ///< by name; empty where no document has a site
  std::vector<RollUp> folders;         ///< by name
  CLAIMLINT_EXPORT void add(const Report& report);
  friend bool operator==(const Summary&, const Summary&) = default;
};

}  // namespace claimlint
