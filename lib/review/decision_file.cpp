// SPDX-License-Identifier: Apache-2.0
#include "decision_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace claimlint::review {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kEntryDepth = 2;

/// Reads a text and knows how much of it has been read: the parser says of no value where it
/// stands.
class ReadingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  ReadingIterator(const char* at, const char** read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  ReadingIterator& operator++() {
    *read_ = ++at_;
    return *this;
  }
  friend bool operator==(const ReadingIterator& a, const ReadingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** read_;
};

std::size_t line_at(std::string_view text, std::size_t offset) {
  const auto newlines = std::ranges::count(text.substr(0, offset), '\n');
  return static_cast<std::size_t>(newlines) + 1;
}

/// Parses a decisions file, and notes where the objects at the depth of entries begin.
Json parse(std::string_view text, std::vector<std::size_t>& offsets) {
  const char* read = text.data();
  const auto note_place = [&](int depth, Json::parse_event_t event, const Json&) {
    if (event == Json::parse_event_t::object_start && depth == kEntryDepth) {
      offsets.push_back(static_cast<std::size_t>(read - text.data()));
    }
    return true;
  };
  try {
    return Json::parse(ReadingIterator(text.data(), &read),
                       ReadingIterator(text.data() + text.size(), &read), note_place);
  } catch (const Json::exception& error) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: ...": the line is ours.
    const std::string what = error.what();
    const std::size_t detail = what.find(": ");
    throw DecisionError(
        {{line_at(text, static_cast<std::size_t>(read - text.data())),
          "this is no JSON: " + what.substr(detail == std::string::npos ? 0 : detail + 2)}});
  }
}

bool is_claim_id(std::string_view text) {
  return text.size() == kIdDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct Key {
  std::string_view name;
  std::string_view wanted;  ///< said where the value does not hold
  bool (*holds)(std::string_view value);
  void (*set)(RecordedDecision& decision, std::string value);
};

bool is_anything(std::string_view /*value*/) { return true; }
bool is_action(std::string_view value) { return value == "accept" || value == "dismiss"; }

constexpr std::array kKeys = {
    Key{"action", "accept or dismiss", is_action,
        [](RecordedDecision& d, std::string v) { d.action = std::move(v); }},
    Key{"at", "a day, YYYY-MM-DD", is_day,
        [](RecordedDecision& d, std::string v) { d.at = std::move(v); }},
    Key{"by", "text", is_anything, [](RecordedDecision& d, std::string v) { d.by = std::move(v); }},
    Key{"claim", "the id of a claim, 32 hexadecimal digits", is_claim_id,
        [](RecordedDecision& d, std::string v) { d.claim = std::move(v); }},
    Key{"expires", "a day, YYYY-MM-DD", is_day,
        [](RecordedDecision& d, std::string v) { d.expires = std::move(v); }},
    Key{"reason", "text", is_anything,
        [](RecordedDecision& d, std::string v) { d.reason = std::move(v); }},
    Key{"rule", "text", is_anything,
        [](RecordedDecision& d, std::string v) { d.rule = std::move(v); }},
    Key{"text", "text", is_anything,
        [](RecordedDecision& d, std::string v) { d.text = std::move(v); }},
    Key{"type", "text", is_anything,
        [](RecordedDecision& d, std::string v) { d.type = std::move(v); }}};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Collects the entries and everything that is wrong with them.
class FileReader {
 public:
  explicit FileReader(std::string_view text) : text_(text), json_(parse(text, offsets_)) {}

  std::vector<RecordedDecision> read() {
    read_top(json_);
    if (!problems_.empty()) throw DecisionError(std::move(problems_));
    return std::move(entries_);
  }

 private:
  void report(std::size_t line, std::string message) {
    problems_.push_back({line, std::move(message)});
  }

  void read_top(const Json& top) {
    if (!top.is_object()) return report(1, "a decisions file is an object");
    for (const auto& [key, value] : top.items()) {
      if (key != "schema" && key != "decisions") report(1, "unknown key '" + key + "'");
    }
    const auto schema = top.find("schema");
    if (schema == top.end() || *schema != 1) report(1, "schema: is not 1");
    const auto decisions = top.find("decisions");
    if (decisions == top.end() || !decisions->is_array()) {
      return report(1, "decisions: a list is missing");
    }
    std::size_t objects = 0;
    for (std::size_t i = 0; i < decisions->size(); ++i) {
      const Json& entry = (*decisions)[i];
      const std::string place = "decisions[" + std::to_string(i) + "]";
      if (!entry.is_object()) {
        report(1, place + ": is no object");
      } else {
        read_entry(entry, place, line_of(objects++));
      }
    }
  }

  /// The line of an entry's "{". Lines before it are counted once.
  std::size_t line_of(std::size_t object) {
    if (object >= offsets_.size()) return line_;
    const std::size_t offset = offsets_[object];
    line_ += line_at(text_.substr(counted_), offset - counted_) - 1;
    counted_ = offset;
    return line_;
  }

  void read_entry(const Json& entry, const std::string& place, std::size_t line) {
    RecordedDecision decision;
    decision.line = line;
    for (const auto& [name, value] : entry.items()) read_value(decision, name, value, place);
    if (decision.claim.empty() && !entry.contains("claim")) {
      report(line, place + ".claim: is missing");
    }
    if (decision.action.empty() && !entry.contains("action")) {
      report(line, place + ".action: is missing");
    }
    if (decision.action == "dismiss" && is_blank(decision.reason)) {
      report(line, place + ".reason: a claim is not dismissed without a reason");
    }
    check_single(decision, place);
    entries_.push_back(std::move(decision));
  }

  void read_value(RecordedDecision& decision, const std::string& name, const Json& value,
                  const std::string& place) {
    const auto* const key =
        std::ranges::find_if(kKeys, [&](const Key& candidate) { return candidate.name == name; });
    if (key == kKeys.end()) {
      return report(decision.line, place + ": unknown key '" + name + "'");
    }
    if (!value.is_string() || !key->holds(value.get_ref<const std::string&>())) {
      return report(decision.line, place + "." + name + ": is not " + std::string(key->wanted));
    }
    key->set(decision, value.get<std::string>());
  }

  /// Of two decisions on one claim nobody could tell which holds.
  void check_single(const RecordedDecision& decision, const std::string& place) {
    if (decision.claim.empty()) return;
    const auto [first, added] = lines_.emplace(decision.claim, decision.line);
    if (added) return;
    report(decision.line, place + ".claim: " + decision.claim + " is decided in line " +
                              std::to_string(first->second) + " already");
  }

  std::string_view text_;
  std::vector<std::size_t> offsets_;  ///< of the entries
  Json json_;
  std::size_t counted_ = 0;  ///< bytes whose lines are in `line_`
  std::size_t line_ = 1;
  std::vector<RecordedDecision> entries_;
  std::vector<DecisionProblem> problems_;
  std::unordered_map<std::string, std::size_t> lines_;  ///< of the claims decided
};

/// A number of so many digits.
int digits(std::string_view text) {
  int number = -1;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  return whole && text.front() != '-' ? number : -1;
}

}  // namespace

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::vector<RecordedDecision> read_decision_file(std::string_view json) {
  return FileReader(json).read();
}

}  // namespace claimlint::review
