// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tag_sample.hpp"

namespace claimlint {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kLexicon = R"(
[[concept]]
id = "anatomy.neck"
name = "neck"
[[concept]]
id = "anatomy.lower-back"
name = "lower back"
[[concept]]
id = "condition.pain"
name = "pain"
joins = true
[[concept]]
id = "condition.migraine"
name = "migraine"
[[concept]]
id = "treatment.massage"
name = "massage"
[[concept]]
id = "ordinary.pain-in-the-neck"
name = "pain in the neck of the bottle"
[[cue]]
id = "citation.review"
class = "citation"
terms = ["cochrane review"]
[[cue]]
id = "citation.trial"
class = "citation"
terms = ["cochrane review of trials"]
[[wordlist]]
words = "the my and helps with for in of is a hurts"
)";

struct Found {
  text::Document document;
  std::vector<tag::SentenceTags> tags;
  [[nodiscard]] Texts texts(MentionKind kind) const {
    return sample::texts(document, tags.at(0), kind);
  }
};

Found find(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  Found found{sample::read(clean), {}};
  found.tags = tag::tag(found.document, lexicons);
  return found;
}

}  // namespace

TEST_CASE("tag: every sentence has an entry, also where nothing is found") {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read("Good morning.\nSee you soon.");
  const auto tags = tag::tag(document, lexicons);
  REQUIRE(tags.size() == document.sentences.size());
  CHECK(tags.at(0).tags.empty());
  CHECK(tags.at(1).cues.empty());
}

TEST_CASE("tag: kinds come from the concept's id, in order of place") {
  const Found found = find("Massage helps with migraine.");
  REQUIRE(found.tags.at(0).tags.size() == 2);
  CHECK(found.tags.at(0).tags.at(0).kind == MentionKind::treatment);
  CHECK(found.tags.at(0).tags.at(1).kind == MentionKind::condition);
  CHECK(found.document.folded_text(found.tags.at(0).tags.at(1).folded) == "migraine");
}

TEST_CASE("composition: anatomy before a joining condition makes one condition") {
  CHECK(find("My neck pain is gone.").texts(MentionKind::condition) == Texts{"neck pain"});
  CHECK(find("My neck pain is gone.").texts(MentionKind::anatomy).empty());
  CHECK(find("My lower-back pain.").texts(MentionKind::condition) == Texts{"lower-back pain"});
}

TEST_CASE("composition: words or commas between keep the two apart") {
  CHECK(find("The neck, pain.").texts(MentionKind::anatomy) == Texts{"neck"});
  CHECK(find("The neck hurts and pain.").texts(MentionKind::condition) == Texts{"pain"});
}

TEST_CASE("composition: a condition that does not join stays alone") {
  CHECK(find("For neck migraine.").texts(MentionKind::condition) == Texts{"migraine"});
  CHECK(find("For neck migraine.").texts(MentionKind::anatomy) == Texts{"neck"});
}

TEST_CASE("tag: an ordinary phrase hides the terms in it") {
  CHECK(find("A pain in the neck of the bottle.").tags.at(0).tags.empty());
}

TEST_CASE("citations: a citation cue is a mention, the longest of those that overlap") {
  const Found found = find("A Cochrane review of trials helps.");
  CHECK(found.texts(MentionKind::citation) == Texts{"cochrane review of trials"});
  CHECK(found.tags.at(0).cues.size() == 2);
}

}  // namespace claimlint
