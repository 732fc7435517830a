// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "json_fields.hpp"
#include "rendering_writer.hpp"
#include "report_json.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

/// One JSON object, written as it comes: a line for each document keeps a big report searchable.
class SingleJsonWriter final : public RenderingWriter {
 public:
  SingleJsonWriter(std::ostream& out, const OutputOptions& options)
      : out_(out), options_(options) {}

  void begin(const Tool& tool) override {
    tool_ = tool;
    json_.begin_object();
    write_count(json_, "schema", kSchema);
    write_tool(json_, tool);
    json_.key("documents");
    json_.begin_array();
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
  [[nodiscard]] std::string render(const Report& report) const override {
    std::string object;
    JsonWriter json(object);
    write_document(json, report, options_);
    return object;
  }

  void put(const Report& /*report*/, std::string_view bytes) override {
    json_.raw({});
    out_ << pending_ << bytes << '\n';
    pending_.clear();
  }

  void flush() {
    out_ << pending_ << '\n';
    pending_.clear();
  }

  std::ostream& out_;
  OutputOptions options_;
  Tool tool_;
  std::string pending_;
  JsonWriter json_{pending_};
};

}  // namespace

std::unique_ptr<ReportWriter> json_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<SingleJsonWriter>(out, options);
}

}  // namespace claimlint::output
