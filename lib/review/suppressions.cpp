// SPDX-License-Identifier: Apache-2.0
#include "suppressions.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace claimlint::review {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr std::string_view kModel = "model";  // the rule of claims that no rule found

/// Takes the first word off a text, and the blanks behind it.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return word;
}

bool is_or_begins(std::string_view id, std::string_view name) {
  return id.starts_with(name) && (id.size() == name.size() || id[name.size()] == '.');
}

std::vector<std::string> split_names(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(name.size() + 1, list.size()));
    names.emplace_back(name);
  }
  return names;
}

/// The blocks that a reader sees, by where they begin in the source.
std::vector<Span> visible_blocks(const text::Text& text) {
  std::vector<Span> spans;
  for (const text::Block& block : text.blocks) {
    if (block.kind != BlockKind::hidden) spans.push_back(text.to_source.to_source(block.clean));
  }
  std::ranges::sort(spans);
  return spans;
}

class SuppressionReader {
 public:
  SuppressionReader(const text::Text& text, const Lexicons& lexicons)
      : text_(text), lexicons_(lexicons), blocks_(visible_blocks(text)) {}

  void read(const input::Directive& directive) {
    comment_ = text_.markup_to_source.to_source(directive.comment);
    std::string_view words =
        std::string_view(text_.markup).substr(directive.words.begin, directive.words.size());
    const std::string_view command = take_word(words);
    if (command == "claimlint-ignore") return read_ignore(words);
    if (command == "claimlint-off") return read_off(words);
    if (command == "claimlint-on") return read_on(words);
    reject("'" + std::string(command) +
           "' is none of claimlint-ignore, claimlint-off, claimlint-on");
  }

  Suppressions take() { return std::move(found_); }

 private:
  void reject(std::string message) {
    found_.notes.push_back({"suppression.malformed", std::move(message), comment_});
  }

  /// TYPE_OR_RULE[,...] reason
  void read_ignore(std::string_view words) {
    std::vector<std::string> names = split_names(take_word(words));
    if (words.starts_with("--")) take_word(words);
    add(std::move(names), words, rest_of_block());
  }

  /// [TYPE_OR_RULE[,...]] -- reason
  void read_off(std::string_view words) {
    std::vector<std::string> names;
    if (!words.starts_with("--")) names = split_names(take_word(words));
    if (!words.starts_with("--")) words = {};
    take_word(words);
    if (add(std::move(names), words, {comment_.end, std::numeric_limits<std::size_t>::max()})) {
      open_.push_back(found_.entries.size() - 1);
    }
  }

  void read_on(std::string_view words) {
    if (!words.empty()) return reject("claimlint-on stands alone: it ends all that is off");
    if (open_.empty()) return reject("claimlint-on where nothing is off");
    for (const std::size_t index : open_) found_.entries[index].range.end = comment_.begin;
    open_.clear();
  }

  bool add(std::vector<std::string> names, std::string_view reason, Span range) {
    const auto stranger =
        std::ranges::find_if_not(names, [&](const std::string& name) { return is_known(name); });
    if (stranger != names.end()) {
      reject("no claim type or rule is called '" + *stranger + "'");
      return false;
    }
    if (reason.empty()) {
      reject(
          "a suppression needs a reason: claimlint-ignore TYPE reason, or "
          "claimlint-off [TYPE] -- reason");
      return false;
    }
    found_.entries.push_back({std::move(names), std::string(reason), comment_, range, false});
    return true;
  }

  [[nodiscard]] bool is_known(std::string_view name) const {
    const auto named = [&](const auto& entry) { return is_or_begins(entry.id, name); };
    return name == kModel || (!name.empty() && (std::ranges::any_of(lexicons_.types(), named) ||
                                                std::ranges::any_of(lexicons_.rules(), named)));
  }

  /// From the comment to the end of the block it stands in, or else of the next one.
  [[nodiscard]] Span rest_of_block() const {
    const auto next = std::ranges::lower_bound(blocks_, comment_.end, {}, &Span::begin);
    if (next != blocks_.begin() && std::prev(next)->end > comment_.end) {
      return {comment_.end, std::prev(next)->end};
    }
    return {comment_.end, next == blocks_.end() ? comment_.end : next->end};
  }

  const text::Text& text_;
  const Lexicons& lexicons_;
  std::vector<Span> blocks_;
  Span comment_;
  std::vector<std::size_t> open_;  ///< entries that no claimlint-on has ended
  Suppressions found_;
};

bool covers(const Suppression& suppression, const Claim& claim) {
  const std::size_t begin = claim.place.span.begin;
  if (begin < suppression.range.begin || begin >= suppression.range.end) return false;
  const auto& names = suppression.names;
  return names.empty() || std::ranges::any_of(names, [&](const std::string& name) {
           return is_or_begins(claim.type, name) || is_or_begins(claim.rule, name);
         });
}

}  // namespace

Suppressions read_suppressions(const std::vector<input::Directive>& directives,
                               const text::Text& text, const Lexicons& lexicons) {
  SuppressionReader reader(text, lexicons);
  for (const input::Directive& directive : directives) reader.read(directive);
  return reader.take();
}

Suppression* find_suppression(Suppressions& suppressions, const Claim& claim) {
  const auto found = std::ranges::find_if(
      suppressions.entries, [&](const Suppression& each) { return covers(each, claim); });
  return found == suppressions.entries.end() ? nullptr : &*found;
}

}  // namespace claimlint::review
