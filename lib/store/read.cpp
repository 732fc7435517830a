// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "checksum.hpp"
#include "rows.hpp"

namespace claimlint::store {
namespace {

std::size_t size_at(const Statement& row, int column) {
  return static_cast<std::size_t>(row.integer_at(column));
}

/// The value of an enumeration that has this name; the first where none has, as in a file that
/// somebody has edited.
template <typename Enum>
Enum named(std::string_view name, Enum last) {
  for (auto value = 0; value <= static_cast<int>(last); ++value) {
    if (to_string(static_cast<Enum>(value)) == name) return static_cast<Enum>(value);
  }
  return Enum{};
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

/// What a document's row says, in the order of kColumns.
constexpr std::string_view kFind =
    "SELECT d.id, r.checksum, r.bytes, d.sha256, d.content_sha256, d.path, d.path_bytes, d.url, "
    "d.site, d.title, d.retrieved, d.format, d.encoding, d.language, d.bytes, d.coordinates, "
    "d.status, d.reasons, d.risk, d.band, d.sentences, d.flagged, d.claims, d.high, d.medium, "
    "d.low, d.hidden, d.claim_rows, d.note_rows, d.types FROM documents d JOIN rendered r ON "
    "r.document = "
    "d.id WHERE d.key = ? AND r.output = (SELECT id FROM outputs WHERE name = ?)";

/// Reads what EntryWriter wrote: {"efficacy.cure":2,"safety.absolute":1}
std::vector<TypeCount> types_of(std::string_view text) {
  std::vector<TypeCount> types;
  while (true) {
    const std::size_t begin = text.find('"');
    const std::size_t end = text.find("\":", begin + 1);
    if (begin == std::string_view::npos || end == std::string_view::npos) return types;
    TypeCount& type = types.emplace_back();
    type.type = text.substr(begin + 1, end - begin - 1);
    text.remove_prefix(end + 2);
    std::from_chars(text.data(), text.data() + text.size(), type.count);
  }
}

Score score_of(const Statement& row) {
  Score score;
  score.risk = row.real_at(18);
  score.band = named(row.text_at(19), Band::high);
  score.sentences = size_at(row, 20);
  score.flagged = size_at(row, 21);
  score.claims = size_at(row, 22);
  score.by_severity = {size_at(row, 23), size_at(row, 24), size_at(row, 25)};
  return score;
}

Report report_of(const Statement& row) {
  Report report;
  report.sha256 = row.text_at(3);
  report.content_sha256 = row.text_at(4);
  report.path = row.text_at(5);
  report.path_bytes = row.optional_text_at(6);
  report.source = {row.optional_text_at(7), row.optional_text_at(8), row.optional_text_at(9),
                   row.optional_text_at(10)};
  report.format = row.text_at(11);
  report.encoding = row.text_at(12);
  report.language = row.text_at(13);
  report.bytes = size_at(row, 14);
  report.coordinates = row.text_at(15);
  report.status = named(row.text_at(16), Status::not_audited);
  report.reasons = split(row.text_at(17), ',');
  if (!row.null_at(18)) {
    report.score = score_of(row);
    report.score->by_type = types_of(row.text_at(29));
  }
  report.hidden = size_at(row, 26);
  return report;
}

constexpr std::string_view kClaims =
    "SELECT id, type, rule, severity, unsupported, vetoed, decision, confidence, voice, stance, "
    "target, \"begin\", \"end\", message, instead, sentence_index, line, \"column\", sentence, "
    "decision_origin "
    "FROM claims WHERE document = ? ORDER BY ordinal";

Claim claim_of(const Statement& row) {
  Claim claim;
  claim.id = row.text_at(0);
  claim.type = row.text_at(1);
  claim.rule = row.text_at(2);
  claim.severity = named(row.text_at(3), Severity::high);
  claim.unsupported = row.integer_at(4) != 0;
  if (!row.null_at(5)) claim.vetoed = Veto{row.text_at(5), {}, std::nullopt};
  if (!row.null_at(6))
    claim.decision = Decision{row.text_at(6), {}, {}, std::nullopt, row.text_at(19)};
  if (!row.null_at(7)) claim.confidence = named(row.text_at(7), Confidence::high);
  claim.voice = named(row.text_at(8), Voice::quoted);
  claim.stance = named(row.text_at(9), Stance::refuted);
  claim.target = named(row.text_at(10), Target::disease);
  claim.place.span = {size_at(row, 11), size_at(row, 12)};
  claim.message = row.text_at(13);
  claim.instead = row.text_at(14);
  return claim;
}

Sentence sentence_of(const Statement& row) {
  Sentence sentence;
  sentence.index = size_at(row, 15);
  sentence.line = size_at(row, 16);
  sentence.column = size_at(row, 17);
  sentence.text = row.text_at(18);
  return sentence;
}

}  // namespace

EntryReader::EntryReader(const std::filesystem::path& file, StoredClaims claims)
    : connection_(file, Connection::Mode::read_only),
      find_(connection_, kFind),
      notes_(connection_, "SELECT code, message FROM notes WHERE document = ? ORDER BY ordinal"),
      claims_(connection_, kClaims),
      with_claims_(claims == StoredClaims::read) {
  // Reading what lies in memory already spares a copy of every report.
  connection_.execute("PRAGMA mmap_size = 1099511627776");
}

std::optional<StoredDocument> EntryReader::find(std::string_view key, std::string_view output) {
  take_snapshot();
  if (!find_.text(key).text(output).step()) return std::nullopt;
  StoredDocument found{report_of(find_), find_.text_at(2), find_.integer_at(0)};
  if (Checksum::of(found.rendered) != find_.integer_at(1)) connection_.refuse_damaged();
  const bool has_claims = with_claims_ && find_.integer_at(27) > 0;
  const bool has_notes = find_.integer_at(28) > 0;
  find_.reset();
  if (has_claims) read_claims(found.row, found.report);
  if (has_notes) read_notes(found.row, found.report);
  return found;
}

void EntryReader::take_snapshot() {
  // Each costs locks in the file. A long one would keep the log of the writers from being emptied.
  constexpr int kFindsOfOne = 64;
  if (finds_++ % kFindsOfOne != 0) return;
  if (finds_ > 1) connection_.execute("COMMIT");
  connection_.execute("BEGIN");
}

void EntryReader::read_notes(std::int64_t document, Report& report) {
  notes_.integer(document);
  while (notes_.step()) {
    report.notes.push_back({notes_.text_at(0), notes_.text_at(1), std::nullopt});
  }
}

void EntryReader::read_claims(std::int64_t document, Report& report) {
  claims_.integer(document);
  while (claims_.step()) {
    Sentence sentence = sentence_of(claims_);
    if (report.sentences.empty() || report.sentences.back().index != sentence.index) {
      report.sentences.push_back(std::move(sentence));
    }
    report.sentences.back().claims.push_back(claim_of(claims_));
  }
}

}  // namespace claimlint::store
