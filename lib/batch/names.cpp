// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <algorithm>
#include <filesystem>

#include "claimlint/formats.hpp"

namespace claimlint::batch {

bool has_known_extension(const std::string& name) {
  const std::filesystem::path file(name);
  std::string extension = lower_ascii(file.extension().string());
  if (extension == ".gz") extension = lower_ascii(file.stem().extension().string());
  const auto& formats = input_formats();
  return std::any_of(formats.begin(), formats.end(), [&](const InputFormat& format) {
    return std::find(format.extensions.begin(), format.extensions.end(), extension) !=
           format.extensions.end();
  });
}

}  // namespace claimlint::batch
