// SPDX-License-Identifier: Apache-2.0
#include "glob.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace claimlint::batch {
namespace {

using Bytes = std::bitset<256>;

constexpr bool is_digit(unsigned byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower(unsigned byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_upper(unsigned byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_alpha(unsigned byte) { return is_lower(byte) || is_upper(byte); }
constexpr bool is_alnum(unsigned byte) { return is_alpha(byte) || is_digit(byte); }
constexpr bool is_graph(unsigned byte) { return byte > 0x20 && byte < 0x7F; }
constexpr bool is_blank(unsigned byte) { return byte == ' ' || byte == '\t'; }
constexpr bool is_space(unsigned byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
constexpr bool is_cntrl(unsigned byte) { return byte < 0x20 || byte == 0x7F; }
constexpr bool is_print(unsigned byte) { return byte == ' ' || is_graph(byte); }
constexpr bool is_punct(unsigned byte) { return is_graph(byte) && !is_alnum(byte); }
constexpr bool is_xdigit(unsigned byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

struct NamedClass {
  std::string_view name;
  bool (*holds)(unsigned byte);
};
// Of ASCII only, and not the locale's: a pattern means the same everywhere.
constexpr std::array<NamedClass, 12> kClasses = {{{"alnum", is_alnum},
                                                  {"alpha", is_alpha},
                                                  {"blank", is_blank},
                                                  {"cntrl", is_cntrl},
                                                  {"digit", is_digit},
                                                  {"graph", is_graph},
                                                  {"lower", is_lower},
                                                  {"print", is_print},
                                                  {"punct", is_punct},
                                                  {"space", is_space},
                                                  {"upper", is_upper},
                                                  {"xdigit", is_xdigit}}};

std::size_t byte_of(char c) { return static_cast<unsigned char>(c); }

Bytes only(char c) {
  Bytes bytes;
  bytes.set(byte_of(c));
  return bytes;
}

/// Reads what stands in brackets, by the letter of git's own matcher.
class SetReader {
 public:
  /// `at`: behind the bracket that opens.
  SetReader(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  /// Null where the pattern makes no sense; else behind() is where it goes on.
  std::optional<Bytes> read() {
    const bool negated = has(0) && (pattern_[at_] == '!' || pattern_[at_] == '^');
    at_ += negated ? 1 : 0;
    do {
      if (!read_item()) return std::nullopt;
    } while (!has(0) || pattern_[at_] != ']');
    ++at_;
    return negated ? ~bytes_ : bytes_;
  }

  [[nodiscard]] std::size_t behind() const { return at_; }

 private:
  [[nodiscard]] bool has(std::size_t ahead) const { return at_ + ahead < pattern_.size(); }

  bool read_item() {
    if (!has(0)) return false;
    const char c = pattern_[at_];
    if (c == '-' && previous_ != '\0' && has(1) && pattern_[at_ + 1] != ']') return read_range();
    if (c == '[' && has(1) && pattern_[at_ + 1] == ':') return read_class();
    if (c == '\\' && !has(1)) return false;
    at_ += c == '\\' ? 1 : 0;
    add(pattern_[at_]);
    return true;
  }

  void add(char c) {
    bytes_.set(byte_of(c));
    previous_ = c;
    ++at_;
  }

  bool read_range() {
    ++at_;
    if (pattern_[at_] == '\\') ++at_;
    if (!has(0)) return false;
    for (std::size_t byte = byte_of(previous_); byte <= byte_of(pattern_[at_]); ++byte) {
      bytes_.set(byte);
    }
    previous_ = '\0';
    ++at_;
    return true;
  }

  bool read_class() {
    const std::size_t begin = at_ + 2;
    const std::size_t end = pattern_.find(']', begin);
    if (end == std::string_view::npos) return false;
    if (end == begin || pattern_[end - 1] != ':') {
      add('[');
      return true;
    }
    const std::string_view name = pattern_.substr(begin, end - 1 - begin);
    const auto* const found =
        std::find_if(kClasses.begin(), kClasses.end(),
                     [&](const NamedClass& candidate) { return candidate.name == name; });
    if (found == kClasses.end()) return false;
    for (unsigned byte = 0; byte < 0x80; ++byte) {
      if (found->holds(byte)) bytes_.set(byte);
    }
    previous_ = '\0';
    at_ = end + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  Bytes bytes_;
  char previous_ = '\0';
};

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Matches a list of items with stars among them: where something does not fit, the last star takes
/// one more.
template <typename Items, typename Things, typename IsStar, typename Fits>
bool match_with_stars(const Items& items, const Things& things, IsStar is_star, Fits fits) {
  std::size_t item = 0;
  std::size_t thing = 0;
  std::optional<std::pair<std::size_t, std::size_t>> last_star;
  while (thing < things.size()) {
    if (item < items.size() && is_star(items[item])) {
      last_star = {item++, thing};
    } else if (item < items.size() && fits(items[item], things[thing])) {
      ++item;
      ++thing;
    } else if (last_star) {
      item = last_star->first + 1;
      thing = ++last_star->second;
    } else {
      return false;
    }
  }
  return std::all_of(items.begin() + static_cast<std::ptrdiff_t>(item), items.end(), is_star);
}

}  // namespace

bool Glob::Segment::matches(std::string_view text) const {
  return match_with_stars(
      tokens, text, [](const Token& token) { return !token.has_value(); },
      [](const Token& token, char c) { return token->test(byte_of(c)); });
}

Glob::Glob(std::string_view pattern) {
  const bool has_slash = pattern.find('/') != std::string_view::npos;
  // The slash in front says that the pattern is from the top; it is no part of a path.
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (!has_slash) segments_.push_back({true, {}});
  understood_ = read(pattern, has_slash);
  // Behind the last slash `**` is for what is in the folder, not for the folder.
  if (segments_.back().any_number) segments_.push_back({false, {Token()}});
}

bool Glob::read(std::string_view pattern, bool has_slash) {
  segments_.emplace_back();
  for (std::size_t at = 0; at < pattern.size();) {
    std::vector<Token>& tokens = segments_.back().tokens;
    const bool escaped = pattern[at] == '\\';
    if (escaped && ++at == pattern.size()) return false;
    const char c = pattern[at++];
    if (c == '/') {
      segments_.emplace_back();
    } else if (escaped || (c != '*' && c != '?' && c != '[')) {
      tokens.emplace_back(only(c));
    } else if (c == '?') {
      tokens.emplace_back(Bytes().set());
    } else if (c == '[') {
      SetReader reader(pattern, at);
      if (!tokens.emplace_back(reader.read())) return false;
      at = reader.behind();
    } else {
      const std::size_t begin = at - 1;
      at = std::min(pattern.find_first_not_of('*', at), pattern.size());
      const bool ends =
          at == pattern.size() || pattern[at] == '/' || pattern.substr(at).starts_with("\\/");
      segments_.back().any_number = has_slash && tokens.empty() && at - begin > 1 && ends;
      tokens.emplace_back();
    }
  }
  return true;
}

bool Glob::matches(std::string_view path) const {
  return understood_ &&
         match_with_stars(
             segments_, split(path), [](const Segment& segment) { return segment.any_number; },
             [](const Segment& segment, std::string_view part) { return segment.matches(part); });
}

}  // namespace claimlint::batch
