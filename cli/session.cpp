// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "terminal.hpp"

namespace claimlint::cli {
namespace {

/// Where compiled lexicons are kept; empty where they are not.
std::filesystem::path lexicon_cache(const Settings& settings) {
  if (settings.lexicon_cache) return *settings.lexicon_cache;
  for (const auto& [variable, below] : {std::pair("XDG_CACHE_HOME", ""), {"HOME", ".cache"}}) {
    const char* const value = std::getenv(variable);
    const std::filesystem::path folder = value == nullptr ? "" : value;
    if (folder.is_absolute()) return folder / below / "claimlint";
  }
  return {};
}

Lexicons load_layered(const Settings& settings) {
  const std::filesystem::path cache = lexicon_cache(settings);
  return cache.empty() ? Lexicons::load(*settings.lexicons, settings.base)
                       : Lexicons::load(*settings.lexicons, cache, settings.base);
}

}  // namespace

Lexicons load_lexicons(const Settings& settings) {
  if (settings.lexicons) return load_layered(settings);
  if (settings.base != Base::shipped) throw UsageError("--no-builtin-concepts needs --lexicons");
  return Lexicons::builtin();
}

void write_problems(std::ostream& out, const std::vector<LexiconProblem>& problems) {
  constexpr std::size_t kShown = 1000;
  const std::size_t shown = std::min(kShown, problems.size());
  for (std::size_t i = 0; i < shown; ++i) out << printable(to_string(problems[i])) << '\n';
  if (shown < problems.size()) out << "... and " << problems.size() - shown << " more\n";
}

Auditor make_auditor(const Settings& settings) {
  Lexicons lexicons = load_lexicons(settings);
  try {
    return Auditor(std::move(lexicons), settings.audit);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

bool use_colour(const Settings& settings) {
  if (settings.colour == Colour::automatic) return !settings.output && stdout_is_terminal();
  return settings.colour == Colour::always;
}

}  // namespace claimlint::cli
