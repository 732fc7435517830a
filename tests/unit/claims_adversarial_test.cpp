// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "lexicon_show.hpp"

namespace {

using namespace claimlint;

Report audit(std::string_view text) {
  static const Auditor auditor(Lexicons::builtin());
  return auditor.audit(text, {"page.txt"});
}

/// "TYPE: sentence" of every claim that counts.
std::vector<std::string> flagged(std::string_view text) {
  std::vector<std::string> found;
  for (const Sentence& sentence : audit(text).sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.counts()) found.push_back(claim.type + ": " + sentence.text);
    }
  }
  return found;
}

bool claims_high(std::string_view text, std::string_view type) {
  for (const Sentence& sentence : audit(text).sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.counts() && claim.type == type && claim.severity == Severity::high) return true;
    }
  }
  return false;
}

/// Every claim in these texts is denied, and each denial is on record.
void check_denied(std::string_view text) {
  CAPTURE(text);
  CHECK(flagged(text) == std::vector<std::string>{});
  for (const Sentence& sentence : audit(text).sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.vetoed) CHECK_FALSE(claim.vetoed->reason.empty());
    }
  }
}

TEST_CASE("adversarial: nothing around a cure claim launders it") {
  for (const std::string_view text : {
           "This page is no medical advice. Talk to your doctor.\n\nOur drops cure cancer.",
           "These statements have not been evaluated by the FDA.\n\nOur drops cure cancer.",
           "Brand X does not cure cancer. Our drops cure cancer.",
           "Other clinics cannot cure migraine, but our adjustment cures it for good.",
           "Some say our drops cure cancer. They are right.",
           "Many people say that our drops cure cancer.",
           "Our drops cure cancer (doi:10.1000/182).",
           "\"These drops cured my cancer,\" says Ann, 54.",
           "Not only do our drops ease pain, they cure cancer.",
           "There is no doubt that our drops cure cancer.",
           "Our drops cure cancer, no question about it.",
       }) {
    CAPTURE(text);
    CHECK(claims_high(text, "efficacy.cure"));
  }
}

TEST_CASE("adversarial: a pseudo-negation denies nothing") {
  for (const std::string_view text : {
           "Our balm relieves back pain with no doubt at all.",
           "Not only does our balm relieve back pain, it smells of mint.",
           "You will not believe how our balm relieves back pain.",
       }) {
    CAPTURE(text);
    CHECK_FALSE(flagged(text).empty());
  }
}

TEST_CASE("adversarial: a myth-and-fact page with labels") {
  check_denied(
      "Myths about back pain\n\n"
      "Myth: Chiropractic adjustments cure asthma.\n"
      "Fact: There is no good evidence that adjustments help asthma.\n\n"
      "Myth: Magnets relieve arthritis.\n"
      "Fact: In trials, magnets did no better than a dummy.\n\n"
      "Myth: Detox foot baths remove toxins.\n"
      "Fact: The water turns brown whether or not there are feet in it.\n");
}

TEST_CASE("adversarial: a myth-and-fact page with numbered headings") {
  check_denied(
      "# Five myths about migraine\n\n"
      "## Myth 1\n\nA daith piercing cures migraine.\n\n"
      "There is no evidence for this.\n\n"
      "## Myth 2: Feverfew prevents every attack\n\nStudies do not bear this out.\n\n"
      "## Myth #3\n\n\"Acupuncture never has side effects.\"\n\nThis is false.\n");
}

TEST_CASE("adversarial: myths as lone words, list items, headings and verdicts") {
  check_denied("MYTH\n\nMagnets cure arthritis.\n\nFACT\n\nMagnets do no better than a dummy.\n");
  check_denied(
      "- Back belts prevent back pain. They do not.\n- Rest cures sciatica. Wrong: it does not.");
  check_denied("# Fact or fiction?\n\n## Cherry juice reverses gout\n\nFiction.\n");
  check_denied(
      "\"Crystals cure insomnia.\" False.\n\nClaim: bleach cures autism. Verdict: false.\n");
}

TEST_CASE("adversarial: true or false, and questions with answers") {
  check_denied(
      "True or false? Copper bracelets cure arthritis.\n"
      "False. Trials have found no effect.\n\n"
      "True or false: vaccines cause autism?\n\n"
      "False.\n");
  check_denied(
      "Does homeopathy cure hay fever?\n\nNo. There is no good evidence that homeopathy helps hay "
      "fever.\n\nCan colloidal silver treat infections?\n\nIt can't, and it may turn your skin "
      "grey.\n");
}

TEST_CASE("adversarial: what others say and the text denies") {
  check_denied(
      "You may read that turmeric cures cancer. It does not.\n\n"
      "There is no good evidence that oil of oregano kills viruses.\n\n"
      "\"Ozone heals every infection,\" one website says. This is not true.\n\n"
      "Some clinics claim that ketones reverse dementia. No study has shown this.\n");
}

TEST_CASE("adversarial: a finding that is denied after its name") {
  const Report report = audit("Migraine: none.\n\nFever: none. Asthma: denied.");
  for (const Sentence& sentence : report.sentences) {
    for (const Mention& mention : sentence.mentions) {
      CAPTURE(mention.text);
      CHECK(mention.stance == Stance::negated);
    }
  }
}

}  // namespace
