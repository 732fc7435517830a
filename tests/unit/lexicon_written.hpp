// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lexicon/flat.hpp"

namespace claimlint::sample {

/// A matcher and the bytes that it reads.
template <typename Matcher>
class Written {
 public:
  /// `what` is written; `limits` are what the matcher may not exceed.
  template <typename What, typename... Limits>
  explicit Written(const What& what, Limits... limits)
      : bytes_(write(what)), in_(bytes_), matcher_(in_, limits...) {}
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  ~Written() = default;

  const Matcher* operator->() const { return &matcher_; }
  const Matcher& operator*() const { return matcher_; }

 private:
  template <typename What>
  static std::string write(const What& what) {
    lexicon::FlatWriter out;
    Matcher::write(what, out);
    return out.take();
  }

  std::string bytes_;
  lexicon::FlatReader in_;
  Matcher matcher_;
};

}  // namespace claimlint::sample
