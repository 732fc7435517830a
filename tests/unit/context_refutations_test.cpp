// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "context/context.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

constexpr std::string_view kLexicon = R"(
[[cue]]
id = "refutation.evidence"
class = "refutation"
pattern = '''studies do not bear this out'''
scope = "sentence"
[[cue]]
id = "refutation.short"
class = "refutation"
terms = ["it isn't"]
[[cue]]
id = "refutation.false"
class = "refutation"
terms = ["false"]
[[cue]]
id = "verdict.false"
class = "verdict"
terms = ["false"]
[[cue]]
id = "attribution.read"
class = "attribution"
terms = ["you may read that"]
scope = "forward"
[[cue]]
id = "myth.label"
class = "myth"
pattern = '''myth( \d)?:'''
[[cue]]
id = "warning_heading.section"
class = "warning_heading"
terms = ["how to spot a scam"]
[[cue]]
id = "avoid_heading.list"
class = "avoid_heading"
terms = ["avoid"]
[[cue]]
id = "negation.not"
class = "negation"
terms = ["not"]
scope = "forward"
[[cue]]
id = "pseudo_negation.only"
class = "pseudo_negation"
terms = ["not only"]
[[cue]]
id = "first_person.i"
class = "first_person"
terms = ["my"]
[[cue]]
id = "doubt.word"
class = "doubt"
terms = ["no proof"]
[[cue]]
id = "myth.heading"
class = "myth"
terms = ["common myths"]
)";

/// The indices of the sentences that are refuted by another, or in a refuted scope.
std::vector<std::size_t> refuted(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  text::Document document = sample::read(clean);
  for (text::Block& block : document.text.blocks) {
    if (clean.substr(block.clean.begin).starts_with("- ")) block.kind = BlockKind::list_item;
  }
  const auto contexts = context::read_context(document, tag::tag(document, lexicons), lexicons);
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    text::TokenRange last = document.sentences.at(i).tokens;
    last.first = last.last - 1;
    if (contexts.at(i).stance_of(last) == Stance::refuted) result.push_back(i);
  }
  return result;
}

using List = std::vector<std::size_t>;

}  // namespace

TEST_CASE("refutations: nothing is denied where no denial stands") {
  CHECK(refuted("Toxins cause migraine. We see it daily.").empty());
}

TEST_CASE("refutations: a denial refutes the sentence before, in its block or the one before") {
  CHECK(refuted("We like tea. Toxins cause migraine. Studies do not bear this out.") == List{1, 2});
  CHECK(refuted("Toxins cause migraine.\nStudies do not bear this out.") == List{0, 1});
}

TEST_CASE("refutations: with a report the quotation that it comments is denied too") {
  CHECK(refuted("\"It comes from a bone.\" You may read that it squeezes the brain. Studies do not "
                "bear this out.") == List{0, 1, 2});
}

TEST_CASE("refutations: all sentences of a quotation are denied together") {
  CHECK(refuted("\"Toxins cause it. Tea helps.\" Studies do not bear this out.") == List{0, 1, 2});
}

TEST_CASE("refutations: a short denial must be a whole sentence") {
  CHECK(refuted("Tea cures migraine. It isn't.") == List{0});
  CHECK(refuted("Tea cures migraine. It isn't magic.").empty());
}

TEST_CASE("refutations: a myth's label denies its sentence and its quotation, not the answer") {
  CHECK(refuted("Myth: tea cures migraine. Tea is hot water.") == List{0});
  CHECK(refuted("Myth 1: \"Tea cures migraine. Drink more.\" It is hot water.") == List{0, 1});
}

TEST_CASE("refutations: under a heading of myths the quotations are denied") {
  CHECK(refuted("# Common myths\n\"Toxins cause migraine.\" The liver deals with waste.") ==
        List{1});
  CHECK(refuted("# Common questions\n\"Toxins cause migraine.\" The liver deals with waste.")
            .empty());
}

TEST_CASE("refutations: a heading that tells of myths denies what is quoted first below it") {
  CHECK(
      refuted("# Common myths about tea\n\"Toxins cause migraine.\" The liver deals with waste.") ==
      List{1});
  CHECK(refuted("# Common myths about tea\n\"Toxins cause it. Tea helps.\" Not so.") == List{1, 2});
  CHECK(refuted("# Common myths about tea\nThe liver helps. \"Toxins cause migraine.\"").empty());
}

