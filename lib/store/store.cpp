// SPDX-License-Identifier: Apache-2.0
#include "claimlint/store.hpp"

#include <chrono>
#include <utility>
#include <vector>

#include "readers.hpp"
#include "rows.hpp"
#include "schema.hpp"
#include "sqlite.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace {

// Written together: a transaction for each would cost more than its audit, and one that is held
// open would keep other programs out. What waits is lost when the program is killed; of a document
// that the store had before that is only the note that it was in this run.
constexpr std::size_t kMaxWaiting = 64;
constexpr std::size_t kMaxWaitingKnown = 4096;
constexpr std::size_t kMaxWaitingBytes = std::size_t{8} << 20;
constexpr auto kMaxWait = std::chrono::seconds(1);

store::Connection opened(const std::filesystem::path& file) {
  store::Connection connection(file, store::Connection::Mode::create);
  store::prepare(connection);
  return connection;
}

/// Appends a value so that no two lists of values give the same text.
void append(std::string& key, std::string_view value) {
  key.append(std::to_string(value.size())).append(1, ':').append(value);
}

void append(std::string& key, const std::optional<std::string>& value) {
  key += value ? '+' : '-';
  if (value) append(key, std::string_view(*value));
}

}  // namespace

class Store::Impl {
 public:
  Impl(const std::filesystem::path& file, StoredClaims claims)
      : file_(file), claims_(claims), connection_(opened(file)), writer_(connection_) {}

  void begin_run(const StoreRun& run) {
    store::Transaction transaction(connection_);
    run_ = writer_.run(run);
    transaction.commit();
  }

  std::optional<StoredDocument> find(std::string_view key, std::string_view output) {
    return readers_.with([&] { return std::make_unique<store::EntryReader>(file_, claims_); },
                         [&](store::EntryReader& reader) { return reader.find(key, output); });
  }

  void add(StoreEntry entry) {
    (entry.known != 0 ? reused_ : waiting_new_) += 1;
    waiting_bytes_ += entry.rendered ? entry.rendered->size() : 0;
    waiting_.push_back(std::move(entry));
    const auto now = std::chrono::steady_clock::now();
    if (waiting_new_ >= kMaxWaiting || waiting_.size() >= kMaxWaitingKnown ||
        waiting_bytes_ >= kMaxWaitingBytes || now - written_ >= kMaxWait) {
      write();
    }
  }

  [[nodiscard]] std::size_t reused() const { return reused_; }

  void finish_run(std::string_view finished) {
    write();
    if (run_ == 0) return;
    store::Transaction transaction(connection_);
    writer_.finish(std::exchange(run_, 0), finished);
    transaction.commit();
  }

 private:
  void write() {
    if (!waiting_.empty()) {
      store::Transaction transaction(connection_);
      for (const StoreEntry& entry : waiting_) writer_.entry(run_, entry);
      transaction.commit();
    }
    waiting_.clear();
    waiting_new_ = 0;
    waiting_bytes_ = 0;
    written_ = std::chrono::steady_clock::now();
  }

  std::filesystem::path file_;
  StoredClaims claims_;
  store::Connection connection_;
  store::EntryWriter writer_;
  std::int64_t run_ = 0;
  std::vector<StoreEntry> waiting_;
  std::size_t waiting_new_ = 0;
  std::size_t waiting_bytes_ = 0;
  std::size_t reused_ = 0;
  std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
  store::Readers<store::EntryReader> readers_;
};

Store::Store(const std::filesystem::path& file, StoredClaims claims)
    : impl_(std::make_unique<Impl>(file, claims)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

void Store::begin_run(const StoreRun& run) { impl_->begin_run(run); }

std::optional<StoredDocument> Store::find(std::string_view key, std::string_view output) const {
  return impl_->find(key, output);
}

void Store::add(StoreEntry entry) { impl_->add(std::move(entry)); }

std::size_t Store::reused() const { return impl_->reused(); }

void Store::finish_run(std::string_view finished) { impl_->finish_run(finished); }

std::string document_key(std::string_view bytes, const Source& source, const Tool& tool) {
  std::string key;
  for (const std::string_view value :
       {std::string_view(tool.name), std::string_view(tool.version),
        std::string_view(tool.lexicons), std::string_view(tool.icu), std::string_view(tool.unicode),
        std::string_view(tool.re2), std::string_view(tool.configuration),
        std::string_view(source.path)}) {
    append(key, value);
  }
  for (const auto* const value : {&source.origin.url, &source.origin.site, &source.origin.title,
                                  &source.origin.retrieved, &source.format, &source.language}) {
    append(key, *value);
  }
  append(key, std::string_view(text::sha256(bytes)));
  return text::sha256(key);
}

}  // namespace claimlint
