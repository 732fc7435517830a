// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "peers_sample.hpp"

// Each case names the request or bug report of another tool's users that it answers.

namespace claimlint::peers {
namespace {

/// The place of a mention with that text; empty where there is none.
Place mention(const Report& report, std::string_view text) {
  for (const Sentence& sentence : report.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.text == text) return mention.place;
    }
  }
  return {};
}

}  // namespace

// vale-cli/vale#687
TEST_CASE("positions: entities before, in and behind a claim keep it where the source has it") {
  const std::string page =
      "<p>It&rsquo;s true &mdash; massage cures migraine&nbsp;&amp; it&#8217;s safe.</p>";
  const Report report = audit(page);
  CHECK(claims(report) == Spans{nth(page, "cures")});
  CHECK(mention(report, "migraine").span == nth(page, "migraine"));
  REQUIRE(!report.sentences.empty());
  CHECK(report.sentences[0].text.starts_with("It\u2019s true"));
  CHECK(report.sentences[0].place.span.begin == nth(page, "It&rsquo;s").begin);
}

// vale-cli/vale#1083
TEST_CASE("positions: a claim stands where it was found, not where its words come first") {
  const std::string page = "<p>Salt cures ham. No salt cures gout. Massage cures migraine.</p>";
  CHECK(claims(audit(page)) == Spans{nth(page, "cures", 3)});
}

// vale-cli/vale#1186
TEST_CASE("positions: a phrase that is a link's sole text earlier is reported again in prose") {
  const std::string page =
      "<p><a href='/m'>Massage cures migraine</a></p><p>As we say: massage cures migraine.</p>";
  CHECK(claims(audit(page)) == Spans{nth(page, "cures", 1), nth(page, "cures", 2)});
}

// vale-cli/vale#502
TEST_CASE("positions: six equal claims are six claims, each at its own place") {
  const std::string page =
      "<p>Massage cures migraine. Massage cures migraine.<br>Massage cures migraine.</p>"
      "<ul><li>Massage cures migraine.</li><li>Massage <b>cures</b> migraine.</li></ul>"
      "<p>Massage cures migraine.</p>";
  const Report report = audit(page);
  Spans wanted;
  for (std::size_t i = 1; i <= 6; ++i) wanted.push_back(nth(page, "cures", i));
  CHECK(claims(report) == wanted);
  CHECK(report.score->claims == 6);
}

// vale-cli/vale#1007
TEST_CASE("positions: front matter shifts no place, and its repeats are reported apart") {
  const std::string page =
      "---\ntitle: Massage cures migraine\ndate: 2026-01-01\n---\n\n# Massage cures migraine\n\n"
      "Massage cures migraine, massage cures migraine.\n";
  const Report report = audit(page, "page.md");
  const Spans found = claims(report);
  for (std::size_t i = 1; i <= 3; ++i) {
    CHECK(std::count(found.begin(), found.end(), nth(page, "cures", i)) == 1);
  }
  REQUIRE(report.sentences.size() == 3);
  CHECK(report.sentences[0].block == BlockKind::hidden);
  CHECK(report.sentences[0].line == 2);
  CHECK(report.sentences[0].column == 8);
  CHECK(report.sentences[1].line == 6);
  CHECK(report.sentences[2].line == 8);
}

// vale-cli/vale#105
TEST_CASE("positions: a claim in a link is marked in the link, not at the same words before") {
  const std::string page = "What cures migraine? [Massage cures migraine](/massage).\n";
  const Report report = audit(page, "page.md");
  CHECK(claims(report) == Spans{nth(page, "cures", 2)});
  CHECK(mention(report, "Massage").span == nth(page, "Massage"));
}

// languagetool-org/languagetool#6608
TEST_CASE("positions: words with markup in them have their length in the source, and parts") {
  const std::string page = "<p>Massage c<i>ur</i>es mi<b class='x'>grai</b>ne.</p>";
  const Report report = audit(page);
  REQUIRE(claims(report) == Spans{nth(page, "c<i>ur</i>es")});
  const Place migraine = mention(report, "migraine");
  CHECK(migraine.span == nth(page, "mi<b class='x'>grai</b>ne"));
  const std::size_t tail = page.find("ne.<");
  CHECK(migraine.parts == Spans{nth(page, "mi"), nth(page, "grai"), {tail, tail + 2}});
}

