// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "batch/walk.hpp"
#include "temporary_folder.hpp"

namespace claimlint::batch {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

/// Report paths in the order of the walk, with a `!` behind what cannot be read.
std::vector<std::string> walked(const BatchOptions& options) {
  Walk walk(options);
  std::vector<std::string> found;
  while (const auto next = walk.next()) found.push_back(next->path + (next->trouble ? "!" : ""));
  return found;
}

BatchOptions batch_of(std::vector<fs::path> paths) {
  BatchOptions options;
  options.paths = std::move(paths);
  return options;
}

std::vector<std::string> walked(std::vector<fs::path> paths) {
  return walked(batch_of(std::move(paths)));
}

using Names = std::vector<std::string>;

TEST_CASE("walk: an empty folder has nothing") {
  const TemporaryFolder folder;
  CHECK(walked({folder.path()}).empty());
}

TEST_CASE("walk: a folder is walked by name, bytewise, files and folders together") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "B.txt", "a/z.txt", "a.txt", "\u00e4.txt", "c/d/e.txt"}) {
    folder.write(name, "x");
  }
  CHECK(walked({folder.path()}) ==
        Names{"B.txt", "a/z.txt", "a.txt", "b.txt", "c/d/e.txt", "\u00e4.txt"});
}

TEST_CASE("walk: a folder gives only files of a known extension, in any case") {
  const TemporaryFolder folder;
  folder.write("a.TXT", "x");
  folder.write("b.unknown", "x");
  folder.write("noextension", "x");
  CHECK(walked({folder.path()}) == Names{"a.TXT"});
}

TEST_CASE("walk: a file that is named is taken whatever its extension") {
  const TemporaryFolder folder;
  CHECK(walked({folder.write("sub/b.unknown", "x")}) == Names{"b.unknown"});
}

TEST_CASE("walk: arguments keep their order") {
  const TemporaryFolder folder;
  const fs::path a = folder.write("x/a.txt", "x");
  const fs::path b = folder.write("b.txt", "x");
  CHECK(walked({b, folder.path() / "x", a}) == Names{"b.txt", "a.txt", "a.txt"});
}

TEST_CASE("walk: a missing path is said") {
  const TemporaryFolder folder;
  const BatchOptions options = batch_of({folder.path() / "gone.txt"});
  Walk walk(options);
  const auto found = walk.next();
  REQUIRE(found);
  CHECK(found->path == "gone.txt");
  CHECK(found->trouble == "no such file or directory");
  CHECK_FALSE(walk.next());
}

TEST_CASE("walk: a link that leads nowhere is said") {
  const TemporaryFolder folder;
  fs::create_symlink("nowhere", folder.path() / "a.txt");
  CHECK(walked({folder.path()}) == Names{"a.txt!"});
}

TEST_CASE("walk: links back into the chain of folders are passed over") {
  const TemporaryFolder folder;
  folder.write("a/b/c.txt", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "a/b/top");
  fs::create_directory_symlink(".", folder.path() / "a/self");
  CHECK(walked({folder.path()}) == Names{"a/b/c.txt"});
}

TEST_CASE("walk: links that double with each folder come to an end, and that is said") {
  const TemporaryFolder folder;
  for (int i = 0; i < 30; ++i) {
    const fs::path here = folder.path() / std::to_string(i);
    fs::create_directories(here);
    for (const std::string name : {"x", "y"}) {
      if (i < 29) fs::create_directory_symlink("../" + std::to_string(i + 1), here / name);
    }
  }
  folder.write("29/a.txt", "a");
  const BatchOptions options = batch_of({folder.path() / "0"});
  Walk walk(options);
  std::size_t documents = 0;
  std::size_t given_up = 0;
  for (auto found = walk.next(); found && documents < 10'000; found = walk.next()) {
    ++documents;
    if (!found->trouble) continue;
    CHECK(found->reason == "budget");
    ++given_up;
  }
  CHECK(documents < 10'000);
  CHECK(given_up > 0);
}

TEST_CASE("walk: a link to another folder is followed") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  const TemporaryFolder other;
  other.write("b.txt", "x");
  fs::create_directory_symlink(other.path(), folder.path() / "in/link");
  CHECK(walked({folder.path()}) == Names{"in/a.txt", "in/link/b.txt"});
}

