// SPDX-License-Identifier: Apache-2.0
#include "comparison.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ranks.hpp"
#include "text/decode.hpp"

namespace claimlint::review {
namespace {

constexpr int kHighest = 3;
constexpr std::array kComparedMentions = {MentionKind::anatomy, MentionKind::condition,
                                          MentionKind::treatment};

/// The annotated sentence that holds the middle of `span`; sentences.size() where none does.
std::size_t place(const std::vector<AnnotatedSentence>& sentences, Span span) {
  const std::size_t middle = (span.begin + span.end) / 2;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), middle,
      [](std::size_t offset, const AnnotatedSentence& s) { return offset < s.span.begin; });
  if (after == sentences.begin() || middle >= std::prev(after)->span.end) return sentences.size();
  return static_cast<std::size_t>(std::prev(after) - sentences.begin());
}

std::set<std::string> families(const std::vector<std::string>& types) {
  std::set<std::string> result;
  for (const std::string& type : types) result.insert(type.substr(0, type.find('.')));
  return result;
}

template <typename Values>
void add_sets(Agreement& agreement, const Values& wanted, const Values& found) {
  for (const auto& value : found) agreement.add(true, wanted.count(value) > 0);
  for (const auto& value : wanted) {
    if (found.count(value) == 0) agreement.add(false, true);
  }
}

bool overlaps_any(Span span, const std::set<Span>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](Span other) { return span.overlaps(other); });
}

void add_overlaps(Agreement& agreement, const std::set<Span>& wanted, const std::set<Span>& found) {
  for (const Span span : wanted) agreement.add(overlaps_any(span, found), true);
  for (const Span span : found) {
    if (!overlaps_any(span, wanted)) agreement.add(true, false);
  }
}

/// A slice of the source, made well-formed and without the white space around it.
std::string slice(std::string_view bytes, Span span) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = std::min(span.begin, bytes.size());
  std::string text = text::decode(bytes.substr(begin, span.size())).utf8;
  text.erase(0, std::min(text.find_first_not_of(kSpace), text.size()));
  text.erase(text.find_last_not_of(kSpace) + 1);
  return text;
}

}  // namespace

Comparison::Comparison(std::set<std::string> types, Evaluation& evaluation)
    : types_(std::move(types)), evaluation_(evaluation) {}

void Comparison::Pairs::add(double a, double b) {
  found.push_back(a);
  annotated.push_back(b);
}

void Comparison::add(const ReviewedDocument& document) {
  const Annotation& annotation = document.annotation;
  const std::vector<Finds> finds = collect(document);
  for (std::size_t i = 0; i < finds.size(); ++i) {
    compare_sentence(annotation.sentences[i], finds[i]);
    if (annotation.sentences[i].unsupported != finds[i].unsupported) {
      keep_disagreement(document, annotation.sentences[i], finds[i]);
    }
  }
  if (annotation.mentions) compare_mentions(*annotation.mentions, document.report);
  const auto& score = document.report.score;
  if (annotation.risk) risk_.add(score ? score->risk : 0, *annotation.risk);
  ++evaluation_.documents;
}

void Comparison::finish() {
  evaluation_.severity_spearman = spearman(severity_.found, severity_.annotated);
  evaluation_.risk_spearman = spearman(risk_.found, risk_.annotated);
}

std::vector<Comparison::Finds> Comparison::collect(const ReviewedDocument& document) {
  const auto& annotated = document.annotation.sentences;
  std::vector<Finds> finds(annotated.size());
  for (const Sentence& sentence : document.report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.vetoed) continue;
      const std::size_t index = place(annotated, claim.place.span);
      if (index == annotated.size()) {
        ++evaluation_.claims_outside;
        continue;
      }
      finds[index].types.insert(claim.type);
      if (!claim.unsupported) continue;
      finds[index].unsupported = true;
      finds[index].severity = std::max(finds[index].severity, static_cast<int>(claim.severity));
    }
  }
  return finds;
}

void Comparison::compare_sentence(const AnnotatedSentence& wanted, const Finds& found) {
  compare_types(wanted.types, found.types);
  evaluation_.unsupported.add(found.unsupported, wanted.unsupported);
  if (wanted.severity == kHighest) evaluation_.severity3.add(found.unsupported, true);
  if (found.unsupported && found.severity == kHighest) {
    evaluation_.high_flags.add(true, wanted.unsupported && wanted.severity >= kHighest - 1);
  }
  if (found.unsupported || wanted.unsupported) severity_.add(found.severity, wanted.severity);
}

void Comparison::compare_types(const std::set<std::string>& wanted,
                               const std::set<std::string>& found) {
  const auto wanted_types = counted_types(wanted);
  const auto found_types = counted_types(found);
  const std::set<std::string> wanted_set(wanted_types.begin(), wanted_types.end());
  const std::set<std::string> found_set(found_types.begin(), found_types.end());
  add_sets(evaluation_.types, wanted_set, found_set);
  add_sets(evaluation_.family, families(wanted_types), families(found_types));
  for (const std::string& type : found_set) {
    evaluation_.by_type[type].add(true, wanted_set.count(type) > 0);
  }
  for (const std::string& type : wanted_set) {
    if (found_set.count(type) == 0) evaluation_.by_type[type].add(false, true);
  }
}

void Comparison::compare_mentions(const std::vector<AnnotatedMention>& annotated,
                                  const Report& report) {
  for (const MentionKind kind : kComparedMentions) {
    const std::string name(to_string(kind));
    std::set<Span> wanted;
    for (const AnnotatedMention& mention : annotated) {
      if (mention.kind == name) wanted.insert(mention.span);
    }
    std::set<Span> found;
    for (const Sentence& sentence : report.sentences) {
      for (const Mention& mention : sentence.mentions) {
        if (mention.kind == kind) found.insert(mention.place.span);
      }
    }
    add_sets(evaluation_.mentions_exact[name], wanted, found);
    add_overlaps(evaluation_.mentions_overlap[name], wanted, found);
  }
}

void Comparison::keep_disagreement(const ReviewedDocument& document,
                                   const AnnotatedSentence& wanted, const Finds& found) {
  evaluation_.disagreements.push_back({document.name, wanted.unsupported,
                                       counted_types(wanted.types), counted_types(found.types),
                                       slice(document.bytes, wanted.span)});
}

std::vector<std::string> Comparison::counted_types(const std::set<std::string>& types) const {
  std::vector<std::string> result;
  std::set_intersection(types.begin(), types.end(), types_.begin(), types_.end(),
                        std::back_inserter(result));
  return result;
}

}  // namespace claimlint::review
