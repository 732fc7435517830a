// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"

namespace claimlint {
namespace {

const Auditor& auditor() {
  static const Auditor instance(Lexicons::builtin());
  return instance;
}

Report audit(std::string_view text) { return auditor().audit(text, {"a.txt"}); }

std::vector<Claim> claims_of(const Report& report, std::string_view type) {
  std::vector<Claim> found;
  for (const Sentence& sentence : report.sentences) {
    std::copy_if(sentence.claims.begin(), sentence.claims.end(), std::back_inserter(found),
                 [&](const Claim& claim) { return claim.type == type; });
  }
  return found;
}

std::string utf16le(std::u16string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : text) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  return bytes;
}

TEST_CASE("auditor: plain anatomy gives mentions and no claim") {
  const Report report = audit("The atlas joins the skull to the neck.");
  REQUIRE(report.sentences.size() == 1);
  CHECK(report.sentences[0].mentions.size() >= 3);
  CHECK(report.sentences[0].claims.empty());
  CHECK(report.score->risk == 0);
  CHECK(report.score->band == Band::low);
}

TEST_CASE("auditor: a cure claim is reported with frame, wording and basis") {
  const Report report = audit("Our adjustments cure migraine.");
  const std::vector<Claim> cures = claims_of(report, "efficacy.cure");
  REQUIRE(cures.size() == 1);
  CHECK(cures[0].severity == Severity::high);
  CHECK(cures[0].unsupported);
  CHECK(cures[0].id.size() == 32);
  CHECK(cures[0].message.find("migraine") != std::string::npos);
  CHECK(cures[0].message.find('{') == std::string::npos);
  CHECK(!cures[0].basis.empty());
  CHECK(report.score->band == Band::high);
}

TEST_CASE("auditor: a claim's id survives edits elsewhere and tells equal claims apart") {
  const std::string claim = "Our adjustments cure migraine.";
  const Claim alone = claims_of(audit(claim), "efficacy.cure").at(0);
  const auto twice =
      claims_of(audit("We are open on Monday. " + claim + " " + claim), "efficacy.cure");
  REQUIRE(twice.size() == 2);
  CHECK(twice[0].id == alone.id);
  CHECK(twice[1].id != alone.id);
}

TEST_CASE("auditor: showing what was vetoed changes no id of what was not") {
  const std::string text =
      "There is no cure for migraine. Our adjustments cure migraine. Is there a cure for asthma?";
  const Auditor showing(Lexicons::builtin(), {.jurisdictions = {}, .with_vetoed = true});
  std::vector<std::string> plain;
  std::vector<std::string> shown;
  for (const Sentence& sentence : audit(text).sentences) {
    for (const Claim& claim : sentence.claims) plain.push_back(claim.id);
  }
  bool vetoes = false;
  for (const Sentence& sentence : showing.audit(text, {"a.txt"}).sentences) {
    for (const Claim& claim : sentence.claims) {
      vetoes |= claim.vetoed.has_value();
      if (!claim.vetoed) shown.push_back(claim.id);
    }
  }
  CHECK(vetoes);
  CHECK(plain == shown);
}

TEST_CASE("auditor: spans of UTF-16 are of its bytes, texts are UTF-8") {
  const Report report =
      auditor().audit(utf16le(u"Café. Our adjustments cure migraine."), {"a.txt"});
  CHECK(report.encoding == "utf-16le");
  REQUIRE(report.sentences.size() == 2);
  CHECK(report.sentences[0].text == "Café.");
  CHECK(report.sentences[0].place.span == Span{2, 12});
  CHECK(report.sentences[1].place.span == Span{14, 74});
  CHECK(report.sentences[1].column == 7);
}

TEST_CASE("auditor: an unknown jurisdiction or format is refused") {
  CHECK_THROWS_AS(Auditor(Lexicons::builtin(), {.jurisdictions = {"mars"}}), std::invalid_argument);
  CHECK_THROWS_AS((void)auditor().audit("text", {"a.txt", {}, "papyrus"}), std::invalid_argument);
}

TEST_CASE("auditor: jurisdictions select the basis") {
  const Auditor uk(Lexicons::builtin(), {.jurisdictions = {"uk"}});
  const auto cures =
      claims_of(uk.audit("Our adjustments cure migraine.", {"a.txt"}), "efficacy.cure");
  REQUIRE(cures.size() == 1);
  REQUIRE(!cures[0].basis.empty());
  for (const BasisReference& basis : cures[0].basis) CHECK(basis.jurisdiction == "uk");
}

TEST_CASE("auditor: what is not audited has no score and says why") {
  for (const std::string& bytes : {std::string(), std::string("\x89PNG\r\n\x1a\n\0\0", 10)}) {
    const Report report = audit(bytes);
    CHECK(report.status == Status::not_audited);
    CHECK(!report.reasons.empty());
    CHECK(!report.score.has_value());
  }
}

}  // namespace
}  // namespace claimlint
