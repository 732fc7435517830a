// SPDX-License-Identifier: Apache-2.0
#include "serve_flags.hpp"

#include "limit_flags.hpp"
#include "numbers.hpp"

namespace claimlint::cli {
namespace {

constexpr unsigned kMaxTimeout = 3600;

}  // namespace

std::vector<Flag> serve_flags() {
  return {
      {.name = "host",
       .argument = "NAME",
       .commands = "serve",
       .doc = "another name that requests may call this server by, as behind a proxy; can be\n"
              "given again; needs --token-file",
       .set = [](Settings& s, const std::string& v) { s.serve.hosts.push_back(v); },
       .repeatable = true},
      {"listen", "ADDR:PORT", "serve",
       "where to listen (default 127.0.0.1:8080; port 0 is any that is free); what\n"
       "other machines can reach needs --token-file",
       [](Settings& s, const std::string& v) { s.serve.listen = v; }},
      {"max-bytes", "N", "serve", "take no larger articles (default 16777216)",
       [](Settings& s, const std::string& v) {
         s.serve.max_bytes = read_number<std::size_t>("max-bytes", v, 1, kLargestDocument);
       }},
      {"timeout", "S", "serve", "seconds for a request to come in (default 10)",
       [](Settings& s, const std::string& v) {
         s.serve.timeout = read_number<unsigned>("timeout", v, 1, kMaxTimeout);
       }},
      {"token-file", "FILE", "serve",
       "ask for the token in the first line of this file (Authorization: Bearer TOKEN)",
       [](Settings& s, const std::string& v) { s.serve.token_file = v; }},
  };
}

}  // namespace claimlint::cli
