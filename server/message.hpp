// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimlint::server {

/// A request as it came: nothing of it is decoded.
struct Request {
  std::string method;
  std::string target;  ///< "/v1/rules?x=1"
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string peer;  ///< address of the client

  /// Without what stands behind a question mark.
  [[nodiscard]] std::string_view path() const;
  /// By a name in any case; null where there is none, the first of several.
  [[nodiscard]] const std::string* header(std::string_view name) const;
  [[nodiscard]] std::size_t count(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};
};

/// Gives a response to the client, from any thread; to be called once.
using Respond = std::function<void(Response)>;

/// What answers requests. Called from several threads at once.
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;

  /// Looks at a request before its body is read; what it gives is the response. Must be quick.
  virtual std::optional<Response> refuse(const Request& head) const = 0;
  /// `request` is there until `respond` has been called.
  virtual void handle(const Request& request, const Respond& respond) = 0;
  /// Told of every response that has been written, or could not be.
  virtual void done(const Request& request, int status, std::size_t bytes, double seconds) = 0;
};

Response json_response(std::string body, int status = 200);

/// {"error":"..."}
Response error_response(int status, std::string_view message);

/// Whether two texts are the same but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

}  // namespace claimlint::server
