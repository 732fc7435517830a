// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "claimlint/pages.hpp"
#include "html_shell.hpp"
#include "rendering_writer.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

/// One page with everything in it. Documents are written as they come; what is known of all of them
/// comes last, and the script behind that, when all is there to be read.
class HtmlWriter final : public RenderingWriter {
 public:
  HtmlWriter(std::ostream& out, const OutputOptions& options)
      : out_(out), options_(options), index_(options.lexicons) {}

  void begin(const Tool& tool) override {
    tool_ = tool;
    out_ << page_head();
  }

  void end(const Summary& summary) override {
    out_ << data_block("claimlint-index", index_.json("file", tool_, summary)) << page_tail();
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    return review_document(report, options_);
  }

  void put(const Report& report, std::string_view bytes) override {
    const std::string id = std::to_string(documents_++);
    out_ << data_block("claimlint-document-" + id, bytes);
    index_.add(report, id, bytes);
  }

  std::ostream& out_;
  OutputOptions options_;
  Tool tool_;
  ReviewIndex index_;
  std::size_t documents_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> html_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<HtmlWriter>(out, options);
}

}  // namespace claimlint::output
