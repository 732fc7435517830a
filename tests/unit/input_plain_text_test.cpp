// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "claimlint/report.hpp"
#include "input/input.hpp"

using claimlint::LineBreaks;
using claimlint::text::Block;
using claimlint::text::kNone;
using claimlint::text::Text;

namespace {

Text read_blocks(std::string clean, LineBreaks line_breaks = LineBreaks::automatic) {
  Text text;
  text.clean = std::move(clean);
  claimlint::input::read_plain_text(text, line_breaks);
  return text;
}

/// One line for each block: its kind and its text.
std::string blocks_of(std::string clean, LineBreaks line_breaks = LineBreaks::automatic) {
  const Text text = read_blocks(std::move(clean), line_breaks);
  std::string lines;
  for (const Block& block : text.blocks) {
    lines += std::string(to_string(block.kind)) + ": " +
             text.clean.substr(block.clean.begin, block.clean.size()) + "\n";
  }
  return lines;
}

constexpr std::string_view kParagraph = "It is said that this helps a great many people.";

std::string with_paragraph(std::string_view line) {
  return std::string(line) + "\n\n" + std::string(kParagraph) + "\n";
}

std::string first_kind(std::string_view line) {
  const Text text = read_blocks(with_paragraph(line));
  REQUIRE_FALSE(text.blocks.empty());
  return std::string(to_string(text.blocks.front().kind));
}

}  // namespace

TEST_CASE("plain text: an empty text has no blocks") {
  CHECK(blocks_of("") == "");
  CHECK(blocks_of("\n \u00A0\n") == "");
}

TEST_CASE("plain text: each line is a block without the white space around it") {
  CHECK(blocks_of("  We care for you.\u00A0\r\n\r\n\tCall us today!\rThanks, all.") ==
        "prose: We care for you.\nprose: Call us today!\nprose: Thanks, all.\n");
}

TEST_CASE("plain text: markers make list items and are no part of them") {
  CHECK(blocks_of("We offer:\n• Massage\n  ✓ Laser\n- Cupping\n– Tapes\n2. Needles\n3) Baths\n") ==
        "heading: We offer:\nlist_item: Massage\nlist_item: Laser\nlist_item: Cupping\n"
        "list_item: Tapes\nlist_item: Needles\nlist_item: Baths\n");
}

TEST_CASE("plain text: a tilde before a blank is a list marker, one that touches is not") {
  CHECK(blocks_of("We help with:\n~ Sleep\n~ Panic\n") ==
        "heading: We help with:\nlist_item: Sleep\nlist_item: Panic\n");
  CHECK(blocks_of("~Anna and the whole of the team here.\n") ==
        "prose: ~Anna and the whole of the team here.\n");
}

TEST_CASE("plain text: a single dash opens a signature, not a list") {
  CHECK(blocks_of("“It is gone.”\n– Lorna P.\n") == "quote: “It is gone.”\nprose: – Lorna P.\n");
}

TEST_CASE("plain text: years and amounts are no list numbers") {
  CHECK(first_kind("2020. That was the year it began.") == "prose");
  CHECK(first_kind("3.5 mm is all it takes to be ill.") == "prose");
}

TEST_CASE("plain text: a short line without a full stop is a heading") {
  CHECK(first_kind("How Headaches Begin") == "heading");
  CHECK(first_kind("WHY WAIT ANY LONGER!") == "heading");
  CHECK(first_kind("Is it safe?") == "heading");
  CHECK(first_kind("What we treat:") == "heading");
}

TEST_CASE("plain text: sentences, long lines and loose ends are no headings") {
  CHECK(first_kind("It works.") == "prose");
  CHECK(first_kind("and so on") == "prose");
  CHECK(first_kind("★★★★★") == "prose");
  CHECK(first_kind("“Nice bottle. Bit dear.” — Jo") == "prose");
  CHECK(first_kind("A long line that goes on and on and on and has no full stop at its end") ==
        "prose");
  CHECK(blocks_of("The last line") == "prose: The last line\n");
}

TEST_CASE("plain text: each block knows the heading above it") {
  const Text text =
      read_blocks("Intro text.\nPart One\nSome text.\n• An item\nPart Two\nMore text.");
  REQUIRE(text.blocks.size() == 6);
  CHECK(text.blocks[0].heading == kNone);
  CHECK(text.blocks[1].heading == kNone);
  CHECK(text.blocks[2].heading == 1);
  CHECK(text.blocks[3].heading == 1);
  CHECK(text.blocks[4].heading == kNone);
  CHECK(text.blocks[5].heading == 4);
}

