// SPDX-License-Identifier: Apache-2.0
#include "limit_flags.hpp"

#include <chrono>
#include <cstddef>

#include "numbers.hpp"

namespace claimlint::cli {
namespace {

constexpr std::size_t kMaxSentences = 100'000'000;
constexpr unsigned kMaxSeconds = 86'400;

}  // namespace

std::vector<Flag> limit_flags() {
  return {
      {"max-bytes", "N", "audit verify",
       "do not audit larger documents, which are left incomplete (default 67108864)",
       [](Settings& s, const std::string& v) {
         s.audit.limits.bytes = read_number<std::size_t>("max-bytes", v, 1, kLargestDocument);
       }},
      {"max-seconds", "S", "audit serve verify",
       "of each document, audit what there is time for; reports of other runs may\n"
       "have more",
       [](Settings& s, const std::string& v) {
         s.audit.limits.time =
             std::chrono::seconds(read_number<unsigned>("max-seconds", v, 1, kMaxSeconds));
       }},
      {"max-sentences", "N", "audit serve verify", "of each document, audit the first N sentences",
       [](Settings& s, const std::string& v) {
         s.audit.limits.sentences = read_number<std::size_t>("max-sentences", v, 1, kMaxSentences);
       }},
  };
}

}  // namespace claimlint::cli
