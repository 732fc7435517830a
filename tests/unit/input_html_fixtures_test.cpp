// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "input/html_page.hpp"
#include "input/input.hpp"

using claimlint::Span;
using namespace claimlint::input;

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The pages under tests/fixtures/html, by name.
std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  const std::filesystem::path folder = CLAIMLINT_SOURCE_DIR "/tests/fixtures/html";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Reading read_fixture(const std::string& bytes) { return read(bytes, "page.html", {}, "en"); }

/// Where a block stands in the source, piece by piece.
std::vector<Span> places(const claimlint::text::Text& text, Span clean) {
  std::vector<Span> parts = text.to_source.source_parts(clean);
  if (parts.empty()) parts.push_back(text.to_source.to_source(clean));
  return parts;
}

std::string json_string(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    c == '\n' ? json += "\\n" : json += c;
  }
  return json + '"';
}

/// One line of JSON for each block: kind, text, the pieces of the source.
std::string golden_of(const Reading& reading) {
  std::string json = "[";
  for (const auto& block : reading.text.blocks) {
    json += json.size() == 1 ? "\n " : ",\n ";
    json += "{\"kind\":" + json_string(to_string(block.kind)) + ",\"text\":" +
            json_string(reading.text.clean.substr(block.clean.begin, block.clean.size())) +
            ",\"spans\":[";
    bool first = true;
    for (const Span part : places(reading.text, block.clean)) {
      if (!first) json += ',';
      first = false;
      json += '[' + std::to_string(part.begin) + ',' + std::to_string(part.end) + ']';
    }
    json += "]}";
  }
  return json + "\n]\n";
}

}  // namespace

TEST_CASE("html fixtures: pages of real shapes give the blocks beside them") {
  const char* const update = std::getenv("CLAIMLINT_UPDATE_GOLDEN");
  REQUIRE(pages().size() >= 6);
  for (const std::filesystem::path& page : pages()) {
    INFO(page.filename().string());
    const std::string actual = golden_of(read_fixture(contents(page)));
    std::filesystem::path golden = page;
    golden.replace_extension(".json");
    if (update != nullptr) std::ofstream(golden, std::ios::binary) << actual;
    CHECK(contents(golden) == actual);
  }
}

TEST_CASE("html fixtures: the cleaned pieces of each word are that word") {
  for (const std::filesystem::path& page : pages()) {
    const std::string bytes = contents(page);
    const Reading reading = read_fixture(bytes);
    if (reading.encoding != "utf-8") continue;
    for (const auto& block : reading.text.blocks) {
      const std::string words = reading.text.clean.substr(block.clean.begin, block.clean.size());
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find_first_of(" \n", at), words.size());
        std::string pieces;
        const Span clean{block.clean.begin + at, block.clean.begin + end};
        for (const Span part : places(reading.text, clean)) {
          pieces += bytes.substr(part.begin, part.size());
        }
        INFO(page.filename().string() << ": " << words.substr(at, end - at));
        // An escape in JSON and half a pair of tags stand for a sign only where they are.
        const bool cut = pieces.find_first_of('\\') != std::string::npos ||
                         pieces.find("q>") != std::string::npos;
        if (!cut) CHECK(read_page(pieces).text.clean == words.substr(at, end - at));
        at = std::min(words.find_first_not_of(" \n", end), words.size());
      }
    }
  }
}
