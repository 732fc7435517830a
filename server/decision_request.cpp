// SPDX-License-Identifier: Apache-2.0
#include "decision_request.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace claimlint::server {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxName = 100;
constexpr std::size_t kMaxReason = 2000;
constexpr std::size_t kIdLength = 32;
constexpr std::size_t kMaxDecisions = 10'000;
/// Of an object in the list of the request's.
constexpr int kDepth = 3;

bool is_id(std::string_view text) {
  return text.size() == kIdLength && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

DecisionRequest wrong(std::string problem, int status = 422) {
  return {{}, status, std::move(problem)};
}

/// A member that is a string; empty where it is something else, or missing.
std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t document_of(const json& object) {
  const auto found = object.find("document");
  if (found == object.end()) return 0;
  if (found->is_number_unsigned()) return found->get<std::int64_t>();
  // The page knows documents by what it asks for them with.
  const std::string text = text_of(object, "document");
  constexpr std::size_t kMaxDigits = 18;
  const bool digits = !text.empty() && text.size() <= kMaxDigits &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::stoll(text) : 0;
}

/// What is wrong with one decision; empty where nothing is.
std::string take(ReviewEntry& entry, const json& decision) {
  if (!decision.is_object()) return "must be an object";
  entry.claim = text_of(decision, "claim");
  entry.reason = text_of(decision, "reason");
  const auto state = review_state(text_of(decision, "state"));
  if (!is_id(entry.claim)) return "'claim' must be the id of a claim";
  if (!state) return "'state' must be accepted, dismissed or open";
  if (entry.reason.size() > kMaxReason) return "'reason' is longer than 2000 bytes";
  entry.state = *state;
  const bool blank = std::all_of(entry.reason.begin(), entry.reason.end(),
                                 [](char c) { return c == ' ' || is_control(c); });
  if (*state == ReviewState::dismissed && blank) return "a dismissal needs a 'reason'";
  return {};
}

}  // namespace

bool is_name(const std::string& text) {
  const bool blank = text.find_first_not_of(' ') == std::string::npos;
  return !blank && text.size() <= kMaxName && std::none_of(text.begin(), text.end(), is_control);
}

DecisionRequest read_decision_request(const std::string& body, const std::string& time) {
  const json value = json::parse(
      body, [](int depth, json::parse_event_t, const json&) { return depth <= kDepth; }, false);
  if (value.is_discarded()) return wrong("the body is no JSON", 400);
  if (!value.is_object()) return wrong("the body must be an object");
  ReviewEntry entry;
  entry.reviewer = text_of(value, "reviewer");
  entry.document = document_of(value);
  entry.time = time;
  if (!is_name(entry.reviewer)) return wrong("'reviewer' must be a name of at most 100 bytes");
  if (entry.document == 0) return wrong("'document' must be the id of a document");
  const auto decisions = value.find("decisions");
  if (decisions == value.end() || !decisions->is_array()) {
    return wrong("'decisions' must be a list");
  }
  if (decisions->size() > kMaxDecisions) return wrong("these are too many decisions at once");
  DecisionRequest request;
  std::unordered_set<std::string> claims;
  for (std::size_t i = 0; i < decisions->size(); ++i) {
    std::string problem = take(entry, (*decisions)[i]);
    if (problem.empty() && !claims.insert(entry.claim).second) problem = "the claim stands twice";
    if (!problem.empty()) return wrong("decisions[" + std::to_string(i) + "]: " + problem);
    request.entries.push_back(entry);
  }
  return request;
}

}  // namespace claimlint::server
