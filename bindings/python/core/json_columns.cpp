// SPDX-License-Identifier: Apache-2.0
#include "json_columns.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace claimlint::python {
namespace {

using Json = nlohmann::json;
using Kind = Column::Kind;

/// Takes each value that the reader comes upon to the column it belongs to.
class Filler {
 public:
  explicit Filler(Column& document) : document_(document) {}

  bool null() {
    return fill([](Column& column) { column.add_null(); });
  }
  bool boolean(bool value) {
    return fill([&](Column& column) { of(column, Kind::boolean).add_boolean(value); });
  }
  bool number_integer(std::int64_t value) { return number(value); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }
  bool number_float(double value, const std::string& /*written*/) {
    return fill([&](Column& column) { of(column, Kind::number).add_number(value); });
  }
  bool string(const std::string& value) {
    return fill([&](Column& column) {
      of(column, Kind::text).bytes() += value;
      column.end_value();
    });
  }
  static bool binary(const Json::binary_t& /*value*/) { return false; }

  bool start_object(std::size_t /*size*/) { return open(Kind::structure); }
  bool start_array(std::size_t /*size*/) { return open(Kind::list); }

  bool key(const std::string& name) {
    Open& in = open_.back();
    if (in.column == nullptr) return true;
    std::vector<Column>& members = in.column->children();
    std::size_t found = in.next;
    while (found < members.size() && members[found].name() != name) ++found;
    in.filled = found == members.size() ? nullptr : &members[found];
    if (in.filled == nullptr) return true;
    add_nulls(in, found);
    in.next = found + 1;
    return true;
  }

  bool end_object() {
    Open& in = open_.back();
    if (in.column != nullptr) add_nulls(in, in.column->children().size());
    return end_array();
  }
  bool end_array() {
    if (open_.back().column != nullptr) open_.back().column->end_value();
    open_.pop_back();
    return true;
  }

  static bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                          const Json::exception& /*error*/) {
    return false;
  }

 private:
  /// A list or structure whose values are being read.
  struct Open {
    Column* column;        ///< null: no column is made of it
    Column* filled;        ///< takes the next value; null: none does
    std::size_t next = 0;  ///< the member that may come next
  };

  [[nodiscard]] Column* filled() const { return open_.empty() ? &document_ : open_.back().filled; }

  static Column& of(Column& column, Kind kind) {
    if (column.kind() != kind) throw std::invalid_argument(column.name() + ": of another type");
    return column;
  }

  static void add_nulls(Open& in, std::size_t end) {
    for (; in.next < end; ++in.next) in.column->children()[in.next].add_null();
  }

  template <class Fill>
  bool fill(Fill fill) {
    if (Column* const column = filled()) fill(*column);
    return true;
  }

  bool number(std::int64_t value) {
    return fill([&](Column& column) {
      if (column.kind() == Kind::number) return column.add_number(static_cast<double>(value));
      of(column, Kind::count).add_count(value);
    });
  }

  bool open(Kind kind) {
    Column* const column = filled();
    if (column != nullptr) of(*column, kind);
    Column* const values =
        column != nullptr && kind == Kind::list ? &column->children().front() : nullptr;
    open_.push_back({column, values});
    return true;
  }

  Column& document_;
  std::vector<Open> open_;
};

}  // namespace

void add_json(Column& columns, std::string_view document) {
  Filler filler(columns);
  if (!Json::sax_parse(document, &filler)) throw std::invalid_argument("no JSON of a report");
}

}  // namespace claimlint::python
