// SPDX-License-Identifier: Apache-2.0
#include <istream>
#include <map>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "claimlint/diff.hpp"
#include "claimlint/report_reader.hpp"
#include "json_slices.hpp"

namespace claimlint {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A document of a report: what it is found by, and where it stands.
struct Entry {
  std::string path;
  std::string content;
  std::size_t offset = 0;
  std::size_t partner = kNone;  ///< in the other report
};

class IndexedReport {
 public:
  explicit IndexedReport(ReportFile file) : file_(std::move(file)), begin_(file_.in.tellg()) {
    if (begin_ == std::istream::pos_type(-1)) {
      throw std::runtime_error(file_.name + ": cannot be read twice; put it into a file");
    }
    ReportReader reader(file_.in, file_.name);
    while (const auto report = reader.next()) {
      entries_.push_back({report->path, report->content_sha256, reader.offset(), kNone});
    }
    tool_ = reader.tool().value_or(Tool());
  }

  std::vector<Entry>& entries() { return entries_; }
  [[nodiscard]] const Tool& tool() const { return tool_; }

  Report read(const Entry& entry) {
    file_.in.clear();
    file_.in.seekg(begin_ + static_cast<std::istream::off_type>(entry.offset));
    return read_document(review::JsonSlices(file_.in).value());
  }

 private:
  ReportFile file_;
  std::istream::pos_type begin_;
  std::vector<Entry> entries_;
  Tool tool_;
};

/// Pairs the entries whose `key` is the same and that have no partner yet, the first with the
/// first: a path comes twice where two folders were audited.
void pair_by(std::string Entry::*key, std::vector<Entry>& before, std::vector<Entry>& after) {
  std::multimap<std::string_view, std::size_t> free;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].partner == kNone && !(before[i].*key).empty()) free.emplace(before[i].*key, i);
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto found = after[i].partner == kNone ? free.find(after[i].*key) : free.end();
    if (found == free.end()) continue;
    after[i].partner = found->second;
    before[found->second].partner = i;
    free.erase(found);
  }
}

}  // namespace

DiffTotals diff_reports(ReportFile before, ReportFile after, DiffWriter& writer) {
  IndexedReport old_report(std::move(before));
  IndexedReport new_report(std::move(after));
  pair_by(&Entry::path, old_report.entries(), new_report.entries());
  pair_by(&Entry::content, old_report.entries(), new_report.entries());

  DiffTotals totals;
  writer.begin(old_report.tool(), new_report.tool());
  const auto add = [&](const DocumentDiff& diff) {
    totals.add(diff);
    if (!diff.empty()) writer.document(diff);
  };
  for (const Entry& entry : new_report.entries()) {
    const Report now = new_report.read(entry);
    if (entry.partner == kNone) {
      add(diff_documents(nullptr, &now));
    } else {
      const Report old = old_report.read(old_report.entries()[entry.partner]);
      add(diff_documents(&old, &now));
    }
  }
  for (const Entry& entry : old_report.entries()) {
    if (entry.partner != kNone) continue;
    const Report old = old_report.read(entry);
    add(diff_documents(&old, nullptr));
  }
  writer.end(totals);
  return totals;
}

}  // namespace claimlint
