// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <utility>

#include "entries.hpp"

/// One JSON object a line: {"id", "name", "synonyms": [...], "xref": [...]}; other keys are passed
/// over.
namespace claimlint::vocabulary {
namespace {

using nlohmann::json;

class LineReader {
 public:
  LineReader(const json& object, Place at, Problems& problems)
      : object_(object), at_(at), problems_(problems) {}

  Entry run() {
    Entry entry{text("id"), at_, {text("name"), at_}, {}, {}};
    for (std::string& synonym : texts("synonyms"))
      entry.synonyms.push_back({std::move(synonym), at_});
    entry.xrefs = texts("xref");
    return entry;
  }

 private:
  std::string text(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || !found->is_string() ||
        trim(found->get_ref<const std::string&>()).empty()) {
      problems_.add(at_, "expected a text '" + std::string(key) + "' that is not empty");
      return {};
    }
    return std::string(trim(found->get_ref<const std::string&>()));
  }

  std::vector<std::string> texts(const char* key) {
    const auto found = object_.find(key);
    if (found == object_.end() || found->is_null()) return {};
    const auto is_text = [](const json& item) { return item.is_string(); };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_text)) {
      problems_.add(at_, "expected a list of texts '" + std::string(key) + "'");
      return {};
    }
    return found->get<std::vector<std::string>>();
  }

  const json& object_;
  Place at_;
  Problems& problems_;
};

/// What nlohmann says without its own place and number.
std::string reason_of(const json::parse_error& error) {
  const std::string_view text = error.what();
  const std::size_t colon = text.find(": ");
  return "ill-formed JSON: " +
         std::string(colon == std::string_view::npos ? text : text.substr(colon + 2));
}

}  // namespace

std::vector<Entry> read_jsonl(Reading& reading) {
  std::vector<Entry> entries;
  std::string_view rest = reading.text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = take_line(rest);
    if (trim(line).empty()) continue;
    const Place at{number, line.find_first_not_of(" \t") + 1};
    try {
      const json object = json::parse(line);
      if (object.is_object()) {
        entries.push_back(LineReader(object, at, reading.problems).run());
      } else {
        reading.problems.add(at, "a line is one JSON object");
      }
    } catch (const json::parse_error& error) {
      reading.problems.add({number, std::max<std::size_t>(error.byte, 1)}, reason_of(error));
    } catch (const json::out_of_range&) {
      reading.problems.add(at, "ill-formed JSON: a number is too large");
    }
  }
  return entries;
}

}  // namespace claimlint::vocabulary
