// SPDX-License-Identifier: Apache-2.0
#include "path_auditors.hpp"

#include <stdexcept>
#include <utility>

namespace claimlint::cli {

PathAuditors::PathAuditors(const Settings& settings, const Auditor& auditor)
    : settings_(&settings), auditor_(&auditor) {
  if (!settings.folders.configuration) return;
  const std::vector<Override>& overrides = settings.folders.configuration->overrides();
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    std::vector<bool> active(overrides.size());
    active[i] = true;
    try {
      made_.emplace(active, make(active));
    } catch (const std::invalid_argument& error) {
      throw ConfigurationError(overrides[i].place + ": " + error.what());
    }
  }
}

PathAuditors::ForPath PathAuditors::make(const std::vector<bool>& active) const {
  const Settings special = settings_->folders.configuration->settings(active);
  // What is not of the path alone was completed after the settings were read.
  AuditOptions options = settings_->audit;
  options.jurisdictions = special.audit.jurisdictions;
  options.assume_language = special.audit.assume_language;
  options.line_breaks = special.audit.line_breaks;
  options.rules_only = special.audit.rules_only;
  return {std::make_unique<const Auditor>(auditor_->lexicons(), std::move(options)),
          special.input_format};
}

const PathAuditors::ForPath& PathAuditors::for_path(std::string_view path) {
  const std::vector<bool> active = settings_->folders.configuration->active_for(path);
  const std::lock_guard lock(mutex_);
  const auto found = made_.find(active);
  return found == made_.end() ? made_.emplace(active, make(active)).first->second : found->second;
}

std::string PathAuditors::description() const {
  std::string text;
  for (const Override& each : settings_->folders.configuration->overrides()) {
    for (const std::string& pattern : each.patterns) text.append("path ").append(pattern) += '\0';
    for (const ConfiguredOption& option : each.options) {
      text.append(option.on ? "on " : "off ").append(option.name).append("=").append(option.value);
      text += '\0';
    }
  }
  return text;
}

void PathAuditors::attach(BatchOptions& batch) {
  const Configuration* const configuration = settings_->folders.configuration.get();
  if (configuration == nullptr || configuration->overrides().empty()) return;
  batch.configuration = description();
  batch.auditor_for = [this](std::string_view path) -> const Auditor& {
    return *for_path(path).auditor;
  };
  batch.describe = [this, before = std::move(batch.describe)](Source& source) {
    if (before) before(source);
    source.format = for_path(source.path).format;
  };
}

}  // namespace claimlint::cli
