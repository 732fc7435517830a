// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audits.hpp"
#include "claimlint/auditor.hpp"
#include "gate.hpp"
#include "message.hpp"
#include "review_desk.hpp"

namespace claimlint::server {

class Application;

/// A request that a route has been found for.
struct Call {
  const Request& request;
  std::string_view id;  ///< what stands for {id} in the path
  const Respond& respond;
};

struct Route {
  std::string_view method;
  std::string_view path;
  bool open = false;  ///< asked without the token: gives away nothing
  void (*answer)(Application& application, const Call& call) = nullptr;
};

/// All that is served, and described in docs/openapi.json.
const std::vector<Route>& routes();

/// Finds what answers a request, after the gate has let it in.
class Application final : public Handler {
 public:
  /// `desk` null: there is no store to review. All three must outlive it.
  Application(const Auditor& auditor, Gate gate, ReviewDesk* desk, bool quiet);

  std::optional<Response> refuse(const Request& head) const override;
  void handle(const Request& request, const Respond& respond) override;
  void done(const Request& request, int status, std::size_t bytes, double seconds) override;

  [[nodiscard]] const Audits& audits() const { return audits_; }
  [[nodiscard]] ReviewDesk* desk() const { return desk_; }
  [[nodiscard]] const std::string& rules() const { return rules_; }
  [[nodiscard]] const std::string& health() const { return health_; }

 private:
  Gate gate_;
  Audits audits_;
  ReviewDesk* desk_;
  std::string rules_;
  std::string health_;
  bool quiet_;
};

}  // namespace claimlint::server
