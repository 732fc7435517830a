// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tag_sample.hpp"

namespace claimlint {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kLexicon = R"(
[[concept]]
id = "anatomy.place"
name = "neck"
terms = ["lower back", "hip", "knee", "ankle", "shoulder", "shoulder girdle", "back", "gut", "foot",
         "face", "throat", "joint", "muscle", "liver", "elbow tendon", "skin"]
[[concept]]
id = "condition.pain"
name = "pain"
terms = ["swelling"]
joins = true
[[concept]]
id = "condition.arthrosis"
name = "osteoarthritis"
joins = true
target = "disease"
[[concept]]
id = "condition.whole"
name = "herniated disc"
terms = ["bulging disc", "torn ligament", "strained ligament", "overstretched ligament",
         "liver disease", "kidney disease", "tendon problem", "hair loss", "neck pain"]
[[cue]]
id = "coordination.and-or"
class = "coordination"
terms = ["and", "or", "and/or"]
[[cue]]
id = "part_of.of"
class = "part_of"
pattern = '''of( (the|your|each))?'''
)";

Texts find(std::string_view clean, MentionKind kind) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read(clean);
  const std::vector<tag::SentenceTags> tags = tag::tag(document, lexicons);
  return sample::texts(document, tags.at(0), kind);
}

Texts conditions(std::string_view clean) { return find(clean, MentionKind::condition); }
Texts anatomy(std::string_view clean) { return find(clean, MentionKind::anatomy); }

}  // namespace

TEST_CASE("coordination: places that share a symptom are one condition") {
  CHECK(conditions("My lower back and neck pain.") == Texts{"lower back and neck pain"});
  CHECK(anatomy("My lower back and neck pain.").empty());
  CHECK(conditions("For hip, knee or ankle pain.") == Texts{"hip, knee or ankle pain"});
  CHECK(conditions("For hip, knee, or ankle pain.") == Texts{"hip, knee, or ankle pain"});
  CHECK(conditions("Neck/shoulder pain.") == Texts{"neck/shoulder pain"});
  CHECK(conditions("Neck & shoulder pain.") == Texts{"neck & shoulder pain"});
  CHECK(conditions("Neck and/or shoulder pain.") == Texts{"neck and/or shoulder pain"});
}

TEST_CASE("coordination: a place shares the words of a longer name") {
  CHECK(conditions("Any liver or kidney disease.") == Texts{"liver or kidney disease"});
}

TEST_CASE("coordination: adjectives share a noun") {
  CHECK(conditions("For herniated or bulging discs.") == Texts{"herniated or bulging discs"});
  CHECK(conditions("A torn, overstretched or strained ligament.") ==
        Texts{"torn, overstretched or strained ligament"});
}

TEST_CASE("coordination: only what would be a condition with the shared words takes part") {
  CHECK(conditions("Our skin and hair loss.") == Texts{"hair loss"});
  CHECK(anatomy("Our skin and hair loss.") == Texts{"skin"});
  CHECK(conditions("The latest or bulging discs.") == Texts{"bulging discs"});
  CHECK(conditions("Hair loss and neck pain.") == Texts{"hair loss", "neck pain"});
}

TEST_CASE("coordination: a comma alone and a comma before a lone 'and' part") {
  CHECK(conditions("It calms the gut, and back pain goes.") == Texts{"back pain"});
  CHECK(conditions("The gut, back pain.") == Texts{"back pain"});
  CHECK(conditions("The gut; and back pain.") == Texts{"back pain"});
}

TEST_CASE("coordination: what belongs to the name before does not take part") {
  CHECK(conditions("The joints of the neck and back pain.") == Texts{"back pain"});
  CHECK(anatomy("The joints of the neck and back pain.") == Texts{"joints of the neck"});
}

TEST_CASE("parts: anatomy of anatomy is one anatomy") {
  CHECK(anatomy("The muscles of the shoulder girdle.") == Texts{"muscles of the shoulder girdle"});
  CHECK(anatomy("The joints of each foot.") == Texts{"joints of each foot"});
  CHECK(anatomy("The muscles of the back of the neck.") ==
        Texts{"muscles of the back of the neck"});
}

TEST_CASE("parts: anatomy in anatomy is two") {
  CHECK(anatomy("The joints in the foot.") == Texts{"joints", "foot"});
  CHECK(anatomy("The joints, of the foot.") == Texts{"joints", "foot"});
}

TEST_CASE("parts: a symptom takes in what it is of, and not what it is in") {
  CHECK(conditions("A swelling of the face or throat.") == Texts{"swelling of the face or throat"});
  CHECK(conditions("A pain in the neck.") == Texts{"pain"});
  CHECK(anatomy("A pain in the neck.") == Texts{"neck"});
  CHECK(anatomy("A swelling of the face, throat.") == Texts{"throat"});
}

TEST_CASE("parts: a disease is a name of its own") {
  CHECK(conditions("An osteoarthritis of the knee.") == Texts{"osteoarthritis"});
  CHECK(anatomy("An osteoarthritis of the knee.") == Texts{"knee"});
}

TEST_CASE("composition: a long anatomy does not swallow the condition that begins in it") {
  CHECK(conditions("My elbow tendon problems.") == Texts{"elbow tendon problems"});
  CHECK(anatomy("My elbow tendon problems.").empty());
  CHECK(anatomy("My elbow tendon hurts.") == Texts{"elbow tendon"});
}

}  // namespace claimlint
