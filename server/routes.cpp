// SPDX-License-Identifier: Apache-2.0
#include "application.hpp"
#include "claimlint/pages.hpp"
#include "openapi.hpp"

namespace claimlint::server {
namespace {

/// Answers of the desk, where there is one.
template <typename Answer>
void at_desk(const Application& application, const Call& call, Answer answer) {
  if (application.desk() != nullptr) return answer(*application.desk());
  call.respond(error_response(404, "there is nothing to review: start the server with --store"));
}

void page(Application& /*application*/, const Call& call) {
  call.respond({200,
                "text/html; charset=utf-8",
                review_page(),
                {{"Content-Security-Policy", review_policy()}}});
}

void health(Application& application, const Call& call) {
  call.respond(json_response(application.health()));
}

void openapi(Application& /*application*/, const Call& call) {
  call.respond(json_response(std::string(kOpenApi)));
}

void rules(Application& application, const Call& call) {
  call.respond(json_response(application.rules()));
}

void audit(Application& application, const Call& call) {
  call.respond(application.audits().answer(call.request));
}

void documents(Application& application, const Call& call) {
  at_desk(application, call, [&](ReviewDesk& desk) { call.respond(desk.documents()); });
}

void document(Application& application, const Call& call) {
  at_desk(application, call, [&](ReviewDesk& desk) { call.respond(desk.document(call.id)); });
}

void decisions(Application& application, const Call& call) {
  at_desk(application, call, [&](ReviewDesk& desk) { call.respond(desk.decisions()); });
}

void decisions_file(Application& application, const Call& call) {
  at_desk(application, call,
          [&](ReviewDesk& desk) { call.respond(desk.decisions_file(call.request)); });
}

void agreement(Application& application, const Call& call) {
  at_desk(application, call, [&](ReviewDesk& desk) { call.respond(desk.agreement()); });
}

void decide(Application& application, const Call& call) {
  at_desk(application, call, [&](ReviewDesk& desk) { desk.decide(call.request, call.respond); });
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = {
      {"GET", "/", true, page},
      {"GET", "/healthz", true, health},
      {"POST", "/v1/audit", false, audit},
      {"GET", "/v1/openapi.json", true, openapi},
      {"GET", "/v1/review/agreement", false, agreement},
      {"GET", "/v1/review/decisions", false, decisions},
      {"POST", "/v1/review/decisions", false, decide},
      {"GET", "/v1/review/decisions.json", false, decisions_file},
      {"GET", "/v1/review/documents", false, documents},
      {"GET", "/v1/review/documents/{id}", false, document},
      {"GET", "/v1/rules", false, rules},
  };
  return table;
}

}  // namespace claimlint::server
