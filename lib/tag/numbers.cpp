// SPDX-License-Identifier: Apache-2.0
#include "numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace claimlint::tag {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr std::array kNumberWords = std::to_array<NumberWord>(
    {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},  {"ninety", 90}});

constexpr std::array kMultipliers = std::to_array<NumberWord>(
    {{"dozen", 12}, {"hundred", 100}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}});

constexpr std::array kParts = std::to_array<NumberWord>({{"half", 0.5}, {"quarter", 0.25}});

template <std::size_t N>
std::optional<double> look_up(const std::array<NumberWord, N>& table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &NumberWord::word);
  if (found == table.end()) return std::nullopt;
  return found->value;
}

/// Digits with thousands separated by commas and a decimal point.
std::optional<double> parse_digits(std::string_view word) {
  const std::size_t whole = std::min(word.find('.'), word.size());
  std::string plain;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != ',') {
      plain += word[i];
    } else if (i > whole || (whole - i) % 4 != 0) {
      return std::nullopt;
    }
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

class Reader {
 public:
  Reader(const text::Document& document, std::uint32_t at, std::uint32_t last)
      : document_(document), at_(at), last_(last), next_(at) {}

  std::optional<Number> run() {
    Number number;
    if (!(is_digits(at_) ? read_digits(number) : read_words(number))) return std::nullopt;
    read_multipliers(number);
    number.tokens = {at_, next_};
    return number;
  }

 private:
  std::string_view word(std::uint32_t token) const {
    return token < last_ ? document_.word(token) : std::string_view();
  }
  bool is_digits(std::uint32_t token) const {
    const std::string_view w = word(token);
    return !w.empty() && w.front() >= '0' && w.front() <= '9';
  }
  std::string_view gap_before(std::uint32_t token) const {
    return document_.folded_text({document_.tokens[token - 1].end, document_.tokens[token].begin});
  }

  /// The fraction "1/4" at a token; 0 where there is none.
  double fraction_at(std::uint32_t token) const {
    if (!is_digits(token) || !is_digits(token + 1) || gap_before(token + 1) != "/") return 0;
    const double above = parse_digits(word(token)).value_or(0);
    const double below = parse_digits(word(token + 1)).value_or(0);
    return above > 0 && above < below ? above / below : 0;
  }

  bool read_digits(Number& number) {
    if (const double part = fraction_at(at_); part > 0) {
      number.value = part;
      next_ = at_ + 2;
      return true;
    }
    const std::optional<double> whole = parse_digits(word(at_));
    if (!whole) return false;
    number.value = *whole;
    number.plain = word(at_).find_first_of(",.") == std::string_view::npos;
    next_ = at_ + 1;
    if (next_ >= last_ || gap_before(next_) != " ") return true;
    if (const double part = fraction_at(next_); part > 0) {
      number.value += part;
      number.plain = false;
      next_ += 2;
    }
    return true;
  }

  bool read_words(Number& number) {
    number.spelled = true;
    if (const std::optional<double> simple = look_up(kNumberWords, word(at_))) {
      number.value = *simple;
      next_ = at_ + 1;
      read_ones(number);
      return true;
    }
    if (const std::optional<double> part = look_up(kParts, word(at_))) {
      number.value = *part;
      next_ = at_ + 1;
      return true;
    }
    // "hundreds of", "a dozen": at least one of the multiplier.
    const std::uint32_t noun = word(at_) == "a" ? at_ + 1 : at_;
    if (!multiplier_at(noun)) return false;
    number.value = 1;
    next_ = noun;
    return true;
  }

  /// The ones of "twenty-five".
  void read_ones(Number& number) {
    const std::optional<double> ones = look_up(kNumberWords, word(next_));
    if (number.value < 20 || !ones || *ones >= 10) return;
    number.value += *ones;
    ++next_;
  }

  std::optional<double> multiplier_at(std::uint32_t token) const {
    std::string_view w = word(token);
    if (const std::optional<double> value = look_up(kMultipliers, w)) return value;
    if (!w.ends_with('s')) return std::nullopt;
    w.remove_suffix(1);
    return look_up(kMultipliers, w);
  }

  void read_multipliers(Number& number) {
    while (const std::optional<double> times = multiplier_at(next_)) {
      number.value *= *times;
      number.plain = false;
      ++next_;
    }
  }

  const text::Document& document_;
  std::uint32_t at_;
  std::uint32_t last_;
  std::uint32_t next_;
};

}  // namespace

std::optional<Number> read_number(const text::Document& document, std::uint32_t at,
                                  std::uint32_t last) {
  return Reader(document, at, last).run();
}

}  // namespace claimlint::tag
