// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

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
id = "attribution.read"
class = "attribution"
terms = ["you may read that"]
scope = "forward"
[[cue]]
id = "myth.label"
class = "myth"
pattern = '''myth( \d)?:'''
[[cue]]
id = "myth.heading"
class = "myth"
terms = ["common myths"]
)";

/// The indices of the sentences that are refuted by another, or in a refuted scope.
std::vector<std::size_t> refuted(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = sample::read(clean);
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

}  // namespace claimlint
