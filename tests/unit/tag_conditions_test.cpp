// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "lexicon/embedded.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

using Texts = std::vector<std::string>;

struct Example {
  std::string_view sentence;
  Texts mentions;
};

// The shipped vocabulary, compiled once: it is what these tests are about.
const lexicon::Compiled& shipped() {
  static const lexicon::Compiled lexicons(lexicon::embedded_model());
  return lexicons;
}

Texts mentions(std::string_view sentence, MentionKind kind) {
  const text::Document document = sample::read(sentence);
  Texts found;
  for (const tag::SentenceTags& tags : tag::tag(document, shipped())) {
    for (std::string& mention : sample::texts(document, tags, kind)) {
      found.push_back(std::move(mention));
    }
  }
  return found;
}

void check(const std::vector<Example>& examples, MentionKind kind) {
  for (const Example& example : examples) {
    CAPTURE(example.sentence);
    CHECK(mentions(example.sentence, kind) == example.mentions);
  }
}

const std::vector<Example>& named_conditions() {
  static const std::vector<Example> examples{
      {"My brain fog lifted after a month.", {"brain fog"}},
      {"He woke with pins and needles in both hands.", {"pins and needles"}},
      {"She has had a bad back since March.", {"bad back"}},
      {"Is it a trapped nerve in the neck?", {"trapped nerve in the neck"}},
      {"Rub it in for tummy ache.", {"tummy ache"}},
      {"For those who can't sleep.", {"can't sleep"}},
      {"Heavy, tired legs by the evening?", {"heavy, tired legs"}},
      {"Leaky gut and adrenal fatigue are contested labels.", {"leaky gut", "adrenal fatigue"}},
      {"Candida overgrowth, chronic Lyme and parasite overload are on the menu.",
       {"candida overgrowth", "chronic lyme", "parasite overload"}},
      {"Glaucoma is not a cataract.", {"glaucoma", "cataract"}},
      {"Iron-deficiency anaemia was found.", {"iron-deficiency anaemia"}},
      {"Iron-deficiency anemia was found.", {"iron-deficiency anemia"}},
      {"The oedema and the diarrhoea settled.", {"oedema", "diarrhoea"}},
      {"The edema and the diarrhea settled.", {"edema", "diarrhea"}},
      {"Colic, reflux and tongue tie in newborns.", {"colic", "reflux", "tongue tie"}},
      {"Bedwetting and glue ear run in the family.", {"bedwetting", "glue ear"}},
      {"Long Covid left him breathless.", {"long covid", "breathless"}},
      {"She lives with IBS, GERD and PCOS.", {"ibs", "gerd", "pcos"}},
      {"Fine lines, crow's feet and sagging skin.", {"fine lines", "crow's feet", "sagging skin"}},
      {"Cellulite, stretch marks and thread veins.",
       {"cellulite", "stretch marks", "thread veins"}},
      {"Vitamin D deficiency is common in winter.", {"vitamin d deficiency"}},
      {"A torn ACL and a meniscus tear.", {"torn acl", "meniscus tear"}},
      {"Tennis elbow, golfer's elbow and shin splints.",
       {"tennis elbow", "golfer's elbow", "shin splints"}},
      {"Blocked chakras and stagnant energy.", {"blocked chakras", "stagnant energy"}},
      {"The mercury poisoning was confirmed.", {"mercury poisoning"}},
      {"Postpartum depression and mastitis.", {"postpartum depression", "mastitis"}},
      {"Low libido and weak erections after fifty.", {"low libido", "weak erections"}},
      {"Hot flushes, night sweats and vaginal dryness.",
       {"hot flushes", "night sweats", "vaginal dryness"}},
      {"The gout flare passed.", {"gout flare"}},
      {"Stage 4 cancer cannot be washed out.", {"stage 4 cancer"}},
      {"Non-Hodgkin lymphoma and multiple myeloma.", {"non-hodgkin lymphoma", "multiple myeloma"}},
      {"A blocked nose and a tickly cough.", {"blocked nose", "tickly cough"}},
      {"Plantar fasciitis, bunions and ingrown toenails.",
       {"plantar fasciitis", "bunions", "ingrown toenails"}},
      {"Ringing in the ears or sudden hearing loss.",
       {"ringing in the ears", "sudden hearing loss"}},
      {"Bruxism and a clicking jaw.", {"bruxism", "clicking jaw"}},
      {"Seasonal affective disorder and social anxiety.",
       {"seasonal affective disorder", "social anxiety"}},
      {"Fear of flying and needle phobia.", {"fear of flying", "needle phobia"}},
      {"Hashimoto's and Graves' disease.", {"hashimoto's", "graves' disease"}},
      {"Forearm pain and knee swelling.", {"forearm pain", "knee swelling"}},
  };
  return examples;
}

