// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>  // Boost.Asio 1.74 forgets it

#include "http_server.hpp"

namespace claimlint::server {

class Session;

/// What the connections of a server share. Used from its one thread for input and output.
struct Shared {
  const Limits& limits;
  Handler& handler;
  boost::asio::thread_pool& workers;
  std::unordered_set<Session*> sessions = {};
  std::size_t body_bytes = 0;  ///< that requests hold, or may come to hold
  bool stopping = false;
  std::function<void()> on_leave = {};  ///< a session has ended
};

/// One connection: reads a request, has it answered, writes the response, and so on.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, Shared& shared);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  void start();
  /// Closes the connection if no request has come in on it.
  void close_if_idle();
  /// When its client has been waited for long enough, where others want its place; none while a
  /// request is being answered.
  [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> patience() const {
    return patience_;
  }
  void close();

 private:
  class Ticket;
  using Error = boost::beast::error_code;
  using Message = boost::beast::http::response<boost::beast::http::string_body>;
  using Bodyless = boost::beast::http::response<boost::beast::http::empty_body>;

  void read_head();
  void on_head(Error error);
  std::optional<Response> check_head();
  void read_body();
  void on_continued(Error error);
  void on_body(Error error);
  void dispatch();
  void answer_failure(Error error);

  void respond(Response response);
  template <typename Out>
  void write(Out& out);
  void on_written(Error error);
  void linger();
  void drain();

  void take_head();
  bool reserve();
  void release();
  [[nodiscard]] std::chrono::seconds time_for(std::size_t bytes) const;

  boost::beast::tcp_stream stream_;
  Shared& shared_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  Request request_;
  std::optional<Message> message_;
  std::optional<Bodyless> bodyless_;
  std::string peer_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point linger_until_;
  std::optional<std::chrono::steady_clock::time_point> patience_;
  std::size_t reserved_ = 0;
  std::size_t drained_ = 0;
  bool idle_ = false;
  bool close_after_ = false;
  int status_ = 0;
  std::size_t sent_ = 0;
};

}  // namespace claimlint::server
