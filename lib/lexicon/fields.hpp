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
void fields(Archive& a, In<Archive, SeverityTerm>& v) {
  each(a, v.absent, v.any_of);
}

template <typename Archive>
void fields(Archive& a, In<Archive, SeverityCase>& v) {
  each(a, v.when, v.severity);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ClaimType>& v) {
  each(a, v.id, v.name, v.meaning, v.not_a_claim, v.severity, v.severity_if, v.keeps_severity,
       v.cleared_by, v.exceeds_evidence, v.annotated, v.target, v.basis, v.instead, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, RoleDemand>& v) {
  each(a, v.side, v.any_of, v.reach, v.tokens);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Rule>& v) {
  each(a, v.id, v.type, v.pattern, v.pattern_at, v.demands, v.unless, v.unless_at, v.in, v.shape,
       v.voice, v.spreads, v.questions, v.severity, v.severity_if, v.message, v.basis, v.instead,
       v.want, v.absent, v.jurisdictions, v.since, v.replaces, v.where);
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
       v.id, v.url, v.population, v.safety, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Reference>& v) {
  each(a, v.title, v.organisation, v.year, v.url);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Textbook>& v) {
  each(a, v.id, v.pattern, v.pattern_at, v.demands, v.clears, v.source, v.want, v.absent, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Accepted>& v) {
  each(a, v.id, v.provision, v.types, v.treatment, v.condition, v.with, v.unless, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Stricter>& v) {
  each(a, v.id, v.provision, v.types, v.treatment, v.reason, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, FindingRule>& v) {
  each(a, v.id, v.type, v.severity, v.message, v.basis, v.claims, v.beside, v.at_least, v.with,
       v.unless, v.want, v.absent, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Provision>& v) {
  each(a, v.id, v.jurisdiction, v.instrument, v.clause, v.summary, v.url, v.read, v.from, v.to);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ScoreWeights>& v) {
  each(a, v.low, v.medium, v.high, v.pressing, v.pressing_types, v.saturation, v.density_points,
       v.density_saturation, v.band_medium, v.band_high);
}

template <typename Archive>
void fields(Archive& a, In<Archive, MarkedWord>& v) {
  each(a, v.text, v.kind, v.beside, v.capital);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ModelOutput>& v) {
  each(a, v.type, v.bias, v.raise);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ConfidenceBand>& v) {
  each(a, v.confidence, v.from, v.precision, v.count);
}

template <typename Archive>
void fields(Archive& a, In<Archive, LearnedModel>& v) {
  each(a, v.outputs, v.bands, v.mild, v.hide, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Rulebook>& v) {
  each(a, v.types, v.rules, v.cues, v.units, v.evidence, v.textbook, v.accepted, v.stricter,
       v.findings, v.provisions, v.abbreviations, v.marked_words, v.scoring, v.learned, v.sha256);
}

}  // namespace claimlint::lexicon
