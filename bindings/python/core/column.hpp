// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "arrow_abi.hpp"

namespace claimlint::python {

/// A column of Arrow's that grows by a value at a time, with the columns inside of it.
class Column {
 public:
  enum class Kind { text, count, number, boolean, list, structure };

  /// Throws std::invalid_argument for a type that reports do not have.
  explicit Column(const ArrowSchema& schema);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The members of a structure; of a list, what its values are.
  [[nodiscard]] std::vector<Column>& children() { return children_; }
  /// What the texts consist of: a value is appended here, and then ended.
  [[nodiscard]] std::string& bytes() { return bytes_; }

  void add_null();
  void add_count(std::int64_t value);
  void add_number(double value);
  void add_boolean(bool value);
  /// Ends a text, list or structure: what came since the last one is its value. Throws
  /// std::length_error where a column becomes too large.
  void end_value();

  /// Gives all of it away, as the interface has it.
  static void give(Column column, ArrowArray& array);

 private:
  struct Given;

  void add_bit(std::string& bits, bool bit) const;
  void add_bytes(const void* value, std::size_t size);
  void add_offset();
  void mark(bool valid);

  Kind kind_;
  std::string name_;
  std::vector<Column> children_;
  std::size_t length_ = 0;
  std::size_t nulls_ = 0;
  std::string valid_;
  std::vector<std::int32_t> offsets_;
  std::string bytes_;
};

}  // namespace claimlint::python
