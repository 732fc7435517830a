// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "document.hpp"

/// How the values of a report look from Python. They stay in their Report: an object of Python is a
/// reference that keeps the document, made when it is asked for.
namespace claimlint::python {

/// A value of a document.
template <class Value>
struct Ref {
  SharedDocument document;
  const Value* value = nullptr;
};

inline nanobind::object to_python(const SharedDocument& /*document*/, const std::string& text) {
  return nanobind::str(text.data(), text.size());
}

inline nanobind::object to_python(const SharedDocument& document, Span span) {
  return nanobind::cast(document->span(span));
}

inline nanobind::object to_python(const SharedDocument& document, const Place& place) {
  return nanobind::cast(document->span(place.span));
}

template <class Value>
nanobind::object to_python(const SharedDocument& document, const Value& value);

template <class Value>
nanobind::object to_python(const SharedDocument& document, const std::optional<Value>& value) {
  return value ? to_python(document, *value) : nanobind::object(nanobind::none());
}

template <class Value>
nanobind::object to_python(const SharedDocument& document, const std::vector<Value>& values) {
  nanobind::list list;
  for (const Value& value : values) list.append(to_python(document, value));
  return nanobind::tuple(list);
}

template <class Value>
nanobind::object to_python(const SharedDocument& document, const Value& value) {
  if constexpr (std::is_enum_v<Value>) {
    const std::string_view name = to_string(value);
    return nanobind::str(name.data(), name.size());
  } else if constexpr (std::is_arithmetic_v<Value>) {
    return nanobind::cast(value);
  } else {
    return nanobind::cast(Ref<Value>{document, &value});
  }
}

/// Every value that a report holds, without the report itself.
void bind_values(nanobind::module_& module);

void bind_report(nanobind::module_& module);

void bind_auditor(nanobind::module_& module);

void bind_columns(nanobind::module_& module);

}  // namespace claimlint::python
