// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nanobind/nanobind.h>

#include <cstdint>
#include <string>
#include <string_view>

/// Texts of Python that need not be UTF-8: names of files, and what pages say of themselves.
namespace claimlint::python {

/// A file's name as the system has it: bytes, or a str whose halves of surrogate pairs stand for
/// bytes that are no UTF-8 (PEP 383).
struct FileName {
  std::string bytes;
};

/// A str as UTF-8. Halves of surrogate pairs are U+FFFD.
struct PlainText {
  std::string utf8;
};

/// The UTF-8 of any str. Each half of a surrogate pair becomes U+FFFD, which takes as many bytes.
std::string utf8_of(nanobind::handle text);

/// The bytes of a name; a half of a surrogate pair that stands for no byte is U+FFFD.
std::string name_of(nanobind::handle name);

/// The name as Python writes those of files.
nanobind::str to_file_name(std::string_view bytes);

}  // namespace claimlint::python

namespace nanobind::detail {

template <>
struct type_caster<claimlint::python::FileName> {
  NB_TYPE_CASTER(claimlint::python::FileName, const_name("str | bytes"))

  bool from_python(handle source, std::uint32_t /*flags*/, cleanup_list* /*cleanup*/) noexcept {
    if (!isinstance<str>(source) && !isinstance<bytes>(source)) return false;
    value.bytes = claimlint::python::name_of(source);
    return true;
  }
};

template <>
struct type_caster<claimlint::python::PlainText> {
  NB_TYPE_CASTER(claimlint::python::PlainText, const_name("str"))

  bool from_python(handle source, std::uint32_t /*flags*/, cleanup_list* /*cleanup*/) noexcept {
    if (!isinstance<str>(source)) return false;
    value.utf8 = claimlint::python::utf8_of(source);
    return true;
  }
};

}  // namespace nanobind::detail
