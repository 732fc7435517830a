// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <cstring>

#include "claimlint/version.hpp"
#include "guard.hpp"

namespace claimlint::c {
namespace {

// Stands for the error that there is no memory for; never freed, and never changed.
claimlint_error* no_memory() {
  static const claimlint_error kError{CLAIMLINT_NO_MEMORY, "no memory", {}};
  return const_cast<claimlint_error*>(&kError);
}

claimlint_error* described() {
  try {
    throw;
  } catch (const LexiconError& failed) {
    std::unique_ptr<claimlint_error> error(
        new claimlint_error{CLAIMLINT_LEXICON, failed.what(), {}});
    for (const LexiconProblem& problem : failed.problems()) {
      error->problems.push_back(to_string(problem));
    }
    return error.release();
  } catch (const std::invalid_argument& failed) {
    return new claimlint_error{CLAIMLINT_INVALID_ARGUMENT, failed.what(), {}};
  } catch (const std::bad_alloc&) {
    return no_memory();
  } catch (const std::exception& failed) {
    return new claimlint_error{CLAIMLINT_FAILED, failed.what(), {}};
  } catch (...) {
    return new claimlint_error{CLAIMLINT_FAILED, "an unknown failure", {}};
  }
}

}  // namespace

void tell(claimlint_error** error) noexcept {
  if (error == nullptr) return;
  try {
    *error = described();
  } catch (...) {
    *error = no_memory();
  }
}

claimlint_code code_of_exception() noexcept {
  try {
    throw;
  } catch (const std::invalid_argument&) {
    return CLAIMLINT_INVALID_ARGUMENT;
  } catch (const std::bad_alloc&) {
    return CLAIMLINT_NO_MEMORY;
  } catch (...) {
    return CLAIMLINT_FAILED;
  }
}

char* copy_of(const std::string& string) {
  void* const copy = std::malloc(string.size() + 1);
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, string.c_str(), string.size() + 1);
  return static_cast<char*>(copy);
}

}  // namespace claimlint::c

const char* claimlint_version(void) {
  // A literal: the view ends where its NUL stands.
  return claimlint::version().data();
}

void claimlint_string_free(char* string) { std::free(string); }

claimlint_code claimlint_error_code(const claimlint_error* error) {
  return error == nullptr ? CLAIMLINT_OK : error->code;
}

const char* claimlint_error_message(const claimlint_error* error) {
  return error == nullptr ? nullptr : error->message.c_str();
}

size_t claimlint_error_problem_count(const claimlint_error* error) {
  return error == nullptr ? 0 : error->problems.size();
}

const char* claimlint_error_problem(const claimlint_error* error, size_t index) {
  return index < claimlint_error_problem_count(error) ? error->problems[index].c_str() : nullptr;
}

void claimlint_error_free(claimlint_error* error) {
  if (error != claimlint::c::no_memory()) delete error;
}
