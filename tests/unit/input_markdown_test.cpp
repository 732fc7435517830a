// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/input.hpp"

using claimlint::BlockKind;
using claimlint::Span;
using claimlint::Status;
using namespace claimlint::input;

namespace {

using Shown = std::vector<std::pair<BlockKind, std::string>>;

Reading read_markdown_text(std::string_view source) { return read(source, "a.md", {}, "en"); }

Shown blocks_of(const Reading& reading) {
  Shown shown;
  for (const auto& block : reading.text.blocks) {
    shown.emplace_back(block.kind,
                       reading.text.clean.substr(block.clean.begin, block.clean.size()));
  }
  return shown;
}

Shown blocks_of(std::string_view source) { return blocks_of(read_markdown_text(source)); }

/// The bytes of the source that words of the clean text came from.
std::string source_of(std::string_view source, std::string_view words) {
  const Reading reading = read_markdown_text(source);
  const std::size_t at = reading.text.clean.find(words);
  REQUIRE(at != std::string::npos);
  const Span span = reading.text.to_source.to_source({at, at + words.size()});
  return std::string(source.substr(span.begin, span.size()));
}

constexpr auto kProse = BlockKind::prose;
constexpr auto kHeading = BlockKind::heading;
constexpr auto kItem = BlockKind::list_item;
constexpr auto kQuote = BlockKind::quote;
constexpr auto kCell = BlockKind::table_cell;
constexpr auto kHidden = BlockKind::hidden;

}  // namespace

TEST_CASE("markdown: headings, paragraphs, lists and quotes are blocks") {
  CHECK(blocks_of("# One\n\nIt cures\npain.\n\nTwo\n===\n\n- first\n- second\n  1. inner\n\n"
                  "> A quote.\n> - in it\n") == Shown{{kHeading, "One"},
                                                      {kProse, "It cures pain."},
                                                      {kHeading, "Two"},
                                                      {kItem, "first"},
                                                      {kItem, "second"},
                                                      {kItem, "inner"},
                                                      {kQuote, "A quote."},
                                                      {kQuote, "in it"}});
}

TEST_CASE("markdown: a block knows the heading above it") {
  const Reading reading = read_markdown_text("# One\n\ntext\n\n## Two\n\n* item\n");
  REQUIRE(reading.text.blocks.size() == 4);
  CHECK(reading.text.blocks[1].heading == 0);
  CHECK(reading.text.blocks[3].heading == 2);
}

TEST_CASE("markdown: table cells") {
  CHECK(blocks_of("| A | B |\n|---|---|\n| cures pain | 90 % |\n") ==
        Shown{{kCell, "A"}, {kCell, "B"}, {kCell, "cures pain"}, {kCell, "90 %"}});
}

TEST_CASE("markdown: markup is left out of the words and kept in the spans") {
  constexpr std::string_view kSource = "It **cures** [chronic *pain*](http://a.example/x) now.\n";
  CHECK(blocks_of(kSource) == Shown{{kProse, "It cures chronic pain now."}});
  CHECK(source_of(kSource, "cures") == "cures");
  CHECK(source_of(kSource, "chronic pain") == "chronic *pain");
  CHECK(source_of(kSource, "pain now") == "pain*](http://a.example/x) now");
}

TEST_CASE("markdown: entities are decoded and map as a whole") {
  constexpr std::string_view kSource = "Aches &amp; pains, caf&eacute; &#189; &unknown; end.\n";
  CHECK(blocks_of(kSource) == Shown{{kProse, "Aches & pains, café ½ &unknown; end."}});
  CHECK(source_of(kSource, "&") == "&amp;");
  CHECK(source_of(kSource, "é") == "&eacute;");
  CHECK(source_of(kSource, "½ &unknown; end") == "&#189; &unknown; end");
}

TEST_CASE("markdown: escapes, line ends and NUL") {
  CHECK(blocks_of("1\\. It\\*cures\\* pain\n") == Shown{{kProse, "1. It*cures* pain"}});
  CHECK(blocks_of("one  \ntwo\\\nthree\r\nfour\n") == Shown{{kProse, "one\ntwo\nthree four"}});
  constexpr std::string_view kNul("It cures pain\0 here, always.\n", 29);
  CHECK(source_of(kNul, "pain\xEF\xBF\xBD here") == std::string_view("pain\0 here", 10));
}

TEST_CASE("markdown: a word after a soft break in a quote keeps its place") {
  constexpr std::string_view kSource = "> It cures\n> pain **for\n> good**.\n";
  CHECK(blocks_of(kSource) == Shown{{kQuote, "It cures pain for good."}});
  CHECK(source_of(kSource, "good") == "good");
  CHECK(source_of(kSource, "cures pain") == "cures\n> pain");
}

