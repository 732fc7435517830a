// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "rendering_writer.hpp"
#include "report_json.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

class JsonlWriter final : public RenderingWriter {
 public:
  JsonlWriter(std::ostream& out, const OutputOptions& options) : out_(out), options_(options) {}

  void begin(const Tool& tool) override { tool_ = tool; }

  void end(const Summary& summary) override {
    std::string line;
    JsonWriter json(line);
    write_summary(json, tool_, summary);
    out_ << line << '\n';
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    std::string line;
    JsonWriter json(line);
    write_document(json, report, options_);
    line += '\n';
    return line;
  }

  void put(const Report& /*report*/, std::string_view bytes) override { out_ << bytes; }

  std::ostream& out_;
  OutputOptions options_;
  Tool tool_;
};

}  // namespace

std::unique_ptr<ReportWriter> jsonl_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<JsonlWriter>(out, options);
}

}  // namespace claimlint::output
