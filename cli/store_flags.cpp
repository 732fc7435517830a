// SPDX-License-Identifier: Apache-2.0
#include "store_flags.hpp"

namespace claimlint::cli {

std::vector<Flag> store_flags() {
  return {
      {"manifest", "FILE", "audit",
       "where articles come from: CSV with a head line, or a JSON object a line;\n"
       "path, url, site, title, retrieved, language",
       [](Settings& s, const std::string& v) { s.store.manifest = v; }},
      {"store", "FILE", "audit",
       "keep results in this SQLite file, and do not audit again what is in it",
       [](Settings& s, const std::string& v) { s.store.store = v; }},
      {"store", "FILE", "serve",
       "review what audit --store FILE --format json found, and keep decisions there",
       [](Settings& s, const std::string& v) { s.store.store = v; }},
  };
}

}  // namespace claimlint::cli
