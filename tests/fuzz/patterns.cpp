// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "choices.hpp"
#include "expressions.hpp"
#include "targets.hpp"
#include "text/decode.hpp"

namespace claimlint::fuzz {

/// Expressions, one a line, as somebody may write them; behind a NUL the text they are sought in.
void fuzz_patterns(std::string_view bytes) {
  // What RE2 does at every place of a long text takes long.
  constexpr std::size_t kMaxExpressions = 6;
  constexpr std::size_t kMaxSize = 120;
  constexpr std::size_t kMaxText = 300;
  std::string_view head = take_part(bytes, '\0');
  std::vector<std::string> expressions;
  while (!head.empty() && expressions.size() < kMaxExpressions) {
    expressions.push_back(text::decode(take_part(head, '\n').substr(0, kMaxSize)).utf8);
  }
  check_expressions(std::move(expressions), text::decode(bytes.substr(0, kMaxText)).utf8);
}

}  // namespace claimlint::fuzz