TEST_CASE("markdown: front matter is hidden, code is left out") {
  CHECK(blocks_of("---\ntitle: \"Cures migraine\"\ndate: 2026-01-01\ndescription: >\n  No side\n"
                  "  effects\ntags: [a, b]\n---\n# Pain\n\n```\ncode\n```\n\nUse `x` daily.\n") ==
        Shown{{kHidden, "Cures migraine"},
              {kHidden, "No side"},
              {kHidden, "effects"},
              {kHeading, "Pain"},
              {kProse, "Use x daily."}});
  CHECK(blocks_of("+++\ntitle = 'Cures migraine'\n+++\nText.\n") ==
        Shown{{kHidden, "Cures migraine"}, {kProse, "Text."}});
}

TEST_CASE("markdown: code that was left out is counted") {
  const Reading reading = read_markdown_text("Text.\n\n```\ncode\n```\n\n~~~\nmore\n");
  CHECK(blocks_of(reading) == Shown{{kProse, "Text."}});
  REQUIRE(reading.notes.size() == 1);
  CHECK(reading.notes[0].code == "markdown.unread.code");
  CHECK(reading.notes[0].message.starts_with("2 "));
}

TEST_CASE("markdown: a rule at the top is no front matter") {
  CHECK(blocks_of("---\n\nIt cures.\n") == Shown{{kProse, "It cures."}});
}

TEST_CASE("markdown: titles of links and texts of images are hidden blocks") {
  constexpr std::string_view kSource =
      "![A cure for pain](a.png)\n\nSee [this](b \"ends all pain\")\n\n![logo](c.png \"Us\")\n";
  CHECK(blocks_of(kSource) ==
        Shown{{kHidden, "A cure for pain"}, {kProse, "See this"}, {kHidden, "ends all pain"}});
  CHECK(source_of(kSource, "ends all pain") == "ends all pain");
}

TEST_CASE("markdown: a hidden text parts no sentence") {
  constexpr std::string_view kSource =
      "It ![a healed neck](a.png \"before and after\") cures [most](b \"ends all pain\") pain.\n";
  CHECK(blocks_of(kSource) == Shown{{kProse, "It cures most pain."},
                                    {kHidden, "a healed neck"},
                                    {kHidden, "before and after"},
                                    {kHidden, "ends all pain"}});
  CHECK(source_of(kSource, "before and after") == "before and after");
  CHECK(source_of(kSource, "cures most") == "cures [most");
  CHECK(source_of(kSource, "pain.") == "pain.");
}

TEST_CASE("markdown: a title that repeats its link is no second text") {
  CHECK(blocks_of("We treat [neck pain](a \"Neck pain\") here.\n") ==
        Shown{{kProse, "We treat neck pain here."}});
}

TEST_CASE("markdown: a title of a definition is read once, where it stands") {
  constexpr std::string_view kSource =
      "See [this][1] and [that][1].\n\nMore.\n\n[1]: /a \"ends all pain\"\n\nLast words.\n";
  const Reading reading = read_markdown_text(kSource);
  CHECK(blocks_of(reading) == Shown{{kProse, "See this and that."},
                                    {kHidden, "ends all pain"},
                                    {kProse, "More."},
                                    {kProse, "Last words."}});
  CHECK(reading.notes.empty());
  CHECK(source_of(kSource, "ends all pain") == "ends all pain");
  CHECK(source_of(kSource, "More.") == "More.");
  CHECK(source_of(kSource, "Last words.") == "Last words.");
}

TEST_CASE("markdown: titles with escapes, references and line ends") {
  constexpr std::string_view kSource =
      "See [a](b \"ends \\\"all\\\" pain\") or [c](d 'no &amp; never\nagain').\n\n"
      "> [e][f]\n>\n> [f]: g (really \\(really\\) works)\n";
  const Reading reading = read_markdown_text(kSource);
  CHECK(blocks_of(reading) == Shown{{kProse, "See a or c."},
                                    {kHidden, "ends \"all\" pain"},
                                    {kHidden, "no & never again"},
                                    {kQuote, "e"},
                                    {kHidden, "really (really) works"}});
  CHECK(reading.notes.empty());
  CHECK(source_of(kSource, "\"all\" pain") == "\\\"all\\\" pain");
  CHECK(source_of(kSource, "& never again") == "&amp; never\nagain");
  CHECK(source_of(kSource, "(really) works") == "\\(really\\) works");
}

