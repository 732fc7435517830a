// SPDX-License-Identifier: Apache-2.0
#include "review_desk.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "clock.hpp"
#include "decision_request.hpp"

namespace claimlint::server {
namespace {

using nlohmann::ordered_json;

ordered_json of(const ReviewEntry& entry) {
  return {{"claim", entry.claim},
          {"document", std::to_string(entry.document)},
          {"state", to_string(entry.state)},
          {"reason", entry.reason},
          {"reviewer", entry.reviewer},
          {"time", entry.time}};
}

ordered_json list_of(const std::vector<ReviewEntry>& entries) {
  ordered_json list = ordered_json::array();
  for (const ReviewEntry& entry : entries) list.push_back(of(entry));
  return list;
}

ordered_json of(const RecordedDecision& decision) {
  ordered_json object = {{"claim", decision.claim}, {"action", decision.action}};
  if (!decision.reason.empty()) object["reason"] = decision.reason;
  object["by"] = decision.by;
  if (decision.at) object["at"] = *decision.at;
  if (decision.type) object["type"] = *decision.type;
  if (decision.rule) object["rule"] = *decision.rule;
  if (decision.text) object["text"] = *decision.text;
  return object;
}

/// A decision a line, so that versions of the file can be compared.
std::string decisions_json(const std::vector<RecordedDecision>& decisions) {
  std::string text = R"({"schema": 1, "decisions": [)";
  for (const RecordedDecision& decision : decisions) {
    text.append(&decision == decisions.data() ? "\n" : ",\n").append(of(decision).dump());
  }
  return text + "\n]}\n";
}

ordered_json of(const ReviewPair& pair) {
  return {{"a", pair.a},
          {"b", pair.b},
          {"n", pair.both},
          {"agreed", pair.agreed},
          {"kappa", pair.kappa ? ordered_json(*pair.kappa) : ordered_json()}};
}

/// An object for each claim, with what each reviewer says of it.
ordered_json disagreements_of(const std::vector<ReviewEntry>& entries) {
  ordered_json list = ordered_json::array();
  for (const ReviewEntry& entry : entries) {
    if (list.empty() || list.back()["claim"] != entry.claim) {
      list.push_back({{"document", std::to_string(entry.document)},
                      {"claim", entry.claim},
                      {"text", entry.text},
                      {"states", ordered_json::array()}});
    }
    list.back()["states"].push_back({{"reviewer", entry.reviewer},
                                     {"state", to_string(entry.state)},
                                     {"reason", entry.reason},
                                     {"time", entry.time}});
  }
  return list;
}

Response nothing_to_review() {
  return error_response(404, "the store holds no finished audit that was written as json");
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (escaped) {
      result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  return result;
}

}  // namespace

std::string parameter(std::string_view target, std::string_view name) {
  std::size_t begin = std::min(target.find('?'), target.size());
  while (begin < target.size()) {
    const std::size_t end = std::min(target.find('&', begin + 1), target.size());
    const std::string_view pair = target.substr(begin + 1, end - begin - 1);
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
      return decoded(pair.substr(name.size() + 1));
    }
    begin = end;
  }
  return {};
}

ReviewDesk::ReviewDesk(const std::filesystem::path& store, const Auditor& auditor)
    : reviews_(store), auditor_(auditor), list_(reviews_, auditor), journal_(reviews_) {}

Response ReviewDesk::documents() {
  const auto list = list_.json();
  return list ? json_response(*list) : nothing_to_review();
}

Response ReviewDesk::document(std::string_view id) const {
  std::int64_t row = 0;
  const auto read = std::from_chars(id.data(), id.data() + id.size(), row);
  if (read.ec != std::errc() || read.ptr != id.data() + id.size()) {
    return error_response(404, "there is no such document");
  }
  std::optional<std::string> json = document_json(reviews_, auditor_.lexicons(), row);
  if (!json) {
    return error_response(404, "there is no such document, or it was not written as json");
  }
  json->pop_back();
  json->append(R"(,"decisions":)").append(list_of(reviews_.decisions(row)).dump()).append("}");
  return json_response(std::move(*json));
}

Response ReviewDesk::decisions() const {
  return json_response(ordered_json{{"decisions", list_of(reviews_.decisions())}}.dump());
}

Response ReviewDesk::decisions_file(const Request& request) const {
  std::vector<ReviewEntry> entries = reviews_.decisions();
  const std::string reviewer = parameter(request.target, "reviewer");
  if (!reviewer.empty()) {
    std::erase_if(entries, [&](const ReviewEntry& entry) { return entry.reviewer != reviewer; });
  }
  Response response = json_response(decisions_json(agreed_decisions(entries)));
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"decisions.json\"");
  return response;
}

Response ReviewDesk::agreement() const {
  const ReviewAgreement agreement = review_agreement(reviews_.decisions());
  ordered_json pairs = ordered_json::array();
  for (const ReviewPair& pair : agreement.pairs) pairs.push_back(of(pair));
  return json_response(ordered_json{{"reviewers", agreement.reviewers},
                                    {"pairs", pairs},
                                    {"disagreements", disagreements_of(agreement.disagreements)}}
                           .dump());
}

void ReviewDesk::decide(const Request& request, const Respond& respond) {
  const std::string time = now();
  DecisionRequest asked = read_decision_request(request.body, time);
  if (!asked.problem.empty()) return respond(error_response(asked.status, asked.problem));
  for (ReviewEntry& entry : asked.entries) {
    if (!reviews_.complete(entry)) {
      return respond(error_response(422, "the store has no claim '" + entry.claim + "'"));
    }
  }
  const std::size_t saved = asked.entries.size();
  journal_.add(std::move(asked.entries), [=](bool kept) {
    if (!kept) return respond(error_response(500, "the decisions could not be kept"));
    respond(json_response(ordered_json{{"saved", saved}, {"time", time}}.dump()));
  });
}

}  // namespace claimlint::server
