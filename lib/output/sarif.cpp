// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "json_fields.hpp"
#include "rendering_writer.hpp"
#include "sarif_result.hpp"
#include "sarif_rules.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

constexpr std::string_view kSchemaUri =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// Notifications have descriptors of their own, as results have rules.
void write_notifications(JsonWriter& json) {
  json.key("notifications");
  json.begin_array();
  for (const Status status : {Status::partial, Status::not_audited}) {
    json.begin_object();
    write_text(json, "id", to_string(status));
    write_sarif_message(json, "shortDescription",
                        status == Status::partial ? "A document was audited in part."
                                                  : "A document was not audited.");
    json.end_object();
  }
  json.end_array();
}

/// One run. Results come first, as they are found; which rules they are of is known at the end.
class SarifWriter final : public RenderingWriter {
 public:
  SarifWriter(std::ostream& out, const OutputOptions& options)
      : out_(out), options_(options), rules_(options.lexicons) {}

  void begin(const Tool& tool) override {
    tool_ = tool;
    json_.begin_object();
    write_text(json_, "$schema", kSchemaUri);
    write_text(json_, "version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    const bool utf16 = options_.offsets == OffsetUnit::utf16;
    write_text(json_, "columnKind", utf16 ? "utf16CodeUnits" : "unicodeCodePoints");
    write_text(json_, "defaultEncoding", "utf-8");
    write_texts(json_, "newlineSequences", {"\r\n", "\n", "\r"});
    write_text(json_, "language", "en");
    json_.key("results");
    json_.begin_array();
    flush();
    notification_json_.begin_array();
  }

  void end(const Summary& summary) override {
    json_.end_array();
    write_invocation(summary);
    write_driver();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    flush();
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    return sarif_results(report, options_);
  }

  void put(const Report& report, std::string_view bytes) override {
    if (report.status != Status::audited) write_sarif_notification(notification_json_, report);
    rules_.add(bytes);
    if (bytes.empty()) return;
    json_.raw({});
    out_ << pending_ << bytes.substr(0, bytes.size() - std::string_view(",\n").size()) << '\n';
    pending_.clear();
  }

  void write_invocation(const Summary& summary) {
    notification_json_.end_array();
    json_.key("invocations");
    json_.begin_array();
    json_.begin_object();
    json_.key("executionSuccessful");
    json_.boolean(summary.not_audited == 0);
    json_.key("toolExecutionNotifications");
    json_.raw(notifications_);
    json_.key("properties");
    json_.begin_object();
    write_count(json_, "documents", summary.documents);
    write_count(json_, "partial", summary.partial);
    write_count(json_, "notAudited", summary.not_audited);
    write_count(json_, "claims", summary.claims);
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }

  void write_driver() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    write_text(json_, "name", tool_.name);
    write_text(json_, "version", tool_.version);
    write_text(json_, "semanticVersion", tool_.version);
    write_sarif_message(json_, "shortDescription",
                        "Finds unsupported claims in health-marketing articles. A screening aid, "
                        "not a legal finding.");
    rules_.write(json_);
    write_notifications(json_);
    json_.key("properties");
    json_.begin_object();
    write_text(json_, "lexicons", tool_.lexicons);
    write_text(json_, "icu", tool_.icu);
    write_text(json_, "unicode", tool_.unicode);
    write_text(json_, "re2", tool_.re2);
    write_text(json_, "configuration", tool_.configuration);
    json_.end_object();
    json_.end_object();
    json_.end_object();
  }

  void flush() {
    out_ << pending_ << '\n';
    pending_.clear();
  }

  std::ostream& out_;
  OutputOptions options_;
  SarifRules rules_;
  Tool tool_;
  std::string pending_;
  JsonWriter json_{pending_};
  std::string notifications_;
  JsonWriter notification_json_{notifications_};
};

}  // namespace

std::unique_ptr<ReportWriter> sarif_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<SarifWriter>(out, options);
}

}  // namespace claimlint::output
