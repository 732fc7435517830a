// SPDX-License-Identifier: Apache-2.0
#include <nanobind/nanobind.h>
#include <nanobind/stl/string_view.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "column.hpp"
#include "document.hpp"
#include "json_columns.hpp"
#include "values.hpp"

namespace claimlint::python {
namespace {

namespace nb = nanobind;

/// Reports as columns of Arrow, by way of their JSON: the names stand in one place, and no object
/// of Python is made for a value.
class ReportColumns {
 public:
  explicit ReportColumns(const nb::object& schema) : empty_(column_of(schema)), columns_(empty_) {}

  /// The bytes of the report's JSON.
  std::size_t add(const Ref<Report>& report, std::string_view sentences) {
    std::string json;
    {
      const nb::gil_scoped_release released;
      json = json_of(*report.value, sentences, "bytes");
    }
    add_json(columns_, json);
    return json.size();
  }

  /// What was added since the last time, as a capsule of Arrow's PyCapsule interface.
  nb::capsule take() {
    auto array = std::make_unique<ArrowArray>();
    Column::give(std::exchange(columns_, empty_), *array);
    return {array.release(), "arrow_array", [](void* given) noexcept {
              const std::unique_ptr<ArrowArray> untaken(static_cast<ArrowArray*>(given));
              if (untaken->release != nullptr) untaken->release(untaken.get());
            }};
  }

 private:
  static Column column_of(const nb::object& schema) {
    const nb::object capsule = schema.attr("__arrow_c_schema__")();
    const void* const found = PyCapsule_GetPointer(capsule.ptr(), "arrow_schema");
    if (found == nullptr) throw nb::python_error();
    return Column(*static_cast<const ArrowSchema*>(found));
  }

  Column empty_;
  Column columns_;
};

}  // namespace

void bind_columns(nb::module_& module) {
  nb::class_<ReportColumns>(module, "_ReportColumns")
      .def(nb::init<const nb::object&>(), nb::arg("schema"))
      .def("add", &ReportColumns::add, nb::arg("report"), nb::arg("sentences"))
      .def("take", &ReportColumns::take);
}

}  // namespace claimlint::python
