// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

#include <chrono>
#include <string>
#include <thread>

#include "claimlint/store.hpp"

namespace claimlint::store {
namespace {

constexpr std::int64_t kVersion = 2;
constexpr std::int64_t kApplication = 0x636C6D74;  // "clmt", in the header of the file

// Described in docs/store.md; a test compares the two.
constexpr const char* kSchema = R"sql(
CREATE TABLE meta (schema_version INTEGER NOT NULL);
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  tool TEXT NOT NULL,
  lexicons TEXT NOT NULL,
  configuration TEXT NOT NULL,
  arguments TEXT NOT NULL
);
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  path TEXT NOT NULL,
  path_bytes TEXT,
  url TEXT,
  site TEXT,
  title TEXT,
  retrieved TEXT,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  language TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  coordinates TEXT NOT NULL,
  status TEXT NOT NULL,
  reasons TEXT NOT NULL,
  risk REAL,
  band TEXT,
  sentences INTEGER,
  flagged INTEGER,
  claims INTEGER,
  high INTEGER,
  medium INTEGER,
  low INTEGER,
  types TEXT,
  hidden INTEGER NOT NULL,
  claim_rows INTEGER NOT NULL,
  note_rows INTEGER NOT NULL
);
CREATE TABLE claims (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  counts INTEGER NOT NULL,
  unsupported INTEGER NOT NULL,
  vetoed TEXT,
  decision TEXT,
  decision_origin TEXT,
  confidence TEXT,
  voice TEXT NOT NULL,
  stance TEXT NOT NULL,
  target TEXT NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  message TEXT NOT NULL,
  instead TEXT NOT NULL,
  sentence_index INTEGER NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);
CREATE TABLE findings (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE TABLE notes (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE TABLE outputs (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE rendered (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  output INTEGER NOT NULL REFERENCES outputs (id),
  checksum INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (document, output)
);
CREATE TABLE run_documents (
  run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,
  document INTEGER REFERENCES documents (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (run, ordinal)
) WITHOUT ROWID;
)sql";

// New in version 2. Nothing refers to documents: what was decided outlives them.
constexpr const char* kDecisions = R"sql(
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  time TEXT NOT NULL,
  document INTEGER NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  sentence TEXT NOT NULL
);
CREATE INDEX decisions_by_claim ON decisions (claim, reviewer);
)sql";

bool is_empty(const Connection& connection) {
  return connection.number("SELECT count(*) FROM sqlite_master") == 0;
}

void create(const Connection& connection) {
  Transaction transaction(connection);
  if (!is_empty(connection)) return;  // another program was faster
  connection.execute(kSchema);
  connection.execute(kDecisions);
  connection.execute("INSERT INTO meta VALUES (" + std::to_string(kVersion) + ")");
  connection.execute("PRAGMA application_id = " + std::to_string(kApplication));
  transaction.commit();
}

std::int64_t version_of(const Connection& connection) {
  return connection.number("SELECT max(schema_version) FROM meta");
}

void upgrade(const Connection& connection) {
  Transaction transaction(connection);
  if (version_of(connection) != 1) return;  // another program was faster
  connection.execute(kDecisions);
  connection.execute("UPDATE meta SET schema_version = " + std::to_string(kVersion));
  transaction.commit();
}

void check(const Connection& connection) {
  if (connection.number("PRAGMA application_id") != kApplication) {
    connection.refuse("is an SQLite database, but no results store");
  }
  if (version_of(connection) == 1) upgrade(connection);
  const std::int64_t version = version_of(connection);
  if (version == kVersion) return;
  connection.refuse("is a results store of version " + std::to_string(version) +
                    ", and this program knows version " + std::to_string(kVersion) +
                    (version > kVersion ? "; a newer claimlint reads it" : ""));
}

/// SQLite does not wait for other programs when the journal changes.
void write_ahead(const Connection& connection) {
  constexpr int kAttempts = 500;
  constexpr auto kPause = std::chrono::milliseconds(20);
  for (int attempt = 1; attempt < kAttempts; ++attempt) {
    if (connection.try_execute("PRAGMA journal_mode = WAL")) return;
    std::this_thread::sleep_for(kPause);
  }
  connection.execute("PRAGMA journal_mode = WAL");
}

}  // namespace

void prepare(const Connection& connection) {
  if (is_empty(connection)) {
    // Reports are big: with small pages each would be a long chain of them.
    connection.execute("PRAGMA page_size = 16384");
    create(connection);
  }
  check(connection);
  write_ahead(connection);
  connection.execute("PRAGMA synchronous = NORMAL");
}

}  // namespace claimlint::store
