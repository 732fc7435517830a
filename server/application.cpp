// SPDX-License-Identifier: Apache-2.0
#include "application.hpp"

#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "claimlint/version.hpp"
#include "log.hpp"
#include "rules.hpp"

namespace claimlint::server {
namespace {

constexpr std::string_view kParameter = "{id}";

/// Whether a path is one of a route; `id` becomes what stands for its parameter.
bool fits(const Route& route, std::string_view path, std::string_view& id) {
  const std::size_t parameter = route.path.find(kParameter);
  if (parameter == std::string_view::npos) return path == route.path;
  if (!path.starts_with(route.path.substr(0, parameter))) return false;
  id = path.substr(parameter);
  return !id.empty() && id.find('/') == std::string_view::npos;
}

bool fits(const Route& route, const Request& request) {
  const bool gets = request.method == "HEAD" && route.method == "GET";
  return gets || request.method == route.method;
}

/// The route of a request, or the methods that its path takes.
struct Match {
  const Route* route = nullptr;
  std::string_view id;
  std::string methods;
};

Match match(const Request& request) {
  Match result;
  for (const Route& route : routes()) {
    std::string_view id;
    if (!fits(route, request.path(), id)) continue;
    if (fits(route, request)) return {&route, id, {}};
    result.methods.append(result.methods.empty() ? "" : ", ").append(route.method);
    if (route.method == "GET") result.methods += ", HEAD";
  }
  return result;
}

Response refused(const Match& found) {
  if (found.methods.empty()) return error_response(404, "there is nothing here");
  Response response = error_response(405, "this takes " + found.methods);
  response.headers.emplace_back("Allow", found.methods);
  return response;
}

/// Of what is posted: forms of other sites can send some types without being asked first.
std::optional<Response> check_type(const Request& head) {
  const std::string* const type = head.header("Content-Type");
  const bool audits = head.path() == "/v1/audit";
  const bool fits =
      type != nullptr && head.count("Content-Type") == 1 &&
      (audits ? Audits::accepts(*type) : same_word(media_type(*type), "application/json"));
  if (fits) return std::nullopt;
  return error_response(415, audits ? "the Content-Type must be text/plain, text/html, "
                                      "text/markdown or application/json"
                                    : "the Content-Type must be application/json");
}

}  // namespace

Application::Application(const Auditor& auditor, Gate gate, ReviewDesk* desk, bool quiet)
    : gate_(std::move(gate)),
      audits_(auditor),
      desk_(desk),
      rules_(rules_json(auditor)),
      health_(nlohmann::ordered_json{{"status", "ok"}, {"version", version()}}.dump()),
      quiet_(quiet) {}

std::optional<Response> Application::refuse(const Request& head) const {
  if (auto response = gate_.check_host(head)) return response;
  const Match found = match(head);
  if (found.route == nullptr || !found.route->open) {
    if (auto response = gate_.check_token(head)) return response;
  }
  if (found.route == nullptr) return refused(found);
  if (found.route->method != "POST") return std::nullopt;
  if (auto response = Gate::check_origin(head)) return response;
  return check_type(head);
}

void Application::handle(const Request& request, const Respond& respond) {
  const Match found = match(request);
  try {
    found.route->answer(*this, {request, found.id, respond});
  } catch (const std::exception& error) {
    // What it says may name files.
    std::cerr << std::string("claimlint: ") + error.what() + '\n';
    respond(error_response(500, "the server could not answer"));
  }
}

void Application::done(const Request& request, int status, std::size_t bytes, double seconds) {
  if (!quiet_) log_request(std::cerr, request, status, bytes, seconds);
}

}  // namespace claimlint::server
