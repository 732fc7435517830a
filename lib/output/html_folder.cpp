// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "claimlint/pages.hpp"
#include "html_assets.hpp"
#include "html_shell.hpp"
#include "json_fields.hpp"
#include "rendering_writer.hpp"

namespace claimlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDocuments = "documents";
constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kUnfinished = "index.html.partial";
constexpr std::string_view kScript = "claimlint.js";
constexpr std::string_view kStyle = "claimlint.css";
constexpr std::string_view kIndexData = "claimlint-index";
constexpr std::size_t kIndexStart = 4096;  // its data begins long before

std::runtime_error unwritable(const fs::path& path, const std::string& why) {
  return std::runtime_error(path.string() + ": cannot be written: " + why);
}

void write_file(const fs::path& path, std::initializer_list<std::string_view> parts) {
  errno = 0;
  std::ofstream out(path, std::ios::binary);
  for (const std::string_view part : parts) out << part;
  out.flush();
  if (!out) throw unwritable(path, std::generic_category().message(errno));
}

std::string page_name(std::size_t number) {
  const std::string digits = std::to_string(number);
  const std::size_t zeros = digits.size() < 6 ? 6 - digits.size() : 0;
  return std::string(zeros, '0') + digits + ".html";
}

bool is_page_name(std::string_view name) {
  constexpr std::size_t kMostDigits = 18;
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  if (digits == 0 || digits > kMostDigits) return false;
  return name == page_name(std::stoull(std::string(name.substr(0, digits))));
}

bool is_our_name(const fs::path& name) {
  return name == kDocuments || name == kIndex || name == kUnfinished || name == kScript ||
         name == kStyle;
}

/// Names alone tell little of an index: anybody's is called so.
bool is_our_index(const fs::path& folder) {
  std::string start(kIndexStart, '\0');
  std::ifstream in(folder / kIndex, std::ios::binary);
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start.find(kIndexData) != std::string::npos && fs::is_regular_file(folder / kScript);
}

/// The first file in the folder that we did not write, if there is one.
std::optional<fs::path> foreign_file(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!is_our_name(entry.path().filename())) return entry.path().filename();
  }
  if (fs::exists(fs::symlink_status(folder / kIndex)) && !is_our_index(folder)) return kIndex;
  const fs::file_status documents = fs::symlink_status(folder / kDocuments);
  if (!fs::exists(documents)) return std::nullopt;
  if (!fs::is_directory(documents)) return kDocuments;
  for (const auto& entry : fs::directory_iterator(folder / kDocuments)) {
    const fs::path name = entry.path().filename();
    const bool page = is_page_name(name.string()) && fs::is_regular_file(entry.symlink_status());
    if (!page || !fs::is_regular_file(folder / kScript)) return fs::path(kDocuments) / name;
  }
  return std::nullopt;
}

/// What we wrote before, and nothing else, is replaced.
void make_folder(const fs::path& folder) {
  std::optional<fs::path> foreign;
  try {
    fs::create_directories(folder);
    foreign = foreign_file(folder);
    if (!foreign) {
      fs::remove(folder / kIndex);
      fs::remove_all(folder / kDocuments);
      fs::create_directory(folder / kDocuments);
    }
  } catch (const fs::filesystem_error& error) {
    throw unwritable(folder, error.code().message());
  }
  if (foreign) throw unwritable(folder, "it holds other files: " + foreign->string());
}

class FolderWriter final : public output::RenderingWriter {
 public:
  FolderWriter(fs::path folder, const OutputOptions& options)
      : folder_(std::move(folder)), options_(options), index_(options.lexicons) {}

  void begin(const Tool& tool) override {
    tool_ = tool;
    make_folder(folder_);
    write_file(folder_ / kScript, {output::page_script().text});
    write_file(folder_ / kStyle, {output::page_style().text});
  }

  void end(const Summary& summary) override {
    write_waiting(false);
    const fs::path unfinished = folder_ / kUnfinished;
    write_file(unfinished, {output::linked_page_head(""),
                            output::data_block(kIndexData, index_.json("folder", tool_, summary)),
                            output::linked_page_tail("")});
    std::error_code error;
    fs::rename(unfinished, folder_ / kIndex, error);
    if (error) throw unwritable(folder_ / kIndex, error.message());
  }

 private:
  [[nodiscard]] std::string render(const Report& report) const override {
    return review_document(report, options_);
  }

  /// A page links to the next one, so it waits until it is known whether there is one.
  void put(const Report& report, std::string_view bytes) override {
    write_waiting(true);
    index_.add(report, page_name(documents_), bytes);
    waiting_ = bytes;
    ++documents_;
  }

  void write_waiting(bool has_next) {
    if (!waiting_) return;
    const std::size_t number = documents_ - 1;
    write_file(folder_ / kDocuments / page_name(number),
               {output::linked_page_head("../"),
                output::data_block(kIndexData, place_of(number, has_next)),
                output::data_block("claimlint-document-" + page_name(number), *waiting_),
                output::linked_page_tail("../")});
    waiting_.reset();
  }

  static std::string place_of(std::size_t number, bool has_next) {
    std::string text;
    output::JsonWriter json(text);
    json.begin_object();
    output::write_text(json, "mode", "folder");
    output::write_text(json, "id", page_name(number));
    if (number > 0) output::write_text(json, "previous", page_name(number - 1));
    if (has_next) output::write_text(json, "next", page_name(number + 1));
    json.end_object();
    return text;
  }

  fs::path folder_;
  OutputOptions options_;
  Tool tool_;
  ReviewIndex index_;
  std::optional<std::string> waiting_;
  std::size_t documents_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> review_folder_writer(const std::filesystem::path& folder,
                                                   const OutputOptions& options) {
  return std::make_unique<FolderWriter>(folder, options);
}

}  // namespace claimlint
