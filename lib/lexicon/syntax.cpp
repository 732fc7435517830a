// SPDX-License-Identifier: Apache-2.0
#include "syntax.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "blanks.hpp"
#include "symbols.hpp"
#include "text/utf8.hpp"

namespace claimlint::lexicon {
namespace {

// A class of more characters rules too little out to be written out.
constexpr std::size_t kMaxClass = 8;

constexpr bool is_alphanumeric(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

Syntax one_of(std::vector<std::string> literals) {
  return {.kind = Syntax::Kind::literals, .literals = std::move(literals)};
}

Syntax one_of(CharacterSet set) { return {.kind = Syntax::Kind::set, .set = set}; }

bool is_one_literal(const Syntax& syntax) {
  return syntax.kind == Syntax::Kind::literals && syntax.literals.size() == 1;
}

template <typename Holds>
CharacterSet all_that(Holds holds) {
  CharacterSet set;
  for (unsigned char byte = 0; byte < 0x80; ++byte) {
    if (holds(byte)) set.add(byte);
  }
  return set;
}

CharacterSet opposite(CharacterSet set) {
  return {{~set.ascii[0], ~set.ascii[1]}, set.others == 0 ? 1U : 0U};
}

CharacterSet united(CharacterSet a, CharacterSet b) {
  return {{a.ascii[0] | b.ascii[0], a.ascii[1] | b.ascii[1]}, a.others | b.others};
}

/// What a letter behind a backslash stands for, in a class and outside.
std::optional<CharacterSet> named_set(char name) {
  switch (name) {
    case 'd':
      return all_that(is_digit);
    case 's':
      return all_that(is_white);
    case 'w':
      return all_that([](unsigned char byte) {
        return is_alphanumeric(static_cast<char>(byte)) || byte == '_';
      });
    case 'D':
    case 'S':
    case 'W':
      return opposite(*named_set(static_cast<char>(name - 'A' + 'a')));
    default:
      return std::nullopt;
  }
}

/// What a class lists.
struct ClassItems {
  CharacterSet set;
  std::vector<std::string> literals;  ///< each character; a range of more than a few has none
  bool countable = true;              ///< literals are all
};

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
    if (rest_.empty() || is_symbol(rest_.front())) failed_ = true;
    std::size_t size = std::min<std::size_t>(1, rest_.size());
    while (size < rest_.size() && is_continuation(static_cast<unsigned char>(rest_[size]))) ++size;
    std::string character(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return character;
  }

  /// The character that is meant by what stands behind a backslash: itself, or by its number.
  std::string take_escaped() {
    if (!rest_.starts_with('x')) return take_character();
    std::uint32_t number = 0;
    if (!take("x{")) failed_ = true;
    const auto [end, error] =
        std::from_chars(rest_.data(), rest_.data() + rest_.size(), number, 16);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    if (error != std::errc{} || number < 0x80 || !take("}")) failed_ = true;
    std::string character;
    text::append_utf8(character, number);
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
    if (take(kBlanks)) return one_of({std::string(1, kBlankRun)});
    if (take("(")) return read_group();
    if (take("[")) return read_class();
    if (take("\\")) return read_escape();
    if (take(".")) return one_of(opposite(CharacterSet{}));
    if (take("^")) return {.kind = Syntax::Kind::begin};
    if (take("$")) return {.kind = Syntax::Kind::end};
    if (std::string_view("*+?{").find(rest_.front()) != std::string_view::npos) return fail();
    return one_of({take_character()});
  }

  Syntax read_group() {
    if (!take("?:") && rest_.starts_with('?')) return fail();
    Syntax inner = read_alternation();
    return take(")") ? std::move(inner) : fail();
  }

  Syntax read_escape() {
    if (rest_.empty()) return fail();
    if (rest_.front() == 'x' || !is_alphanumeric(rest_.front())) return one_of({take_escaped()});
    if (take("d")) return one_of({std::string(1, kDigit)});
    if (take("b")) return {.kind = Syntax::Kind::edge};
    const std::optional<CharacterSet> set = named_set(rest_.front());
    if (!set) return fail();
    rest_.remove_prefix(1);
    return one_of(*set);
  }

  Syntax read_class() {
    const bool negated = take("^");
    ClassItems items;
    do {
      if (rest_.empty() || rest_.starts_with("[:") || !read_item(items)) return fail();
    } while (!take("]"));
    if (!negated && items.countable && items.literals.size() <= kMaxClass) {
      return one_of(std::move(items.literals));
    }
    const bool plain = std::ranges::all_of(
        items.literals, [](const std::string& literal) { return is_ascii(literal.front()); });
    if (plain) return one_of(negated ? opposite(items.set) : items.set);
    if (negated) return fail();
    std::erase_if(items.literals,
                  [](const std::string& literal) { return is_ascii(literal.front()); });
    return {.kind = Syntax::Kind::alternation,
            .parts = {one_of(items.set), one_of(std::move(items.literals))}};
  }

  /// One character, range or named set of a class.
  bool read_item(ClassItems& items) {
    const bool is_escaped = take("\\");
    if (is_escaped && rest_.empty()) return false;
    if (is_escaped && is_alphanumeric(rest_.front()) && rest_.front() != 'x') {
      return read_named(items);
    }
    const std::string first = is_escaped ? take_escaped() : take_character();
    // A hyphen at the end is one.
    if (rest_.size() > 1 && rest_.front() == '-' && rest_[1] != ']') {
      rest_.remove_prefix(1);
      return add_range(first, take_character(), items);
    }
    if (is_ascii(first.front())) items.set.add(static_cast<unsigned char>(first.front()));
    items.literals.push_back(first);
    return true;
  }

  bool read_named(ClassItems& items) {
    const std::optional<CharacterSet> set = named_set(rest_.front());
    if (!set) return false;
    if (rest_.front() == 's') {
      items.literals.emplace_back(1, kOneBlank);
    } else if (rest_.front() == 'd') {
      items.literals.emplace_back(1, kDigit);
    } else {
      items.countable = false;
    }
    items.set = united(items.set, *set);
    rest_.remove_prefix(1);
    return true;
  }

  static bool add_range(const std::string& first, const std::string& last, ClassItems& items) {
    if (first.size() != 1 || last.size() != 1 || first == "\\" || last == "\\") return false;
    for (char byte = first.front(); byte <= last.front() && is_ascii(byte); ++byte) {
      items.set.add(static_cast<unsigned char>(byte));
      items.literals.emplace_back(1, byte);
      if (byte == '\x7F') break;
    }
    return is_ascii(first.front()) && is_ascii(last.front());
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
    const std::optional<std::uint32_t> least = take_number();
    if (!least) return false;
    repetition.least = *least;
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

std::optional<Syntax> parse_syntax(std::string_view expression) {
  return Parser(open_blanks(expression)).run();
}

}  // namespace claimlint::lexicon
