// SPDX-License-Identifier: Apache-2.0
#include "syntax.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace claimlint::lexicon {
namespace {

// A class of more characters rules too little out to be written out.
constexpr std::size_t kMaxClass = 8;

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

constexpr bool is_alphanumeric(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

Syntax one_of(std::vector<std::string> literals) {
  return {.kind = Syntax::Kind::literals, .literals = std::move(literals)};
}

bool is_one_literal(const Syntax& syntax) {
  return syntax.kind == Syntax::Kind::literals && syntax.literals.size() == 1;
}

class Parser {
 public:
  explicit Parser(std::string_view expression) : rest_(expression) {}

  std::optional<Syntax> run() {
    Syntax syntax = read_alternation();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return syntax;
  }

 private:
  bool take(std::string_view head) {
    if (!rest_.starts_with(head)) return false;
    rest_.remove_prefix(head.size());
    return true;
  }

  /// The next character, as long as UTF-8 has it.
  std::string take_character() {
    std::size_t size = std::min<std::size_t>(1, rest_.size());
    while (size < rest_.size() && is_continuation(rest_[size])) ++size;
    std::string character(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return character;
  }

  Syntax fail() {
    failed_ = true;
    rest_ = {};
    return {};
  }

  Syntax read_alternation() {
    Syntax alternation{.kind = Syntax::Kind::alternation};
    do {
      alternation.parts.push_back(read_sequence());
    } while (take("|"));
    return alternation.parts.size() == 1 ? std::move(alternation.parts.front()) : alternation;
  }

  Syntax read_sequence() {
    Syntax sequence{.kind = Syntax::Kind::sequence};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      append(read_repetitions(read_atom()), sequence.parts);
    }
    return sequence.parts.size() == 1 ? std::move(sequence.parts.front()) : sequence;
  }

  /// Characters that follow one another become one literal.
  static void append(Syntax part, std::vector<Syntax>& parts) {
    const bool joins = !parts.empty() && is_one_literal(parts.back()) && is_one_literal(part) &&
                       !(parts.back().literals.front().ends_with(kBlankRun) &&
                         is_white_symbol(part.literals.front().front()));
    if (joins) {
      parts.back().literals.front() += part.literals.front();
    } else {
      parts.push_back(std::move(part));
    }
  }

  Syntax read_atom() {
    if (take("(")) return read_group();
    if (take("[")) return read_class();
    if (take("\\")) return read_escape();
    if (take(".")) return {};
    if (take(" ")) return one_of({std::string(1, kBlankRun)});
    if (std::string_view("^$*+?{").find(rest_.front()) != std::string_view::npos) return fail();
    return one_of({take_character()});
  }

  Syntax read_group() {
    if (!take("?:") && rest_.starts_with('?')) return fail();
    Syntax inner = read_alternation();
    return take(")") ? std::move(inner) : fail();
  }

  /// Letters behind a backslash have meanings; those of classes are one unknown character.
  Syntax read_escape() {
    if (rest_.empty()) return fail();
    if (!is_alphanumeric(rest_.front())) return one_of({take_character()});
    if (take("d")) return one_of({std::string(1, kDigit)});
    const bool is_class = std::string_view("wWDsS").find(rest_.front()) != std::string_view::npos;
    if (!is_class) return fail();
    take_character();
    return {};
  }

  Syntax read_class() {
    bool known = !take("^");
    std::vector<std::string> characters;
    do {
      if (rest_.empty() || rest_.starts_with("[:")) return fail();
      if (take("\\")) {
        known = known && !rest_.empty() && !is_alphanumeric(rest_.front());
      }
      std::string character = take_character();
      characters.push_back(character == " " ? std::string(1, kOneBlank) : std::move(character));
      // A range. A hyphen at the end is one.
      if (rest_.size() > 1 && rest_.front() == '-' && rest_[1] != ']') known = false;
    } while (!take("]"));
    if (!known || characters.size() > kMaxClass) return {};
    return one_of(std::move(characters));
  }

  Syntax read_repetitions(Syntax atom) {
    while (!rest_.empty() && std::string_view("*+?{").find(rest_.front()) != rest_.npos) {
      Syntax repetition{.kind = Syntax::Kind::repetition};
      if (!read_bounds(repetition)) return fail();
      repetition.shortest_first = take("?");
      repetition.parts.push_back(std::move(atom));
      atom = std::move(repetition);
    }
    return atom;
  }

  bool read_bounds(Syntax& repetition) {
    repetition.most = Syntax::kUnlimited;
    if (take("*")) return true;
    if (take("+")) {
      repetition.least = 1;
      return true;
    }
    if (take("?")) {
      repetition.most = 1;
      return true;
    }
    take("{");
    repetition.least = take_number().value_or(0);
    repetition.most = take(",") ? take_number().value_or(Syntax::kUnlimited) : repetition.least;
    return take("}");
  }

  std::optional<std::uint32_t> take_number() {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc{}) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::optional<Syntax> parse_syntax(std::string_view expression) { return Parser(expression).run(); }

}  // namespace claimlint::lexicon
