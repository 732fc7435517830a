// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "claim_place.hpp"
#include "claim_text.hpp"
#include "page.hpp"
#include "places.hpp"
#include "rendering_writer.hpp"
#include "terminal.hpp"
#include "totals.hpp"
#include "utf8.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

/// A line of the log that begins with `::` is a command, so nothing of an article may end a line or
/// a property: as the runner's own toolkit escapes them.
std::string escaped(std::string_view text, std::string_view signs) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && signs.find(c) == std::string_view::npos) {
      result += c;
      continue;
    }
    result += '%';
    result += kDigits[byte >> 4U];
    result += kDigits[byte & 0xFU];
  }
  return result;
}

std::string message_of(std::string_view text) { return escaped(printable(text), "%\x7f"); }

/// A path stays the one it is, but for what a terminal would obey or not show.
std::string property_of(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, code_point_at(text, 0).size);
    const bool plain = printable(character) == character;
    result += escaped(character, plain ? "%\x7f:," : character);
    text.remove_prefix(character.size());
  }
  return result;
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::high:
      return "error";
    case Severity::medium:
      return "warning";
    case Severity::low:
    case Severity::none:
      return "notice";
  }
  return "notice";
}

std::string annotation(std::string_view command, const Report& report, std::string_view place,
                       std::string_view title, std::string_view message) {
  std::string line = "::";
  line.append(command).append(" file=").append(property_of(report.path)).append(place);
  line.append(",title=").append(property_of(printable(title)));
  return line.append("::").append(message_of(message)).append("\n");
}

/// Empty for text that had to be taken out of the file: the file has no such lines. Columns can be
/// given within one line only.
std::string place_of(const Report& report, const Places& places, const Sentence& sentence,
                     Span source) {
  if (report.coordinates != "source") return {};
  const TextPosition begin = begin_of(report, places, sentence, source);
  std::string line = ",line=" + std::to_string(begin.line);
  const auto end = places.at(source.end);
  if (!end) return line;
  if (end->line != begin.line) return line + ",endLine=" + std::to_string(end->line);
  return line + ",endLine=" + std::to_string(end->line) + ",col=" + std::to_string(begin.column) +
         ",endColumn=" + std::to_string(end->column);
}

std::string claim_message(const Claim& claim, const std::string& words) {
  std::string message = words.empty() ? claim.message : "\"" + words + "\" " + claim.message;
  message += ". Support: " + support_text(claim.support) + ".";
  if (!claim.instead.empty()) message += " Safer: " + claim.instead;
  return message;
}

class GithubWriter final : public RenderingWriter {
 public:
  GithubWriter(std::ostream& out, const OutputOptions& options) : out_(out), options_(options) {}

  void begin(const Tool& /*tool*/) override {}

  void end(const Summary& summary) override {
    out_ << counted(summary.documents, "document") << ", "
         << claims_text(summary.claims, summary.by_severity) << '\n';
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    std::string lines;
    const Places places(report, OffsetUnit::bytes);
    for (const Sentence& sentence : report.sentences) {
      for (const Claim& claim : sentence.claims) {
        if (!claim.counts() || claim.severity < options_.at_least) continue;
        lines += annotation(command_of(claim.severity), report,
                            place_of(report, places, sentence, claim.place.span), claim.type,
                            claim_message(claim, words_of(report, places, sentence, claim.place)));
      }
    }
    for (const Finding& finding : report.findings) {
      if (finding.severity < options_.at_least) continue;
      lines += annotation("notice", report, {}, finding.type, finding.message);
    }
    if (report.status != Status::audited) {
      lines += annotation("warning", report, {}, "not audited in full", status_text(report));
    }
    return lines;
  }

  void put(const Report& /*report*/, std::string_view bytes) override { out_ << bytes; }

  std::ostream& out_;
  OutputOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> github_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<GithubWriter>(out, options);
}

}  // namespace claimlint::output
