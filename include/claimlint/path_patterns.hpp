// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/export.hpp"

namespace claimlint {

/// Patterns for `/`-separated relative paths, with the meaning they have in git's ignore files:
/// `*.html` fits a name at any depth, `drafts/` a folder, `/index.md` and `blog/*.md` a path from
/// the top, `**` any number of folders, `!` takes back what a pattern before it fits.
///
///     const claimlint::PathPatterns patterns({"drafts/", "*.bak.html"});
///     patterns.cover("blog/drafts/a.html");  // true
///
/// Bytes are compared, upper and lower case differ. Immutable: one instance serves any number of
/// threads. No pattern is an error; one that cannot be understood, such as `[a`, fits nothing.
class CLAIMLINT_EXPORT PathPatterns {
 public:
  explicit PathPatterns(const std::vector<std::string>& patterns = {});

  /// The patterns of an ignore file: one a line; empty lines and those with a `#` first are none.
  [[nodiscard]] static PathPatterns of_ignore_file(std::string_view content);

  [[nodiscard]] bool empty() const;

  /// Of this path alone: whether the last pattern that fits it is a plain one, or one with a `!`;
  /// null where none fits.
  [[nodiscard]] std::optional<bool> decide(std::string_view path, bool is_folder) const;

  /// Whether a file, or a folder it is in, is decided to fit. As in git, nothing within a folder
  /// that fits can be taken back.
  [[nodiscard]] bool cover(std::string_view file) const;

 private:
  struct List;
  std::shared_ptr<const List> list_;
};

}  // namespace claimlint
