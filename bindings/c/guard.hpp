// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <new>
#include <stdexcept>
#include <string>

#include "handles.hpp"

namespace claimlint::c {

/// Something that a caller passed and may not.
class InvalidArgument : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// Sets `*error`, where it is given, to the exception being handled.
void tell(claimlint_error** error) noexcept;

/// The code of the exception being handled.
claimlint_code code_of_exception() noexcept;

/// Throws where a pointer that must not be is null.
template <typename T>
const T& required(const T* handle, const char* name) {
  if (handle == nullptr) throw InvalidArgument(std::string(name) + " is NULL");
  return *handle;
}

/// What `call` gives, or null with `*error` set: nothing is thrown over the border to C.
template <typename Call>
auto guarded(claimlint_error** error, Call call) noexcept -> decltype(call()) {
  if (error != nullptr) *error = nullptr;
  try {
    return call();
  } catch (...) {
    tell(error);
    return nullptr;
  }
}

/// A copy that claimlint_string_free() frees.
char* copy_of(const std::string& string);

}  // namespace claimlint::c
