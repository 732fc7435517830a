// SPDX-License-Identifier: Apache-2.0
#include "annotation.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace claimlint::review {
namespace {

using Json = nlohmann::json;

Span read_span(const Json& json) {
  const Span span{json.at(0).get<std::size_t>(), json.at(1).get<std::size_t>()};
  if (json.size() != 2 || span.end < span.begin) throw std::runtime_error("a span is malformed");
  return span;
}

AnnotatedSentence read_sentence(const Json& json) {
  AnnotatedSentence sentence;
  sentence.span = read_span(json.at("span"));
  sentence.types = json.at("types").get<std::set<std::string>>();
  sentence.unsupported = json.at("unsupported").get<bool>();
  sentence.severity = json.at("severity").get<int>();
  return sentence;
}

Annotation from_json(const Json& json) {
  Annotation annotation;
  for (const Json& sentence : json.at("sentences")) {
    annotation.sentences.push_back(read_sentence(sentence));
  }
  if (json.contains("mentions")) {
    annotation.mentions.emplace();
    for (const Json& mention : json.at("mentions")) {
      annotation.mentions->push_back(
          {mention.at("kind").get<std::string>(), read_span(mention.at("span"))});
    }
  }
  if (json.contains("risk")) annotation.risk = json.at("risk").get<double>();
  return annotation;
}

}  // namespace

std::string read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error(file.string() + ": cannot be read");
  return bytes;
}

Annotation read_annotation(const std::filesystem::path& file) {
  const std::string bytes = read_bytes(file);
  try {
    return from_json(Json::parse(bytes));
  } catch (const std::exception& error) {
    throw std::runtime_error(file.string() + ": " + error.what());
  }
}

}  // namespace claimlint::review
