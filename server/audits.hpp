// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <sstream>

#include "claimlint/auditor.hpp"
#include "claimlint/formats.hpp"
#include "message.hpp"

namespace claimlint::server {

/// Answers requests to audit an article.
class Audits {
 public:
  /// `auditor` must outlive it.
  explicit Audits(const Auditor& auditor);

  /// The document as the format `json` writes it.
  [[nodiscard]] Response answer(const Request& request) const;

  /// Whether a body of this type can be audited; parameters are passed over.
  [[nodiscard]] static bool accepts(std::string_view content_type);

 private:
  [[nodiscard]] Response audit(std::string_view bytes, const Source& source) const;
  [[nodiscard]] Response audit_json(const std::string& body) const;

  const Auditor& auditor_;
  std::ostringstream nowhere_;
  std::unique_ptr<ReportWriter> writer_;
};

/// A media type without its parameters: "text/html".
std::string_view media_type(std::string_view content_type);

}  // namespace claimlint::server
