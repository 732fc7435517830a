// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "choices.hpp"
#include "expressions.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

// So few words that texts hold what expressions ask for.
constexpr std::array<std::string_view, 20> kPieces = {
    "a",  "ab", "b", "cure", "cures", " ",  "'s",       "3",        "%",   "-",
    "ba", "c",  ".", ",",    "in",    "no", "\xC3\xA9", "\xD0\xB6", "(r)", "\n"};
constexpr std::array<std::string_view, 14> kSets = {
    "[ab]", "[^.]",  "[^.,;]", "\\w",  "\\d",     "\\s",    ".",
    "\\W",  "[a-c]", "[^a]",   "[ -]", "[0-9,.]", "[\\w-]", "[%$\xC2\xA3]"};
constexpr std::array<std::string_view, 4> kEdges = {"\\b", "$", "^", "\\b"};
constexpr std::array<std::string_view, 12> kRepeats = {
    "?", "*", "+", "??", "*?", "+?", "{2}", "{0,3}", "{1,2}?", "{0,9}", "{2,5}", "{1,}"};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view(".()[]{}*+?|^$\\").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string sequence(Choices& choices, int depth);

std::string group(Choices& choices, int depth) {
  std::string expression = choices.byte() % 2 == 0 ? "(" : "(?:";
  const std::size_t ways = 1 + choices.below(4);
  for (std::size_t i = 0; i < ways; ++i) {
    if (i > 0) expression += '|';
    expression += sequence(choices, depth + 1);
  }
  return expression + ")";
}

std::string atom(Choices& choices, int depth) {
  constexpr int kMaxDepth = 3;
  const std::size_t kind = choices.below(10);
  if (kind < 4) return escaped(choices.pick(kPieces));
  if (kind < 6) return std::string(choices.pick(kSets));
  if (kind == 6) return std::string(choices.pick(kEdges));
  return depth < kMaxDepth ? group(choices, depth) : escaped(choices.pick(kPieces));
}

/// A part, maybe repeated. Only what is one for RE2 can be.
std::string part(Choices& choices, int depth) {
  std::string expression = atom(choices, depth);
  if (choices.byte() % 3 != 0) return expression;
  return "(?:" + expression + ")" + std::string(choices.pick(kRepeats));
}

std::string sequence(Choices& choices, int depth) {
  std::string expression;
  const std::size_t parts = choices.below(4);
  for (std::size_t i = 0; i <= parts && !choices.done(); ++i) expression += part(choices, depth);
  return expression;
}

}  // namespace

/// Expressions and a text built from the same few words, so that most of them match somewhere.
void fuzz_programs(std::string_view bytes) {
  constexpr std::size_t kMaxText = 160;
  constexpr std::size_t kMaxSize = 200;
  Choices choices(bytes);
  std::vector<std::string> expressions(1 + choices.below(3));
  const std::size_t pieces = 1 + choices.below(40);
  std::string text;
  for (std::size_t i = 0; i < pieces && text.size() < kMaxText; ++i) text += choices.pick(kPieces);
  for (std::string& expression : expressions) {
    expression = sequence(choices, 0);
    if (expression.size() > kMaxSize) expression.clear();
  }
  check_expressions(std::move(expressions), std::move(text));
}

}  // namespace claimlint::fuzz
