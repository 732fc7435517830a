// SPDX-License-Identifier: Apache-2.0
#include "profile.hpp"

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <ostream>
#include <ratio>
#include <string>
#include <string_view>

namespace claimlint::cli {
namespace {

/// How many rules are listed: the rest together are rarely a third of the time.
constexpr std::size_t kRules = 30;

using Milliseconds = std::chrono::duration<double, std::milli>;

double share(std::chrono::nanoseconds part, std::chrono::nanoseconds whole) {
  return whole.count() == 0
             ? 0
             : 100 * static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

template <typename Items>
std::chrono::nanoseconds total(const Items& items) {
  std::chrono::nanoseconds sum{};
  for (const auto& item : items) sum += item.time;
  return sum;
}

double megabytes_per_second(std::size_t bytes, std::chrono::nanoseconds time) {
  constexpr double kPerMegabyte = 1e3;  // bytes a nanosecond
  return time.count() == 0
             ? 0
             : kPerMegabyte * static_cast<double>(bytes) / static_cast<double>(time.count());
}

void write_stages(std::ostream& out, const AuditProfile& profile) {
  const std::vector<StageTime> stages = profile.stages();
  const std::chrono::nanoseconds whole = total(stages);
  out << "profile: " << profile.documents() << " documents, " << profile.bytes()
      << " bytes, one thread\n\n       ms  share      MB/s  stage\n";
  const auto line = [&](std::chrono::nanoseconds time, std::string_view name) {
    out << std::setw(9) << Milliseconds(time).count() << std::setw(6) << share(time, whole) << '%'
        << std::setw(10) << megabytes_per_second(profile.bytes(), time) << "  " << name << '\n';
  };
  for (const StageTime& stage : stages) line(stage.time, stage.stage);
  line(whole, "all");
}

void write_rules(std::ostream& out, const AuditProfile& profile) {
  const std::vector<RuleTime> rules = profile.rules();
  const std::chrono::nanoseconds whole = total(rules);
  out << "\n       ms  share     tries      hits  rule\n";
  for (std::size_t i = 0; i < std::min(rules.size(), kRules); ++i) {
    const RuleTime& rule = rules[i];
    out << std::setw(9) << Milliseconds(rule.time).count() << std::setw(6)
        << share(rule.time, whole) << '%' << std::setw(10) << rule.tries << std::setw(10)
        << rule.hits << "  " << rule.rule << '\n';
  }
  out << rules.size() << " rules were tried; " << Milliseconds(whole).count()
      << " ms with the clock read at every try\n";
}

}  // namespace

Profile::Profile(const Settings& settings, const Auditor& auditor) {
  if (settings.profile) profile_.emplace(auditor.lexicons(), settings.audit);
}

void Profile::add(const Report& report) {
  if (!profile_ || report.status == Status::not_audited) return;
  // Of DOCX and PDF the extracted text is all there is.
  const bool is_source = report.coordinates == "source";
  profile_->add(report.extracted,
                {.path = report.path, .format = is_source ? report.format : std::string("text")});
}

void Profile::write(std::ostream& out) const {
  if (!profile_) return;
  const auto flags = out.flags();
  const auto precision = out.precision();
  out << std::fixed << std::setprecision(1);
  write_stages(out, *profile_);
  write_rules(out, *profile_);
  out.flags(flags);
  out.precision(precision);
}

}  // namespace claimlint::cli
