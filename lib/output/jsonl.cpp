// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "report_json.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

class JsonlWriter final : public ReportWriter {
 public:
  JsonlWriter(std::ostream& out, SentenceFilter filter) : out_(out), filter_(filter) {}

  void begin(const Tool& tool) override { tool_ = tool; }

  void document(const Report& report) override {
    std::string line;
    JsonWriter json(line);
    write_document(json, report, filter_);
    out_ << line << '\n';
  }

  void end(const Summary& summary) override {
    std::string line;
    JsonWriter json(line);
    write_summary(json, tool_, summary);
    out_ << line << '\n';
  }

 private:
  std::ostream& out_;
  SentenceFilter filter_;
  Tool tool_;
};

}  // namespace

std::unique_ptr<ReportWriter> jsonl_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<JsonlWriter>(out, options.sentences);
}

}  // namespace claimlint::output
