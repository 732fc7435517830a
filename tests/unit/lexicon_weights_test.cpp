// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon/parse.hpp"
#include "lexicon/weights.hpp"
#include "lexicon_written.hpp"
#include "text/text.hpp"

namespace {

using namespace claimlint::lexicon;

const std::vector<FeatureWeights> kFeatures = {{"pair=feel better", {{0, 120}}},
                                               {"w=relief", {{0, 83}, {1, -4}}}};

std::vector<claimlint::LexiconProblem> problems_of(const std::string& table) {
  std::vector<claimlint::LexiconProblem> problems;
  const Model model = parse_lexicons(
      {{"m.toml",
        "why = \"w\"\nsource = \"s\"\n[scoring]\nlow = 1.0\nmedium = 1.0\nhigh = 1.0\n"
        "saturation = 1.0\ndensity_points = 1.0\ndensity_saturation = 1.0\n"
        "band_medium = 1.0\nband_high = 2.0\n" +
            table}},
      problems);
  check_references(model, problems);
  return problems;
}

std::string model_with(const std::string& outputs, const std::string& weights) {
  return "[model]\nmild = -1\nhide = -1\nbands = []\noutputs = [" + outputs + "]\nweights = '''\n" +
         weights + "'''\n";
}

const std::string kFlag = "{ bias = -10, raise = 0 }";
const std::string kHead = kFlag + ", { bias = -20, raise = 0 }";

}  // namespace

TEST_CASE("weights: a feature has the weights that were written") {
  const claimlint::sample::Written<Weights> weights(kFeatures, std::size_t{2});
  const std::uint32_t relief = weights->find("w=relief");
  REQUIRE(relief != claimlint::text::kNone);
  REQUIRE(weights->of(relief).size() == 2);
  CHECK(weights->of(relief)[1].output == 1);
  CHECK(weights->of(relief)[1].hundredths == -4);
  CHECK(weights->find("w=relie") == claimlint::text::kNone);
  CHECK(weights->decode().size() == 2);
}

TEST_CASE("weights: bytes that weigh on an output that is not there are refused") {
  CHECK_THROWS((claimlint::sample::Written<Weights>(kFeatures, std::size_t{1})));
}

TEST_CASE("[model]: what is no feature with weights is reported") {
  CHECK(problems_of(model_with(kHead, "w=relief\t0:83\n")).empty());
  for (const char* line : {"w=relief 0:83\n", "w=relief\t0:\n", "w=relief\t\n", "\t0:3\n",
                           "w=relief\t0:1x\n", "w=a\t0:1\nw=a\t0:2\n"}) {
    CAPTURE(line);
    CHECK(problems_of(model_with(kHead, line)).size() == 1);
  }
}

TEST_CASE(
    "[model]: outputs are a flag and medium severity, then known types, and weights keep to them") {
  CHECK(problems_of(model_with("", "w=a\t0:1\n")).size() == 1);
  CHECK(problems_of(model_with(kFlag, "w=a\t0:1\n")).size() == 1);
  CHECK(
      problems_of(model_with(kHead + ", { type = \"no.type\", bias = 0, raise = 0 }", "w=a\t0:1\n"))
          .size() == 1);
  CHECK(problems_of(model_with(kHead, "w=a\t2:1\n")).size() == 1);
}
