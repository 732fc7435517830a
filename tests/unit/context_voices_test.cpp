// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "context/context.hpp"
#include "context/quotations.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

constexpr std::string_view kLexicon = R"(
[[cue]]
id = "first_person.i"
class = "first_person"
terms = ["i", "my"]
[[cue]]
id = "third_person.he"
class = "third_person"
terms = ["he", "she", "his", "her"]
[[cue]]
id = "past.verb"
class = "past"
terms = ["was", "had", "came"]
[[cue]]
id = "speech.said"
class = "speech"
terms = ["said"]
[[cue]]
id = "title.dr"
class = "title"
terms = ["dr"]
[[cue]]
id = "professional.dr"
class = "professional"
terms = ["dr", "surgeon"]
[[cue]]
id = "general.group"
class = "general"
terms = ["our patients", "you"]
[[cue]]
id = "story.one"
class = "story"
terms = ["one of our patients"]
[[cue]]
id = "cautionary.tale"
class = "cautionary"
terms = ["scam", "our investigator"]
[[cue]]
id = "doubt.word"
class = "doubt"
terms = ["no proof"]
[[cue]]
id = "invites.offer"
class = "invites"
terms = ["book now"]
[[cue]]
id = "diary.entry"
class = "diary"
pattern = '''(day|october) \d+'''
[[cue]]
id = "signature.name"
class = "signature"
pattern = '''- \w+( \w)?'''
[[cue]]
id = "testimonial_heading.reviews"
class = "testimonial_heading"
terms = ["reviews"]
[[cue]]
id = "attribution.read"
class = "attribution"
terms = ["you may read that"]
scope = "forward"
)";

struct Reading {
  text::Document document;
  std::vector<context::SentenceContext> contexts;
  [[nodiscard]] Voice voice(std::string_view word) const {
    const std::size_t at = document.folded.text.find(word);
    REQUIRE(at != std::string::npos);
    const text::TokenRange tokens = document.tokens_in({at, at + word.size()});
    for (std::size_t i = 0; i < contexts.size(); ++i) {
      if (document.sentences.at(i).tokens.overlaps(tokens)) return contexts.at(i).voice_of(tokens);
    }
    FAIL("no sentence holds the word");
    return Voice::author;
  }
};

Reading read(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  Reading reading{sample::read(clean), {}};
  reading.contexts =
      context::read_context(reading.document, tag::tag(reading.document, lexicons), lexicons);
  return reading;
}

}  // namespace

TEST_CASE("voices: without quotes the author speaks") {
  CHECK(read("We relieve your pain today.").voice("relieve") == Voice::author);
}

TEST_CASE("voices: what stands in quotes is quoted, what stands around it is not") {
  const Reading reading = read("They wrote \"this tea melts every stone\" on the tin.");
  CHECK(reading.voice("melts") == Voice::quoted);
  CHECK(reading.voice("tin") == Voice::author);
}

TEST_CASE("voices: a short quotation inside a sentence is a way of speaking") {
  CHECK(read("The scan was read as \"normal\" by them.").voice("normal") == Voice::author);
  CHECK(read("The scan was read as \"not so bad\" by them.").voice("bad") == Voice::author);
  CHECK(read("The scan was read as \"not at all bad\" by them.").voice("bad") == Voice::quoted);
  CHECK(read("\"Safer than pills!\"").voice("safer") == Voice::quoted);
}

TEST_CASE("voices: a quotation in the first person is a testimonial, over all its sentences") {
  const Reading reading = read("\u201CI limped in. The pain left in a week.\u201D We smiled.");
  CHECK(reading.voice("limped") == Voice::testimonial);
  CHECK(reading.voice("left") == Voice::testimonial);
  CHECK(reading.voice("smiled") == Voice::author);
}

TEST_CASE("voices: a signature makes a testimonial without a first person") {
  CHECK(read("\"Came in gray, left glowing today.\" \u2014 Devorah S").voice("glowing") ==
        Voice::testimonial);
}

