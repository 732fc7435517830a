// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimlint/uax29.hpp"
#include "lexicon/embedded.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace claimlint {
namespace {

// Public test data that are not ours to pass on: they may lie beside the repository.
const std::filesystem::path kData =
    std::filesystem::path(CLAIMLINT_SOURCE_DIR).parent_path() / "shared" / "data";

bool is_absent(const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) return false;
  MESSAGE("skipped: there is no ", file.filename().string());
  return true;
}

/// A line of the Unicode test files: "÷ 0061 × 0308 ÷ # comment".
struct Case {
  std::string points;  ///< as written, without the comment
  std::string utf8;
  std::vector<std::size_t> edges;
};

std::vector<Case> unicode_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    Case each;
    each.points = line.substr(0, line.find('#'));
    each.points.erase(each.points.find_last_not_of(" \t\r") + 1);
    std::istringstream fields(each.points);
    for (std::string field; fields >> field;) {
      if (field == "\u00F7") {
        each.edges.push_back(each.utf8.size());
      } else if (field != "\u00D7") {
        text::append_utf8(each.utf8, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
      }
    }
    if (!each.utf8.empty()) cases.push_back(std::move(each));
  }
  return cases;
}

std::vector<std::size_t> edges_of(const std::vector<Span>& spans) {
  std::vector<std::size_t> edges{0};
  for (const Span span : spans) edges.push_back(span.end);
  return edges;
}

void check_conformance(const std::string& name, std::size_t count,
                       std::vector<Span> (*segment)(std::string_view)) {
  const std::filesystem::path file = kData / "uax29" / name;
  if (is_absent(file)) return;
  const std::vector<Case> cases = unicode_cases(file);
  CHECK(cases.size() == count);
  for (const Case& each : cases) {
    CAPTURE(each.points);
    CHECK(edges_of(segment(each.utf8)) == each.edges);
  }
}

using Strings = std::vector<std::string>;

Strings shipped_abbreviations() { return lexicon::embedded_model().abbreviations; }

/// White space of any kind and length as one blank.
std::string plain(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// The lists are of bare strings, so they are split as one block, without a reader's help.
Strings split(std::string clean, const Strings& abbreviations) {
  text::Text text;
  text.blocks.push_back({BlockKind::prose, {0, clean.size()}, text::kNone});
  text.clean = std::move(clean);
  const text::Document document = text::segment(std::move(text), abbreviations);
  Strings result;
  for (const text::SentenceRange& sentence : document.sentences) {
    result.push_back(plain(document.clean_text(sentence.folded)));
  }
  return result;
}

struct Tally {
  std::size_t exact = 0;
  std::size_t cases = 0;
};

/// A case counts where the whole list of sentences is equal, white space aside.
Tally count_golden(const std::string& name, bool list_failures) {
  const std::filesystem::path file = kData / "sbd_golden" / name;
  if (is_absent(file)) return {};
  const Strings abbreviations = shipped_abbreviations();
  Tally tally;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line); ++tally.cases) {
    const auto record = nlohmann::json::parse(line);
    Strings wanted;
    for (const auto& sentence : record["sentences"]) {
      wanted.push_back(plain(sentence.get<std::string>()));
    }
    const Strings found = split(record["text"].get<std::string>(), abbreviations);
    if (found == wanted) {
      ++tally.exact;
    } else if (list_failures) {
      std::string parts;
      for (const std::string& sentence : found) parts += "[" + sentence + "] ";
      MESSAGE(name, " ", record["id"].get<int>(), ": ", parts);
    }
  }
  MESSAGE(name, ": ", tally.exact, " of ", tally.cases);
  return tally;
}

}  // namespace

TEST_CASE("conformance: untailored sentences are those of UAX #29") {
  check_conformance("SentenceBreakTest-15.0.0.txt", 502, &uax29_sentences);
}

TEST_CASE("conformance: untailored words are those of UAX #29") {
  check_conformance("WordBreakTest-15.0.0.txt", 1823, &uax29_words);
}

TEST_CASE("conformance: the golden rules of English that other splitters are measured by") {
  const Tally list_of_48 = count_golden("pysbd_golden_en_48.jsonl", true);
  CHECK(list_of_48.exact + 2 >= list_of_48.cases);
  count_golden("golden_rules_en_52.jsonl", false);
  count_golden("pragmatic_segmenter_english_extra.jsonl", false);
}

}  // namespace claimlint
