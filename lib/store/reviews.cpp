// SPDX-License-Identifier: Apache-2.0
#include "claimlint/reviews.hpp"

#include <utility>

#include "checksum.hpp"
#include "readers.hpp"
#include "schema.hpp"
#include "sqlite.hpp"

namespace claimlint {
namespace store {
namespace {

/// What holds: of each reviewer and claim the entry that was added last.
constexpr std::string_view kLatest =
    "SELECT claim, reviewer, state, reason, time, document, type, rule, sentence FROM decisions d "
    "WHERE id = (SELECT max(id) FROM decisions WHERE claim = d.claim AND reviewer = d.reviewer)";

// Of a claim in one document, and in the one that came last. A sentence may be as long as a
// document, and would be kept once more for each claim in it.
constexpr std::string_view kClaimIn =
    "SELECT type, rule, substr(sentence, 1, 300), document FROM claims "
    "WHERE id = ? AND document = ? LIMIT 1";
constexpr std::string_view kClaim =
    "SELECT type, rule, substr(sentence, 1, 300), document FROM claims "
    "WHERE id = ? ORDER BY document DESC LIMIT 1";

constexpr std::string_view kInOrder = " ORDER BY claim, reviewer";

// A format's options follow its name; those that leave out the least come first.
constexpr std::string_view kJson =
    "SELECT r.checksum, r.bytes FROM rendered r JOIN outputs o ON o.id = r.output "
    "WHERE r.document = ? AND (o.name GLOB 'json *' OR o.name GLOB 'jsonl *') "
    "ORDER BY o.name LIMIT 1";

ReviewEntry entry_of(const Statement& row) {
  return {.claim = row.text_at(0),
          .reviewer = row.text_at(1),
          .state = review_state(row.text_at(2)).value_or(ReviewState::open),
          .reason = row.text_at(3),
          .time = row.text_at(4),
          .document = row.integer_at(5),
          .type = row.text_at(6),
          .rule = row.text_at(7),
          .text = row.text_at(8)};
}

/// Reads for one thread at a time.
class ReviewReader {
 public:
  explicit ReviewReader(const std::filesystem::path& file)
      : connection_(file, Connection::Mode::read_only),
        run_(connection_,
             "SELECT id, tool, lexicons, configuration FROM runs WHERE finished IS NOT NULL "
             "ORDER BY id DESC LIMIT 1"),
        documents_(connection_,
                   "SELECT document FROM run_documents WHERE run = ? ORDER BY ordinal"),
        json_(connection_, kJson),
        all_(connection_, std::string(kLatest).append(kInOrder)),
        of_document_(connection_,
                     std::string(kLatest)
                         .append(" AND claim IN (SELECT id FROM claims WHERE document = ?)")
                         .append(kInOrder)),
        claim_in_(connection_, kClaimIn),
        claim_(connection_, kClaim) {}

  std::optional<ReviewRun> run() {
    if (!run_.step()) return std::nullopt;
    ReviewRun run{run_.integer_at(0), run_.text_at(1), run_.text_at(2), run_.text_at(3)};
    run_.reset();
    return run;
  }

  std::vector<std::int64_t> documents(std::int64_t run) {
    std::vector<std::int64_t> rows;
    documents_.integer(run);
    while (documents_.step()) rows.push_back(documents_.integer_at(0));
    return rows;
  }

  std::optional<std::string> json(std::int64_t document) {
    if (!json_.integer(document).step()) return std::nullopt;
    std::string bytes = json_.text_at(1);
    if (Checksum::of(bytes) != json_.integer_at(0)) connection_.refuse_damaged();
    json_.reset();
    return bytes;
  }

  std::vector<ReviewEntry> decisions() { return entries(all_); }

  std::vector<ReviewEntry> decisions(std::int64_t document) {
    return entries(of_document_.integer(document));
  }

  bool complete(ReviewEntry& entry) {
    return fill(entry, claim_in_.text(entry.claim).integer(entry.document)) ||
           fill(entry, claim_.text(entry.claim));
  }

 private:
  static bool fill(ReviewEntry& entry, Statement& row) {
    if (!row.step()) return false;
    entry.type = row.text_at(0);
    entry.rule = row.text_at(1);
    entry.text = row.text_at(2);
    entry.document = row.integer_at(3);
    row.reset();
    return true;
  }

  static std::vector<ReviewEntry> entries(Statement& rows) {
    std::vector<ReviewEntry> entries;
    while (rows.step()) entries.push_back(entry_of(rows));
    return entries;
  }

  Connection connection_;
  Statement run_, documents_, json_, all_, of_document_, claim_in_, claim_;
};

Connection opened(const std::filesystem::path& file) {
  Connection connection(file, Connection::Mode::create);
  prepare(connection);
  // Results can be made again; what people decided cannot.
  connection.execute("PRAGMA synchronous = FULL");
  return connection;
}

}  // namespace
}  // namespace store

class Reviews::Impl {
 public:
  explicit Impl(const std::filesystem::path& file)
      : file_(file),
        connection_(store::opened(file)),
        add_(connection_, "INSERT INTO decisions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

  /// What `read` gives of a reader that no other thread uses.
  template <typename Read>
  auto with_reader(Read read) {
    return readers_.with([&] { return std::make_unique<store::ReviewReader>(file_); }, read);
  }

  void record(const std::vector<ReviewEntry>& entries) {
    store::Transaction transaction(connection_);
    for (const ReviewEntry& entry : entries) {
      add_.text(entry.claim).text(entry.reviewer).text(to_string(entry.state)).text(entry.reason);
      add_.text(entry.time).integer(entry.document).text(entry.type).text(entry.rule);
      add_.text(entry.text).run();
    }
    transaction.commit();
  }

 private:
  std::filesystem::path file_;
  store::Connection connection_;
  store::Statement add_;
  store::Readers<store::ReviewReader> readers_;
};

Reviews::Reviews(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
Reviews::Reviews(Reviews&&) noexcept = default;
Reviews& Reviews::operator=(Reviews&&) noexcept = default;
Reviews::~Reviews() = default;

std::optional<ReviewRun> Reviews::run() const {
  return impl_->with_reader([](store::ReviewReader& reader) { return reader.run(); });
}

std::vector<std::int64_t> Reviews::documents(std::int64_t run) const {
  return impl_->with_reader([&](store::ReviewReader& reader) { return reader.documents(run); });
}

std::optional<std::string> Reviews::json(std::int64_t document) const {
  return impl_->with_reader([&](store::ReviewReader& reader) { return reader.json(document); });
}

std::vector<ReviewEntry> Reviews::decisions() const {
  return impl_->with_reader([](store::ReviewReader& reader) { return reader.decisions(); });
}

std::vector<ReviewEntry> Reviews::decisions(std::int64_t document) const {
  return impl_->with_reader(
      [&](store::ReviewReader& reader) { return reader.decisions(document); });
}

bool Reviews::complete(ReviewEntry& entry) const {
  return impl_->with_reader([&](store::ReviewReader& reader) { return reader.complete(entry); });
}

void Reviews::record(const std::vector<ReviewEntry>& entries) { impl_->record(entries); }

}  // namespace claimlint