// languagetool-org/languagetool#2958
TEST_CASE("positions: soft hyphens shift nothing, as bytes and as entities") {
  const std::string page = "<p>Mas&shy;sage cures mi\u00ADgraine. It cures gout, too.</p>";
  const Report report = audit(page);
  const Spans found = claims(report);
  REQUIRE(!found.empty());
  CHECK(found[0] == nth(page, "cures"));
  REQUIRE(report.sentences.size() == 2);
  REQUIRE(report.sentences[0].mentions.size() == 2);
  CHECK(report.sentences[0].mentions[0].place.span == nth(page, "Mas&shy;sage"));
  CHECK(report.sentences[0].mentions[1].place.span == nth(page, "mi\u00ADgraine"));
}

// jxmorris12/language_tool_python#83, darvid/python-hyperscan#154
TEST_CASE("positions: letters outside the basic plane count as their bytes") {
  const std::string text =
      "\U0001F600\U0001D4B3 Massage cures migraine \U0001F3FD. Massage cures gout.";
  for (const std::string path : {"a.txt", "a.md", "a.html"}) {
    const Report report = audit(text, path);
    INFO(path);
    const Spans found = claims(report);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == nth(text, "cures", 1));
    CHECK(found[1] == nth(text, "cures", 2));
    for (const Sentence& sentence : report.sentences) {
      CHECK(sentence.place.span.end <= text.size());
      CHECK(bytes_of(text, sentence.place) == sentence.text);
    }
  }
}

// chartbeat-labs/textacy#121, asyml/forte#9, clulab/reach#316, asahi417/tner#23
TEST_CASE("positions: collapsed white space, accents and ligatures map back") {
  const std::string page =
      "<p>\n  Massage\t\n   <em>cures</em>  ba\uFB04ing mi\u0301graine&#32;fast.\n</p>";
  const Report report = audit(page);
  REQUIRE(report.sentences.size() == 1);
  CHECK(report.sentences[0].text == "Massage cures ba\uFB04ing mi\u0301graine fast.");
  CHECK(mention(report, "Massage").span == nth(page, "Massage"));
  CHECK(report.sentences[0].place.span == Span{page.find("Massage"), page.find("fast.") + 5});
}

// lasigeBioTM/MER#15
TEST_CASE("positions: an EM SPACE is a space of three bytes") {
  const std::string text = "Massage\u2003cures\u2003migraine.\u2003It cures gout.";
  const Report report = audit(text, "a.txt");
  const Spans found = claims(report);
  REQUIRE(!found.empty());
  CHECK(found[0] == nth(text, "cures"));
  CHECK(mention(report, "migraine").span == nth(text, "migraine"));
  CHECK(report.sentences.size() == 2);
}

// nipunsadvilkar/pySBD#49
TEST_CASE("positions: sentences stand where they say, also where one repeats another") {
  const std::string text = "It helped. It helped. \"It helped.\" It helped.";
  const Report report = audit(text, "a.txt");
  REQUIRE(report.sentences.size() == 4);
  std::size_t end = 0;
  for (const Sentence& sentence : report.sentences) {
    CHECK(bytes_of(text, sentence.place) == sentence.text);
    CHECK(sentence.place.span.begin >= end);
    end = sentence.place.span.end;
  }
}

// explosion/spaCy#3457
TEST_CASE("positions: an HTML letter keeps its markup, and each claim its place in it") {
  const std::string page =
      "<table width=600><tr><td><font face=Arial>Dear&nbsp;Ann,<br><br>massage "
      "<span style=\"color:red\">cures</span><!-- sic --> your migraine.</font></td></tr></table>";
  const Report report = audit(page);
  CHECK(claims(report) == Spans{nth(page, "cures")});
  REQUIRE(report.sentences.size() == 2);
  CHECK(report.sentences[1].text == "massage cures your migraine.");
  CHECK(bytes_of(page, report.sentences[1].place) == "massage cures your migraine.");
}

}  // namespace claimlint::peers
