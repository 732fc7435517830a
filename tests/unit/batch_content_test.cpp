// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "batch/content.hpp"
#include "temporary_folder.hpp"

namespace claimlint::batch {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

TEST_CASE("content: a file is read whole, one that keeps its size has not changed") {
  const TemporaryFolder folder;
  const std::string bytes = std::string(200000, 'x') + std::string("\0\r\n", 3);
  const Content content = read_content({}, {folder.write("a.txt", bytes), "a.txt"});
  CHECK(content.bytes == bytes);
  CHECK(content.reason.empty());
  CHECK_FALSE(content.changed);
}

TEST_CASE("content: a file that vanished after it was found is said") {
  const TemporaryFolder folder;
  BatchOptions options;
  options.paths = {folder.path()};
  const fs::path file = folder.write("a.txt", "x");
  Walk walk(options);
  const auto found = walk.next();
  REQUIRE(found);
  fs::remove(file);
  const Content content = read_content(options, *found);
  CHECK(content.reason == "unreadable");
  CHECK(content.message == "No such file or directory");
}

TEST_CASE("content: a file that became a folder is said") {
  const TemporaryFolder folder;
  const Content content = read_content({}, {folder.path(), "a.txt"});
  CHECK(content.reason == "unreadable");
  CHECK(content.bytes.empty());
}

TEST_CASE("content: no more than the limit is taken, of a stream too") {
  const TemporaryFolder folder;
  std::istringstream in("12345");
  BatchOptions options;
  options.standard_input = &in;
  options.max_bytes = 4;
  const Content streamed = read_content(options, {"-", "-", std::nullopt, true});
  CHECK(streamed.reason == "budget");
  CHECK(streamed.message == "larger than 4 bytes");
  CHECK(read_content(options, {folder.write("a.txt", "12345"), "a.txt"}).reason == "budget");
  CHECK(read_content(options, {folder.write("b.txt", "1234"), "b.txt"}).bytes == "1234");
}

TEST_CASE("content: trouble that the walk found is passed on") {
  Found found{"a.zip", "a.zip", "damaged"};
  found.reason = "budget";
  const Content content = read_content({}, found);
  CHECK(content.reason == "budget");
  CHECK(content.message == "damaged");
}

TEST_CASE("count: of files what the walk would find, without opening them") {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "b/c.txt", "d.bin"}) folder.write(name, "x");
  BatchOptions options;
  options.paths = {folder.path(), folder.path() / "gone.txt"};
  CHECK(count_documents(options) == 3);
  options.exclude = {"b/"};
  CHECK(count_documents(options) == 2);
}

TEST_CASE("count: an archive, a list and a wish to stop leave it open") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  BatchOptions options;
  options.paths = {folder.path()};
  std::stop_source stopped;
  stopped.request_stop();
  CHECK(count_documents(options, stopped.get_token()) == std::nullopt);
  options.more_paths = []() -> std::optional<fs::path> { return std::nullopt; };
  CHECK(count_documents(options) == std::nullopt);
  options.more_paths = {};
  folder.write("b.zip", "x");
  CHECK(count_documents(options) == std::nullopt);
}

}  // namespace
}  // namespace claimlint::batch
