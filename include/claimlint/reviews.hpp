// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/decisions.hpp"
#include "claimlint/export.hpp"
#include "claimlint/report.hpp"
#include "claimlint/store.hpp"

/// What several reviewers decide of the claims in a results store; docs/server.md.
namespace claimlint {

enum class ReviewState : std::uint8_t {
  open,      ///< undecided again
  accepted,  ///< the claim is rightly reported
  dismissed  ///< it is not, or need not be
};

CLAIMLINT_EXPORT std::string_view to_string(ReviewState);
/// Null where there is none of that name.
CLAIMLINT_EXPORT std::optional<ReviewState> review_state(std::string_view name);

/// What one reviewer said of one claim at one time. It holds for the claim wherever it stands.
struct ReviewEntry {
  std::string claim;
  std::string reviewer;
  ReviewState state = ReviewState::open;
  std::string reason;
  std::string time;           ///< as the caller writes it, best ISO 8601 in UTC
  std::int64_t document = 0;  ///< row of the document that it was seen in
  std::string type = {};      ///< of the claim, as are `rule` and `text`; empty where unknown
  std::string rule = {};
  std::string text = {};
  friend bool operator==(const ReviewEntry&, const ReviewEntry&) = default;
};

/// The run of audits that is reviewed: the last one that was finished.
struct ReviewRun {
  std::int64_t id = 0;
  std::string tool;           ///< its version
  std::string lexicons;       ///< SHA-256
  std::string configuration;  ///< SHA-256
  friend bool operator==(const ReviewRun&, const ReviewRun&) = default;
};

/// Reads what a store holds for reviewers, and keeps what they decide in a journal that is only
/// ever added to: the latest entry of a reviewer and claim is what holds. Audits may use the store
/// meanwhile. Everything throws StoreError; reading may be done from any thread.
class CLAIMLINT_EXPORT Reviews {
 public:
  /// Refuses what Store does; makes a store where there is none.
  explicit Reviews(const std::filesystem::path& file);
  Reviews(Reviews&&) noexcept;
  Reviews& operator=(Reviews&&) noexcept;
  ~Reviews();

  /// Null where no audit has been finished.
  [[nodiscard]] std::optional<ReviewRun> run() const;

  /// Rows of the documents of a run, in its order; 0 for what could not be read.
  [[nodiscard]] std::vector<std::int64_t> documents(std::int64_t run) const;

  /// The document as the format `json` or `jsonl` wrote it; null where it is not there, or was only
  /// written in other formats.
  [[nodiscard]] std::optional<std::string> json(std::int64_t document) const;

  /// What holds, by claim and reviewer; open ones too.
  [[nodiscard]] std::vector<ReviewEntry> decisions() const;
  /// Of the claims of one document.
  [[nodiscard]] std::vector<ReviewEntry> decisions(std::int64_t document) const;

  /// Fills in type, rule and text (its first 300 characters) of the claim, as its document has
  /// them. Where that has no such claim, `document` becomes the last one that has. False where none
  /// has.
  [[nodiscard]] bool complete(ReviewEntry& entry) const;

  /// Adds to the journal, all or nothing. When it returns, neither the end of the program nor that
  /// of the machine's power loses them. From one thread at a time.
  void record(const std::vector<ReviewEntry>& entries);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// How far two reviewers agree on the claims that both decided.
struct ReviewPair {
  std::string a;
  std::string b;
  std::size_t both = 0;    ///< claims
  std::size_t agreed = 0;  ///< of these
  /// Cohen's kappa; null where chance alone would have them agree on everything, and for no claims.
  std::optional<double> kappa;
  friend bool operator==(const ReviewPair&, const ReviewPair&) = default;
};

struct ReviewAgreement {
  std::vector<std::string> reviewers;  ///< by name
  std::vector<ReviewPair> pairs;       ///< of those who decided a claim in common
  /// What was said of claims on which reviewers differ; those of a claim stand together.
  std::vector<ReviewEntry> disagreements;
};

/// `decisions` as Reviews::decisions() gives them.
CLAIMLINT_EXPORT ReviewAgreement review_agreement(const std::vector<ReviewEntry>& decisions);

/// The decisions of a decisions file: of the claims on which all agree who decided them. `by` names
/// all of them; reason and day are the latest's.
CLAIMLINT_EXPORT std::vector<RecordedDecision> agreed_decisions(
    const std::vector<ReviewEntry>& decisions);

}  // namespace claimlint
