// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "claimlint/auditor.hpp"
#include "claimlint/reviews.hpp"

namespace claimlint::server {

/// The list of the documents under review, made when the last run has become another. From any
/// thread.
class DocumentList {
 public:
  /// Both must outlive it. Makes the list, so that no request has to wait for the first one.
  DocumentList(const Reviews& reviews, const Auditor& auditor);

  /// What the page shows of all documents; null where no audit has been finished, or none of its
  /// documents was written as JSON. One caller makes it anew; others get the old one meanwhile.
  std::shared_ptr<const std::string> json();

 private:
  [[nodiscard]] std::shared_ptr<const std::string> make(const ReviewRun& run) const;
  [[nodiscard]] std::shared_ptr<const std::string> kept() const;

  const Reviews& reviews_;
  const Auditor& auditor_;
  std::mutex making_;
  std::int64_t run_ = 0;  ///< for who holds `making_`
  mutable std::mutex mutex_;
  std::shared_ptr<const std::string> json_;
};

/// What the page shows of one document, without what was decided; null where the store has it not,
/// or not as JSON.
std::optional<std::string> document_json(const Reviews& reviews, const Lexicons& lexicons,
                                         std::int64_t document);

}  // namespace claimlint::server
