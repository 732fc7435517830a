// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "json_fields.hpp"
#include "report_json.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

/// One JSON object, written as it comes: a line for each document keeps a big report searchable.
class SingleJsonWriter final : public ReportWriter {
 public:
  SingleJsonWriter(std::ostream& out, SentenceFilter filter) : out_(out), filter_(filter) {}

  void begin(const Tool& tool) override {
    tool_ = tool;
    json_.begin_object();
    write_count(json_, "schema", kSchema);
    write_tool(json_, tool);
    json_.key("documents");
    json_.begin_array();
    flush();
  }

  void document(const Report& report) override {
    write_document(json_, report, filter_);
    flush();
  }

  void end(const Summary& summary) override {
    json_.end_array();
    json_.key("summary");
    write_summary(json_, tool_, summary);
    json_.end_object();
    flush();
  }

 private:
  void flush() {
    out_ << pending_ << '\n';
    pending_.clear();
  }

  std::ostream& out_;
  SentenceFilter filter_;
  Tool tool_;
  std::string pending_;
  JsonWriter json_{pending_};
};

}  // namespace

std::unique_ptr<ReportWriter> json_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<SingleJsonWriter>(out, options.sentences);
}

}  // namespace claimlint::output
