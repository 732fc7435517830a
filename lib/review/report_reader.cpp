// SPDX-License-Identifier: Apache-2.0
#include "claimlint/report_reader.hpp"

#include <algorithm>
#include <istream>
#include <nlohmann/json.hpp>
#include <utility>

#include "json_slices.hpp"
#include "report_fields.hpp"

namespace claimlint {
namespace {

using review::JsonNode;
using review::TextPlace;
using Json = nlohmann::json;

constexpr const char* kNoReport = "this is no report in json or jsonl";
constexpr const char* kUnfinished = "the report ends before its summary";

/// The parser's own account without its name for the error and its count of the place.
std::string plain_message(const std::string& message) {
  const std::size_t column = std::min(message.find("column "), message.size());
  const std::size_t colon = message.find(": ", column);
  return colon == std::string::npos ? message : message.substr(colon + 2);
}

[[noreturn]] void fail(const std::string& name, TextPlace place, const std::string& message) {
  throw ReportError(name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                    ": " + message);
}

/// A value cut out of the report.
struct Slice {
  TextPlace place;
  std::string text;
};

Json parse(const std::string& name, const Slice& slice) {
  try {
    return Json::parse(slice.text);
  } catch (const Json::parse_error& error) {
    TextPlace place = slice.place;
    const std::size_t passed = error.byte > 0 ? error.byte - 1 : 0;
    for (const char byte : std::string_view(slice.text).substr(0, passed)) place.pass(byte);
    fail(name, place, plain_message(error.what()));
  } catch (const Json::out_of_range&) {
    fail(name, slice.place, "a number in this value is too large");
  }
}

/// Calls `read(node)` on a parsed slice; what it finds wrong is told with the slice's place.
template <typename Read>
void convert(const std::string& name, const Slice& slice, Read read) {
  const Json json = parse(name, slice);
  try {
    read(JsonNode(json));
  } catch (const review::FieldError& error) {
    fail(name, slice.place, error.what());
  }
}

}  // namespace

/// The two formats have the same documents; `json` has them in a list of one object. Which one it
/// is shows when the first object has, or has not, a list "documents".
struct ReportReader::State {
  State(std::istream& in, std::string given_name) : name(std::move(given_name)), slices(in) {}

  std::optional<Report> next() {
    if (finished) return std::nullopt;
    if (format.empty()) begin();
    return format == "json" ? next_of_list() : next_line();
  }

  void begin() {
    slices.peek();
    first_line.place = slices.place();
    if (!slices.take('{') || slices.peek() == '}') fail(name, first_line.place, kNoReport);
    first_line.text = "{";
    format = read_members() ? "json" : "jsonl";
  }

  /// Reads members of the first object. True where it stopped at the first of the documents.
  bool read_members() {
    do {
      const Slice key = slice();
      if (!key.text.starts_with('"') || !slices.take(':')) fail(name, key.place, kNoReport);
      if (key.text == "\"documents\"" && slices.take('[')) return true;
      const Slice value = slice();
      if (value.text.empty()) fail(name, value.place, kUnfinished);
      first_line.text += (first_line.text.size() > 1 ? "," : "") + key.text + ":" + value.text;
      keep(key.text, value);
    } while (slices.take(','));
    if (!slices.take('}')) fail(name, slices.place(), kUnfinished);
    first_line.text += '}';
    return false;
  }

  Slice slice() {
    slices.peek();
    const TextPlace place = slices.place();
    try {
      return {place, slices.value()};
    } catch (const std::length_error& error) {
      fail(name, place, error.what());
    }
  }

  void keep(std::string_view key, const Slice& value) {
    if (key == "\"schema\"") convert(name, value, review::require_schema);
    if (key == "\"tool\"") convert(name, value, [&](const JsonNode& n) { tool = tool_of(n); });
    if (key == "\"summary\"") {
      convert(name, value, [&](const JsonNode& n) { summary = summary_of(n); });
    }
  }

  std::optional<Report> next_of_list() {
    if (slices.take(']')) return end_of_list();
    if (documents > 0 && !slices.take(',')) fail(name, slices.place(), kUnfinished);
    Slice item = slice();
    Report report;
    convert(name, item, [&](const JsonNode& node) { report = document(node); });
    keep_current(std::move(item));
    return report;
  }

  std::nullopt_t end_of_list() {
    if (slices.take(',')) {
      read_members();
    } else if (!slices.take('}')) {
      fail(name, slices.place(), kUnfinished);
    }
    return end();
  }

  std::optional<Report> next_line() {
    Slice line = first_line.text.empty() ? slice() : std::exchange(first_line, {});
    if (line.text.empty()) fail(name, line.place, kUnfinished);
    std::optional<Report> report;
    convert(name, line, [&](const JsonNode& node) {
      if (node["kind"].text() != "summary") {
        report = document(node);
      } else {
        summary = summary_of(node);
        tool = tool_of(node["tool"]);
      }
    });
    if (!report) return end();
    keep_current(std::move(line));
    return report;
  }

  Report document(const JsonNode& node) {
    offsets = review::offsets_of(node);
    return report_of(node);
  }

  void keep_current(Slice slice) {
    current = std::move(slice);
    ++documents;
  }

  std::nullopt_t end() {
    if (!summary || !tool) fail(name, slices.place(), kUnfinished);
    if (slices.peek() != '\0') fail(name, slices.place(), "something stands behind the report");
    current.text.clear();
    finished = true;
    return std::nullopt;
  }

  std::string name;
  review::JsonSlices slices;
  std::string_view format;
  Slice first_line;  ///< of `jsonl`, until it is given
  Slice current;
  std::size_t documents = 0;
  bool finished = false;
  OffsetUnit offsets = OffsetUnit::bytes;
  std::optional<Tool> tool;
  std::optional<Summary> summary;
};

ReportReader::ReportReader(std::istream& in, std::string name)
    : state_(std::make_unique<State>(in, std::move(name))) {}
ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader& ReportReader::operator=(ReportReader&&) noexcept = default;
ReportReader::~ReportReader() = default;

std::optional<Report> ReportReader::next() { return state_->next(); }
std::string_view ReportReader::text() const { return state_->current.text; }
std::size_t ReportReader::offset() const { return state_->current.place.offset; }
OffsetUnit ReportReader::offsets() const { return state_->offsets; }
std::string_view ReportReader::format() const { return state_->format; }
const std::optional<Tool>& ReportReader::tool() const { return state_->tool; }
const std::optional<Summary>& ReportReader::summary() const { return state_->summary; }

Report read_document(std::string_view json) {
  Report report;
  convert("document", {{}, std::string(json)},
          [&](const JsonNode& node) { report = review::report_of(node); });
  return report;
}

}  // namespace claimlint
