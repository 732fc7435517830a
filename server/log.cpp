// SPDX-License-Identifier: Apache-2.0
#include "log.hpp"

#include <algorithm>
#include <cstdio>

#include "clock.hpp"

namespace claimlint::server {
namespace {

std::string shown(std::string_view text) {
  constexpr std::size_t kMaxLength = 120;
  std::string result(text.empty() ? "-" : text.substr(0, kMaxLength));
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c <= ' ' || c > '~'; }, '?');
  return result;
}

}  // namespace

void log_request(std::ostream& out, const Request& request, int status, std::size_t bytes,
                 double seconds) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.4f", seconds);
  // In one piece, so that lines of other programs do not come between.
  std::string line = now();
  line.append(" ").append(request.peer).append(" ").append(shown(request.method));
  line.append(" ").append(shown(request.path())).append(" ").append(std::to_string(status));
  line.append(" ").append(std::to_string(bytes)).append(" ").append(digits.data()).append("\n");
  out.write(line.data(), static_cast<std::streamsize>(line.size()));
  out.flush();
}

}  // namespace claimlint::server
