// SPDX-License-Identifier: Apache-2.0
#include "claimlint/report.hpp"

#include <algorithm>
#include <array>

namespace claimlint {
namespace {

template <typename Enum, std::size_t N>
std::string_view name_of(Enum value, const std::array<std::string_view, N>& names) {
  return names.at(static_cast<std::size_t>(value));
}

void add_counts(std::vector<TypeCount>& totals, const std::vector<TypeCount>& counts) {
  for (const TypeCount& count : counts) {
    const auto at = std::lower_bound(
        totals.begin(), totals.end(), count.type,
        [](const TypeCount& total, const std::string& type) { return total.type < type; });
    if (at != totals.end() && at->type == count.type) {
      at->count += count.count;
    } else {
      totals.insert(at, count);
    }
  }
}

}  // namespace

std::string_view to_string(Status value) {
  return name_of(value, std::array<std::string_view, 3>{"audited", "partial", "not_audited"});
}

std::string_view to_string(Severity value) {
  return name_of(value, std::array<std::string_view, 4>{"none", "low", "medium", "high"});
}

std::string_view to_string(Band value) {
  return name_of(value, std::array<std::string_view, 3>{"low", "medium", "high"});
}

std::string_view to_string(BlockKind value) {
  return name_of(value, std::array<std::string_view, 7>{"prose", "heading", "list_item", "quote",
                                                        "table_cell", "hidden", "boilerplate"});
}

std::string_view to_string(MentionKind value) {
  return name_of(value, std::array<std::string_view, 6>{"anatomy", "condition", "treatment",
                                                        "quantity", "citation", "provider"});
}

std::string_view to_string(Stance value) {
  return name_of(value, std::array<std::string_view, 6>{"asserted", "hedged", "conditional",
                                                        "question", "negated", "refuted"});
}

std::string_view to_string(Voice value) {
  return name_of(value, std::array<std::string_view, 3>{"author", "testimonial", "quoted"});
}

std::string_view to_string(Target value) {
  return name_of(value, std::array<std::string_view, 4>{"wellness", "structure_function", "symptom",
                                                        "disease"});
}

std::string_view to_string(SupportStatus value) {
  return name_of(value, std::array<std::string_view, 5>{"none", "cited", "evidence", "contradicted",
                                                        "textbook"});
}

std::string_view to_string(Outcome value) {
  return name_of(value, std::array<std::string_view, 2>{"applies", "accepted"});
}

std::string_view to_string(Confidence value) {
  return name_of(value, std::array<std::string_view, 3>{"low", "medium", "high"});
}

void Summary::add(const Report& report) {
  ++documents;
  audited += report.status == Status::audited ? 1 : 0;
  partial += report.status == Status::partial ? 1 : 0;
  not_audited += report.status == Status::not_audited ? 1 : 0;
  hidden += report.hidden;
  if (!report.score) return;
  band_low += report.score->band == Band::low ? 1 : 0;
  band_medium += report.score->band == Band::medium ? 1 : 0;
  band_high += report.score->band == Band::high ? 1 : 0;
  claims += report.score->claims;
  by_severity.high += report.score->by_severity.high;
  by_severity.medium += report.score->by_severity.medium;
  by_severity.low += report.score->by_severity.low;
  add_counts(by_type, report.score->by_type);
}

}  // namespace claimlint
