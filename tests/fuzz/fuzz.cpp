// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "targets.hpp"

// What libFuzzer calls. One program holds every target, since each would link the whole library;
// --target=NAME, which libFuzzer passes over, chooses.

namespace claimlint::fuzz {
namespace {

const Target*& chosen() {
  static const Target* target = nullptr;
  return target;
}

const Target* find_target(int count, char** arguments) {
  constexpr std::string_view kFlag = "--target=";
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (!argument.starts_with(kFlag)) continue;
    for (const Target& target : kTargets) {
      if (target.name == argument.substr(kFlag.size())) return &target;
    }
  }
  return nullptr;
}

}  // namespace
}  // namespace claimlint::fuzz

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  using namespace claimlint::fuzz;
  chosen() = find_target(*count, *arguments);
  if (chosen() != nullptr) return 0;
  std::cerr << "usage: --target=NAME [FOLDER...], NAME one of:";
  for (const Target& target : kTargets) std::cerr << ' ' << target.name;
  std::cerr << '\n';
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimlint::fuzz::chosen()->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
