// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "message.hpp"

namespace claimlint::server {

struct Limits {
  std::size_t header_bytes = std::size_t{16} << 10;
  std::size_t body_bytes = std::size_t{16} << 20;
  /// Of the bodies of all requests that are there at once.
  std::size_t all_body_bytes = std::size_t{256} << 20;
  std::size_t connections = 256;
  /// For a request to come in, for a response to go out, and for a connection to lie idle; bodies
  /// get more time, at kSlowest.
  std::chrono::seconds timeout{10};
};

/// Bytes a second that a client has to manage, once its time is up.
inline constexpr std::size_t kSlowest = std::size_t{64} << 10;

/// Speaks HTTP/1.1. Connections are cheap, so that slow clients hold up nobody; requests are
/// answered by `jobs` threads of a pool.
class HttpServer {
 public:
  /// Binds to address and port; port 0 is any that is free. Throws std::runtime_error.
  HttpServer(const std::string& address, unsigned short port, unsigned jobs, const Limits& limits,
             Handler& handler);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  /// The one it is bound to.
  [[nodiscard]] unsigned short port() const;

  /// Serves until SIGINT or SIGTERM comes, then answers the requests that are there.
  void run();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether an address can only be reached from this machine. Throws std::runtime_error where it is
/// no address.
bool is_loopback(const std::string& address);

}  // namespace claimlint::server
