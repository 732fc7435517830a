// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ostream>

#include "claim_place.hpp"
#include "claim_text.hpp"
#include "places.hpp"
#include "rendering_writer.hpp"
#include "terminal.hpp"
#include "uri.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

constexpr std::string_view kHeader =
    "path,url,site,status,line,column,offsets,begin,end,severity,type,rule,confidence,counts,"
    "vetoed,decision,stance,voice,target,support,basis,words,sentence,message,instead,link,id\r\n";

/// Spreadsheets take a cell that begins so for a formula and run it, whoever wrote the file. Some
/// trim blanks first, and some take the full-width signs for the narrow ones.
bool is_formula(std::string_view cell) {
  constexpr std::array<std::string_view, 8> kSigns = {"=",      "+",      "-",      "@",
                                                      "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  const std::size_t first = cell.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const std::string_view rest = cell.substr(first);
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return rest.starts_with(sign); });
}

/// One record of RFC 4180. Line ends and other controls of a text do not get into it.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}

  void cell(std::string_view value) {
    std::string text = printable(value);
    if (is_formula(text)) text.insert(0, "'");
    if (!first_) out_ += ',';
    first_ = false;
    const bool quoted = text.find_first_of(",\"' ") != std::string::npos;
    if (!quoted) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }

  void cell(const std::optional<std::string>& value) { cell(std::string_view(value.value_or(""))); }
  void cell(std::size_t value) { cell(std::string_view(std::to_string(value))); }
  void empty(std::size_t count) { out_.append(count, ','); }
  void end() { out_ += "\r\n"; }

 private:
  std::string& out_;
  bool first_ = true;
};

std::string offset_text(const Places& places, std::size_t byte) {
  if (places.unit() == OffsetUnit::bytes) return std::to_string(byte);
  const TextPosition position = *places.at(byte);
  if (places.unit() == OffsetUnit::code_points) return std::to_string(position.code_point);
  if (places.unit() == OffsetUnit::utf16) return std::to_string(position.utf16);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

void write_document_cells(Row& row, const Report& report) {
  row.cell(std::string_view(report.path));
  row.cell(report.source.url);
  row.cell(report.source.site);
  row.cell(std::string_view(report.status == Status::audited ? "audited" : status_text(report)));
}

void write_verdict_cells(Row& row, const Claim& claim) {
  row.cell(to_string(claim.severity));
  row.cell(std::string_view(claim.type));
  row.cell(std::string_view(claim.rule));
  row.cell(claim.confidence ? to_string(*claim.confidence) : std::string_view());
  row.cell(std::string_view(claim.counts() ? "yes" : "no"));
  row.cell(std::string_view(claim.vetoed ? claim.vetoed->reason : ""));
  row.cell(std::string_view(claim.decision ? decision_text(*claim.decision) : ""));
  row.cell(to_string(claim.stance));
  row.cell(to_string(claim.voice));
  row.cell(to_string(claim.target));
}

void write_claim(Row& row, const Report& report, const Places& places, const Sentence& sentence,
                 const Claim& claim) {
  const TextPosition begin = begin_of(report, places, sentence, claim.place.span);
  write_document_cells(row, report);
  row.cell(begin.line);
  row.cell(begin.column);
  row.cell(name_of(places.unit()));
  row.cell(std::string_view(offset_text(places, claim.place.span.begin)));
  row.cell(std::string_view(offset_text(places, claim.place.span.end)));
  write_verdict_cells(row, claim);
  row.cell(std::string_view(support_text(claim.support)));
  row.cell(std::string_view(basis_text(claim.basis)));
  row.cell(std::string_view(words_of(report, places, sentence, claim.place)));
  row.cell(std::string_view(sentence.text));
  row.cell(std::string_view(claim.message));
  row.cell(std::string_view(claim.instead));
  row.cell(text_link(report, sentence));
  row.cell(std::string_view(claim.id));
  row.end();
}

/// A document that was not audited has no claims, and must not look like a clean one.
void write_incomplete(Row& row, const Report& report) {
  constexpr std::size_t kClaimCells = 23;
  write_document_cells(row, report);
  row.empty(kClaimCells);
  row.end();
}

class CsvWriter final : public RenderingWriter {
 public:
  CsvWriter(std::ostream& out, const OutputOptions& options) : out_(out), options_(options) {}

  void begin(const Tool& /*tool*/) override { out_ << kHeader; }
  void end(const Summary& /*summary*/) override {}

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    std::string rows;
    const Places places(report, options_.offsets);
    for (const Sentence& sentence : report.sentences) {
      for (const Claim& claim : sentence.claims) {
        if (claim.counts() && claim.severity < options_.at_least) continue;
        Row row(rows);
        write_claim(row, report, places, sentence, claim);
      }
    }
    Row row(rows);
    if (rows.empty() && report.status != Status::audited) write_incomplete(row, report);
    return rows;
  }

  void put(const Report& /*report*/, std::string_view bytes) override { out_ << bytes; }

  std::ostream& out_;
  OutputOptions options_;
};

}  // namespace

std::unique_ptr<ReportWriter> csv_writer(std::ostream& out, const OutputOptions& options) {
  return std::make_unique<CsvWriter>(out, options);
}

}  // namespace claimlint::output
