// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>
#include <vector>

#include "claim_text.hpp"
#include "page.hpp"
#include "totals.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

/// What the table needs of a document; its sentences are not kept.
struct Row {
  std::string path;
  std::string status;  ///< empty where audited
  std::optional<Score> score;
};

bool riskier(const Row& a, const Row& b) {
  const double risk_a = a.score ? a.score->risk : -1;
  const double risk_b = b.score ? b.score->risk : -1;
  return risk_a > risk_b;
}

std::string right_aligned(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + std::string(text);
}

std::string figures(const std::optional<Score>& score) {
  if (!score) return right_aligned("-", 5) + std::string(32, ' ');
  std::string band(to_string(score->band));
  band.resize(6, ' ');
  return right_aligned(risk_text(score->risk), 5) + "  " + band +
         right_aligned(std::to_string(score->by_severity.high), 8) +
         right_aligned(std::to_string(score->by_severity.medium), 8) +
         right_aligned(std::to_string(score->by_severity.low), 8);
}

class SummaryWriter final : public ReportWriter {
 public:
  SummaryWriter(std::ostream& out, bool colour) : out_(out), palette_(colour) {}

  void begin(const Tool& /*tool*/) override {}

  void document(const Report& report) override {
    Row row{printable(report.path), {}, report.score};
    if (row.score) row.score->breakdown.clear();
    if (row.score) row.score->by_type.clear();
    if (report.status != Status::audited) row.status = "  " + printable(status_text(report));
    rows_.push_back(std::move(row));
  }

  /// A row is made of totals alone, so there is nothing to keep.
  [[nodiscard]] std::optional<std::string> rendered(const Report& /*report*/) const override {
    return std::string();
  }

  void end(const Summary& summary) override {
    std::stable_sort(rows_.begin(), rows_.end(), riskier);
    std::string text;
    Page page(text, palette_);
    page.line(palette_.bold(" risk  band        high  medium     low  document"));
    for (const Row& row : rows_) {
      page.line(figures(row.score) + "  " + row.path + palette_.dim(row.status));
    }
    page.line();
    write_totals(page, summary);
    out_ << text;
  }

 private:
  std::ostream& out_;
  Palette palette_;
  std::vector<Row> rows_;
};

}  // namespace

std::unique_ptr<ReportWriter> summary_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<SummaryWriter>(out, options.colour);
}

}  // namespace claimlint::output
