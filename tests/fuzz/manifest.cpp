// SPDX-License-Identifier: Apache-2.0
#include "claimlint/manifest.hpp"

#include <string>

#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {

void fuzz_manifest(std::string_view bytes) {
  try {
    const Manifest manifest = Manifest::read(bytes, "manifest");
    for (const auto& [path, entry] : manifest.entries()) {
      require(manifest.find(path) == &entry && entry.line > 0, "a row is found by its path");
      Source source{.path = path};
      manifest.describe(source);
      require(source.origin == entry.origin, "a row describes its document");
    }
  } catch (const ManifestError& error) {
    require(std::string_view(error.what()).starts_with("manifest"), "an error has its place");
  }
}

}  // namespace claimlint::fuzz
