// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

/// What only shows when the documents of a batch are looked at together.
namespace claimlint {

/// How many clusters a summary lists at most, and how many paths each of them.
inline constexpr std::size_t kMaxClusters = 1000;
inline constexpr std::size_t kMaxClusterPaths = 5;

/// From this share of common words on (Jaccard, over the different words of two sentences, folded),
/// two claims of one type say the same.
inline constexpr double kSameClaim = 0.8;

/// Gathers the claims of a batch that say the same in nearly the same words, and totals by site and
/// by folder.
///
///     AcrossDocuments across(std::filesystem::temp_directory_path());
///     for (const Report& report : reports) across.add(report);
///     across.finish(summary);
///
/// A claim belongs to the cluster whose first claim it is most like, and begins one where it is
/// like none: every claim of a cluster is like its first one, and the same reports in the same
/// order give the same clusters. Only claims that count are looked at.
///
/// What is added goes to a temporary file; memory holds the names of sites, folders and types.
/// finish() takes 70 bytes for a claim and some 200 for each that is worded differently. Not
/// thread-safe.
class CLAIMLINT_EXPORT AcrossDocuments {
 public:
  /// The temporary file is made in `folder` and gone with this. Throws std::runtime_error where
  /// that cannot be, or there is no room for it later.
  explicit AcrossDocuments(const std::filesystem::path& folder);
  AcrossDocuments(AcrossDocuments&&) noexcept;
  AcrossDocuments& operator=(AcrossDocuments&&) noexcept;
  ~AcrossDocuments();

  /// Of a report this reads path, source.site, status and score, and of its sentences text and
  /// claims.
  void add(const Report& report);

  /// Fills Summary::clusters, sites and folders. A folder's totals are of all documents below it;
  /// there are none for the top, whose totals the summary has.
  void finish(Summary& summary);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The risks of the documents of a reference run, to say how a document's compares.
class CLAIMLINT_EXPORT ReferenceRisks {
 public:
  explicit ReferenceRisks(std::vector<double> risks);

  /// Reads a report in `json` or `jsonl`. Throws ReportError; std::runtime_error where no document
  /// of it has a score. `name` is the report's in messages.
  static ReferenceRisks read(std::istream& report, const std::string& name);

  /// Share of the documents whose risk is lower, in percent, with one decimal. Risks are compared
  /// as reports have them, with one decimal. Serves any number of threads.
  [[nodiscard]] double percentile(double risk) const;

  [[nodiscard]] std::size_t documents() const { return risks_.size(); }

  /// SHA-256 over the risks: the same for the same percentiles.
  [[nodiscard]] std::string sha256() const;

 private:
  std::vector<double> risks_;
};

}  // namespace claimlint
