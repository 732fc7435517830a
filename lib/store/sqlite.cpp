// SPDX-License-Identifier: Apache-2.0
#include "sqlite.hpp"

#include <sqlite3.h>

#include <utility>

#include "claimlint/store.hpp"

namespace claimlint::store {
namespace {

// Another program may be writing; its transactions are short.
constexpr int kPatienceMilliseconds = 120'000;

constexpr const char* kDamaged =
    "is damaged; if reviewers use it, save its table 'decisions' first (sqlite3 FILE '.recover'); "
    "then remove it, and the next audit makes it anew";

std::string meaning_of(int code, const char* message) {
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      return "is no results store";
    case SQLITE_CORRUPT:
      return kDamaged;
    case SQLITE_FULL:
      return "cannot be written: no space is left";
    case SQLITE_READONLY:
      return "cannot be written: it is read-only";
    case SQLITE_CANTOPEN:
      return "cannot be opened";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another program, and was so for too long";
    default:
      return message;
  }
}

}  // namespace

void Connection::Closer::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Connection::Connection(const std::filesystem::path& file, Mode mode) : name_(file.string()) {
  const int access =
      mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name_.c_str(), &handle, access | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(handle, kPatienceMilliseconds);
}

void Connection::execute(const std::string& sql) const {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

bool Connection::try_execute(const std::string& sql) const {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  switch (code & 0xFF) {
    case SQLITE_OK:
      return true;
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return false;
    default:
      fail(code);
  }
}

std::int64_t Connection::number(const std::string& sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer_at(0) : 0;
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle()); }

void Connection::fail(int code) const {
  refuse(meaning_of(code, handle() == nullptr ? "out of memory" : sqlite3_errmsg(handle())));
}

void Connection::refuse(const std::string& why) const { throw StoreError(name_ + ": " + why); }

void Connection::refuse_damaged() const { refuse(kDamaged); }

Statement::Statement(const Connection& connection, std::string_view sql)
    : connection_(&connection) {
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) connection.fail(code);
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_) {}

Statement::~Statement() { sqlite3_finalize(statement_); }

int Statement::next() { return ++bound_; }

Statement& Statement::integer(std::int64_t value) {
  sqlite3_bind_int64(statement_, next(), value);
  return *this;
}

Statement& Statement::real(double value) {
  sqlite3_bind_double(statement_, next(), value);
  return *this;
}

Statement& Statement::text(std::string_view value) {
  // An empty view may have no address, which SQLite would take for NULL.
  sqlite3_bind_text64(statement_, next(), value.empty() ? "" : value.data(), value.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bytes(std::string_view value) {
  sqlite3_bind_blob64(statement_, next(), value.empty() ? "" : value.data(), value.size(),
                      SQLITE_STATIC);
  return *this;
}

Statement& Statement::null() {
  sqlite3_bind_null(statement_, next());
  return *this;
}

Statement& Statement::nullable(const std::optional<std::string>& value) {
  return value ? text(std::string_view(*value)) : null();
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  reset();
  if (code != SQLITE_DONE) connection_->fail(code);
  return false;
}

void Statement::run() {
  if (step()) reset();
}

void Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

std::int64_t Statement::integer_at(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real_at(int column) const { return sqlite3_column_double(statement_, column); }

bool Statement::null_at(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string Statement::text_at(int column) const {
  const auto* const data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string() : std::string(data, size);
}

std::optional<std::string> Statement::optional_text_at(int column) const {
  if (null_at(column)) return std::nullopt;
  return text_at(column);
}

Transaction::Transaction(const Connection& connection) : connection_(connection) {
  connection_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

}  // namespace claimlint::store
