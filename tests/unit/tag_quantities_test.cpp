// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tag/mend.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

constexpr std::string_view kLexicon = R"(
[[unit]]
id = "mm"
canonical = "mm"
factor = 1.0
terms = ["mm", "millimeter"]
[[unit]]
id = "week"
canonical = "days"
factor = 7.0
terms = ["week"]
[[unit]]
id = "day"
canonical = "days"
factor = 1.0
terms = ["day"]
[[unit]]
id = "minute"
canonical = "minutes"
factor = 1.0
terms = ["minute", "min"]
[[unit]]
id = "procedures"
canonical = "procedures"
factor = 1.0
terms = ["procedure"]
[[unit]]
id = "%"
canonical = "%"
factor = 1.0
terms = ["percent"]
[[unit]]
id = "patients"
canonical = "patients"
factor = 1.0
terms = ["patient"]
[[wordlist]]
words = "only of is all it takes after in our for to the read we have done out call us at a more than"
[[wordlist]]
kind = "opening"
beside = 30
words = "a"
)";

/// Every quantity as "text=value unit".
std::vector<std::string> quantities(std::string_view clean) {
  const lexicon::Compiled lexicons = sample::compile(kLexicon);
  const text::Document document = tag::mend(sample::read(clean), lexicons);
  std::vector<std::string> result;
  for (const tag::SentenceTags& found : tag::tag(document, lexicons)) {
    for (const tag::Tag& tag : found.tags) {
      std::string value = std::to_string(tag.value);
      value.erase(value.find_last_not_of('0') + 1);
      if (value.ends_with('.')) value.pop_back();
      result.push_back(sample::text_of(document, tag) + "=" + value + " " + tag.unit);
    }
  }
  return result;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("quantities: a text without numbers has none") {
  CHECK(quantities("We have done it for the patient.").empty());
}

TEST_CASE("quantities: values are in the canonical unit") {
  CHECK(quantities("After 2 weeks.") == List{"2 weeks=14 days"});
  CHECK(quantities("Only 0.5 mm.") == List{"0.5 mm=0.5 mm"});
  CHECK(quantities("In three weeks.") == List{"three weeks=21 days"});
}

TEST_CASE("quantities: fractions, also glued to their unit") {
  CHECK(quantities("Only \u00BC of amillimeter is all it takes.") ==
        List{"1/4 of a millimeter=0.25 mm"});
  CHECK(quantities("Only 2\u00BD mm.") == List{"2 1/2 mm=2.5 mm"});
  CHECK(quantities("Only half a millimeter.") == List{"half a millimeter=0.5 mm"});
}

TEST_CASE("quantities: a unit written at the number belongs to it") {
  CHECK(quantities("Only 3mm.") == List{"3 mm=3 mm"});
}

TEST_CASE("quantities: thousands, plus signs and multiples") {
  CHECK(quantities("We have done 35,000+ procedures.") ==
        List{"35,000+ procedures=35000 procedures"});
  CHECK(quantities("Our 2 million patients.") == List{"2 million patients=2000000 patients"});
  CHECK(quantities("Hundreds of patients.") == List{"hundreds of patients=100 patients"});
  CHECK(quantities("We have done 35,000+ for it.") == List{"35,000+=35000 "});
}

TEST_CASE("quantities: the upper end of a range counts") {
  CHECK(quantities("After 7-10 days.") == List{"7-10 days=10 days"});
  CHECK(quantities("After two to three weeks.") == List{"two to three weeks=21 days"});
}

TEST_CASE("quantities: percentages and shares") {
  CHECK(quantities("87% of our patients.") == List{"87%=87 %"});
  CHECK(quantities("87 percent of it.") == List{"87 percent=87 %"});
  CHECK(quantities("Nine out of ten patients.") == List{"nine out of ten=90 %"});
  CHECK(quantities("1 in 4 patients.") == List{"1 in 4=25 %"});
  CHECK(quantities("3 in 6 weeks.") == List{"6 weeks=42 days"});
}

TEST_CASE("quantities: years, prices, telephones, times and list numbers are none") {
  CHECK(quantities("We have done it in 2021.").empty());
  CHECK(quantities("It is \u00A31,400 for all.").empty());
  CHECK(quantities("It is $2,000.").empty());
  CHECK(quantities("Call us at 555-123-4567.").empty());
  CHECK(quantities("Call us at 01632 960 731.").empty());
  CHECK(quantities("A 6 min read").empty());
  CHECK(quantities("Call us at 10 am.").empty());
}

TEST_CASE("quantities: a small number that counts nothing is none") {
  CHECK(quantities("All 12 of it.").empty());
  CHECK(quantities("Ten of us.").empty());
}

TEST_CASE("quantities: a year's digits before a unit count") {
  CHECK(quantities("Our 2,000 patients.") == List{"2,000 patients=2000 patients"});
}

}  // namespace claimlint
