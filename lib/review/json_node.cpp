// SPDX-License-Identifier: Apache-2.0
#include "json_node.hpp"

namespace claimlint::review {

JsonNode JsonNode::operator[](std::string_view key) const {
  if (!json_.is_object()) fail("is no object");
  const auto member = json_.find(key);
  if (member == json_.end()) fail("has no member '" + std::string(key) + "'");
  return {*member, *this, key, 0};
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
  if (!json_.is_object()) fail("is no object");
  const auto member = json_.find(key);
  if (member == json_.end() || member->is_null()) return std::nullopt;
  return JsonNode(*member, *this, key, 0);
}

std::string JsonNode::text() const {
  if (!json_.is_string()) fail("is no string");
  return json_.get<std::string>();
}

std::size_t JsonNode::count() const {
  if (!json_.is_number_unsigned()) fail("is no count");
  return json_.get<std::size_t>();
}

double JsonNode::number() const {
  if (!json_.is_number()) fail("is no number");
  return json_.get<double>();
}

bool JsonNode::boolean() const {
  if (!json_.is_boolean()) fail("is neither true nor false");
  return json_.get<bool>();
}

void JsonNode::fail(const std::string& message) const {
  const std::string where = way();
  throw FieldError(where.empty() ? "this " + message : where + ": " + message);
}

std::string JsonNode::way() const {
  if (above_ == nullptr) return {};
  const std::string before = above_->way();
  if (key_.empty()) return before + "[" + std::to_string(index_) + "]";
  return before.empty() ? std::string(key_) : before + "." + std::string(key_);
}

}  // namespace claimlint::review
