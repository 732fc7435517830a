// SPDX-License-Identifier: Apache-2.0
#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "batch/content.hpp"
#include "batch/walk.hpp"
#include "temporary_folder.hpp"

namespace claimlint::batch {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using Names = std::vector<std::string>;
using Members = std::vector<std::pair<std::string, std::string>>;

enum class Kind { zip, tar, tar_gz };

/// Writes archives for the tests; what libarchive reports of it is the test's own mistake.
fs::path write_archive(const fs::path& file, Kind kind, const Members& members) {
  struct Close {
    void operator()(archive* written) const { archive_write_free(written); }
  };
  const std::unique_ptr<archive, Close> written(archive_write_new());
  if (kind == Kind::zip) archive_write_set_format_zip(written.get());
  if (kind != Kind::zip) archive_write_set_format_ustar(written.get());
  if (kind == Kind::tar_gz) archive_write_add_filter_gzip(written.get());
  REQUIRE(archive_write_open_filename(written.get(), file.c_str()) == ARCHIVE_OK);
  for (const auto& [name, bytes] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(written.get(), entry) == ARCHIVE_OK);
    archive_write_data(written.get(), bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(written.get()) == ARCHIVE_OK);
  return file;
}

std::vector<Found> walked(const BatchOptions& options) {
  Walk walk(options);
  std::vector<Found> all;
  while (auto found = walk.next()) all.push_back(std::move(*found));
  return all;
}

BatchOptions batch_of(const fs::path& path) {
  BatchOptions options;
  options.paths = {path};
  return options;
}

Names paths_of(const std::vector<Found>& all) {
  Names names;
  for (const Found& found : all) names.push_back(found.path + (found.trouble ? "!" : ""));
  return names;
}

TEST_CASE("archive: members come in their order, with their bytes") {
  const TemporaryFolder folder;
  const Members members = {{"z.txt", "last name"}, {"in/a.html", "<p>x"}, {"b.jpg", "no"}};
  for (const auto& [name, kind] :
       {std::pair("a.zip", Kind::zip), {"a.tar", Kind::tar}, {"a.TGZ", Kind::tar_gz}}) {
    const auto all = walked(batch_of(write_archive(folder.path() / name, kind, members)));
    CHECK(paths_of(all) == Names{std::string(name) + "/z.txt", std::string(name) + "/in/a.html"});
    REQUIRE(all.size() == 2);
    CHECK(read_content({}, all[0]).bytes == "last name");
    CHECK(read_content({}, all[1]).bytes == "<p>x");
  }
}

TEST_CASE("archive: one in a folder stands in its place") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  write_archive(folder.path() / "b.tar.gz", Kind::tar_gz, {{"m.txt", "x"}});
  folder.write("c.txt", "x");
  CHECK(paths_of(walked(batch_of(folder.path()))) == Names{"a.txt", "b.tar.gz/m.txt", "c.txt"});
}

TEST_CASE("archive: patterns and the ignore file hold for members too") {
  const TemporaryFolder folder;
  const Members members = {{"a.txt", "x"}, {"b.html", "x"}, {"drafts/c.html", "x"}};
  write_archive(folder.path() / "a.zip", Kind::zip, members);
  BatchOptions options = batch_of(folder.path());
  options.include = {"*.html"};
  CHECK(paths_of(walked(options)) == Names{"a.zip/b.html", "a.zip/drafts/c.html"});
  options.exclude = {"drafts/"};
  CHECK(paths_of(walked(options)) == Names{"a.zip/b.html"});
  options.exclude = {"*.zip"};
  CHECK(walked(options).empty());
  options.exclude = {};
  folder.write(".claimlintignore", "drafts/\n");
  CHECK(paths_of(walked(options)) == Names{"a.zip/b.html"});
}

TEST_CASE("archive: a name that leads out of it leads nowhere") {
  const TemporaryFolder folder;
  const fs::path file =
      write_archive(folder.path() / "a.tar", Kind::tar,
                    {{"../../up.txt", "x"}, {"/etc/top.txt", "x"}, {"./b.txt", "x"}});
  CHECK(paths_of(walked(batch_of(file))) ==
        Names{"a.tar/%2E%2E/%2E%2E/up.txt", "a.tar/etc/top.txt", "a.tar/b.txt"});
}

