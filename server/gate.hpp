// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "message.hpp"

namespace claimlint::server {

/// Who may ask. Each check gives the response to what may not.
class Gate {
 public:
  /// `hosts`: names that a request may address this server by; empty: any.
  Gate(std::vector<std::string> hosts, std::optional<std::string> token);

  /// A page of another site can have its name resolve to this machine, and then read what it likes.
  [[nodiscard]] std::optional<Response> check_host(const Request& head) const;

  [[nodiscard]] std::optional<Response> check_token(const Request& head) const;

  /// Of a request that changes something, or costs something: that no other site's page sent it.
  [[nodiscard]] static std::optional<Response> check_origin(const Request& head);

 private:
  std::vector<std::string> hosts_;
  std::optional<std::string> token_;
};

}  // namespace claimlint::server
