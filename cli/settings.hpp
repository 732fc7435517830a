// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/vocabulary.hpp"
#include "compare_settings.hpp"
#include "decision_settings.hpp"
#include "folder_settings.hpp"
#include "serve_settings.hpp"
#include "store_settings.hpp"

namespace claimlint::cli {

/// Exit codes; where several apply, the highest is returned.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;
inline constexpr int kIncomplete = 3;

/// The command line cannot be understood. The message is for the user.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Colour { automatic, always, never };

/// What the command line asks for: the values of all flags of all commands.
struct Settings {
  std::vector<std::string> arguments;  ///< what is no flag
  std::set<std::string> given;         ///< names of the flags on the command line
  AuditOptions audit;
  std::optional<std::string> lexicons;
  std::optional<std::string> lexicon_cache;  ///< null: the user's cache folder; empty: none
  Base base = Base::shipped;                 ///< of what `lexicons` names
  CompareSettings compare;
  DecisionSettings decisions;
  FolderSettings folders;
  ServeSettings serve;
  StoreSettings store;
  ImportOptions import;             ///< lexicon import
  std::vector<std::string> corpus;  ///< lexicon stats
  std::optional<std::string> input_format;
  std::optional<std::string> format;
  std::optional<std::string> output;
  std::optional<std::string> keep_text;
  std::optional<std::string> text;
  std::optional<std::string> rule;
  SentenceFilter sentences = SentenceFilter::all;
  OffsetUnit offsets = OffsetUnit::bytes;
  Severity at_least = Severity::low;
  std::optional<Severity> fail_on = Severity::high;  ///< null: never
  Colour colour = Colour::automatic;
  unsigned jobs = 0;
  std::size_t errors = 0;
  bool allow_incomplete = false;
  bool profile = false;
  bool quiet = false;
  bool help = false;
};

}  // namespace claimlint::cli
