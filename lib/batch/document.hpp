// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "claimlint/auditor.hpp"
#include "claimlint/batch.hpp"
#include "claimlint/report.hpp"
#include "walk.hpp"

namespace claimlint::batch {

/// A document that is ready to be written.
struct Done {
  Report report;
  std::optional<std::string> rendered;  ///< see ReportWriter::rendered
  /// For the store, where there is one. `kept` is the report before it was completed, with what a
  /// store keeps of it.
  std::string key = {};
  std::shared_ptr<const Report> kept = {};
  std::int64_t known = 0;  ///< row in the store where it comes from there
};

/// Gets documents done, from any thread. What cannot be read, is too large or needs more memory
/// than there is becomes a report that says so. What it is made of must outlive it.
class Desk {
 public:
  Desk(const Auditor& auditor, const BatchOptions& options, const ReportWriter& writer)
      : auditor_(auditor), options_(options), writer_(writer) {}

  Done process(const Found& found);

 private:
  [[nodiscard]] Source source_of(const Found& found) const;
  Done read_and_audit(const Found& found, const Source& source);
  bool take_from_store(Done& done) const;
  [[nodiscard]] Done finish(Done done) const;
  const Tool& tool_of(const Auditor& auditor);

  const Auditor& auditor_;
  const BatchOptions& options_;
  const ReportWriter& writer_;
  std::mutex tools_mutex_;
  std::map<const Auditor*, Tool> tools_;  ///< made once: a tool's hashes are over much
};

}  // namespace claimlint::batch