TEST_CASE("archive: names are bytes, whatever the locale") {
  const TemporaryFolder folder;
  const fs::path file =
      write_archive(folder.path() / "a.tar", Kind::tar, {{"\u00e4\n.txt", "x"}, {"\xFF.txt", "x"}});
  CHECK(paths_of(walked(batch_of(file))) == Names{"a.tar/\u00e4\n.txt", "a.tar/\xFF.txt"});
}

TEST_CASE("archive: what macOS adds to a file is no document") {
  const TemporaryFolder folder;
  const fs::path file =
      write_archive(folder.path() / "a.zip", Kind::zip,
                    {{"a.txt", "x"}, {"__MACOSX/._a.txt", "x"}, {"._b.txt", "x"}});
  CHECK(paths_of(walked(batch_of(file))) == Names{"a.zip/a.txt"});
}

TEST_CASE("archive: an archive within one is said and not opened") {
  const TemporaryFolder folder;
  const fs::path file =
      write_archive(folder.path() / "a.zip", Kind::zip, {{"b.zip", "x"}, {"c.txt", "x"}});
  const auto all = walked(batch_of(file));
  CHECK(paths_of(all) == Names{"a.zip/b.zip!", "a.zip/c.txt"});
  CHECK(all[0].trouble == "an archive within an archive is not opened");
}

TEST_CASE("archive: a large member is said and the others are read") {
  const TemporaryFolder folder;
  for (const auto& [name, kind] : {std::pair("a.zip", Kind::zip), {"a.tgz", Kind::tar_gz}}) {
    BatchOptions options = batch_of(write_archive(
        folder.path() / name, kind, {{"a.txt", std::string(101, 'x')}, {"b.txt", "x"}}));
    options.max_bytes = 100;
    const auto all = walked(options);
    REQUIRE(all.size() == 2);
    CHECK(all[0].reason == "budget");
    CHECK(all[0].trouble == "larger than 100 bytes");
    CHECK(all[1].content == "x");
  }
}

TEST_CASE("archive: a bomb is given up and what comes behind it goes on") {
  const TemporaryFolder folder;
  const std::string zeros(std::size_t{24} << 20, '\0');
  for (const auto& [name, kind] : {std::pair("a.zip", Kind::zip), {"a.tgz", Kind::tar_gz}}) {
    write_archive(folder.path() / name, kind,
                  {{"1.txt", zeros}, {"2.txt", zeros}, {"3.txt", zeros}, {"4.txt", "x"}});
    folder.write("b.txt", "x");
    const auto all = walked(batch_of(folder.path()));
    CHECK(all.back().path == "b.txt");
    const Found& given_up = all[all.size() - 2];
    CHECK(given_up.path == name);
    CHECK(given_up.reason == "budget");
    fs::remove(folder.path() / name);
  }
}

TEST_CASE("archive: what is decompressed has a limit") {
  const TemporaryFolder folder;
  BatchOptions options = batch_of(write_archive(
      folder.path() / "a.zip", Kind::zip, {{"a.txt", "abc"}, {"b.txt", "abc"}, {"c.txt", "abc"}}));
  options.max_archive_bytes = 5;
  const auto all = walked(options);
  CHECK(paths_of(all) == Names{"a.zip/a.txt", "a.zip/b.txt", "a.zip!"});
  CHECK(all.back().reason == "budget");
}

TEST_CASE("archive: a damaged one is said, what was whole is read") {
  const TemporaryFolder folder;
  const auto all = walked(batch_of(folder.write("a.zip", "this is no archive")));
  REQUIRE(all.size() == 1);
  CHECK(all[0].path == "a.zip");
  CHECK(all[0].reason == "unreadable");
  const fs::path cut = write_archive(folder.path() / "b.tar", Kind::tar,
                                     {{"a.txt", "x"}, {"b.txt", std::string(5000, 'x')}});
  fs::resize_file(cut, 2048);
  const auto rest = walked(batch_of(cut));
  CHECK(paths_of(rest).front() == "b.tar/a.txt");
  CHECK(rest.back().trouble);
}

TEST_CASE("archive: a missing one is said without its place on this machine") {
  const TemporaryFolder folder;
  const auto all = walked(batch_of(folder.path() / "gone.zip"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].trouble == "no such file or directory");
}

TEST_CASE("archive: a Word document is none") {
  const TemporaryFolder folder;
  CHECK_FALSE(is_archive("a.docx"));
  CHECK_FALSE(is_archive(".zip"));
  CHECK_FALSE(is_archive("a.html.gz"));
  CHECK(is_archive("a.tar.GZ"));
}

}  // namespace
}  // namespace claimlint::batch
