// SPDX-License-Identifier: Apache-2.0
#include "quantities.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "mend.hpp"
#include "numbers.hpp"

namespace claimlint::tag {
namespace {

constexpr double kFirstYear = 1900;
constexpr double kLastYear = 2100;
// A smaller number that counts nothing known is a step, an age, a page, a telephone number.
constexpr double kMinBare = 1000;
// "1 in 1,000"; beyond that "in" hardly means a share.
constexpr double kMaxShareBase = 10000;

/// A number, or a range or share made of two, with what it counts.
struct Quantity {
  Number number;
  bool share = false;                   ///< of two numbers: already in percent
  bool percent = false;                 ///< "%" follows
  bool plus = false;                    ///< "35,000+"
  std::size_t end = 0;                  ///< of the folded text
  const lexicon::Unit* unit = nullptr;  ///< what it counts
};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class Finder {
 public:
  Finder(const text::Document& document, text::TokenRange range, const lexicon::Compiled& lexicons)
      : document_(document),
        folded_(document.folded.text),
        range_(range),
        lexicons_(lexicons),
        units_(lexicons.unit_terms().find(document, range)) {}

  std::vector<Tag> run() {
    std::vector<Tag> tags;
    for (std::uint32_t at = range_.first; at < range_.last;) {
      const std::optional<Quantity> found = quantity_at(at);
      if (found && counts(*found)) tags.push_back(make_tag(*found));
      at = found ? std::max(found->number.tokens.last, at + 1) : at + 1;
    }
    return tags;
  }

 private:
  const text::Token& token(std::uint32_t index) const { return document_.tokens[index]; }
  std::string_view word(std::uint32_t index) const {
    return index < range_.last ? document_.word(index) : std::string_view();
  }
  bool is_digits(std::uint32_t index) const {
    const std::string_view w = word(index);
    return !w.empty() && w.front() >= '0' && w.front() <= '9';
  }
  char char_at(std::size_t offset) const { return offset < folded_.size() ? folded_[offset] : ' '; }
  char char_before(std::size_t offset) const { return offset == 0 ? ' ' : folded_[offset - 1]; }
  std::string_view gap_after(std::uint32_t index) const {
    return index + 1 < range_.last
               ? document_.folded_text({token(index).end, token(index + 1).begin})
               : std::string_view();
  }

  std::optional<Quantity> quantity_at(std::uint32_t at) const {
    std::optional<Number> number = read_number(document_, at, range_.last);
    if (!number) return std::nullopt;
    Quantity quantity{.number = *number, .unit = nullptr};
    read_percent(quantity);
    if (!read_share(quantity)) read_range(quantity);
    quantity.end = token(quantity.number.tokens.last - 1).end;
    read_percent(quantity);
    read_plus(quantity);
    read_unit(quantity);
    return quantity;
  }

  void read_percent(Quantity& quantity) const {
    std::size_t at = token(quantity.number.tokens.last - 1).end;
    if (char_at(at) == ' ') ++at;
    if (char_at(at) != '%') return;
    quantity.percent = true;
    quantity.end = at + 1;
  }

  void read_plus(Quantity& quantity) const {
    if (quantity.percent || char_at(quantity.end) != '+') return;
    quantity.plus = true;
    ++quantity.end;
  }

  /// "7-10 days", "two or three visits": the upper end is what is promised.
  void read_range(Quantity& quantity) const {
    const std::uint32_t last = quantity.number.tokens.last;
    if (last >= range_.last) return;
    std::uint32_t next = last;
    if (word(last) == "to" || word(last) == "or") {
      ++next;
    } else {
      std::string_view gap = gap_after(last - 1);
      if (gap.starts_with('%')) gap.remove_prefix(1);
      if (gap != "-" && gap != " - ") return;
    }
    const auto upper =
        next < range_.last ? read_number(document_, next, range_.last) : std::optional<Number>();
    if (!upper || upper->value <= quantity.number.value) return;
    quantity.number.value = upper->value;
    quantity.number.tokens.last = upper->tokens.last;
    quantity.number.plain = false;
    quantity.percent = false;
  }

  /// "nine out of ten", "1 in 5".
  bool read_share(Quantity& quantity) const {
    if (quantity.percent) return false;
    const std::uint32_t last = quantity.number.tokens.last;
    std::uint32_t next = last;
    if (word(last) == "in") next += 1;
    if (word(last) == "out" && word(last + 1) == "of") next += 2;
    if (next == last || next >= range_.last) return false;
    const std::optional<Number> base = read_number(document_, next, range_.last);
    if (!base || base->value <= quantity.number.value || base->value > kMaxShareBase) return false;
    if (const auto* unit = unit_at(base->tokens.last); unit != nullptr && is_measure(*unit)) {
      return false;
    }
    quantity.share = true;
    quantity.number.value = 100 * quantity.number.value / base->value;
    quantity.number.tokens.last = base->tokens.last;
    return true;
  }

  /// "3 in 6 weeks", "5 in 100 mg" are no shares; "1 in 10 patients" is.
  static bool is_measure(const lexicon::Unit& unit) {
    return unit.factor != 1.0 || unit.canonical == "days" || unit.canonical == "minutes" ||
           unit.canonical == "mm" || unit.canonical == "mg" || unit.canonical == "ml";
  }

  const lexicon::Terms::Hit* hit_at(std::uint32_t at) const {
    const auto first = [](const lexicon::Terms::Hit& hit) { return hit.tokens.first; };
    const auto found = std::ranges::lower_bound(units_, at, {}, first);
    return found == units_.end() || found->tokens.first != at ? nullptr : &*found;
  }

  const lexicon::Unit* unit_at(std::uint32_t at) const {
    const auto* hit = hit_at(at);
    return hit == nullptr ? nullptr : &lexicons_.model().units[hit->entry];
  }

  /// The unit after "of", "of a" or nothing.
  void read_unit(Quantity& quantity) const {
    if (quantity.percent || quantity.share) return;
    std::uint32_t at = quantity.number.tokens.last;
    if (at >= range_.last || !is_joint(quantity)) return;
    const bool of = word(at) == "of";
    if (of) ++at;
    // "half an hour", but not "forty a day".
    if ((of || quantity.number.value < 1) && (word(at) == "a" || word(at) == "an")) ++at;
    if (const auto* hit = hit_at(at); hit != nullptr) {
      quantity.unit = &lexicons_.model().units[hit->entry];
      quantity.number.tokens.last = hit->tokens.last;
      quantity.end = token(hit->tokens.last - 1).end;
    }
  }

  bool is_joint(const Quantity& quantity) const {
    std::string_view gap =
        document_.folded_text({quantity.end, token(quantity.number.tokens.last).begin});
    return gap == "-" || std::ranges::all_of(gap, is_space);
  }

  bool counts(const Quantity& quantity) const {
    if (quantity.percent || quantity.share) return true;
    if (is_price(quantity) || is_clock(quantity) || is_telephone(quantity)) return false;
    if (quantity.unit != nullptr) return word(quantity.number.tokens.last) != "read";
    if (quantity.plus) return true;
    if (quantity.number.spelled || is_list_number(quantity) || is_year(quantity)) return false;
    return quantity.number.value >= kMinBare;
  }

  bool is_price(const Quantity& quantity) const {
    const char before = char_before(token(quantity.number.tokens.first).begin);
    // The last bytes of the pound and the euro sign in UTF-8.
    return before == '$' || before == '\xA3' || before == '\xAC';
  }

  bool is_clock(const Quantity& quantity) const {
    const text::Token& first = token(quantity.number.tokens.first);
    const std::uint32_t next = quantity.number.tokens.last;
    if (char_before(first.begin) == ':' || char_at(first.end) == ':')
      return quantity.unit == nullptr;
    return word(next) == "am" || word(next) == "pm";
  }

  /// Three groups of digits, or a group that begins with 0.
  bool is_telephone(const Quantity& quantity) const {
    const std::uint32_t first = quantity.number.tokens.first;
    const std::string_view head = word(first);
    if (head.size() > 3 && head.front() == '0' && head.find('.') == std::string_view::npos) {
      return true;
    }
    std::uint32_t groups = 1;
    for (std::uint32_t at = first; groups < 3 && is_phone_joint(at); ++at) ++groups;
    for (std::uint32_t at = first; groups < 3 && at > range_.first && is_phone_joint(at - 1);
         --at) {
      ++groups;
    }
    return groups > 2;
  }

  bool is_phone_joint(std::uint32_t at) const {
    const std::string_view gap = gap_after(at);
    return is_digits(at) && is_digits(at + 1) && (gap == " " || gap == "-" || gap == ") ");
  }

  bool is_list_number(const Quantity& quantity) const {
    const char after = char_at(quantity.end);
    return quantity.number.tokens.first == range_.first && (after == '.' || after == ')') &&
           quantity.number.plain;
  }

  static bool is_year(const Quantity& quantity) {
    return quantity.number.plain && quantity.number.value >= kFirstYear &&
           quantity.number.value <= kLastYear;
  }

  Tag make_tag(const Quantity& quantity) const {
    Tag tag;
    tag.kind = MentionKind::quantity;
    tag.folded = {token(quantity.number.tokens.first).begin, quantity.end};
    tag.tokens = quantity.number.tokens;
    tag.repaired = is_repaired(document_, quantity.number.tokens);
    tag.value = quantity.number.value;
    if (quantity.percent || quantity.share) tag.unit = "%";
    if (quantity.unit != nullptr) {
      tag.value *= quantity.unit->factor;
      tag.unit = quantity.unit->canonical;
    }
    return tag;
  }

  const text::Document& document_;
  std::string_view folded_;
  text::TokenRange range_;
  const lexicon::Compiled& lexicons_;
  std::vector<lexicon::Terms::Hit> units_;
};

}  // namespace

std::vector<Tag> find_quantities(const text::Document& document, text::TokenRange sentence,
                                 const lexicon::Compiled& lexicons) {
  return Finder(document, sentence, lexicons).run();
}

}  // namespace claimlint::tag
