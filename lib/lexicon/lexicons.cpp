// SPDX-License-Identifier: Apache-2.0
#include "claimlint/lexicons.hpp"

#include <utility>

#include "compiled.hpp"

namespace claimlint {
namespace {

std::string join_lines(const std::vector<LexiconProblem>& problems) {
  std::string lines;
  for (const LexiconProblem& problem : problems) {
    lines.append(lines.empty() ? "" : "\n").append(to_string(problem));
  }
  return lines;
}

}  // namespace

std::string to_string(const LexiconProblem& problem) {
  std::string text = problem.file + ":";
  if (problem.line > 0) {
    text += std::to_string(problem.line) + ":" + std::to_string(problem.column) + ":";
  }
  return text + " " + problem.message;
}

LexiconError::LexiconError(std::vector<LexiconProblem> problems)
    : std::runtime_error(join_lines(problems)), problems_(std::move(problems)) {}

Lexicons::Lexicons(std::shared_ptr<const lexicon::Compiled> compiled)
    : compiled_(std::move(compiled)) {}

const std::vector<TypeInfo>& Lexicons::types() const { return compiled_->descriptions().types; }

const std::vector<RuleInfo>& Lexicons::rules() const { return compiled_->descriptions().rules; }

const std::vector<ExampleInfo>& Lexicons::examples() const {
  return compiled_->descriptions().examples;
}

const std::vector<Provision>& Lexicons::provisions() const { return compiled_->model().provisions; }

std::vector<BandInfo> Lexicons::bands() const {
  std::vector<BandInfo> bands;
  if (!compiled_->model().learned) return bands;
  for (const lexicon::ConfidenceBand& band : compiled_->model().learned->bands) {
    bands.push_back({band.confidence, band.precision, band.count});
  }
  return bands;
}

std::string_view Lexicons::sha256() const { return compiled_->model().sha256; }

}  // namespace claimlint
