// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace claimlint::store {

class Connection;

/// A prepared statement. Columns and parameters count from 0.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view sql);
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  /// Binds the next parameter; `text` and `bytes` must live until the statement has run.
  Statement& integer(std::int64_t value);
  Statement& real(double value);
  Statement& text(std::string_view value);
  Statement& bytes(std::string_view value);
  Statement& null();
  Statement& nullable(const std::optional<std::string>& value);

  /// The next row; false behind the last, when the statement is ready to be bound anew.
  bool step();
  /// Runs a statement that gives no rows.
  void run();
  /// Leaves the rows that are left.
  void reset();

  [[nodiscard]] std::int64_t integer_at(int column) const;
  [[nodiscard]] double real_at(int column) const;
  [[nodiscard]] bool null_at(int column) const;
  [[nodiscard]] std::string text_at(int column) const;  ///< of bytes too
  [[nodiscard]] std::optional<std::string> optional_text_at(int column) const;

 private:
  int next();

  const Connection* connection_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

/// A connection to one file, for one thread at a time. Throws StoreError.
class Connection {
 public:
  enum class Mode { create, read_only };
  Connection(const std::filesystem::path& file, Mode mode);

  void execute(const std::string& sql) const;
  /// False where it may do when tried again: another program is about to open or close the file.
  [[nodiscard]] bool try_execute(const std::string& sql) const;
  [[nodiscard]] std::int64_t number(const std::string& sql) const;
  [[nodiscard]] std::int64_t last_row() const;

  [[noreturn]] void fail(int code) const;
  [[noreturn]] void refuse(const std::string& why) const;
  [[noreturn]] void refuse_damaged() const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  std::string name_;
  std::unique_ptr<sqlite3, Closer> handle_;
};

/// All or nothing: rolled back where it is not committed.
class Transaction {
 public:
  explicit Transaction(const Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  const Connection& connection_;
  bool open_ = true;
};

}  // namespace claimlint::store
