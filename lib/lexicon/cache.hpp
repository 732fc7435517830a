// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "compiled.hpp"

namespace claimlint::lexicon {

/// A folder of compiled lexicons, each in a file named after what it was made from. Whatever is
/// wrong with the folder or a file is as if there were none: a cache is never an error. Any number
/// of processes may use one at once. Of more than sixteen the oldest go.
class Cache {
 public:
  explicit Cache(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// What was kept under the key; null where nothing was, or not just that.
  [[nodiscard]] std::shared_ptr<const Compiled> find(std::string_view key) const;

  /// Keeps what compile() gave. `key` may stand in the name of a file.
  void keep(std::string_view key, std::string_view compiled) const;

 private:
  [[nodiscard]] std::filesystem::path path_of(std::string_view key) const;

  std::filesystem::path folder_;
};

}  // namespace claimlint::lexicon