TEST_CASE("walk: what is no file is said and not opened") {
  const BatchOptions options = batch_of({"/dev/null"});
  Walk walk(options);
  const auto found = walk.next();
  REQUIRE(found);
  CHECK(found->trouble == "not a regular file");
}

TEST_CASE("walk: only what is included and not excluded") {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "a.html", "x/b.html", "x/y/c.html", "z/d.html"}) {
    folder.write(name, "x");
  }
  BatchOptions options = batch_of({folder.path()});
  options.include = {"*.html"};
  CHECK(walked(options) == Names{"a.html", "x/b.html", "x/y/c.html", "z/d.html"});
  options.exclude = {"x/y/", "/a.html"};
  CHECK(walked(options) == Names{"x/b.html", "z/d.html"});
  options.include = {"x/", "a.*"};
  CHECK(walked(options) == Names{"a.txt", "x/b.html"});
}

TEST_CASE("walk: a file that is named is taken whatever the patterns say") {
  const TemporaryFolder folder;
  BatchOptions options = batch_of({folder.write("a.txt", "x")});
  options.include = {"*.html"};
  options.exclude = {"*.txt"};
  CHECK(walked(options) == Names{"a.txt"});
}

TEST_CASE("walk: ignore files hold for their folder, the deeper one first") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a.txt", "keep.txt", "x/a.txt", "x/keep.txt", "x/y/a.txt", "out/a.txt"}) {
    folder.write(name, "x");
  }
  folder.write(".claimlintignore", "a.txt\n/out/\n");
  folder.write("x/.claimlintignore", "!a.txt\n/keep.txt\n");
  folder.write("out/.claimlintignore", "!*\n");
  CHECK(walked({folder.path()}) == Names{"keep.txt", "x/a.txt", "x/y/a.txt"});
}

TEST_CASE("walk: an ignore file that cannot be read is said") {
  const TemporaryFolder folder;
  folder.write("x/.claimlintignore/is/a/folder.bin", "x");
  folder.write("x/a.txt", "x");
  CHECK(walked({folder.path()}) == Names{"x/.claimlintignore!", "x/a.txt"});
}

TEST_CASE("walk: what is not wanted is passed over") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  folder.write("x/b.txt", "x");
  BatchOptions options = batch_of({folder.path(), folder.path() / "a.txt"});
  options.wanted = [](const fs::path& file) { return file.filename() == "b.txt"; };
  CHECK(walked(options) == Names{"x/b.txt"});
}

TEST_CASE("walk: listed paths come behind the arguments and keep their folders") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  folder.write("x/b.unknown", "x");
  folder.write("x/c.txt", "x");
  BatchOptions options = batch_of({folder.path() / "a.txt"});
  Names lines = {"x/c.txt", "./x//b.unknown", "x/", "gone.txt"};
  const fs::path here = fs::current_path();
  fs::current_path(folder.path());
  std::size_t at = 0;
  options.more_paths = [&lines, &at]() -> std::optional<fs::path> {
    if (at == lines.size()) return std::nullopt;
    return lines[at++];
  };
  const Names found = walked(options);
  options.exclude = {"c.txt"};
  options.paths.clear();
  at = 0;
  lines = {"x", "x/c.txt", "x/b.unknown"};
  const Names without = walked(options);
  fs::current_path(here);
  CHECK(found == Names{"a.txt", "x/c.txt", "x/b.unknown", "x/c.txt", "gone.txt!"});
  CHECK(without == Names{"x/b.unknown"});
}

}  // namespace
}  // namespace claimlint::batch