const std::vector<Example>& other_senses_of_conditions() {
  static const std::vector<Example> examples{
      {"We swim in cold weather and cold water.", {}},
      {"He came in from the cold.", {}},
      {"She was discharged from hospital on Monday.", {}},
      {"The great depression and a depressed market.", {}},
      {"At the stroke of midnight, by a stroke of luck.", {}},
      {"Burn calories, not the candle.", {}},
      {"A new shock absorber takes the shock value out of it.", {}},
      {"This strain of bacteria and that strain of yeast.", {}},
      {"The tension between the two families grew.", {}},
      {"Her star sign is Cancer the crab.", {}},
      {"Donations go to Cancer Research UK.", {}},
      {"We are sick and tired of paperwork.", {}},
      {"It is a sore point, and he is a sore loser.", {}},
      {"The forms are a real pain in the neck.", {}},
      {"Payroll is a tax headache.", {}},
      {"My brother is allergic to hard work.", {}},
      {"The company wound up in June.", {}},
      {"It was a rash decision.", {}},
      {"Her infectious laugh filled the room.", {}},
      {"He opened a can of worms.", {}},
      {"Mind the piles of paperwork.", {}},
      {"A breakout session follows the talk.", {}},
      {"We added insult to injury.", {}},
      {"The strengths and weaknesses of the study are listed.", {}},
      {"Blackout curtains for the nursery.", {}},
      {"It boils down to this.", {}},
      {"Red tape caused traffic congestion.", {}},
      {"Our roof shingles came from a song thrush nest.", {}},
      {"Football fever is a fever pitch affair.", {}},
      {"They suffer from analysis paralysis.", {}},
      {"A power imbalance is not a gender imbalance.", {}},
  };
  return examples;
}

const std::vector<Example>& treatments() {
  static const std::vector<Example> examples{
      {"A needle in a haystack, a patch of land and a shot in the arm.", {}},
      {"A bracing walk with sticky tape on video tape.", {}},
      {"He stood cupping his hands.", {}},
      {"The town is a magnet for tourists.", {}},
      {"They massage the figures to supplement their income.", {}},
      {"Exercise your right to vote at the tea party.", {}},
      {"The smooth operation of the clinic matters.", {}},
      {"We iron out the details.", {}},
      {"She bought a yoni egg and detox foot patches.", {"yoni egg", "detox foot patches"}},
      {"A palate expander, ovarian rejuvenation and vaginal steaming.",
       {"palate expander", "ovarian rejuvenation", "vaginal steaming"}},
  };
  return examples;
}

}  // namespace

TEST_CASE("shipped vocabulary: conditions in lay and clinical words, in both spellings") {
  check(named_conditions(), MentionKind::condition);
}

TEST_CASE("shipped vocabulary: phrases in which the name of a condition means something else") {
  check(other_senses_of_conditions(), MentionKind::condition);
}

TEST_CASE("shipped vocabulary: treatments, and phrases that only sound like one") {
  check(treatments(), MentionKind::treatment);
}

TEST_CASE("shipped vocabulary: a condition carries its target and whom it makes vulnerable") {
  const auto concepts = shipped().to_model().concepts;
  const auto find = [&](std::string_view id) {
    const auto found = std::ranges::find(concepts, id, &lexicon::Concept::id);
    REQUIRE(found != concepts.end());
    return *found;
  };
  CHECK(find("condition.glaucoma").target == Target::disease);
  CHECK(find("condition.breast-cancer").vulnerable == Texts{"cancer"});
  CHECK(find("condition.infantile-colic").vulnerable == Texts{"infant"});
  CHECK(find("condition.pregnancy-nausea").vulnerable == Texts{"pregnant"});
}

TEST_CASE("shipped vocabulary: at least 1,200 conditions, each with an id of its own") {
  const lexicon::Model model = shipped().to_model();
  std::vector<std::string_view> ids;
  for (const lexicon::Concept& concept_ : model.concepts) {
    if (concept_.id.starts_with("condition.")) ids.push_back(concept_.id);
  }
  CHECK(ids.size() >= 1200);
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

}  // namespace claimlint
