// SPDX-License-Identifier: Apache-2.0
#include "claimlint/across.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <stdexcept>
#include <utility>

#include "claimlint/report_reader.hpp"
#include "clusters.hpp"
#include "roll_ups.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace {

constexpr double kTenths = 10;

/// As reports have it.
double in_tenths(double value) { return std::round(value * kTenths) / kTenths; }

}  // namespace

struct AcrossDocuments::State {
  explicit State(const std::filesystem::path& folder) : clusters(folder) {}
  review::Clusters clusters;
  review::RollUps roll_ups;
};

AcrossDocuments::AcrossDocuments(const std::filesystem::path& folder)
    : state_(std::make_unique<State>(folder)) {}
AcrossDocuments::AcrossDocuments(AcrossDocuments&&) noexcept = default;
AcrossDocuments& AcrossDocuments::operator=(AcrossDocuments&&) noexcept = default;
AcrossDocuments::~AcrossDocuments() = default;

void AcrossDocuments::add(const Report& report) {
  state_->clusters.add(report);
  state_->roll_ups.add(report);
}

void AcrossDocuments::finish(Summary& summary) {
  summary.clusters = state_->clusters.find();
  summary.sites = state_->roll_ups.sites();
  summary.folders = state_->roll_ups.folders();
}

ReferenceRisks::ReferenceRisks(std::vector<double> risks) : risks_(std::move(risks)) {
  std::ranges::transform(risks_, risks_.begin(), in_tenths);
  std::ranges::sort(risks_);
}

ReferenceRisks ReferenceRisks::read(std::istream& report, const std::string& name) {
  std::vector<double> risks;
  ReportReader reader(report, name);
  while (const auto document = reader.next()) {
    if (document->score) risks.push_back(document->score->risk);
  }
  if (risks.empty()) throw std::runtime_error(name + ": no document of it has a score");
  return ReferenceRisks(std::move(risks));
}

double ReferenceRisks::percentile(double risk) const {
  if (risks_.empty()) return 0;
  constexpr double kPercent = 100;
  const auto lower = std::ranges::lower_bound(risks_, in_tenths(risk)) - risks_.begin();
  return in_tenths(kPercent * static_cast<double>(lower) / static_cast<double>(risks_.size()));
}

std::string ReferenceRisks::sha256() const {
  std::string key;
  for (const double risk : risks_) key += std::to_string(std::lround(risk * kTenths)) + ' ';
  return text::sha256(key);
}

}  // namespace claimlint
