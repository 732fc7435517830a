// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace claimlint::review {

/// A member is missing or is not what it should be; the message begins with the way to it.
class FieldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A JSON value that knows where it stands, so that a mistake in it is told with its place. A node
/// points at the one above it and must not outlive it.
class JsonNode {
 public:
  explicit JsonNode(const nlohmann::json& json) : json_(json) {}

  /// A member that must be there.
  [[nodiscard]] JsonNode operator[](std::string_view key) const;
  /// Null where the member is absent or null.
  [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] bool is_array() const { return json_.is_array(); }

  /// Calls `each(node)` for every item of an array.
  template <typename Each>
  void items(Each each) const {
    if (!json_.is_array()) fail("is no array");
    std::size_t index = 0;
    for (const auto& item : json_) each(JsonNode(item, *this, {}, index++));
  }

  /// Calls `each(key, node)` for every member of an object, by key.
  template <typename Each>
  void members(Each each) const {
    if (!json_.is_object()) fail("is no object");
    for (const auto& [key, member] : json_.items()) each(key, JsonNode(member, *this, key, 0));
  }

  /// The value whose name this is. The enumeration begins with 0 and ends with `last`.
  template <typename Enum>
  [[nodiscard]] Enum choice(Enum last) const {
    const std::string name = text();
    for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
      if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
    }
    fail("'" + name + "' is no value of this field");
  }

  /// Throws a FieldError about this value.
  [[noreturn]] void fail(const std::string& message) const;

 private:
  JsonNode(const nlohmann::json& json, const JsonNode& above, std::string_view key,
           std::size_t index)
      : json_(json), above_(&above), key_(key), index_(index) {}
  [[nodiscard]] std::string way() const;

  const nlohmann::json& json_;
  const JsonNode* above_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
};

}  // namespace claimlint::review