TEST_CASE("voices: a signature stands right behind the quotation") {
  const std::string praise = "\"Came in gray, left glowing today.\"";
  CHECK(read(praise + "   - Devorah S").voice("glowing") == Voice::testimonial);
  CHECK(read(praise + "    - Devorah S").voice("glowing") == Voice::quoted);
}

TEST_CASE("quotations: there is none where nothing stands between the marks") {
  CHECK(context::find_quotations(sample::read("They wrote \"\" on it.")).empty());
  CHECK(context::find_quotations(sample::read("They wrote \"a\" on it.")).size() == 1);
}

TEST_CASE("voices: under reviews quotations are testimonials") {
  CHECK(read("# Reviews\n\"Hips better within nine days flat.\"").voice("better") ==
        Voice::testimonial);
  CHECK(read("# Prices\nReviews follow. \"Hips better within nine days flat.\"").voice("better") ==
        Voice::quoted);
}

TEST_CASE("voices: a professional's words are quoted, also by the name alone") {
  CHECK(read("\"I see it clear in weeks,\" said Dr Hale.").voice("clear") == Voice::quoted);
  const Reading reading =
      read("Meet Dr Hale.\n\"I see it clear in weeks,\" said Hale. \"My method works for all.\"");
  CHECK(reading.voice("clear") == Voice::quoted);
  CHECK(reading.voice("works") == Voice::quoted);
  CHECK(read("\"I see it clear in weeks,\" said Dr Hale. \"My migraine left in one,\" said Ann.")
            .voice("left") == Voice::testimonial);
}

TEST_CASE("voices: an unclosed quotation ends with its paragraph, inches open none") {
  CHECK(read("\"I was in pain for years.\n\nWe relieve pain.").voice("relieve") == Voice::author);
  CHECK(read("\"I was in pain for years.\r\n\r\nWe relieve pain.").voice("relieve") ==
        Voice::author);
  CHECK(read("One leg is 3\" short and we relieve the pain.").voice("relieve") == Voice::author);
}

TEST_CASE("voices: inches are those of every digit") {
  for (const std::string digit : {"0", "5", "9"}) {
    CHECK(read("One leg is 1" + digit + "\" short and we relieve it.").voice("relieve") ==
          Voice::author);
  }
}

TEST_CASE("voices: in a quotation a mark closes unless it clearly begins a word") {
  const Reading glued = read("\"I was in pain for years.\"We relieve that.");
  CHECK(glued.voice("years") == Voice::testimonial);
  CHECK(glued.voice("relieve") == Voice::author);
  CHECK(read("\"I was in pain for years \" and so we smiled.").voice("smiled") == Voice::author);
  for (const std::string blank : {" ", "\t", "\n", "\r\n"}) {
    const Reading anew =
        read("\"I limped in, he wrote." + blank + "\"My leg healed in a week.\" We smiled.");
    CHECK(anew.voice("healed") == Voice::testimonial);
    CHECK(anew.voice("smiled") == Voice::author);
  }
}

TEST_CASE("stories: a patient's story that the author tells is a testimonial") {
  const Reading reading = read(
      "One of our patients had gout. He walks to work. We help many people with gout pain now.");
  CHECK(reading.voice("gout") == Voice::testimonial);
  CHECK(reading.voice("walks") == Voice::testimonial);
  CHECK(reading.voice("people") == Voice::author);
  CHECK(read("One of our patients had gout.\n\nWe open at nine.").voice("gout") ==
        Voice::testimonial);
}

TEST_CASE("stories: a story goes on with its person or a few words, in sentences of any length") {
  CHECK(read("One of our patients had gout. He now walks all the way to the harbour each day.")
            .voice("harbour") == Voice::testimonial);
  CHECK(read("One of our patients had gout. Not one bad night since Monday.").voice("night") ==
        Voice::testimonial);
  CHECK(read("One of our patients had gout. Not one bad night is spent in the house by us.")
            .voice("house") == Voice::author);
}

