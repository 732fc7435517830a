// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <string_view>

namespace claimlint::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Clock = std::chrono::steady_clock;

/// Holds a head, and what of a body comes with it.
constexpr std::size_t kBufferBytes = std::size_t{128} << 10;

// What a client sends of a body that was refused is read for a while: a connection that is closed
// over unread bytes is reset, and the client may never see why.
constexpr auto kLinger = std::chrono::seconds(2);
constexpr std::size_t kMaxDrained = std::size_t{4} << 20;

// Who sends nothing gives way first, then who is slow at it.
constexpr auto kIdlePatience = std::chrono::milliseconds(200);
constexpr auto kSlowPatience = std::chrono::seconds(2);

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

std::string address_of(const asio::ip::tcp::socket& socket) {
  beast::error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  return error ? "?" : endpoint.address().to_string();
}

/// What keeps a browser from doing anything with a response but show it to who asked for it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kHeaders = {{
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
}};

beast::string_view view_of(std::string_view text) { return {text.data(), text.size()}; }

/// The response to what could not be read as a request; 0 where there is nobody to tell.
int status_of(beast::error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::bad_version) return 505;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
  static const auto& category = make_error_code(http::error::bad_method).category();
  return error.category() == category ? 400 : 0;
}

}  // namespace

/// What other threads hold of a session: keeps it, and the server that runs it, and lets both go
/// where the server's own thread does it.
class Session::Ticket {
 public:
  explicit Ticket(std::shared_ptr<Session> session)
      : guard_(asio::make_work_guard(session->stream_.get_executor())),
        session_(std::move(session)) {}
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;
  ~Ticket() {
    const auto executor = guard_.get_executor();
    asio::post(executor, [guard = std::move(guard_), session = std::move(session_)] {});
  }

  void give(Response response) {
    asio::post(guard_.get_executor(),
               [session = session_, response = std::move(response)]() mutable {
                 session->respond(std::move(response));
               });
  }

 private:
  asio::executor_work_guard<beast::tcp_stream::executor_type> guard_;
  std::shared_ptr<Session> session_;
};

Session::Session(asio::ip::tcp::socket socket, Shared& shared)
    : stream_(std::move(socket)), shared_(shared), buffer_(kBufferBytes) {
  shared_.sessions.insert(this);
  peer_ = address_of(stream_.socket());
  Error ignored;
  stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
}

Session::~Session() {
  release();
  shared_.sessions.erase(this);
  if (shared_.on_leave) shared_.on_leave();
}

void Session::start() { read_head(); }

void Session::close_if_idle() {
  if (idle_) close();
}

std::chrono::seconds Session::time_for(std::size_t bytes) const {
  return shared_.limits.timeout + std::chrono::seconds(bytes / kSlowest);
}

void Session::read_head() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
  parser_->body_limit(shared_.limits.body_bytes);
  request_ = {};
  message_.reset();
  bodyless_.reset();
  idle_ = true;
  patience_ = Clock::now() + kIdlePatience;
  stream_.expires_after(shared_.limits.timeout);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Error error, std::size_t /*bytes*/) { self->on_head(error); });
}

void Session::on_head(Error error) {
  idle_ = false;
  began_ = Clock::now();
  take_head();
  if (error) return answer_failure(error);
  if (std::optional<Response> refusal = check_head()) {
    // Its body, if there is one, is not read.
    close_after_ = !parser_->is_done();
    return respond(std::move(*refusal));
  }
  if (parser_->is_done()) return dispatch();
  read_body();
}

void Session::take_head() {
  const auto& head = parser_->get().base();
  request_.method = text_of(head.method_string());
  request_.target = text_of(head.target());
  request_.peer = peer_;
  for (const auto& field : head) {
    request_.headers.emplace_back(text_of(field.name_string()), text_of(field.value()));
  }
}

std::optional<Response> Session::check_head() {
  if (request_.count("Transfer-Encoding") > 0 && !parser_->chunked()) {
    return error_response(501, "this transfer encoding is not understood");
  }
  const std::string* const encoding = request_.header("Content-Encoding");
  if (encoding != nullptr && !same_word(*encoding, "identity")) {
    return error_response(415, "bodies must not be compressed");
  }
  const std::string* const expected = request_.header("Expect");
  if (expected != nullptr && !same_word(*expected, "100-continue")) {
    return error_response(417, "only 100-continue can be expected");
  }
  if (auto refusal = shared_.handler.refuse(request_)) return refusal;
  // Who may ask without a token must not hold what others need for their bodies.
  if (request_.method != "POST" && !parser_->is_done()) {
    return error_response(413, "this takes no body");
  }
  if (reserve()) return std::nullopt;
  Response busy = error_response(503, "too much is being sent at once; try again");
  busy.headers.emplace_back("Retry-After", "1");
  return busy;
}

