// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flat.hpp"
#include "model.hpp"

namespace claimlint::lexicon {

/// The concepts of the lexicons, of which an audit meets few: each is decoded when it is first
/// asked for. Reads bytes that someone else keeps. Safe for concurrent use.
class Concepts {
 public:
  static void write(std::span<const Concept> concepts, FlatWriter& out);
  /// Throws std::runtime_error for bytes that are no concepts.
  explicit Concepts(FlatReader& in);
  Concepts(const Concepts&) = delete;
  Concepts& operator=(const Concepts&) = delete;
  ~Concepts();

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// The concept stays where it is.
  const Concept& operator[](std::size_t index) const;

  /// The same as a value of its own.
  [[nodiscard]] Concept decode(std::size_t index) const;

 private:
  [[nodiscard]] std::string_view record(std::size_t index) const;

  std::vector<std::string> files_;       ///< that locations name
  std::span<const std::uint64_t> ends_;  ///< of each record
  std::string_view records_;
  mutable std::vector<std::atomic<const Concept*>> decoded_;
};

}  // namespace claimlint::lexicon