TEST_CASE("plain text: a title that is repeated stays a heading") {
  CHECK(blocks_of("Heal Your Neck\n\nHeal Your Neck\n\nWe can help you.") ==
        "heading: Heal Your Neck\nheading: Heal Your Neck\nprose: We can help you.\n");
}

TEST_CASE("plain text: rows of stars are no leftovers of a form") {
  CHECK(blocks_of("★★★★★\n\n★★★★★\n\n★★★★★\n\nWe can help.") ==
        "prose: ★★★★★\nprose: ★★★★★\nprose: ★★★★★\nprose: We can help.\n");
}

TEST_CASE("plain text: rows of links, copyright lines and leftovers of forms are boilerplate") {
  CHECK(first_kind("Home | About us | Contact") == "boilerplate");
  CHECK(first_kind("Home » Blog » Heal Your Neck") == "boilerplate");
  CHECK(first_kind("© 2023 Spine Clinic. All rights reserved.") == "boilerplate");
  CHECK(blocks_of("Widget\n\nWidget\n\nWidget\n\nWe can help.") ==
        "boilerplate: Widget\nboilerplate: Widget\nboilerplate: Widget\nprose: We can help.\n");
}

TEST_CASE("plain text: a sentence with a bar in it is no row of links") {
  CHECK(first_kind("We treat necks | backs | hips and everything else that may hurt you today.") ==
        "prose");
}

TEST_CASE("plain text: a line that is one quotation is a quote") {
  CHECK(first_kind("“I could not walk. Now I dance.”") == "quote");
  CHECK(first_kind("\"I could not walk. Now I dance.\"") == "quote");
  CHECK(first_kind("“Yes,” he said, “it is gone.”") == "prose");
}

TEST_CASE("plain text: short lines in a row are a list that lost its markers") {
  CHECK(blocks_of("Conditions\nNeck pain\nHip pain\nAsthma\n\nWe treat them.") ==
        "heading: Conditions\nlist_item: Neck pain\nlist_item: Hip pain\nlist_item: Asthma\n"
        "prose: We treat them.\n");
}

TEST_CASE("plain text: lines broken at a fixed width make one block") {
  const std::string wrapped =
      "Many people who live with pain in the neck have tried a good number\n"
      "of things before they come to us, and most of them are surprised how\n"
      "simple the first steps can be. We begin with a talk about what it is\n"
      "that you do all day, and only then do we look. Neither takes long.\n"
      "We think so.\n"
      "\n"
      "After that we make a plan with you, and we look at it again whenever\n"
      "Ms. Example has time.\n";
  const Text text = read_blocks(wrapped);
  REQUIRE(text.blocks.size() == 3);
  CHECK(text.blocks[0].clean.begin == 0);
  CHECK(text.blocks[0].clean.end == wrapped.find("long.") + 5);
}

TEST_CASE("plain text: lines of any length are not joined") {
  const std::string first = "We do not use force, and we never have in all of the many years";
  const std::string text =
      first + "\n" + first + "\n" + first + "\n" + std::string(140, 'a') + ".\n";
  CHECK(read_blocks(text).blocks.size() == 4);
}

TEST_CASE("plain text: hard line breaks end a block each, whatever the text looks like") {
  const std::string wrapped =
      "Many people who live with pain in the neck have tried a good number\n"
      "of things before they come to us, and most of them are surprised how\n"
      "simple the first steps can be. We begin with a talk about what it is\n"
      "that you do all day, and only then do we look. Neither takes long.\n";
  CHECK(read_blocks(wrapped).blocks.size() == 1);
  CHECK(read_blocks(wrapped, LineBreaks::hard).blocks.size() == 4);
  CHECK(blocks_of("It helps when you\nsleep well.", LineBreaks::hard) ==
        "heading: It helps when you\nprose: sleep well.\n");
}

TEST_CASE("plain text: soft line breaks are blanks, and an empty line parts") {
  CHECK(blocks_of("It\nHelps you\nsleep.\n \nWell.\n", LineBreaks::soft) ==
        "prose: It\nHelps you\nsleep.\nprose: Well.\n");
}

TEST_CASE("plain text: soft line breaks keep list items apart, with the lines that go on") {
  CHECK(blocks_of("- Deeper\nsleep\n- Less\n  stress\n", LineBreaks::soft) ==
        "list_item: Deeper\nsleep\nlist_item: Less\n  stress\n");
}

TEST_CASE("plain text: lines that go on in small letters and never end stay lines") {
  const std::string line = "it may ease a stiff neck and a sore back or so they say all day\n";
  std::string source = std::string(120, 'x') + "\n";
  for (int i = 0; i < 20000; ++i) source += line;
  CHECK(read_blocks(source).blocks.size() == 20001);
}
