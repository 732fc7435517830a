// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "commands.hpp"
#include "session.hpp"

namespace claimlint::cli {
namespace {

namespace fs = std::filesystem;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in || fs::is_directory(path)) throw std::runtime_error(path + ": cannot be read");
  return bytes;
}

void require_rule(const Lexicons& lexicons, const std::string& id) {
  const auto& rules = lexicons.rules();
  if (id == "model" && !lexicons.bands().empty()) return;
  if (std::none_of(rules.begin(), rules.end(), [&](const RuleInfo& r) { return r.id == id; })) {
    throw UsageError("no rule is called '" + id + "'; see claimlint rules");
  }
}

/// Leaves the sentences in which the rule found its trigger, with its claims alone.
void keep_rule(Report& report, const std::string& id) {
  for (Sentence& sentence : report.sentences) {
    std::erase_if(sentence.claims, [&](const Claim& claim) { return claim.rule != id; });
  }
  std::erase_if(report.sentences, [](const Sentence& sentence) { return sentence.claims.empty(); });
}

Report audit(const Settings& settings, const Auditor& auditor) {
  if (settings.text) {
    return auditor.audit(*settings.text, {"text", {}, settings.input_format.value_or("text")});
  }
  const std::string& path = settings.arguments.front();
  const Source source{fs::path(path).filename().string(), {}, settings.input_format};
  return auditor.audit(read_file(path), source);
}

}  // namespace

int run_explain(const Settings& settings) {
  if (settings.arguments.size() + (settings.text ? 1 : 0) != 1) {
    throw UsageError("explain needs one file, or --text");
  }
  Settings asked = settings;
  asked.audit.with_vetoed = true;
  // A sentence is too short for its language to be detected.
  if (asked.text && !asked.audit.assume_language) asked.audit.assume_language = "en";
  const Auditor auditor = make_auditor(asked);
  if (asked.rule) require_rule(auditor.lexicons(), *asked.rule);
  Report report = audit(asked, auditor);
  const bool audited = report.status != Status::not_audited;
  if (asked.rule) keep_rule(report, *asked.rule);

  const auto writer = find_output_format("explain")->writer(
      std::cout, {SentenceFilter::all, use_colour(settings), Severity::low});
  writer->begin(auditor.tool());
  writer->document(report);
  if (asked.rule && audited && report.sentences.empty()) {
    std::cout << "\nthe trigger of " << *asked.rule << " is nowhere in this text\n";
  }
  return audited ? kClean : kIncomplete;
}

}  // namespace claimlint::cli