bool Session::reserve() {
  const auto length = parser_->content_length();
  reserved_ = parser_->is_done() ? 0
              : length           ? static_cast<std::size_t>(*length)
                                 : shared_.limits.body_bytes;
  if (shared_.body_bytes + reserved_ > shared_.limits.all_body_bytes) {
    reserved_ = 0;
    return false;
  }
  shared_.body_bytes += reserved_;
  return true;
}

void Session::release() { shared_.body_bytes -= std::exchange(reserved_, 0); }

void Session::read_body() {
  patience_ = Clock::now() + kSlowPatience;
  stream_.expires_after(time_for(reserved_));
  if (request_.count("Expect") > 0) {
    bodyless_.emplace(http::status::continue_, 11);
    http::async_write(stream_, *bodyless_,
                      [self = shared_from_this()](Error error, std::size_t /*bytes*/) {
                        self->on_continued(error);
                      });
    return;
  }
  on_continued({});
}

void Session::on_continued(Error error) {
  if (error) return close();
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](Error failure, std::size_t /*bytes*/) {
                     self->on_body(failure);
                   });
}

void Session::on_body(Error error) {
  if (error) return answer_failure(error);
  dispatch();
}

void Session::answer_failure(Error error) {
  const int status = status_of(error);
  if (status == 0) return close();
  close_after_ = true;
  const char* const why = status == 413   ? "the body is too large"
                          : status == 431 ? "the head of the request is too large"
                          : status == 505 ? "only HTTP/1.0 and 1.1 are understood"
                                          : "this is no HTTP request";
  respond(error_response(status, why));
}

void Session::dispatch() {
  patience_.reset();
  stream_.expires_never();
  request_.body = std::move(parser_->get().body());
  const Respond give = [ticket = std::make_shared<Ticket>(shared_from_this())](Response response) {
    ticket->give(std::move(response));
  };
  asio::post(shared_.workers, [this, give] { shared_.handler.handle(request_, give); });
}

void Session::respond(Response response) {
  release();
  // What is no longer counted is no longer held: a client may take its time over the response.
  std::string().swap(request_.body);
  std::string().swap(parser_->get().body());
  close_after_ = close_after_ || shared_.stopping || !parser_->keep_alive();
  status_ = response.status;
  sent_ = response.body.size();
  patience_ = Clock::now() + kSlowPatience;
  stream_.expires_after(time_for(sent_));
  const auto fill = [&](auto& out) {
    out.result(static_cast<unsigned>(response.status));
    out.version(11);
    for (const auto& [name, value] : kHeaders) out.set(view_of(name), view_of(value));
    for (const auto& [name, value] : response.headers) out.set(name, value);
    if (!response.type.empty()) out.set(http::field::content_type, response.type);
    out.content_length(response.body.size());
    out.keep_alive(!close_after_);
  };
  if (request_.method == "HEAD") {
    bodyless_.emplace();
    fill(*bodyless_);
    return write(*bodyless_);
  }
  message_.emplace();
  fill(*message_);
  message_->body() = std::move(response.body);
  write(*message_);
}

template <typename Out>
void Session::write(Out& out) {
  http::async_write(stream_, out, [self = shared_from_this()](Error error, std::size_t /*bytes*/) {
    self->on_written(error);
  });
}

void Session::on_written(Error error) {
  const std::chrono::duration<double> taken = Clock::now() - began_;
  shared_.handler.done(request_, status_, sent_, taken.count());
  if (error) return close();
  if (!close_after_ && !shared_.stopping) return read_head();
  linger();
}

void Session::linger() {
  Error ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  if (parser_->is_done()) return close();
  linger_until_ = Clock::now() + kLinger;
  drain();
}

void Session::drain() {
  buffer_.clear();
  stream_.expires_at(linger_until_);
  stream_.async_read_some(buffer_.prepare(kBufferBytes / 2),
                          [self = shared_from_this()](Error error, std::size_t bytes) {
                            self->drained_ += bytes;
                            if (error || self->drained_ > kMaxDrained) return self->close();
                            self->drain();
                          });
}

void Session::close() {
  Error ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
}

}  // namespace claimlint::server
