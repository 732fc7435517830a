// SPDX-License-Identifier: Apache-2.0
#include "report_fields.hpp"

namespace claimlint::review {
namespace {

Mention mention_of(const JsonNode& mention) {
  Mention result;
  result.kind = mention["kind"].choice(MentionKind::provider);
  result.concept_id = text_in(mention, "concept");
  if (const auto value = mention.find("value")) result.value = value->number();
  result.unit = text_in(mention, "unit");
  result.text = mention["text"].text();
  result.place = place_of(mention);
  result.stance = mention["stance"].choice(Stance::refuted);
  result.repaired = mention["repaired"].boolean();
  return result;
}

SupportSource source_of(const JsonNode& source) {
  SupportSource result;
  result.kind = source["kind"].text();
  result.name = source["name"].text();
  result.id = text_in(source, "id");
  result.url = text_in(source, "url");
  result.span = span_in(source, "span");
  if (const auto distance = source.find("distance")) result.distance = distance->count();
  result.verdict = text_in(source, "verdict");
  result.certainty = text_in(source, "certainty");
  return result;
}

Support support_of(const JsonNode& support) {
  Support result;
  result.status = support["status"].choice(SupportStatus::textbook);
  support["sources"].items(
      [&](const JsonNode& source) { result.sources.push_back(source_of(source)); });
  return result;
}

std::vector<FrameRole> frame_of(const JsonNode& frame) {
  std::vector<FrameRole> result;
  frame.items([&](const JsonNode& role) {
    result.push_back(
        {role["role"].text(), text_in(role, "concept"), role["text"].text(), place_of(role)});
  });
  return result;
}

std::optional<Veto> veto_in(const JsonNode& claim) {
  const auto veto = claim.find("vetoed");
  if (!veto) return std::nullopt;
  return Veto{(*veto)["reason"].text(), (*veto)["cue"].text(), span_in(*veto, "span")};
}

std::optional<Decision> decision_in(const JsonNode& claim) {
  const auto decision = claim.find("decision");
  if (!decision) return std::nullopt;
  return Decision{(*decision)["action"].text(), text_in(*decision, "by").value_or(""),
                  text_in(*decision, "reason").value_or(""), text_in(*decision, "expires"),
                  text_in(*decision, "origin").value_or("")};
}

Claim claim_of(const JsonNode& claim) {
  Claim result;
  result.id = claim["id"].text();
  result.type = claim["type"].text();
  result.rule = claim["rule"].text();
  result.place = place_of(claim);
  result.voice = claim["voice"].choice(Voice::quoted);
  result.stance = claim["stance"].choice(Stance::refuted);
  result.severity = claim["severity"].choice(Severity::high);
  result.severity_reasons = texts_of(claim["severity_reasons"]);
  if (const auto confidence = claim.find("confidence")) {
    result.confidence = confidence->choice(Confidence::high);
  }
  result.unsupported = claim["unsupported"].boolean();
  result.vetoed = veto_in(claim);
  result.decision = decision_in(claim);
  result.target = claim["target"].choice(Target::disease);
  result.vulnerable = texts_of(claim["vulnerable"]);
  result.frame = frame_of(claim["frame"]);
  result.support = support_of(claim["support"]);
  result.basis = basis_of(claim["basis"]);
  result.message = claim["message"].text();
  result.instead = claim["instead"].text();
  return result;
}

}  // namespace

Sentence sentence_of(const JsonNode& sentence) {
  Sentence result;
  result.index = sentence["index"].count();
  result.place = place_of(sentence);
  result.line = sentence["line"].count();
  result.column = sentence["column"].count();
  result.text = sentence["text"].text();
  result.block = sentence["block"].choice(BlockKind::boilerplate);
  result.heading = text_in(sentence, "heading");
  sentence["mentions"].items(
      [&](const JsonNode& mention) { result.mentions.push_back(mention_of(mention)); });
  sentence["claims"].items(
      [&](const JsonNode& claim) { result.claims.push_back(claim_of(claim)); });
  return result;
}

}  // namespace claimlint::review
