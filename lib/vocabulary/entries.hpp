// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/vocabulary.hpp"

/// What the readers of other vocabularies share: what they give, and where they say what is wrong.
namespace claimlint::vocabulary {

/// 1-based; columns count bytes.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
};

struct Name {
  std::string text;
  Place at;
};

/// An entry as its file has it.
struct Entry {
  std::string id;
  Place at;
  Name name;
  std::vector<Name> synonyms;
  std::vector<std::string> xrefs;
};

/// Notes by reason, each with its first few examples.
class Notes {
 public:
  void add(std::string_view reason, std::string_view example);
  /// The most frequent first.
  [[nodiscard]] std::vector<ImportNote> take() &&;

 private:
  std::map<std::string, ImportNote, std::less<>> notes_;
};

/// Problems with their places; beyond a bound they are only counted.
class Problems {
 public:
  explicit Problems(std::string_view file) : file_(file) {}
  void add(Place at, std::string message);
  [[nodiscard]] bool any() const { return !problems_.empty(); }
  [[nodiscard]] std::string to_text(Place at) const;
  /// Throws LexiconError where there is any.
  void throw_if_any() const;

 private:
  std::string file_;
  std::vector<LexiconProblem> problems_;
  std::size_t more_ = 0;
};

/// A file that is being read: its text, how, and where what is not taken goes.
struct Reading {
  std::string_view text;  ///< well-formed UTF-8
  const ImportOptions& options;
  Problems& problems;
  Notes& skipped;
};

std::vector<Entry> read_obo(Reading& reading);
std::vector<Entry> read_csv(Reading& reading);
std::vector<Entry> read_tsv(Reading& reading);
std::vector<Entry> read_jsonl(Reading& reading);

/// The begin of a text that may be of any length, for messages.
std::string excerpt(std::string_view text);

/// `text` without the blanks around it.
std::string_view trim(std::string_view text);

/// Takes the next line, without its end, off the front of `text`.
std::string_view take_line(std::string_view& text);

}  // namespace claimlint::vocabulary
