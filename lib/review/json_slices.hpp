// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace claimlint::review {

/// A place in a text that is read: both count from 1, columns in bytes.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t offset = 0;  ///< in bytes from the begin

  void pass(char byte) {
    ++offset;
    ++column;
    if (byte != '\n') return;
    ++line;
    column = 1;
  }
};

/// Cuts JSON values out of a stream, one after the other, without reading what is behind them. It
/// finds where a value ends and no more: whether it is well-formed is for the parser to say.
class JsonSlices {
 public:
  explicit JsonSlices(std::istream& in) : in_(*in.rdbuf()) {}

  /// The next byte that is no white space; 0 at the end.
  char peek();
  /// Passes that byte where it is `wanted`.
  bool take(char wanted);
  /// The bytes of the next value. Empty where there is none. Throws std::length_error where it is
  /// larger than a document can be.
  std::string value();

  [[nodiscard]] TextPlace place() const { return place_; }

 private:
  /// The next byte; -1 at the end.
  int current() { return in_.sgetc(); }
  void pass(std::string& out);
  void string(std::string& out);
  void container(std::string& out);
  void scalar(std::string& out);

  std::streambuf& in_;
  TextPlace place_;
};

}  // namespace claimlint::review