TEST_CASE("refutations: a label denies the line below only where it stands alone") {
  CHECK(refuted("Common myths\n\nToxins cause migraine. Tea helps.") == List{1});
  CHECK(refuted("Common myths\n\nToxins cause migraine.") == List{1});
  CHECK(refuted("Common myths. Toxins cause migraine.").empty());
  CHECK(refuted("Common myths").empty());
}

TEST_CASE("refutations: a verdict alone judges the heading above, another denial does not") {
  CHECK(refuted("# Toxins cause migraine\nFalse.") == List{0});
  CHECK(refuted("# Toxins cause migraine\nFalse, tea does.").empty());
  CHECK(refuted("# Toxins cause migraine\nStudies do not bear this out.") == List{1});
}

TEST_CASE("refutations: what is denied may have been said before a sentence between") {
  CHECK(refuted("You may read that tea cures it. We asked around. Studies do not bear this out.") ==
        List{0, 1, 2});
  CHECK(refuted("Tea is hot. You may read that tea cures it. Studies do not bear this out.") ==
        List{1, 2});
  CHECK(
      refuted("You may read that tea cures it.\nWe asked around. Studies do not bear this out.") ==
      List{1, 2});
}

TEST_CASE("refutations: a heading that is all warning denies its section") {
  CHECK(refuted("# How to spot a scam\nOne tea cures all.\n\n# Prices\nTea costs little.") ==
        List{1});
  CHECK(refuted("# How to spot a scam in our town\nOne tea cures all.").empty());
}

TEST_CASE("refutations: a heading that forbids denies its list, not the prose below") {
  CHECK(refuted("# Avoid\n- tea that cures migraine\n- toxins") == List{1, 2});
  CHECK(refuted("# Avoid\nOur tea cures migraine.").empty());
  CHECK(refuted("# Avoid migraine\n- tea cures it").empty());
}

TEST_CASE("refutations: a quoted line is denied where the block below begins by denying it") {
  CHECK(refuted("\"Tea cures migraine.\"\n\nIt does not cure anything.") == List{0});
  CHECK(refuted("\"Tea cures migraine\".\n\nIt does not cure anything.") == List{0});
  CHECK(refuted("\"Tea cures migraine.\"\n\nIt comes from China.").empty());
  CHECK(refuted("\"Tea cures migraine.\"\n\nNot only that: it is cheap.").empty());
  CHECK(refuted("\"Tea cured my migraine.\"\n\nIt does not cost much.").empty());
  CHECK(refuted("\"Tea cures it. It is safe.\"\n\nIt does not cure anything.") == List{0, 1});
  CHECK(refuted("\"Tea cures it.\" So they say.\n\nIt does not cure anything.").empty());
}

TEST_CASE("refutations: an article full of doubts quotes claims as specimens") {
  constexpr std::string_view kDoubts = "No proof of that. No proof here. No proof there.";
  const std::string often = std::string(kDoubts) + " No proof. They say \"it flushes toxins\".";
  CHECK(refuted(often) == List{4});
  CHECK(refuted(std::string(kDoubts) + " They say \"it flushes toxins\".").empty());
  CHECK(refuted(std::string(kDoubts) + " No proof. They say \"flushes toxins\".").empty());
  CHECK(refuted(std::string(kDoubts) + " No proof. They say it flushes toxins.").empty());
  CHECK(refuted(std::string(kDoubts) + " No proof. You may read that it flushes.") == List{4});
  CHECK(refuted(std::string(kDoubts) + " You may read that it flushes.").empty());
}

TEST_CASE("refutations: an article is full of doubts where one sentence in 22 doubts") {
  const auto denied = [](int others) {
    std::string text = "No proof of that. No proof here. No proof there. No proof.";
    for (int i = 0; i < others; ++i) text += " Tea is hot.";
    return refuted(text + " They say \"it flushes toxins\".");
  };
  CHECK(denied(83) == List{87});
  CHECK(denied(84).empty());
}

}  // namespace claimlint
