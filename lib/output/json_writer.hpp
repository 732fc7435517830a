// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace claimlint::output {

/// Writes compact JSON: always valid UTF-8, keys in the order of the calls, the same digits for the
/// same number on every machine. The caller balances begin and end.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void string(std::string_view value);
  void count(std::size_t value);
  void number(double value);  ///< shortest digits that read back as the same value
  void points(double value);  ///< one decimal
  void boolean(bool value);
  void null();
  void raw(std::string_view value);  ///< JSON already

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quoted(std::string_view value);

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace claimlint::output
