// SPDX-License-Identifier: Apache-2.0
#include "across.hpp"

#include <filesystem>
#include <utility>

#include "report_file.hpp"

namespace claimlint::cli {

Across::Across(const Settings& settings) {
  if (settings.compare.clusters) documents_.emplace(std::filesystem::temp_directory_path());
  if (!settings.compare.reference) return;
  auto in = open_report(*settings.compare.reference);
  reference_ = ReferenceRisks::read(in, *settings.compare.reference);
}

void Across::attach(BatchOptions& batch) {
  if (reference_) {
    batch.complete = [this, before = std::move(batch.complete)](Report& report) {
      if (before) before(report);
      complete(report);
    };
  }
  if (documents_) batch.complete_summary = [this](Summary& summary) { complete(summary); };
}

void Across::add(const Report& report) {
  if (documents_) documents_->add(report);
}

void Across::complete(Report& report) const {
  if (reference_ && report.score) {
    report.score->percentile = reference_->percentile(report.score->risk);
  }
}

void Across::complete(Summary& summary) {
  if (documents_) documents_->finish(summary);
}

std::string Across::output_key() const {
  return reference_ ? " reference " + reference_->sha256() : std::string();
}

}  // namespace claimlint::cli
