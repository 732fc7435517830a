// SPDX-License-Identifier: Apache-2.0
#include "json_fields.hpp"
#include "report_json.hpp"
#include "uri.hpp"

namespace claimlint::output {
namespace {

void write_quantity(JsonWriter& json, const Mention& mention) {
  json.key("value");
  if (mention.value) {
    json.number(*mention.value);
  } else {
    json.null();
  }
  write_nullable(json, "unit", mention.unit);
}

void write_mention(JsonWriter& json, const Places& places, const Mention& mention) {
  write_text(json, "kind", to_string(mention.kind));
  if (mention.kind == MentionKind::quantity) {
    write_quantity(json, mention);
  } else {
    write_nullable(json, "concept", mention.concept_id);
  }
  write_text(json, "text", mention.text);
  write_place(json, places, mention.place);
  write_text(json, "stance", to_string(mention.stance));
  json.key("repaired");
  json.boolean(mention.repaired);
}

void write_veto(JsonWriter& json, const Places& places, const std::optional<Veto>& veto) {
  json.key("vetoed");
  if (!veto) return json.null();
  json.begin_object();
  write_text(json, "reason", veto->reason);
  write_text(json, "cue", veto->cue);
  write_span(json, places, "span", veto->span);
  json.end_object();
}

void write_decision(JsonWriter& json, const std::optional<Decision>& decision) {
  json.key("decision");
  if (!decision) return json.null();
  json.begin_object();
  write_text(json, "action", decision->action);
  write_text(json, "by", decision->by);
  write_text(json, "reason", decision->reason);
  write_nullable(json, "expires", decision->expires);
  write_text(json, "origin", decision->origin);
  json.end_object();
}

void write_source(JsonWriter& json, const Places& places, const SupportSource& source) {
  write_text(json, "kind", source.kind);
  write_text(json, "name", source.name);
  write_nullable(json, "id", source.id);
  write_nullable(json, "url", source.url);
  write_span(json, places, "span", source.span);
  json.key("distance");
  if (source.distance) {
    json.count(*source.distance);
  } else {
    json.null();
  }
  write_nullable(json, "verdict", source.verdict);
  write_nullable(json, "certainty", source.certainty);
}

void write_support(JsonWriter& json, const Places& places, const Support& support) {
  json.key("support");
  json.begin_object();
  write_text(json, "status", to_string(support.status));
  write_objects(json, "sources", support.sources,
                [&](const SupportSource& source) { write_source(json, places, source); });
  json.end_object();
}

void write_frame(JsonWriter& json, const Places& places, const std::vector<FrameRole>& frame) {
  write_objects(json, "frame", frame, [&](const FrameRole& role) {
    write_text(json, "role", role.role);
    write_nullable(json, "concept", role.concept_id);
    write_text(json, "text", role.text);
    write_place(json, places, role.place);
  });
}

void write_verdict(JsonWriter& json, const Places& places, const Claim& claim) {
  write_text(json, "voice", to_string(claim.voice));
  write_text(json, "stance", to_string(claim.stance));
  write_text(json, "severity", to_string(claim.severity));
  write_texts(json, "severity_reasons", claim.severity_reasons);
  json.key("confidence");
  if (claim.confidence) {
    json.string(to_string(*claim.confidence));
  } else {
    json.null();
  }
  json.key("unsupported");
  json.boolean(claim.unsupported);
  write_veto(json, places, claim.vetoed);
  write_decision(json, claim.decision);
}

void write_claim(JsonWriter& json, const Places& places, const Claim& claim,
                 const std::optional<std::string>& link) {
  write_text(json, "id", claim.id);
  write_text(json, "type", claim.type);
  write_text(json, "rule", claim.rule);
  write_place(json, places, claim.place);
  write_nullable(json, "link", link);
  write_verdict(json, places, claim);
  write_text(json, "target", to_string(claim.target));
  write_texts(json, "vulnerable", claim.vulnerable);
  write_frame(json, places, claim.frame);
  write_support(json, places, claim.support);
  write_basis(json, claim.basis);
  write_text(json, "message", claim.message);
  write_text(json, "instead", claim.instead);
}

}  // namespace

void write_sentence(JsonWriter& json, const Places& places, const Report& report,
                    const Sentence& sentence) {
  json.begin_object();
  write_count(json, "index", sentence.index);
  write_place(json, places, sentence.place);
  write_count(json, "line", sentence.line);
  write_count(json, "column", sentence.column);
  write_text(json, "text", sentence.text);
  write_text(json, "block", to_string(sentence.block));
  write_nullable(json, "heading", sentence.heading);
  write_objects(json, "mentions", sentence.mentions,
                [&](const Mention& mention) { write_mention(json, places, mention); });
  const auto link = text_link(report, sentence);
  write_objects(json, "claims", sentence.claims,
                [&](const Claim& claim) { write_claim(json, places, claim, link); });
  json.end_object();
}

}  // namespace claimlint::output
