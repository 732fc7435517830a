// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <algorithm>

namespace claimlint::judge {
namespace {

bool is_plural_of(std::string_view plural, std::string_view name) {
  const std::size_t more = plural.size() - name.size();  // of a shorter one: more than 2
  return (more == 1 || more == 2) && plural.ends_with(more == 1 ? "s" : "es") &&
         plural.starts_with(name);
}

}  // namespace

bool is_named(const std::vector<std::string>& names, std::string_view subject) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return subject == name || is_plural_of(subject, name) || is_plural_of(name, subject);
  });
}

}  // namespace claimlint::judge
