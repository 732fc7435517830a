// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claims_fixture.hpp"

namespace {

using namespace claimlint;
using fixture::lexicons_with;
using fixture::Reading;
using Outcomes = std::vector<std::string>;

const std::string kStories = R"(
[[rule]]
id = "evidence.testimonial.voice"
type = "evidence.testimonial"
voice = "testimonial"
message = "m"
want = ["w"]
absent = ["a"]

[[cue]]
id = "first_person.i"
class = "first_person"
terms = ["i", "my"]

[[cue]]
id = "signature.name"
class = "signature"
pattern = '''- [a-z]+, [a-z]+'''
)";

}  // namespace

TEST_CASE("voice: a rule of a voice alone takes each sentence in that voice as a whole") {
  const Reading reading(lexicons_with(kStories),
                        {{BlockKind::quote, "I had migraine for years. Now I do not."},
                         {BlockKind::prose, "Migraine is common."}});
  REQUIRE(reading.outcomes() ==
          Outcomes{"evidence.testimonial.voice@0", "evidence.testimonial.voice@1"});
  const claims::Candidate story = reading.candidates().front();
  CHECK(story.voice == Voice::testimonial);
  CHECK(story.folded == reading.observations().document.sentences[0].folded);
}

TEST_CASE("voice: a signature is no part of the story") {
  const Reading reading(lexicons_with(kStories), {{BlockKind::quote, "I had migraine for years."},
                                                  {BlockKind::quote, "- Anna, Leeds"}});
  CHECK(reading.outcomes() == Outcomes{"evidence.testimonial.voice@0"});
}

TEST_CASE("voice: a rule that also has a pattern rejects other voices") {
  const std::string both = R"(
[[rule]]
id = "efficacy.treat.told"
type = "efficacy.treat"
pattern = '''helped'''
voice = "testimonial"
message = "m"
want = ["w"]
absent = ["a"]
)";
  const Reading reading(lexicons_with(both), "Acupuncture helped with migraine.");
  CHECK(reading.outcomes() == Outcomes{"efficacy.treat.told@0!voice"});
}
