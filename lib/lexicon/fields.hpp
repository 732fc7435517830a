// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive.hpp"
#include "model.hpp"

/// The members of what the binary form holds, in the order in which an archive has them.
namespace claimlint::lexicon {

template <typename Archive, typename... Values>
void each(Archive& archive, Values&... values) {
  (archive(values), ...);
}

template <typename Archive, typename T>
using In = typename Archive::template Value<T>;

template <typename Archive>
void fields(Archive& a, In<Archive, Position>& v) {
  each(a, v.line, v.column);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ClaimType>& v) {
  each(a, v.id, v.name, v.meaning, v.not_a_claim, v.severity, v.keeps_severity, v.cleared_by,
       v.exceeds_evidence, v.annotated, v.target, v.basis, v.instead, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, RoleDemand>& v) {
  each(a, v.side, v.any_of, v.reach, v.tokens);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Rule>& v) {
  each(a, v.id, v.type, v.pattern, v.pattern_at, v.demands, v.unless, v.unless_at, v.in, v.shape,
       v.voice, v.spreads, v.questions, v.severity, v.message, v.basis, v.instead, v.want, v.absent,
       v.jurisdictions, v.since, v.replaces, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Concept>& v) {
  each(a, v.id, v.name, v.terms, v.upper, v.xref, v.joins, v.target, v.vulnerable, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Cue>& v) {
  each(a, v.id, v.cue_class, v.pattern, v.pattern_at, v.scope, v.reach, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Unit>& v) {
  each(a, v.id, v.canonical, v.factor, v.terms, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Evidence>& v) {
  each(a, v.treatment, v.condition, v.verdict, v.certainty, v.kind, v.title, v.organisation, v.year,
       v.id, v.url, v.population, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Provision>& v) {
  each(a, v.id, v.jurisdiction, v.instrument, v.clause, v.summary, v.url, v.read, v.from, v.to);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ScoreWeights>& v) {
  each(a, v.low, v.medium, v.high, v.saturation, v.density_points, v.density_saturation,
       v.band_medium, v.band_high);
}

template <typename Archive>
void fields(Archive& a, In<Archive, MarkedWord>& v) {
  each(a, v.text, v.kind, v.beside, v.capital);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Rulebook>& v) {
  each(a, v.types, v.rules, v.cues, v.units, v.evidence, v.provisions, v.abbreviations,
       v.marked_words, v.scoring, v.sha256);
}

}  // namespace claimlint::lexicon
