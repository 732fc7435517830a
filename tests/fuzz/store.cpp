// SPDX-License-Identifier: Apache-2.0
#include "claimlint/store.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "byte_edits.hpp"
#include "checks.hpp"
#include "choices.hpp"
#include "claimlint/reviews.hpp"
#include "report_checks.hpp"
#include "targets.hpp"
#include "unit/temporary_folder.hpp"

namespace claimlint::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArticle =
    "# Pain\n\nThis therapy cures arthritis in 3 days. It is completely safe.\n\nAsk your doctor.";
constexpr std::string_view kKey = "key";
constexpr std::string_view kOutput = "json ";
constexpr std::string_view kReviewer = "A. Baker";

std::string claim_of(const Report& report) {
  for (const Sentence& sentence : report.sentences) {
    if (!sentence.claims.empty()) return sentence.claims.front().id;
  }
  return {};
}

/// A store of one document with a decision, and the file that each input is written to.
class Files {
 public:
  Files() : file_(folder_.path() / "store.sqlite") {
    const auto report = std::make_shared<const Report>(auditor().audit(kArticle, {.path = "a.md"}));
    claim_ = claim_of(*report);
    {
      Store store(file_);
      store.begin_run({"2026-01-01T00:00:00Z", auditor().tool(), {"audit"}});
      store.add({0, std::string(kKey), std::string(kOutput), report, written(*report, "json"), 0});
      store.finish_run("2026-01-01T00:00:01Z");
    }
    Reviews(file_).record({{claim_, std::string(kReviewer), ReviewState::accepted, "so", "t", 1}});
    std::ifstream in(file_, std::ios::binary);
    intact_ = {std::istreambuf_iterator<char>(in), {}};
    columns_ = read_columns();
  }

  [[nodiscard]] const fs::path& file() const { return file_; }
  [[nodiscard]] const std::string& intact() const { return intact_; }
  [[nodiscard]] const std::string& claim() const { return claim_; }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& columns() const {
    return columns_;
  }

  void write(std::string_view bytes) const {
    for (const char* beside : {"-wal", "-shm", "-journal"}) fs::remove(fs::path(file_) += beside);
    std::ofstream(file_, std::ios::binary | std::ios::trunc) << bytes;
  }

 private:
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> read_columns() const {
    std::vector<std::pair<std::string, std::string>> columns;
    sqlite3* handle = nullptr;
    sqlite3_open(file_.c_str(), &handle);
    sqlite3_exec(
        handle,
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' ORDER BY 1, 2",
        [](void* into, int, char** row, char**) {
          static_cast<decltype(columns)*>(into)->emplace_back(row[0], row[1]);
          return 0;
        },
        &columns, nullptr);
    sqlite3_close(handle);
    require(!columns.empty(), "a store has columns");
    return columns;
  }

  test::TemporaryFolder folder_;
  fs::path file_;
  std::string intact_;
  std::string claim_;
  std::vector<std::pair<std::string, std::string>> columns_;
};

const Files& files() {
  static const Files kFiles;
  return kFiles;
}

std::string value_of(Choices& choices) {
  switch (choices.below(5)) {
    case 0:
      return std::to_string(static_cast<std::int64_t>(choices.number(8)));
    case 1:
      return "NULL";
    case 2:
      return "1e308";
    case 3:
      return "x'" + std::string(2 * choices.below(40), 'f') + "'";
    default: {
      std::string text = "'";
      for (const char c : choices.take(choices.below(40))) {
        text += c == '\'' || c == '\0' ? ' ' : c;
      }
      return text + "'";
    }
  }
}

/// Gives columns other values, as somebody may who edits the file.
void edit_rows(Choices& choices) {
  sqlite3* handle = nullptr;
  sqlite3_open(files().file().c_str(), &handle);
  const std::string head = "PRAGMA ignore_check_constraints = 1; PRAGMA synchronous = OFF";
  sqlite3_exec(handle, head.c_str(), nullptr, nullptr, nullptr);
  constexpr int kMaxEdits = 8;
  for (int i = 0; i < kMaxEdits && !choices.done(); ++i) {
    const auto& [table, column] = choices.pick(files().columns());
    const std::string value = value_of(choices);
    const std::string sql = "UPDATE \"" + table + "\" SET \"" + column + "\" = " + value;
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3_close(handle);
}

void use_store() {
  Store store(files().file());
  const std::optional<StoredDocument> found = store.find(kKey, kOutput);
  if (found) {
    for (const OutputFormat& format : output_formats()) written(found->report, format.name);
  }
  store.begin_run({"2026-01-02T00:00:00Z", auditor().tool(), {}});
  store.add({0, "other", "text ", std::make_shared<const Report>(), "text", 0});
  store.finish_run("2026-01-02T00:00:01Z");
  static_cast<void>(store.find("other", "text "));
}

void use_reviews() {
  Reviews reviews(files().file());
  if (const std::optional<ReviewRun> run = reviews.run()) {
    for (const std::int64_t row : reviews.documents(run->id)) {
      static_cast<void>(reviews.json(row));
      static_cast<void>(reviews.decisions(row));
    }
  }
  const std::vector<ReviewEntry> decisions = reviews.decisions();
  static_cast<void>(agreed_decisions(decisions));
  static_cast<void>(review_agreement(decisions));
  ReviewEntry entry{files().claim(), std::string(kReviewer), ReviewState::dismissed, "no", "t", 1};
  if (!reviews.complete(entry)) return;
  reviews.record({entry});
  require(reviews.decisions().size() >= 1, "what was decided is kept");
}

template <typename Use>
void use(Use use) {
  try {
    use();
  } catch (const StoreError& error) {
    require(std::string_view(error.what()).starts_with(files().file().string()),
            "an error names its file");
  }
}

}  // namespace

/// Other bytes in place of a store, a store of which some bytes are others, or one of which
/// somebody has edited rows; the first byte chooses.
void fuzz_store(std::string_view bytes) {
  if (bytes.empty()) return;
  constexpr unsigned kWays = 4;
  const unsigned way = static_cast<unsigned char>(bytes.front()) % kWays;
  bytes.remove_prefix(1);
  if (way == 0) files().write(bytes);
  if (way == 1) files().write(edited(files().intact(), bytes));
  if (way > 1) {
    files().write(files().intact());
    Choices choices(bytes);
    edit_rows(choices);
  }
  use(use_store);
  use(use_reviews);
}

}  // namespace claimlint::fuzz
