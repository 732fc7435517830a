// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claimlint/formats.hpp"

namespace claimlint::output {

/// A writer whose text of a document does not depend on the documents before it.
class RenderingWriter : public ReportWriter {
 public:
  void document(const Report& report) final { put(report, render(report)); }
  [[nodiscard]] std::optional<std::string> rendered(const Report& report) const final {
    return render(report);
  }
  void document_rendered(const Report& report, std::string_view bytes) final { put(report, bytes); }

 private:
  [[nodiscard]] virtual std::string render(const Report& report) const = 0;
  /// Writes what `render` gave, and what parts it from the document before. `report` may lack what
  /// ReportWriter::document_rendered says.
  virtual void put(const Report& report, std::string_view bytes) = 0;
};

}  // namespace claimlint::output
