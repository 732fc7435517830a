// SPDX-License-Identifier: Apache-2.0
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <exception>
#include <string>

#include "claimlint/decisions.hpp"
#include "claimlint/formats.hpp"
#include "claimlint/lexicons.hpp"
#include "claimlint/version.hpp"
#include "names.hpp"
#include "values.hpp"

namespace {

namespace nb = nanobind;

nb::object error_class(const char* name) {
  return nb::module_::import_("claimlint._errors").attr(name);
}

void set_error(const nb::object& type, const nb::list& problems) {
  PyErr_SetObject(type.ptr(), type(problems).ptr());
}

void translate(const std::exception_ptr& thrown, void* /*unused*/) {
  try {
    std::rethrow_exception(thrown);
  } catch (const claimlint::LexiconError& error) {
    nb::list problems;
    for (const auto& each : error.problems()) {
      problems.append(nb::make_tuple(claimlint::python::to_file_name(each.file), each.line,
                                     each.column, claimlint::python::to_file_name(each.message)));
    }
    set_error(error_class("LexiconError"), problems);
  } catch (const claimlint::DecisionError& error) {
    nb::list problems;
    for (const auto& each : error.problems()) {
      problems.append(nb::make_tuple(each.line, each.message));
    }
    set_error(error_class("DecisionError"), problems);
  }
}

nb::tuple names_of_input_formats() {
  nb::list names;
  for (const auto& format : claimlint::input_formats()) {
    names.append(nb::str(format.name.data(), format.name.size()));
  }
  return nb::tuple(names);
}

}  // namespace

NB_MODULE(_core, module) {
  module.attr("version") = std::string(claimlint::version());
  module.attr("input_formats") = names_of_input_formats();
  nb::register_exception_translator(translate);
  claimlint::python::bind_values(module);
  claimlint::python::bind_report(module);
  claimlint::python::bind_auditor(module);
  claimlint::python::bind_columns(module);
}
