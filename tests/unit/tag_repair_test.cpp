// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tag/mend.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

constexpr std::string_view kLexicon = R"(
[[concept]]
id = "condition.headache"
name = "headache"
[[concept]]
id = "condition.migraine"
name = "migraine"
[[concept]]
id = "condition.back-pain"
name = "back pain"
[[concept]]
id = "anatomy.brain"
name = "brain"
[[concept]]
id = "anatomy.foot"
name = "foot"
[[concept]]
id = "anatomy.peroneal-nerve"
name = "peroneal nerve"
[[concept]]
id = "treatment.massage"
name = "massage"
[[concept]]
id = "treatment.medication"
name = "medication"
[[concept]]
id = "condition.vertigo"
name = "vertigo"
[[unit]]
id = "week"
canonical = "days"
factor = 7.0
terms = ["week"]
[[cue]]
id = "hedge.may"
class = "hedge"
terms = ["may lead"]
[[wordlist]]
words = """message meditation perineal therapist together painless bath sand single kill ills"""
[[wordlist]]
kind = "common"
words = """realizes help helping helped patients my lead certain skill field ability care caress stress
tress who he us"""
[[wordlist]]
kind = "opening"
beside = 4
capital = true
words = "the our"
[[wordlist]]
kind = "opening"
beside = 4
words = "may as is are for a"
[[wordlist]]
kind = "closing"
beside = 4
words = "are and an of"
[[wordlist]]
kind = "prefix"
words = "hyper"
[[wordlist]]
kind = "suffix"
words = "'s s ly"
[[wordlist]]
kind = "ending"
words = "s ing"
)";

/// Every mention as its own characters, with a mark where it was mended.
std::vector<std::string> mentions(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = tag::mend(sample::read(clean), lexicons);
  std::vector<std::string> result;
  for (const tag::SentenceTags& found : tag::tag(document, lexicons)) {
    for (const tag::Tag& tag : found.tags) {
      if (tag.kind == MentionKind::quantity) continue;
      result.push_back(std::string(document.clean_text(tag.folded)) + (tag.repaired ? "!" : ""));
    }
  }
  return result;
}

