// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

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
[[wordlist]]
words = """the realizes are is and a my message meditation perineal therapist together painless help
bath who sand for our"""
)";

/// Every mention as its own characters, with a mark where it was mended.
std::vector<std::string> mentions(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read(clean);
  std::vector<std::string> result;
  for (const tag::SentenceTags& found : tag::tag(document, lexicons)) {
    for (const tag::Tag& tag : found.tags) {
      result.push_back(sample::text_of(document, tag) + (tag.repaired ? "!" : ""));
    }
  }
  return result;
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

}  // namespace claimlint