TEST_CASE("stories: one person in the past again and again needs no opening") {
  const Reading reading =
      read("Dale drives a truck. He had two injections. His wife was worried about the pain.");
  CHECK(reading.voice("truck") == Voice::testimonial);
  CHECK(reading.voice("worried") == Voice::testimonial);
}

TEST_CASE("stories: what begins with the person of a story belongs to it, a heading does not") {
  constexpr std::string_view kStory =
      "Dale drives a truck. He had two injections. His wife was worried about the pain.\n\n"
      "Tea is sold by the pound.\n\nDale sleeps at night.\n\n# Dale returns\n\nTea is hot.";
  CHECK(read(kStory).voice("sleeps") == Voice::testimonial);
  CHECK(read(kStory).voice("sold") == Voice::author);
  CHECK(read(kStory).voice("returns") == Voice::author);
}

TEST_CASE("stories: where the person of a story speaks, it goes on") {
  const auto voice = [](const std::string& line, std::string_view word) {
    constexpr std::string_view kStory =
        "Dale drives a truck. He had two injections. His wife was worried about the pain.\n\n";
    return read(std::string(kStory) + line).voice(word);
  };
  CHECK(voice("At night Dale said tea is mild.", "mild") == Voice::testimonial);
  CHECK(voice("Tea is mild, said Dale.", "mild") == Voice::testimonial);
  CHECK(voice("Dale's knee is well.", "well") == Voice::testimonial);
  CHECK(voice("At night Ann said tea is mild.", "mild") == Voice::author);
  CHECK(voice("Tea is mild, some said.\n\nDale's shop has it.", "mild") == Voice::author);
  CHECK(voice("We told Dale\n\nSaid to be mild, tea is cheap.", "mild") == Voice::author);
}

TEST_CASE("stories: groups and a single pronoun tell none") {
  CHECK(read("Our patients had less pain.").voice("pain") == Voice::author);
  CHECK(read("Until someone takes his foot off the hose it hurts.").voice("hurts") ==
        Voice::author);
}

TEST_CASE("voices: what others are said to say is quoted") {
  CHECK(read("You may read that an atlas causes pain.").voice("causes") == Voice::quoted);
}

TEST_CASE("voices: a tale that warns is no testimonial") {
  CHECK(read("One of our patients was in pain. She had migraine.").voice("migraine") ==
        Voice::testimonial);
  CHECK(
      read("One of our patients was in pain. She had migraine. It was a scam.").voice("migraine") ==
      Voice::author);
  CHECK(read("\"My migraine was bad,\" she said.").voice("migraine") == Voice::testimonial);
  CHECK(read("\"My migraine was bad,\" she told our investigator.").voice("migraine") ==
        Voice::quoted);
}

TEST_CASE("voices: a date in a page's own line begins no diary") {
  constexpr std::string_view kStory = "One of our patients came. She had pain.\n\n";
  CHECK(read(std::string(kStory) + "Day 11: migraine fades.").voice("migraine") ==
        Voice::testimonial);
  CHECK(read(std::string(kStory) + "October 4 | Migraine office.").voice("migraine") ==
        Voice::author);
}

TEST_CASE("voices: an article that keeps on doubting offers no story as proof") {
  constexpr std::string_view kQuote = "\"My migraine was bad.\"\n- Ann, 40\n\n";
  const std::string some = std::string(kQuote) + "No proof here. No proof there. No proof yet.";
  CHECK(read(some).voice("migraine") == Voice::testimonial);
  const std::string doubting = some + " No proof anywhere.";
  CHECK(read(doubting).voice("migraine") == Voice::quoted);
  CHECK(read(doubting + " Book now.").voice("migraine") == Voice::quoted);
  CHECK(read(doubting + " Book now. Book now!").voice("migraine") == Voice::testimonial);
}

}  // namespace claimlint
