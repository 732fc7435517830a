// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "claimlint/auditor.hpp"
#include "claimlint/reviews.hpp"
#include "document_list.hpp"
#include "journal.hpp"
#include "message.hpp"

namespace claimlint::server {

/// Answers what reviewers ask over one store.
class ReviewDesk {
 public:
  /// `auditor` must outlive it. Throws StoreError.
  ReviewDesk(const std::filesystem::path& store, const Auditor& auditor);

  [[nodiscard]] Response documents();
  [[nodiscard]] Response document(std::string_view id) const;
  [[nodiscard]] Response decisions() const;
  /// The decisions file, of all reviewers or of the one that the request names.
  [[nodiscard]] Response decisions_file(const Request& request) const;
  [[nodiscard]] Response agreement() const;

  /// Responds when the decisions are safe.
  void decide(const Request& request, const Respond& respond);

 private:
  Reviews reviews_;
  const Auditor& auditor_;
  DocumentList list_;
  Journal journal_;
};

/// The value of a parameter of a request's target, decoded; empty where there is none.
std::string parameter(std::string_view target, std::string_view name);

}  // namespace claimlint::server
