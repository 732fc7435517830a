// SPDX-License-Identifier: Apache-2.0
#include "http_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <stdexcept>

#include "session.hpp"

namespace claimlint::server {
namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;
using asio::ip::tcp;

/// Requests that are on their way when the end is asked for still come in.
constexpr auto kLastCall = std::chrono::milliseconds(100);
/// When no file descriptors are left, trying again at once would only burn time.
constexpr auto kBreath = std::chrono::milliseconds(50);

asio::ip::address address_of(const std::string& text) {
  Error error;
  auto address = asio::ip::make_address(text, error);
  if (error) throw std::runtime_error("'" + text + "' is no IP address");
  return address;
}

}  // namespace

bool is_loopback(const std::string& address) { return address_of(address).is_loopback(); }

class HttpServer::Impl {
 public:
  Impl(const std::string& address, unsigned short port, unsigned jobs, const Limits& limits,
       Handler& handler)
      : limits_(limits),
        workers_(jobs),
        shared_{limits_, handler, workers_},
        acceptor_(io_),
        signals_(io_, SIGINT, SIGTERM),
        timer_(io_) {
    bind({address_of(address), port});
    shared_.on_leave = [this] { accept(); };
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    shared_.on_leave = {};
    workers_.join();
  }

  [[nodiscard]] unsigned short port() const { return acceptor_.local_endpoint().port(); }

  void run() {
    signals_.async_wait([this](Error error, int /*signal*/) {
      if (!error) stop();
    });
    accept();
    io_.run();
    workers_.join();
    shared_.on_leave = {};
  }

 private:
  void bind(const tcp::endpoint& endpoint) {
    try {
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(asio::socket_base::reuse_address(true));
      acceptor_.bind(endpoint);
      acceptor_.listen();
    } catch (const boost::system::system_error& error) {
      throw std::runtime_error("cannot listen on " + endpoint.address().to_string() + ":" +
                               std::to_string(endpoint.port()) + ": " + error.code().message());
    }
  }

  [[nodiscard]] bool is_full() const { return shared_.sessions.size() >= limits_.connections; }

  /// One at a time. While as many are there as may be, others wait in the system's queue until one
  /// leaves or gives way.
  void accept() {
    if (accepting_ || shared_.stopping) return;
    accepting_ = true;
    if (is_full()) return wait_for_knock();
    acceptor_.async_accept([this](Error error, tcp::socket socket) {
      accepting_ = false;
      if (shared_.stopping) return;
      if (error) return wait();
      std::make_shared<Session>(std::move(socket), shared_)->start();
      accept();
    });
  }

  void wait_for_knock() {
    acceptor_.async_wait(tcp::acceptor::wait_read, [this](Error error) {
      accepting_ = false;
      if (shared_.stopping) return;
      if (!error && !is_full()) return accept();
      if (!error) give_way();
      wait();
    });
  }

  /// Closes the connection whose client has been waited for longest. When it has gone, accept() is
  /// called.
  void give_way() {
    Session* longest = nullptr;
    auto least = std::chrono::steady_clock::now();
    for (Session* session : shared_.sessions) {
      const auto patience = session->patience();
      if (!patience || *patience >= least) continue;
      longest = session;
      least = *patience;
    }
    if (longest != nullptr) longest->close();
  }

  void wait() {
    timer_.expires_after(kBreath);
    timer_.async_wait([this](Error /*error*/) { accept(); });
  }

  void stop() {
    shared_.stopping = true;
    Error ignored;
    acceptor_.close(ignored);
    // A second signal ends the program as it would any.
    signals_.cancel(ignored);
    signals_.clear(ignored);
    timer_.expires_after(kLastCall);
    timer_.async_wait([this](Error /*error*/) {
      const std::unordered_set<Session*> sessions = shared_.sessions;
      for (Session* session : sessions) session->close_if_idle();
    });
  }

  Limits limits_;
  asio::thread_pool workers_;
  Shared shared_;  // before `io_`: sessions that are left end with that
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer timer_;
  bool accepting_ = false;
};

HttpServer::HttpServer(const std::string& address, unsigned short port, unsigned jobs,
                       const Limits& limits, Handler& handler)
    : impl_(std::make_unique<Impl>(address, port, jobs, limits, handler)) {}

HttpServer::~HttpServer() = default;

unsigned short HttpServer::port() const { return impl_->port(); }

void HttpServer::run() { impl_->run(); }

}  // namespace claimlint::server
