// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/compiled.hpp"
#include "lexicon/parse.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

/// A document read with a lexicon of a few lines, for the tests of the tag and context rooms.
namespace claimlint::sample {

inline lexicon::Compiled compile(std::string_view toml) {
  std::vector<LexiconProblem> problems;
  const std::string head = "why = \"test\"\nsource = \"test\"\n";
  lexicon::Model model =
      lexicon::parse_lexicons({{"sample.toml", head + std::string(toml)}}, problems);
  for (const LexiconProblem& problem : problems) FAIL(problem.message);
  return lexicon::Compiled(std::move(model));
}

/// One block a line; a line that begins with "# " is a heading for the lines below.
inline text::Document read(std::string_view clean) {
  text::Text text;
  text.clean = clean;
  std::uint32_t heading = text::kNone;
  for (std::size_t begin = 0; begin < clean.size();) {
    const std::size_t end = std::min(clean.find('\n', begin), clean.size());
    text::Block block{BlockKind::prose, {begin, end}, heading};
    if (clean.substr(begin, end - begin).starts_with("# ")) {
      heading = static_cast<std::uint32_t>(text.blocks.size());
      block = {BlockKind::heading, {begin + 2, end}, text::kNone};
    }
    if (begin < end) text.blocks.push_back(block);
    begin = end + 1;
  }
  return text::segment(std::move(text), {});
}

inline std::string text_of(const text::Document& document, const tag::Tag& tag) {
  return std::string(document.folded_text(tag.folded));
}

/// The texts of a sentence's tags of one kind.
inline std::vector<std::string> texts(const text::Document& document,
                                      const tag::SentenceTags& found, MentionKind kind) {
  std::vector<std::string> result;
  for (const tag::Tag& tag : found.tags) {
    if (tag.kind == kind) result.push_back(text_of(document, tag));
  }
  return result;
}

}  // namespace claimlint::sample
