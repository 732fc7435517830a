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
std::vector<std::string> walked(std::vector<fs::path> paths) {
  Walk walk(std::move(paths));
  std::vector<std::string> found;
  while (const auto next = walk.next()) found.push_back(next->path + (next->trouble ? "!" : ""));
  return found;
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
  Walk walk({folder.path() / "gone.txt"});
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

TEST_CASE("walk: a link to another folder is followed") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "x");
  const TemporaryFolder other;
  other.write("b.txt", "x");
  fs::create_directory_symlink(other.path(), folder.path() / "in/link");
  CHECK(walked({folder.path()}) == Names{"in/a.txt", "in/link/b.txt"});
}

TEST_CASE("walk: what is no file is said and not opened") {
  Walk walk({"/dev/null"});
  const auto found = walk.next();
  REQUIRE(found);
  CHECK(found->trouble == "not a regular file");
}

}  // namespace
}  // namespace claimlint::batch
