// SPDX-License-Identifier: Apache-2.0
#include "gate.hpp"

#include <algorithm>
#include <utility>

namespace claimlint::server {
namespace {

/// Takes as long wherever the first difference is.
bool same_secret(std::string_view given, std::string_view secret) {
  unsigned difference = given.size() == secret.size() ? 0U : 1U;
  for (std::size_t i = 0; i < given.size(); ++i) {
    difference |= static_cast<unsigned char>(given[i]) ^
                  static_cast<unsigned char>(secret[i % secret.size()]);
  }
  return difference == 0;
}

/// "[::1]:80" and "localhost:80" without the port.
std::string_view name_of(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon);
  return has_port ? host.substr(0, colon) : host;
}

bool is_origin_of(std::string_view origin, std::string_view host) {
  const auto is = [&](std::string_view scheme) {
    return origin.starts_with(scheme) && same_word(origin.substr(scheme.size()), host);
  };
  return is("http://") || is("https://");
}

}  // namespace

Gate::Gate(std::vector<std::string> hosts, std::optional<std::string> token)
    : hosts_(std::move(hosts)), token_(std::move(token)) {}

std::optional<Response> Gate::check_host(const Request& head) const {
  if (head.count("Host") != 1) return error_response(400, "one Host header is needed");
  if (hosts_.empty()) return std::nullopt;
  const std::string_view name = name_of(*head.header("Host"));
  const bool known = std::any_of(hosts_.begin(), hosts_.end(),
                                 [&](const std::string& host) { return same_word(host, name); });
  if (known) return std::nullopt;
  return error_response(421, "this server does not go by that name; see --host");
}

std::optional<Response> Gate::check_token(const Request& head) const {
  if (!token_) return std::nullopt;
  constexpr std::string_view kScheme = "Bearer ";
  const std::string* const header = head.header("Authorization");
  const std::string_view given = header == nullptr ? std::string_view() : *header;
  if (head.count("Authorization") == 1 && same_word(given.substr(0, kScheme.size()), kScheme) &&
      same_secret(given.substr(kScheme.size()), *token_)) {
    return std::nullopt;
  }
  Response response = error_response(401, "the token is missing or wrong");
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

std::optional<Response> Gate::check_origin(const Request& head) {
  const std::string* const origin = head.header("Origin");
  const std::string* const site = head.header("Sec-Fetch-Site");
  const bool foreign = head.count("Origin") > 1 ||
                       (origin != nullptr && !is_origin_of(*origin, *head.header("Host"))) ||
                       (site != nullptr && *site != "same-origin" && *site != "none");
  if (foreign) return error_response(403, "pages of other sites may not ask this");
  return std::nullopt;
}

}  // namespace claimlint::server
