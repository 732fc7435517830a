// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "claimlint/decisions.hpp"

namespace claimlint {
namespace {

bool is_decided(const Claim& claim) {
  return claim.vetoed &&
         (claim.vetoed->reason == "dismissed" || claim.vetoed->reason == "baseline");
}

bool has_decided(const Report& report) {
  return std::ranges::any_of(report.sentences, [](const Sentence& sentence) {
    return std::ranges::any_of(sentence.claims, is_decided);
  });
}

/// Hands a report on, copied only where something has to go.
template <typename Action>
auto without_decided(const Report& report, Action action) {
  if (!has_decided(report)) return action(report);
  Report rest = report;
  remove_decided(rest);
  return action(std::as_const(rest));
}

class UndecidedWriter final : public ReportWriter {
 public:
  explicit UndecidedWriter(std::unique_ptr<ReportWriter> writer) : writer_(std::move(writer)) {}

  void begin(const Tool& tool) override { writer_->begin(tool); }
  void document(const Report& report) override {
    without_decided(report, [&](const Report& rest) { writer_->document(rest); });
  }
  [[nodiscard]] std::optional<std::string> rendered(const Report& report) const override {
    return without_decided(report, [&](const Report& rest) { return writer_->rendered(rest); });
  }
  void document_rendered(const Report& report, std::string_view bytes) override {
    writer_->document_rendered(report, bytes);
  }
  void end(const Summary& summary) override { writer_->end(summary); }

 private:
  std::unique_ptr<ReportWriter> writer_;
};

}  // namespace

void remove_decided(Report& report) {
  for (Sentence& sentence : report.sentences) std::erase_if(sentence.claims, is_decided);
}

std::unique_ptr<ReportWriter> undecided_writer(std::unique_ptr<ReportWriter> writer) {
  return std::make_unique<UndecidedWriter>(std::move(writer));
}

}  // namespace claimlint