/// The folded text as it was mended.
std::string mended(std::string_view clean) {
  return tag::mend(sample::read(clean), sample::compile(kLexicon)).folded.text;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("repair: right words are left alone") {
  CHECK(mentions("The headache is a migraine.") == List{"headache", "migraine"});
  CHECK(mentions("The therapist is painless together.").empty());
}

TEST_CASE("repair: a glued word gives exactly the term's characters") {
  CHECK(mentions("Who headachesrealizes.") == List{"headaches!"});
  CHECK(mentions("Thebrain is my help.") == List{"brain!"});
  CHECK(mentions("My migraineare.") == List{"migraine!"});
  CHECK(mentions("The migrainesand my brain.") == List{"migraines!", "brain"});
  CHECK(mentions("My backpain.") == List{"backpain!"});
}

TEST_CASE("repair: a compound is not cut") {
  CHECK(mentions("Our footbath is for help.").empty());
  CHECK(mentions("Our Footbath is for help.").empty());
}

TEST_CASE("repair: one wrong letter in a long word is mended") {
  CHECK(mentions("My migrane is.") == List{"migrane!"});
  CHECK(mentions("My haedache is.") == List{"haedache!"});
  CHECK(mentions("My headahces.") == List{"headahces!"});
  CHECK(mentions("My migrxine.") == List{"migrxine!"});
}

TEST_CASE("repair: two wrong letters, or a wrong first one, are not") {
  CHECK(mentions("My nigraine and my mygrane.").empty());
  CHECK(mentions("My bainr.").empty());
}

TEST_CASE("repair: look-alikes stay apart") {
  CHECK(mentions("A message for meditation.").empty());
  CHECK(mentions("The perineal nerve.").empty());
}

TEST_CASE("repair: an unknown word with a capital is a name") {
  CHECK(mentions("For our Migrane.").empty());
  CHECK(mentions("The BrainAnd is for help.").empty());
}

TEST_CASE("repair: glued function words are opened, in the folded text") {
  CHECK(mended("This maylead to it.") == "this may lead to it.");
  CHECK(mended("Such things asan injury.") == "such things as an injury.");
  CHECK(mended("It has lead ofpatients.") == "it has lead ofpatients.");
  CHECK(mended("Some abilityof headaches.") == "some ability of headaches.");
}

TEST_CASE("repair: two content words are opened where the first cannot begin a compound") {
  CHECK(mended("Success in helpingpatients.") == "success in helping patients.");
  CHECK(mended("Success in helppatients.") == "success in helppatients.");
}

TEST_CASE("repair: a word that two cuts fit stays whole") {
  CHECK(mended("A singleskill.") == "a singleskill.");
}

TEST_CASE("repair: words made with a prefix or a suffix are known") {
  CHECK(mended("The hypermessage and messagely.") == "the hypermessage and messagely.");
}

TEST_CASE("repair: a capital opens only where a sentence begins") {
  CHECK(mended("Ourpatients and my Ourpatients.") == "our patients and my ourpatients.");
  CHECK(mended("System: Thebrain may.") == "system: the brain may.");
  CHECK(mended("Mayfield it is.") == "mayfield it is.");
}

TEST_CASE("repair: a capital inside begins a word only after a small one, and a function word") {
  CHECK(mended("My headacheOur care.") == "my headache our care.");
  CHECK(mended("My painHelp and the HelpOur.") == "my painhelp and the helpour.");
}

TEST_CASE("repair: parts of compounds and addresses are left alone") {
  CHECK(mended("A self-maylead, maylead@help.org, /maylead/ and #maylead.") ==
        "a self-maylead, maylead@help.org, /maylead/ and #maylead.");
}

TEST_CASE("repair: behind an apostrophe another word begins") {
  CHECK(mended("The brain\u2019sability is.") == "the brain's ability is.");
}

TEST_CASE("repair: a number and the word glued to it are two") {
  CHECK(mended("After 12weeks of it.") == "after 12 weeks of it.");
  CHECK(mended("All 30patients.") == "all 30 patients.");
  CHECK(mended("For 12weeksof it.") == "for 12 weeks of it.");
}

TEST_CASE("mend: spans are the glued characters, whatever was folded before them") {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const std::string clean = "Caf\u00E9 \u00BD \u201Caremigraine\u201D.\nMy headachesrealizes it.";
  const text::Document document = tag::mend(sample::read(clean), lexicons);
  REQUIRE(document.sentences.size() == 2);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    const text::Token& token = document.tokens[i];
    words.push_back(std::string(document.clean_text({token.begin, token.end})) + "=" +
                    std::string(document.word(i)) + (token.repaired ? "!" : ""));
  }
  CHECK(words == List{"Caf\u00E9=cafe", "\u00BD=1", "\u00BD=2", "are=are!", "migraine=migraine!",
                      "My=my", "headaches=headaches!", "realizes=realizes!", "it=it"});
  CHECK(document.clean_text(document.sentences[0].folded) ==
        "Caf\u00E9 \u00BD \u201Caremigraine\u201D.");
  CHECK(document.clean_text(document.sentences[1].folded) == "My headachesrealizes it.");
  CHECK(document.sentences[1].tokens.first == 5);
  CHECK(document.clean_text({document.tokens[6].begin, document.tokens[7].end}) ==
        "headachesrealizes");
}

TEST_CASE("mend: cues see the words that were opened") {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = tag::mend(sample::read("This maylead to pain."), lexicons);
  const auto tags = tag::tag(document, lexicons);
  REQUIRE(tags.at(0).cues.size() == 1);
  CHECK(document.clean_text(tags[0].cues[0].folded) == "maylead");
  CHECK(tag::is_repaired(document, tags[0].cues[0].tokens));
}

TEST_CASE("mend: a misspelt name is respelt in the folded text, with its own span") {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = tag::mend(sample::read("My migrane and my brain."), lexicons);
  CHECK(document.folded.text == "my migraine and my brain.");
  CHECK(document.clean_text({3, 11}) == "migrane");
  CHECK(document.clean_text({19, 24}) == "brain");
}

TEST_CASE("mend: a text without joins is as it was") {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read("The therapist is painless.\nIt is for help.");
  const text::Document same = tag::mend(document, lexicons);
  CHECK(same.folded.text == document.folded.text);
  CHECK(same.tokens.size() == document.tokens.size());
  CHECK(same.folded.to_clean.identity());
}

}  // namespace claimlint
