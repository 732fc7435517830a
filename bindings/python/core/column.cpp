// SPDX-License-Identifier: Apache-2.0
#include "column.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace claimlint::python {
namespace {

Column::Kind kind_of(std::string_view format) {
  constexpr std::array<std::pair<std::string_view, Column::Kind>, 6> kFormats = {
      {{"u", Column::Kind::text},
       {"l", Column::Kind::count},
       {"g", Column::Kind::number},
       {"b", Column::Kind::boolean},
       {"+l", Column::Kind::list},
       {"+s", Column::Kind::structure}}};
  const auto* const found =
      std::ranges::find(kFormats, format, [](const auto& each) { return each.first; });
  if (found == kFormats.end()) {
    throw std::invalid_argument("no column of a report is of Arrow's type " + std::string(format));
  }
  return found->second;
}

}  // namespace

/// What an array of the interface points to.
struct Column::Given {
  explicit Given(Column made) : column(std::move(made)) {}
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;
  ~Given() {
    for (ArrowArray& child : children) {
      if (child.release != nullptr) child.release(&child);
    }
  }

  static void release(ArrowArray* array) {
    const std::unique_ptr<Given> given(static_cast<Given*>(array->private_data));
    array->release = nullptr;
  }

  Column column;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> places;
};

Column::Column(const ArrowSchema& schema)
    : kind_(kind_of(schema.format)), name_(schema.name == nullptr ? "" : schema.name) {
  for (const ArrowSchema* child :
       std::span(schema.children, static_cast<std::size_t>(schema.n_children))) {
    children_.emplace_back(*child);
  }
  if (kind_ == Kind::text || kind_ == Kind::list) offsets_.push_back(0);
}

void Column::add_null() {
  switch (kind_) {
    case Kind::text:
    case Kind::list:
      add_offset();
      break;
    case Kind::count:
    case Kind::number:
      bytes_.append(sizeof(std::int64_t), '\0');
      break;
    case Kind::boolean:
      add_bit(bytes_, false);
      break;
    case Kind::structure:
      for (Column& child : children_) child.add_null();
  }
  mark(false);
}

void Column::add_count(std::int64_t value) {
  add_bytes(&value, sizeof value);
  mark(true);
}

void Column::add_number(double value) {
  add_bytes(&value, sizeof value);
  mark(true);
}

void Column::add_boolean(bool value) {
  add_bit(bytes_, value);
  mark(true);
}

void Column::end_value() {
  if (kind_ != Kind::structure) add_offset();
  mark(true);
}

void Column::give(Column column, ArrowArray& array) {
  auto given = std::make_unique<Given>(std::move(column));
  Column& own = given->column;
  given->buffers.push_back(own.nulls_ == 0 ? nullptr : own.valid_.data());
  if (!own.offsets_.empty()) given->buffers.push_back(own.offsets_.data());
  if (own.kind_ != Kind::list && own.kind_ != Kind::structure) {
    given->buffers.push_back(own.bytes_.data());
  }
  given->children.resize(own.children_.size());
  for (std::size_t i = 0; i < own.children_.size(); ++i) {
    give(std::move(own.children_[i]), given->children[i]);
    given->places.push_back(&given->children[i]);
  }
  array = {.length = static_cast<std::int64_t>(own.length_),
           .null_count = static_cast<std::int64_t>(own.nulls_),
           .offset = 0,
           .n_buffers = static_cast<std::int64_t>(given->buffers.size()),
           .n_children = static_cast<std::int64_t>(given->places.size()),
           .buffers = given->buffers.data(),
           .children = given->places.data(),
           .dictionary = nullptr,
           .release = Given::release,
           .private_data = given.get()};
  static_cast<void>(given.release());
}

void Column::add_bit(std::string& bits, bool bit) const {
  const std::size_t place = length_ % 8;
  if (place == 0) bits += '\0';
  if (bit) bits.back() = static_cast<char>(static_cast<unsigned char>(bits.back()) | 1U << place);
}

void Column::add_bytes(const void* value, std::size_t size) {
  bytes_.append(static_cast<const char*>(value), size);
}

void Column::add_offset() {
  const std::size_t end = kind_ == Kind::list ? children_.front().length_ : bytes_.size();
  if (end > std::size_t{std::numeric_limits<std::int32_t>::max()}) {
    throw std::length_error("reports of more than 2 GiB in one batch");
  }
  offsets_.push_back(static_cast<std::int32_t>(end));
}

void Column::mark(bool valid) {
  add_bit(valid_, valid);
  ++length_;
  nulls_ += valid ? 0 : 1;
}

}  // namespace claimlint::python
