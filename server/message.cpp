// SPDX-License-Identifier: Apache-2.0
#include "message.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace claimlint::server {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

const std::string* Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (same_word(key, name)) return &value;
  }
  return nullptr;
}

std::size_t Request::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(),
                    [&](const auto& header) { return same_word(header.first, name); }));
}

Response json_response(std::string body, int status) {
  return {status, "application/json", std::move(body)};
}

Response error_response(int status, std::string_view message) {
  return json_response(nlohmann::json{{"error", message}}.dump(), status);
}

}  // namespace claimlint::server
