// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "claimlint/manifest.hpp"

namespace claimlint {
namespace {

std::string problems_of(std::string_view bytes) {
  try {
    Manifest::read(bytes, "m");
  } catch (const ManifestError& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("manifest: the head line says which column is what") {
  const Manifest manifest =
      Manifest::read("language,path,url\nen,blog/a.html,https://example.org/a\n,b.txt,\n", "m");
  REQUIRE(manifest.find("blog/a.html") != nullptr);
  CHECK(manifest.find("blog/a.html")->origin.url == "https://example.org/a");
  CHECK(manifest.find("blog/a.html")->language == "en");
  CHECK(manifest.find("blog/a.html")->origin.site == std::nullopt);
  REQUIRE(manifest.find("b.txt") != nullptr);
  CHECK(manifest.find("b.txt")->origin.url == std::nullopt);
  CHECK(manifest.find("b.txt")->language == std::nullopt);
  CHECK(manifest.find("blog") == nullptr);
}

TEST_CASE("manifest: quoted values hold commas, quotes and line ends") {
  const Manifest manifest = Manifest::read(
      "path,title\r\n\"a,b.txt\",\"He said \"\"cured\"\",\r\nand left\"\r\nc.txt,plain\r\n", "m");
  CHECK(manifest.find("a,b.txt")->origin.title == "He said \"cured\",\r\nand left");
  CHECK(manifest.find("c.txt")->line == 4);
}

TEST_CASE("manifest: a byte order mark belongs to no column") {
  CHECK(Manifest::read("\xEF\xBB\xBFpath,site\na,s\n", "m").find("a")->origin.site == "s");
}

TEST_CASE("manifest: JSON lines say the same") {
  const Manifest manifest = Manifest::read(
      "{\"path\":\"a\",\"title\":\"T\",\"url\":null}\n\n{\"path\":\"b\",\"retrieved\":\"2026-01-"
      "02\"}\n",
      "m");
  CHECK(manifest.find("a")->origin.title == "T");
  CHECK(manifest.find("a")->origin.url == std::nullopt);
  CHECK(manifest.find("b")->origin.retrieved == "2026-01-02");
  CHECK(manifest.find("b")->line == 3);
}

TEST_CASE("manifest: all that is wrong is said, each with its line") {
  CHECK(problems_of("path,colour\na,red\na,blue\nb\n") ==
        "m:1: there is no column 'colour'\n"
        "m:4: 1 values for 2 columns\n"
        "m:3: 'a' is in line 2 too");
  CHECK(problems_of("{\"path\":\"a\",\"colour\":1}\nnonsense\n{\"path\":1}\n[]\n") ==
        "m:1: there is no column 'colour'\n"
        "m:2: no JSON\n"
        "m:3: 'path' is no text\n"
        "m:4: a line is one JSON object\n"
        "m:3: a path is missing");
  CHECK(problems_of("url\nhttps://example.org\n") == "m:2: a path is missing");
  CHECK(problems_of("path,path\na,b\n").starts_with("m:1: column 'path' is there twice"));
  CHECK(problems_of("path,title\na,\"open\n") == "m:2: a quote is not closed");
  CHECK(problems_of("path,title\na,\"closed\" twice\n") == "m:2: text behind a closing quote");
  CHECK(problems_of("path\n\na\n\xff\n") == "m:4: bytes that are no utf-8");
  CHECK(problems_of("") == "m:1: a head line with the names of the columns is missing");
}

TEST_CASE("manifest: tells a source what is known of it and leaves others alone") {
  const Manifest manifest = Manifest::read("path,url,language\na,u,en\n", "m");
  Source known{.path = "a"};
  manifest.describe(known);
  CHECK(known.origin.url == "u");
  CHECK(known.language == "en");
  Source other{.path = "b", .language = "de"};
  manifest.describe(other);
  CHECK(other.language == "de");
}

}  // namespace
}  // namespace claimlint
