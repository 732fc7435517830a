// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <cstddef>
#include <optional>

namespace claimlint::python {
namespace {

namespace nb = nanobind;

/// Null where the str has what the handler cannot encode.
std::optional<std::string> encoded(nb::handle text, const char* errors) {
  const auto bytes = nb::steal<nb::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", errors));
  if (!bytes.is_valid()) {
    PyErr_Clear();
    return std::nullopt;
  }
  return std::string(bytes.c_str(), bytes.size());
}

}  // namespace

std::string utf8_of(nb::handle text) {
  Py_ssize_t size = 0;
  const char* const utf8 = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (utf8 != nullptr) return {utf8, static_cast<std::size_t>(size)};
  PyErr_Clear();
  std::string made = encoded(text, "surrogatepass").value();
  for (std::size_t i = 0; i + 2 < made.size(); ++i) {
    if (made[i] == '\xED' && static_cast<unsigned char>(made[i + 1]) >= 0xA0) {
      made.replace(i, 3, "\xEF\xBF\xBD");
    }
  }
  return made;
}

std::string name_of(nb::handle name) {
  if (nb::isinstance<nb::bytes>(name)) {
    const auto bytes = nb::borrow<nb::bytes>(name);
    return {bytes.c_str(), bytes.size()};
  }
  auto bytes = encoded(name, "surrogateescape");
  return bytes ? *std::move(bytes) : utf8_of(name);
}

nb::str to_file_name(std::string_view bytes) {
  return nb::steal<nb::str>(
      PyUnicode_DecodeUTF8(bytes.data(), static_cast<Py_ssize_t>(bytes.size()), "surrogateescape"));
}

}  // namespace claimlint::python