TEST_CASE("markdown: titles of inline tags are hidden texts") {
  constexpr std::string_view kSource =
      "It <a href=x title=\"ends all pain\">cures</a> <!-- never seen --> most pain.\n";
  CHECK(blocks_of(kSource) == Shown{{kProse, "It cures most pain."}, {kHidden, "ends all pain"}});
  CHECK(source_of(kSource, "ends all pain") == "ends all pain");
}

TEST_CASE("markdown: inline tags are left out, blocks of HTML are read") {
  CHECK(blocks_of("It <b>cures</b><br>pain.\n") == Shown{{kProse, "It cures\npain."}});
  constexpr std::string_view kSource =
      "Before.\n\n<div class=\"x\"><p>It cures &amp; heals.</p>\n"
      "<img src=a alt=\"ends all pain\"></div>\n\n<script>x()</script>\n\nAfter.\n";
  CHECK(blocks_of(kSource) == Shown{{kProse, "Before."},
                                    {kProse, "It cures & heals."},
                                    {kHidden, "ends all pain"},
                                    {kProse, "After."}});
  CHECK(source_of(kSource, "cures & heals") == "cures &amp; heals");
}

TEST_CASE("markdown: a byte order mark and UTF-16 keep exact places") {
  const std::string marked = "\xEF\xBB\xBF# It *cures* pain\n";
  CHECK(source_of(marked, "cures") == "cures");
  const std::string_view narrow = "It **cures** pain\n";
  std::string wide = "\xFF\xFE";
  for (const char c : narrow) wide.append({c, '\0'});
  const Reading reading = read_markdown_text(wide);
  REQUIRE(reading.text.clean == "It cures pain");
  CHECK(reading.text.to_source.to_source({3, 8}) == Span{2 + 2 * 5, 2 + 2 * 10});
}

TEST_CASE("markdown: spans rise but for hidden text") {
  constexpr std::string_view kSource =
      "---\ntitle: A *b* c\n---\n# H &lt; *i*\n\ntext [a b](x \"t t\") **b**\n> q\n\n| a |\n|---|\n"
      "| `c` |\n\n<p>html <i>x</i></p>\n\nend &amp;\n";
  const Reading reading = read_markdown_text(kSource);
  Span before;
  for (const auto& block : reading.text.blocks) {
    if (block.kind == kHidden) before = {};
    for (std::size_t i = block.clean.begin; i < block.clean.end; ++i) {
      const Span span = reading.text.to_source.to_source({i, i + 1});
      CHECK(span.begin >= before.begin);
      CHECK(span.end >= before.end);
      CHECK(span.end <= kSource.size());
      before = span;
    }
    if (block.kind == kHidden) before = {};
  }
}

TEST_CASE("markdown: odd input is read to its end") {
  for (const std::string part :
       {"[", "![", "> ", "* ", "**a ", "a ` ", "<a ", "|", "&#", "\\", "- - ", "[a](b \"c d\") "}) {
    std::string source;
    for (int i = 0; i < 20000; ++i) source += part;
    source += "\n\nIt cures pain.\n";
    const Reading reading = read_markdown_text(source);
    CHECK_MESSAGE(reading.text.clean.find("It cures pain.") != std::string::npos, part);
  }
}

TEST_CASE("markdown: what would cost the square of its size is read as plain text") {
  const auto repeated = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  const std::string links = repeated("[it may ease](b)\n", 20000);
  const std::string title =
      "[a]: /u \"" + repeated("it ", 10000) + "\"\n\n" + repeated("[a] ", 10000);
  const std::string table =
      repeated("|a", 3000) + "|\n" + repeated("|---", 3000) + "|\n" + repeated("|b|\n", 3000);
  for (const std::string& source : {links, title, table}) {
    const Reading reading = read_markdown_text(source);
    CHECK(reading.status == claimlint::Status::partial);
    CHECK(reading.reasons == std::vector<std::string>{"budget"});
    CHECK(reading.text.clean == source);
    CHECK(!reading.text.blocks.empty());
  }
}

TEST_CASE("markdown: many items, rows and definitions are none too many") {
  std::string source = "|a|b|\n|---|---|\n";
  for (int i = 0; i < 5000; ++i) source += "|5 mg|[b](c)|\n";
  source += "\n";
  for (int i = 0; i < 5000; ++i) source += "- [it may ease](b)\n";
  source += "\n";
  for (int i = 0; i < 5000; ++i) source += "[a" + std::to_string(i) + "]: /u\n";
  CHECK(read_markdown_text(source).status == claimlint::Status::audited);
}
