// SPDX-License-Identifier: Apache-2.0
#include "serve.hpp"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "application.hpp"
#include "http_server.hpp"

namespace claimlint::server {
namespace {

struct Endpoint {
  std::string address;
  unsigned short port = 0;
};

Endpoint endpoint_of(const std::string& listen) {
  const std::size_t colon = listen.rfind(':');
  Endpoint endpoint{listen.substr(0, std::min(colon, listen.size())), 0};
  const std::string port = colon == std::string::npos ? "" : listen.substr(colon + 1);
  const char* const end = port.data() + port.size();
  const auto read = std::from_chars(port.data(), end, endpoint.port);
  if (port.empty() || read.ec != std::errc() || read.ptr != end) {
    throw std::runtime_error("--listen: '" + listen + "' is no ADDRESS:PORT");
  }
  std::string& address = endpoint.address;
  if (address == "localhost") address = "127.0.0.1";
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  }
  return endpoint;
}

/// As it stands in addresses of pages, and in `Host`.
std::string shown(const std::string& address) {
  const bool v6 = address.find(':') != std::string::npos;
  return v6 ? "[" + address + "]" : address;
}

std::string read_token(const std::filesystem::path& file) {
  constexpr std::size_t kShortest = 16;
  std::ifstream in(file);
  std::string token;
  if (!in || !std::getline(in, token)) {
    throw std::runtime_error(file.string() + ": cannot be read");
  }
  if (token.ends_with('\r')) token.pop_back();
  const bool plain =
      std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (!plain || token.size() < kShortest) {
    throw std::runtime_error(file.string() +
                             ": a token is at least 16 letters, digits and signs, without blanks");
  }
  return token;
}

/// Who listens on loopback alone may have no token, and must then tell by its name whether a
/// request is meant for it.
Gate gate_of(const ServeOptions& options, const Endpoint& endpoint) {
  std::optional<std::string> token;
  if (options.token_file) token = read_token(*options.token_file);
  const bool local = is_loopback(endpoint.address);
  if (!local && !token) {
    throw std::runtime_error("--listen " + options.listen +
                             " can be reached from other machines: --token-file is needed");
  }
  // A name is for a proxy that others reach: what comes from there is not this machine's own.
  if (!options.hosts.empty() && !token) {
    throw std::runtime_error("--host lets requests of other machines in: --token-file is needed");
  }
  std::vector<std::string> hosts = options.hosts;
  if (local || !hosts.empty()) hosts.push_back(shown(endpoint.address));
  if (local) hosts.insert(hosts.end(), {"localhost", "127.0.0.1", "[::1]"});
  return {std::move(hosts), std::move(token)};
}

unsigned jobs_of(const ServeOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Limits limits_of(const ServeOptions& options) {
  constexpr std::size_t kBodiesAtOnce = 16;
  Limits limits;
  limits.body_bytes = options.max_bytes;
  limits.all_body_bytes = options.max_bytes * kBodiesAtOnce;
  limits.timeout = options.timeout;
  return limits;
}

}  // namespace

void serve(const Auditor& auditor, const ServeOptions& options) {
  const Endpoint endpoint = endpoint_of(options.listen);
  Gate gate = gate_of(options, endpoint);
  std::optional<ReviewDesk> desk;
  if (options.store) desk.emplace(*options.store, auditor);
  Application application(auditor, std::move(gate), desk ? &*desk : nullptr, options.quiet);
  HttpServer server(endpoint.address, endpoint.port, jobs_of(options), limits_of(options),
                    application);
  // A client that is gone, or a log that nobody reads any longer, is no reason to end.
  std::signal(SIGPIPE, SIG_IGN);
  std::cerr << "claimlint: listening on http://" + shown(endpoint.address) + ":" +
                   std::to_string(server.port()) + "/\n";
  server.run();
  std::cerr << "claimlint: stopped\n";
}

}  // namespace claimlint::server
