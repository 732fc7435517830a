// SPDX-License-Identifier: Apache-2.0
#include "claimlint/evaluation.hpp"

#include <algorithm>
#include <stdexcept>

#include "annotation.hpp"
#include "comparison.hpp"
#include "ranks.hpp"

namespace claimlint {
namespace {

namespace fs = std::filesystem;

/// The types with fewer annotations than this have an F1 that says little.
constexpr std::size_t kEnoughForMacro = 10;

/// NAME of every NAME.json that has a NAME.txt beside it, by name.
std::vector<std::string> annotated_names(const fs::path& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    fs::path text = at->path();
    if (text.extension() != ".json") continue;
    if (fs::is_regular_file(text.replace_extension(".txt"))) names.push_back(text.stem().string());
  }
  if (error) throw std::runtime_error(directory.string() + ": " + error.message());
  if (names.empty()) {
    throw std::runtime_error(directory.string() + ": no NAME.txt with a NAME.json beside it");
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::set<std::string> known_types(const Lexicons& lexicons) {
  std::set<std::string> types;
  for (const TypeInfo& type : lexicons.types()) {
    if (type.annotated) types.insert(type.id);
  }
  return types;
}

std::optional<double> macro_f1(const std::map<std::string, Agreement>& by_type) {
  double sum = 0;
  std::size_t count = 0;
  for (const auto& [type, agreement] : by_type) {
    if (agreement.wanted() < kEnoughForMacro) continue;
    sum += agreement.f1();
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / static_cast<double>(count);
}

double ratio(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

void Agreement::add(bool found, bool wanted) {
  true_positive += found && wanted ? 1 : 0;
  false_positive += found && !wanted ? 1 : 0;
  false_negative += !found && wanted ? 1 : 0;
}

double Agreement::precision() const { return ratio(true_positive, false_positive); }

double Agreement::recall() const { return ratio(true_positive, false_negative); }

double Agreement::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0.0;
}

Evaluation evaluate(const Auditor& auditor, const fs::path& directory) {
  Evaluation evaluation;
  review::Comparison comparison(known_types(auditor.lexicons()), evaluation);
  for (const std::string& name : annotated_names(directory)) {
    const std::string bytes = review::read_bytes(directory / (name + ".txt"));
    const auto annotation = review::read_annotation(directory / (name + ".json"));
    const Source source{name + ".txt", {}, {}};
    comparison.add({name, bytes, annotation, auditor.audit(bytes, source)});
  }
  comparison.finish();
  evaluation.types_macro_f1 = macro_f1(evaluation.by_type);
  return evaluation;
}

}  // namespace claimlint
