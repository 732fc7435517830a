// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "peers_sample.hpp"

// Each case names the request or bug report of another tool's users that it answers.

namespace claimlint::peers {
namespace {

bool mentions(const Report& report, std::string_view text) {
  return std::any_of(report.sentences.begin(), report.sentences.end(), [&](auto& sentence) {
    return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                       [&](auto& mention) { return mention.text == text; });
  });
}

}  // namespace

// google/re2#344, intel/hyperscan#328
TEST_CASE("inputs: letters beyond ASCII are letters of a word") {
  const std::string text =
      "The procures of Procur\u00E9s. \u00C9cure and cure\u00E9 are names. \u03B1cures migraine.";
  CHECK(claims(audit(text, "a.txt")).empty());
}

// google/re2#262
TEST_CASE("inputs: capitals and full-width letters are folded") {
  const std::string text =
      "MASSAGE CURES MIGRAINE. \uFF2D\uFF41\uFF53\uFF53\uFF41\uFF47\uFF45 "
      "\uFF43\uFF55\uFF52\uFF45\uFF53 migraine.";
  CHECK(claims(audit(text, "a.txt")) ==
        Spans{nth(text, "CURES"), nth(text, "\uFF43\uFF55\uFF52\uFF45\uFF53")});
}

// explosion/spaCy#8227
TEST_CASE("inputs: variation selectors and joiners in emoji shift nothing") {
  const std::string text =
      "\u2764\uFE0F Massage cures migraine \u2705\uFE0F\U0001F469\u200D\u2695\uFE0F! It cures "
      "gout.";
  for (const std::string path : {"a.txt", "a.md", "a.html"}) {
    const Report report = audit(text, path);
    INFO(path);
    const Spans found = claims(report);
    REQUIRE(!found.empty());
    CHECK(found[0] == nth(text, "cures"));
    for (const Sentence& sentence : report.sentences) {
      CHECK(bytes_of(text, sentence.place) == sentence.text);
    }
  }
}

// Georgetown-IR-Lab/QuickUMLS#52
TEST_CASE("inputs: a no-break space parts words and hides none") {
  const std::string text = "Massage\u00A0cures chronic\u00A0fatigue\u202Fsyndrome.";
  const Report report = audit(text, "a.txt");
  CHECK(claims(report) == Spans{nth(text, "cures")});
  CHECK(mentions(report, "chronic\u00A0fatigue\u202Fsyndrome"));
}

// vale-cli/vale#59
TEST_CASE("inputs: alt, title and metadata are audited and labelled hidden") {
  const std::string page =
      "<html><head><title>Massage cures migraine</title>"
      "<meta name=description content='Our massage cures gout'>"
      "<meta property='og:description' content='Our massage cures asthma'></head><body>"
      "<p>Come <img src=a alt='massage cures tinnitus'> and <a href=b title='massage cures "
      "vertigo'>see</a> us.</p></body></html>";
  const Report report = audit(page);
  CHECK(sentences(report) ==
        Lines{"hidden: Massage cures migraine", "hidden: Our massage cures gout",
              "hidden: Our massage cures asthma", "prose: Come and see us.",
              "hidden: massage cures tinnitus", "hidden: massage cures vertigo"});
  Spans wanted;
  for (std::size_t i = 1; i <= 5; ++i) wanted.push_back(nth(page, "cures", i));
  CHECK(claims(report) == wanted);
  const Place& visible = report.sentences[3].place;
  CHECK(visible.span == Span{page.find("Come"), page.find("us.") + 3});
  CHECK(bytes_of(page, visible) == "Come and see us.");
}

// vale-cli/vale#415
TEST_CASE("inputs: the title of a page is told from its text") {
  const Report report = audit("<title>Massage cures migraine</title><p>Text.</p>");
  REQUIRE(report.sentences.size() == 2);
  CHECK(report.sentences[0].block == BlockKind::hidden);
}

// vale-cli/vale#906
TEST_CASE("inputs: attributes that nobody reads are not audited") {
  const std::string page =
      "<p data-text='massage cures migraine' v-if='massage cures migraine' class='massage cures "
      "migraine' onclick=\"say('massage cures migraine')\">Text.</p>"
      "<input placeholder='massage cures migraine' value='massage cures migraine'>";
  CHECK(sentences(audit(page)) == Lines{"prose: Text."});
}

// vale-cli/vale#231
TEST_CASE("inputs: Markdown inside of raw HTML, and raw HTML inside of Markdown") {
  const std::string page =
      "<div class=\"box\">\n\nMassage **cures** migraine.\n\n</div>\n\nA <b>massage</b> "
      "<i>cures</i> "
      "gout.\n\n<p>Massage <em>cures</em> tinnitus.</p>\n";
  const Report report = audit(page, "a.md");
  CHECK(claims(report) ==
        Spans{nth(page, "cures", 1), nth(page, "cures", 2), nth(page, "cures", 3)});
  CHECK(sentences(report) == Lines{"prose: Massage cures migraine.", "prose: A massage cures gout.",
                                   "prose: Massage cures tinnitus."});
}

// vale-cli/vale#531, #665
TEST_CASE("inputs: an image in Markdown is its text, never its address") {
  const std::string page =
      "![massage cures migraine](massage-cures-gout.png)\n\nText [![massage cures tinnitus]"
      "(a_cures_b.png)](https://example.org/massage-cures-vertigo) here.\n";
  CHECK(sentences(audit(page, "a.md")) == Lines{"hidden: massage cures migraine",
                                                "prose: Text here.",
                                                "hidden: massage cures tinnitus"});
}

// languagetool-org/languagetool#6062, #77
TEST_CASE("inputs: comments and tags are ignored without being told") {
  const std::string page =
      "<!-- massage cures migraine --><p>Massage <!-- never -->cures<!----> gout.</p>"
      "<script>var a = 'massage cures migraine';</script><style>/* cures migraine */</style>";
  CHECK(sentences(audit(page)) == Lines{"prose: Massage cures gout."});
  CHECK(claims(audit(page)) == Spans{nth(page, "cures", 2)});
  const std::string markdown =
      "<!-- massage cures migraine -->\n\nMassage <!-- x --> cures gout.\n";
  CHECK(claims(audit(markdown, "a.md")) == Spans{nth(markdown, "cures", 2)});
}

TEST_CASE("inputs: CDATA is a comment in HTML and text in a drawing, which is not read") {
  CHECK(sentences(audit("<html><p>One <![CDATA[massage cures migraine]]>two.</p>"
                        "<svg><text><![CDATA[massage cures gout]]></text></svg>")) ==
        Lines{"prose: One two."});
}

}  // namespace claimlint::peers
