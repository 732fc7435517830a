// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <stdexcept>

#include "terminal.hpp"

namespace claimlint::cli {

Lexicons load_lexicons(const Settings& settings) {
  return settings.lexicons ? Lexicons::load(*settings.lexicons) : Lexicons::builtin();
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
