// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "checks.hpp"
#include "claimlint/store.hpp"
#include "report_checks.hpp"
#include "server/application.hpp"
#include "server/log.hpp"
#include "server/review_desk.hpp"
#include "targets.hpp"
#include "unit/temporary_folder.hpp"

namespace claimlint::fuzz {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using server::Application;
using server::Request;
using server::Response;

constexpr const char* kToken = "t0ken";
constexpr std::string_view kArticle =
    "# Pain\n\nThis therapy cures arthritis in 3 days. It is completely safe.\n\nAsk your doctor.";

/// A server without sockets, over a store of one document.
class Site {
 public:
  explicit Site(std::optional<std::string> token) : file_(folder_.path() / "store.sqlite") {
    fill();
    desk_.emplace(file_, auditor());
    application_.emplace(auditor(), server::Gate({"localhost"}, std::move(token)), &*desk_, true);
  }

  Application& application() { return *application_; }

 private:
  void fill() {
    const auto report = std::make_shared<const Report>(auditor().audit(kArticle, {.path = "a.md"}));
    const OutputFormat& format = *find_output_format("json");
    std::ostringstream nowhere;
    const auto writer = format.writer(nowhere, {});
    Store store(file_);
    store.begin_run({"2026-01-01T00:00:00Z", auditor().tool(), {}});
    store.add({0, "key", output_key(format, {}), report, writer->rendered(*report), 0});
    store.finish_run("2026-01-01T00:00:01Z");
  }

  test::TemporaryFolder folder_;
  std::filesystem::path file_;
  std::optional<server::ReviewDesk> desk_;
  std::optional<Application> application_;
};

/// The site asked by bytes, without a token or with one. Anew when much has been decided, so that
/// no input costs more for those before it.
Site& site(bool with_token, bool decided) {
  constexpr std::size_t kMaxDecided = 100;
  static std::array<std::unique_ptr<Site>, 2> sites;
  static std::size_t count = 0;
  if (decided && ++count % kMaxDecided == 0) sites = {};
  std::unique_ptr<Site>& chosen = sites.at(with_token ? 1 : 0);
  if (!chosen) {
    chosen = std::make_unique<Site>(with_token ? std::optional<std::string>(kToken) : std::nullopt);
  }
  return *chosen;
}

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

/// As a session reads it; null where it is no request.
std::optional<Request> read_request(std::string_view bytes) {
  constexpr std::uint32_t kHeader = 8192;
  constexpr std::uint64_t kBody = 1 << 20;
  http::request_parser<http::string_body> parser;
  parser.eager(true);
  parser.header_limit(kHeader);
  parser.body_limit(kBody);
  beast::error_code error;
  while (!bytes.empty() && !parser.is_done()) {
    const std::size_t read =
        parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (error || read == 0) break;
    bytes.remove_prefix(read);
  }
  if (error || !parser.is_header_done()) return std::nullopt;
  Request request;
  const auto& head = parser.get().base();
  request.method = text_of(head.method_string());
  request.target = text_of(head.target());
  request.peer = "127.0.0.1";
  for (const auto& field : head) {
    request.headers.emplace_back(text_of(field.name_string()), text_of(field.value()));
  }
  request.body = parser.get().body();
  return request;
}

/// The one response.
Response answer(Application& application, const Request& request) {
  if (std::optional<Response> refusal = application.refuse(request)) return *std::move(refusal);
  const auto promise = std::make_shared<std::promise<Response>>();
  std::future<Response> response = promise->get_future();
  // A second response would throw.
  application.handle(request, [promise](Response given) { promise->set_value(std::move(given)); });
  constexpr auto kPatience = std::chrono::seconds(15);
  require(response.wait_for(kPatience) == std::future_status::ready, "a request is answered");
  return response.get();
}

bool has_line_end(std::string_view text) {
  return text.find_first_of("\r\n") != std::string_view::npos;
}

void check_response(const Request& request, const Response& response) {
  require(response.status >= 200 && response.status < 600 && response.status != 500,
          "a response has a status, and nothing breaks");
  for (const auto& [name, value] : response.headers) {
    require(!has_line_end(name) && !has_line_end(value), "a header is one line");
  }
  if (response.type == "application/json") {
    const auto body = nlohmann::json::parse(response.body, nullptr, false);
    require(!body.is_discarded(), "what is said to be JSON is");
    require(response.status < 400 || body.contains("error"), "an error says what is wrong");
  }
  std::ostringstream log;
  server::log_request(log, request, response.status, response.body.size(), 0);
  const std::string line = log.str();
  require(line.find('\n') == line.size() - 1 && line.find('\x1B') == std::string::npos,
          "a request is one line of the log");
}

bool has_token(const Request& request) {
  const std::string* const header = request.header("Authorization");
  return header != nullptr && header->find(kToken) != std::string::npos;
}

bool is_open(const Request& request) {
  for (const server::Route& route : server::routes()) {
    if (route.open && route.path == request.path()) return true;
  }
  return false;
}

}  // namespace

/// A request as it comes over the wire, to a server without a token and to one with.
void fuzz_server(std::string_view bytes) {
  const std::optional<Request> request = read_request(bytes);
  if (!request) return;
  const bool decides = request->method == "POST" && request->path() != "/v1/audit";
  const Response free = answer(site(false, decides).application(), *request);
  check_response(*request, free);
  const Response guarded = answer(site(true, decides).application(), *request);
  check_response(*request, guarded);
  require(guarded.status >= 400 || has_token(*request) || is_open(*request),
          "without the token nothing is told");
}

}  // namespace claimlint::fuzz
