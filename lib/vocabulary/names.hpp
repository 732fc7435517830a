// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entries.hpp"
#include "lexicon/compiled.hpp"

namespace claimlint::vocabulary {

/// A name as a lexicon can use it.
struct Term {
  std::string text;    ///< as it will stand in the lexicon
  std::string key;     ///< its folded words, by blank: equal for terms that match the same
  bool upper = false;  ///< counts only in capitals
};

/// Whether text holds a letter or digit, so that it can match at all.
bool has_words(std::string_view text);

/// Decides what of the names of a vocabulary a lexicon takes over, and in which form. A name that
/// would match ordinary English costs more than it finds, so it is left out.
class NameFilter {
 public:
  NameFilter(const ImportOptions& options, const lexicon::Compiled& lexicons, Notes& skipped,
             Notes& changed)
      : options_(options), lexicons_(lexicons), skipped_(skipped), changed_(changed) {}

  /// A name of an entry, which may be `entry_name` itself. Null where it is left out.
  [[nodiscard]] std::optional<Term> accept(const std::string& name, const std::string& entry_name);

  /// Further ways in which text writes a term: the other spelling of English, the other word order,
  /// the other kind of number, the singular, and the adjectives where they are asked for.
  [[nodiscard]] std::vector<Term> variants(const Term& term) const;

 private:
  [[nodiscard]] std::string cleaned(const std::string& name);
  [[nodiscard]] std::optional<std::string_view> reason_against(const Term& term,
                                                               std::string_view entry_name) const;

  const ImportOptions& options_;
  const lexicon::Compiled& lexicons_;
  Notes& skipped_;
  Notes& changed_;
};

}  // namespace claimlint::vocabulary
