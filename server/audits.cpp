// SPDX-License-Identifier: Apache-2.0
#include "audits.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace claimlint::server {
namespace {

using nlohmann::json;

/// What an article is called that has no name, as on standard input.
constexpr const char* kNameless = "-";

struct TextType {
  std::string_view media_type;
  std::string_view format;
};
constexpr std::array kTextTypes = {TextType{"text/plain", "text"}, TextType{"text/html", "html"},
                                   TextType{"text/markdown", "markdown"}};

const TextType* find_type(std::string_view content_type) {
  const auto* const found = std::find_if(
      kTextTypes.begin(), kTextTypes.end(),
      [&](const TextType& type) { return same_word(type.media_type, media_type(content_type)); });
  return found == kTextTypes.end() ? nullptr : found;
}

bool is_format(std::string_view name) {
  return std::any_of(kTextTypes.begin(), kTextTypes.end(),
                     [&](const TextType& type) { return type.format == name; });
}

/// The member of an article that has this name; null where there is none.
std::optional<std::string>* member(Source& source, std::string_view name) {
  if (name == "format") return &source.format;
  if (name == "language") return &source.language;
  if (name == "url") return &source.origin.url;
  if (name == "site") return &source.origin.site;
  if (name == "title") return &source.origin.title;
  if (name == "retrieved") return &source.origin.retrieved;
  return nullptr;
}

struct Article {
  Source source;
  std::optional<std::string> text;
};

/// Fills in one member; what it gives is what is wrong with it.
std::string take(Article& article, const std::string& name, const json& value) {
  std::optional<std::string>* const place =
      name == "text" ? &article.text : member(article.source, name);
  if (place == nullptr && name != "path") return "'" + name + "' is not known";
  if (!value.is_string()) return "'" + name + "' must be a string";
  if (name == "path") {
    article.source.path = value.get<std::string>();
  } else {
    *place = value.get<std::string>();
  }
  return {};
}

/// Objects in objects are dropped as they come, so that they cost no memory.
json shallow(const std::string& body) {
  return json::parse(
      body, [](int depth, json::parse_event_t, const json&) { return depth < 2; }, false);
}

}  // namespace

std::string_view media_type(std::string_view content_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t')) type.remove_suffix(1);
  return type;
}

Audits::Audits(const Auditor& auditor)
    : auditor_(auditor), writer_(find_output_format("json")->writer(nowhere_, {})) {}

bool Audits::accepts(std::string_view content_type) {
  return find_type(content_type) != nullptr ||
         same_word(media_type(content_type), "application/json");
}

Response Audits::answer(const Request& request) const {
  const TextType* const type = find_type(*request.header("Content-Type"));
  if (type == nullptr) return audit_json(request.body);
  return audit(request.body, {.path = kNameless, .format = std::string(type->format)});
}

Response Audits::audit_json(const std::string& body) const {
  const json value = shallow(body);
  if (value.is_discarded()) return error_response(400, "the body is no JSON");
  if (!value.is_object()) return error_response(422, "the body must be an object");
  Article article;
  article.source.path = kNameless;
  for (const auto& [name, member] : value.items()) {
    const std::string problem = take(article, name, member);
    if (!problem.empty()) return error_response(422, problem);
  }
  if (!article.text) return error_response(422, "'text' is missing");
  if (!article.source.format) article.source.format = "text";
  if (!is_format(*article.source.format)) {
    return error_response(422, "'format' must be text, html or markdown");
  }
  return audit(*article.text, article.source);
}

Response Audits::audit(std::string_view bytes, const Source& source) const {
  return json_response(writer_->rendered(auditor_.audit(bytes, source)).value());
}

}  // namespace claimlint::server
