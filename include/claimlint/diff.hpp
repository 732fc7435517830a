// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"
#include "claimlint/report.hpp"

/// What changed from one audit to the next.
namespace claimlint {

/// What became of a claim. `moved`: its sentence stands elsewhere among those that stayed, or in
/// another kind of block. `reworded`: other words of the same weight.
enum class Change : std::uint8_t { added, strengthened, reworded, moved, softened, gone };
inline constexpr std::size_t kChanges = 6;

/// The name it has in reports: "new", "strengthened", ...
CLAIMLINT_EXPORT std::string_view to_string(Change);

/// One side of a changed claim.
struct ClaimState {
  std::string id;
  std::string type;
  std::string rule;
  Severity severity = Severity::none;
  std::size_t line = 1;    ///< of its sentence, 1-based
  std::size_t column = 1;  ///< 1-based, in code points
  std::string text;        ///< its sentence
  friend bool operator==(const ClaimState&, const ClaimState&) = default;
};

struct ClaimChange {
  Change change = Change::added;
  std::optional<ClaimState> before;  ///< null where new
  std::optional<ClaimState> after;   ///< null where gone
  /// Why the other audit has it and does not count it, as in Veto::reason; else empty.
  std::string veto;
  [[nodiscard]] const ClaimState& state() const { return after ? *after : *before; }
  friend bool operator==(const ClaimChange&, const ClaimChange&) = default;
};

/// What an audit says of a document as a whole.
struct DocumentState {
  std::string path;
  Status status = Status::audited;
  std::optional<double> risk;
  std::size_t claims = 0;
  friend bool operator==(const DocumentState&, const DocumentState&) = default;
};

/// What changed in a document. Claims of one that only one audit has are all new, or all gone;
/// where one audit could not read it, nothing is said of its claims.
struct DocumentDiff {
  std::optional<DocumentState> before;  ///< null where the document is new
  std::optional<DocumentState> after;   ///< null where it is not there any more
  std::vector<ClaimChange> claims;      ///< by their place, gone ones last
  [[nodiscard]] bool renamed() const { return before && after && before->path != after->path; }
  /// Its audit got worse: it was not done, or not in full, and was before.
  [[nodiscard]] CLAIMLINT_EXPORT bool less_complete() const;
  /// Whether there is nothing to tell.
  [[nodiscard]] CLAIMLINT_EXPORT bool empty() const;
  friend bool operator==(const DocumentDiff&, const DocumentDiff&) = default;
};

struct DiffTotals {
  std::size_t documents = 0;  ///< that both audits have
  std::size_t added = 0;
  std::size_t removed = 0;
  std::size_t renamed = 0;
  std::size_t changed = 0;  ///< of those that both have
  std::size_t less_complete = 0;
  std::array<std::size_t, kChanges> claims = {};  ///< by Change
  SeverityCounts worse;                           ///< claims that are new or strengthened
  CLAIMLINT_EXPORT void add(const DocumentDiff& document);
  [[nodiscard]] std::size_t of(Change change) const {
    return claims.at(static_cast<std::size_t>(change));
  }
  friend bool operator==(const DiffTotals&, const DiffTotals&) = default;
};

/// Writes a comparison: `begin`, `document` for each that changed, `end`. Not thread-safe.
class CLAIMLINT_EXPORT DiffWriter {
 public:
  DiffWriter() = default;
  DiffWriter(const DiffWriter&) = delete;
  DiffWriter& operator=(const DiffWriter&) = delete;
  virtual ~DiffWriter();
  virtual void begin(const Tool& before, const Tool& after) = 0;
  virtual void document(const DocumentDiff& document) = 0;
  virtual void end(const DiffTotals& totals) = 0;
};

struct DiffFormat {
  std::string_view name;
  std::string_view description;
  /// `out` must outlive the writer. Errors stay in the stream's state.
  std::unique_ptr<DiffWriter> (*writer)(std::ostream& out);
};

/// All formats by name.
CLAIMLINT_EXPORT const std::vector<DiffFormat>& diff_formats();

/// A report to read: `json` or `jsonl`. The stream must be one that can be read twice.
struct ReportFile {
  std::istream& in;
  std::string name;  ///< in messages
};

/// What changed in a document from one audit to another; either may be null, not both. Claims are
/// the same by their id. Of those that are not, a gone and a new one of the same family of types
/// are one where most of their words are the same.
CLAIMLINT_EXPORT DocumentDiff diff_documents(const Report* before, const Report* after);

/// Compares two reports, in the order of the newer one; what is not there any more comes last.
/// Documents are the same by their path; else, where only one has the path, by their content.
/// Memory holds the paths and two documents. Throws ReportError, std::runtime_error for a stream
/// that cannot be read twice.
CLAIMLINT_EXPORT DiffTotals diff_reports(ReportFile before, ReportFile after, DiffWriter& writer);

}  // namespace claimlint
