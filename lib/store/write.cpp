// SPDX-License-Identifier: Apache-2.0
#include "checksum.hpp"
#include "rows.hpp"

namespace claimlint::store {
namespace {

std::int64_t signed_of(std::size_t value) { return static_cast<std::int64_t>(value); }

std::string joined(const std::vector<std::string>& items, char separator) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += separator;
    text += item;
  }
  return text;
}

std::int64_t claims_in(const Report& report) {
  std::size_t claims = 0;
  for (const Sentence& sentence : report.sentences) claims += sentence.claims.size();
  return signed_of(claims);
}

void bind_score(Statement& row, const std::optional<Score>& score) {
  constexpr int kColumns = 8;
  if (!score) {
    for (int i = 0; i < kColumns; ++i) row.null();
    return;
  }
  row.real(score->risk).text(to_string(score->band)).integer(signed_of(score->sentences));
  row.integer(signed_of(score->flagged)).integer(signed_of(score->claims));
  row.integer(signed_of(score->by_severity.high)).integer(signed_of(score->by_severity.medium));
  row.integer(signed_of(score->by_severity.low));
}

/// A JSON object, for queries: {"efficacy.cure":2}. Types are identifiers.
std::string types_of(const Score& score) {
  std::string text = "{";
  for (const TypeCount& type : score.by_type) {
    if (text.size() > 1) text += ',';
    text.append("\"").append(type.type).append("\":").append(std::to_string(type.count));
  }
  return text + '}';
}

}  // namespace

EntryWriter::EntryWriter(const Connection& connection)
    : connection_(connection),
      find_(connection, "SELECT id FROM documents WHERE key = ?"),
      document_(connection,
                "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      claim_(connection,
             "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
             "?, ?, ?, ?)"),
      finding_(connection, "INSERT INTO findings VALUES (?, ?, ?, ?, ?)"),
      note_(connection, "INSERT INTO notes VALUES (?, ?, ?, ?)"),
      add_output_(connection, "INSERT OR IGNORE INTO outputs VALUES (NULL, ?)"),
      find_output_(connection, "SELECT id FROM outputs WHERE name = ?"),
      rendered_(connection, "INSERT OR IGNORE INTO rendered VALUES (?, ?, ?, ?)"),
      run_document_(connection, "INSERT INTO run_documents VALUES (?, ?, ?, ?, ?, ?)") {}

std::int64_t EntryWriter::run(const StoreRun& run) {
  Statement row(connection_, "INSERT INTO runs VALUES (NULL, ?, NULL, ?, ?, ?, ?)");
  const std::string arguments = joined(run.arguments, '\n');
  row.text(run.started).text(run.tool.version).text(run.tool.lexicons);
  row.text(run.tool.configuration).text(arguments).run();
  return connection_.last_row();
}

void EntryWriter::finish(std::int64_t run, std::string_view finished) {
  Statement row(connection_, "UPDATE runs SET finished = ? WHERE id = ?");
  row.text(finished).integer(run).run();
}

void EntryWriter::entry(std::int64_t run, const StoreEntry& entry) {
  const std::optional<std::int64_t> id = document(entry);
  if (id && entry.known == 0 && entry.rendered) insert_rendered(*id, entry);
  if (run == 0) return;
  const std::string reasons = joined(entry.report->reasons, ',');
  run_document_.integer(run).integer(signed_of(entry.ordinal)).text(entry.report->path);
  if (id) {
    run_document_.integer(*id);
  } else {
    run_document_.null();
  }
  run_document_.text(to_string(entry.report->status)).text(reasons).run();
}

std::optional<std::int64_t> EntryWriter::document(const StoreEntry& entry) {
  if (entry.known != 0) return entry.known;
  if (entry.key.empty()) return std::nullopt;
  if (find_.text(entry.key).step()) {
    const std::int64_t id = find_.integer_at(0);
    find_.reset();
    return id;
  }
  insert_document(entry.key, *entry.report);
  const std::int64_t id = connection_.last_row();
  insert_parts(id, *entry.report);
  return id;
}

void EntryWriter::insert_document(const std::string& key, const Report& report) {
  const std::string reasons = joined(report.reasons, ',');
  document_.text(key).text(report.sha256).text(report.content_sha256).text(report.path);
  document_.nullable(report.path_bytes).nullable(report.source.url).nullable(report.source.site);
  document_.nullable(report.source.title).nullable(report.source.retrieved);
  document_.text(report.format).text(report.encoding).text(report.language);
  document_.integer(signed_of(report.bytes)).text(report.coordinates);
  document_.text(to_string(report.status)).text(reasons);
  bind_score(document_, report.score);
  std::optional<std::string> types;
  if (report.score) types = types_of(*report.score);
  document_.nullable(types).integer(signed_of(report.hidden)).integer(claims_in(report));
  document_.integer(signed_of(report.notes.size())).run();
}

void EntryWriter::insert_parts(std::int64_t document, const Report& report) {
  std::int64_t ordinal = 0;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) insert_claim(document, ordinal++, sentence, claim);
  }
  ordinal = 0;
  for (const Finding& finding : report.findings) {
    finding_.integer(document).integer(ordinal++).text(finding.type);
    finding_.text(to_string(finding.severity)).text(finding.message).run();
  }
  ordinal = 0;
  for (const Note& note : report.notes) {
    note_.integer(document).integer(ordinal++).text(note.code).text(note.message).run();
  }
}

void EntryWriter::insert_claim(std::int64_t document, std::int64_t ordinal,
                               const Sentence& sentence, const Claim& claim) {
  claim_.integer(document).integer(ordinal).text(claim.id).text(claim.type).text(claim.rule);
  claim_.text(to_string(claim.severity)).integer(claim.counts() ? 1 : 0);
  claim_.integer(claim.unsupported ? 1 : 0);
  claim.vetoed ? claim_.text(claim.vetoed->reason) : claim_.null();
  claim.decision ? claim_.text(claim.decision->action) : claim_.null();
  claim.decision ? claim_.text(claim.decision->origin) : claim_.null();
  claim.confidence ? claim_.text(to_string(*claim.confidence)) : claim_.null();
  claim_.text(to_string(claim.voice)).text(to_string(claim.stance)).text(to_string(claim.target));
  claim_.integer(signed_of(claim.place.span.begin)).integer(signed_of(claim.place.span.end));
  claim_.text(claim.message).text(claim.instead).integer(signed_of(sentence.index));
  claim_.integer(signed_of(sentence.line)).integer(signed_of(sentence.column));
  claim_.text(sentence.text).run();
}

void EntryWriter::insert_rendered(std::int64_t document, const StoreEntry& entry) {
  rendered_.integer(document).integer(output(entry.output)).integer(Checksum::of(*entry.rendered));
  rendered_.bytes(*entry.rendered).run();
}

std::int64_t EntryWriter::output(const std::string& name) {
  const auto known = outputs_.find(name);
  if (known != outputs_.end()) return known->second;
  add_output_.text(name).run();
  find_output_.text(name).step();
  const std::int64_t id = find_output_.integer_at(0);
  find_output_.reset();
  // An id from a transaction that is rolled back would name another output: Store never goes on
  // after one.
  outputs_.emplace(name, id);
  return id;
}

}  // namespace claimlint::store
