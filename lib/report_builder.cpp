// SPDX-License-Identifier: Apache-2.0
#include "report_builder.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "claimlint/offsets.hpp"
#include "report_path.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace {

using text::Document;

/// Builds the public sentences of one document.
class SentenceBuilder {
 public:
  SentenceBuilder(const claims::Observations& observations, bool with_vetoed)
      : seen_(observations),
        document_(observations.document),
        model_(observations.lexicons.model()),
        lines_(document_.text.markup.empty() ? document_.text.clean : document_.text.markup),
        with_vetoed_(with_vetoed) {}

  std::vector<Sentence> build(const std::vector<judge::Judgement>& judgements) {
    std::vector<Sentence> sentences;
    sentences.reserve(document_.sentences.size());
    for (std::uint32_t i = 0; i < document_.sentences.size(); ++i) {
      sentences.push_back(sentence(i));
    }
    for (const judge::Judgement& judgement : judgements) {
      if (judgement.candidate.rejection && !with_vetoed_) continue;
      Sentence& owner = sentences[judgement.candidate.sentence];
      owner.claims.push_back(claim(judgement, owner));
    }
    return sentences;
  }

 private:
  Place place(Span folded) const {
    return {document_.source_span(folded),
            document_.text.to_source.source_parts(document_.clean_span(folded))};
  }

  /// Lines are those of the source, not of the text taken out of its markup.
  TextPosition position(Span folded) const {
    if (document_.text.markup.empty()) return lines_.at_byte(document_.clean_span(folded).begin);
    const Span source = document_.source_span(folded);
    return lines_.at_byte(document_.text.markup_to_source.to_derived(source).begin);
  }

  std::string words(Span folded) const { return std::string(document_.clean_text(folded)); }

  std::optional<std::string> concept_id(std::uint32_t index) const {
    if (index == text::kNone) return std::nullopt;
    return seen_.lexicons.concepts()[index].id;
  }

  std::optional<std::string> heading(const text::Block& block) const {
    if (block.heading == text::kNone) return std::nullopt;
    const Span clean = document_.text.blocks[block.heading].clean;
    return document_.text.clean.substr(clean.begin, clean.size());
  }

  Sentence sentence(std::uint32_t index) const {
    const text::SentenceRange& range = document_.sentences[index];
    const text::Block& block = document_.text.blocks[range.block];
    const TextPosition begin = position(range.folded);
    Sentence result{.index = index,
                    .place = place(range.folded),
                    .line = begin.line,
                    .column = begin.column,
                    .text = words(range.folded),
                    .block = block.kind,
                    .heading = heading(block),
                    .mentions = {},
                    .claims = {}};
    for (const tag::Tag& tag : seen_.tags[index].tags) {
      result.mentions.push_back(mention(tag, seen_.context[index]));
    }
    return result;
  }

  Mention mention(const tag::Tag& tag, const context::SentenceContext& context) const {
    Mention result{.kind = tag.kind,
                   .concept_id = concept_id(tag.concept_index),
                   .value = std::nullopt,
                   .unit = std::nullopt,
                   .text = words(tag.folded),
                   .place = place(tag.folded),
                   .stance = context.stance_of(tag.tokens),
                   .repaired = tag.repaired};
    if (tag.kind == MentionKind::quantity) {
      result.value = tag.value;
      if (!tag.unit.empty()) result.unit = tag.unit;
    }
    return result;
  }

  Claim claim(const judge::Judgement& judgement, const Sentence& owner) {
    const claims::Candidate& candidate = judgement.candidate;
    const lexicon::Rule& rule = model_.rules[candidate.rule];
    const lexicon::ClaimType& type = seen_.lexicons.type_of(rule);
    Claim result{.id = claim_id(type.id, owner, candidate.rejection.has_value()),
                 .type = type.id,
                 .rule = rule.id,
                 .place = place(candidate.folded),
                 .voice = candidate.voice,
                 .stance = candidate.stance,
                 .severity = judgement.severity,
                 .severity_reasons = judgement.reasons,
                 .confidence = judgement.confidence,
                 .confidence_reasons = judgement.confidence_reasons,
                 .unsupported = judgement.unsupported,
                 .vetoed = veto(candidate),
                 .decision = {},
                 .target = judgement.target,
                 .vulnerable = judgement.vulnerable,
                 .frame = frame(candidate.roles),
                 .support = support(judgement.support),
                 .basis = judgement.basis,
                 .message = {},
                 .instead = {}};
    result.message = rule.id == lexicon::kModelRule ? model_message(type, judgement)
                                                    : fill(rule.message, result.frame, "\"");
    if (judgement.support.exceeded)
      result.message += "; the advertising claim exceeds the evidence";
    result.instead = fill(rule.instead.empty() ? type.instead : rule.instead, result.frame, "");
    return result;
  }

  /// Anchored in content: neither path nor rule nor version goes into it, so that a reviewer's
  /// decision on the claim survives edits elsewhere in the document and changes of the rules.
  /// Folded anew, because what the document's folded text has mended depends on the word lists.
  /// Rejected candidates are counted apart: showing them changes no other claim's id.
  std::string claim_id(const std::string& type, const Sentence& owner, bool rejected) {
    const text::SentenceRange& range = document_.sentences[owner.index];
    std::string key = rejected ? "vetoed " + type : type;
    key += '\0';
    key += text::fold(document_.clean_text(range.folded)).text;
    key += '\0';
    const std::uint32_t above = document_.text.blocks[range.block].heading;
    if (above != text::kNone) {
      const Span heading = document_.text.blocks[above].clean;
      const std::string_view clean = document_.text.clean;
      key += text::fold(clean.substr(heading.begin, heading.size())).text;
    }
    const std::size_t ordinal = ordinals_[key]++;
    key += '\0';
    key += std::to_string(ordinal);
    return text::sha256(key).substr(0, 32);
  }

  static std::string model_message(const lexicon::ClaimType& type,
                                   const judge::Judgement& judgement) {
    std::string message = "no rule found this, but it reads like \"" + type.name + "\"";
    const char* separator = "; most by ";
    for (const std::string& reason : judgement.confidence_reasons) {
      message.append(separator).append(reason);
      separator = ", ";
    }
    return message;
  }

  std::optional<Veto> veto(const claims::Candidate& candidate) const {
    if (!candidate.rejection) return std::nullopt;
    Veto result{candidate.rejection->reason, candidate.rejection->cue, std::nullopt};
    if (candidate.rejection->folded) {
      result.span = document_.source_span(*candidate.rejection->folded);
    }
    return result;
  }

  /// The concept that a role names, or what kind of strength or duration its words stand for.
  std::optional<std::string> meaning_of(const claims::Role& role) const {
    if (role.cue == text::kNone) return concept_id(role.concept_index);
    return model_.cues[role.cue].id;
  }

  std::vector<FrameRole> frame(const std::vector<claims::Role>& roles) const {
    std::vector<FrameRole> result;
    result.reserve(roles.size());
    for (const claims::Role& role : roles) {
      result.push_back({role.name, meaning_of(role), words(role.folded), place(role.folded)});
    }
    return result;
  }

  Support support(const judge::FoundSupport& found) const {
    Support result{found.status, found.sources};
    for (SupportSource& source : result.sources) {
      if (source.span) source.span = document_.source_span(*source.span);
    }
    return result;
  }

  /// Puts the frame's words for `{role}`, between quotes; a role without a mention prints as its
  /// name. In quotes words of the article, which may be a plural, fit into a sentence of ours.
  static std::string fill(const std::string& wording, const std::vector<FrameRole>& frame,
                          std::string_view quote) {
    std::string result;
    std::size_t at = 0;
    while (at < wording.size()) {
      const std::size_t open = wording.find('{', at);
      const std::size_t close = wording.find('}', open);
      if (close == std::string::npos) break;
      result.append(wording, at, open - at);
      const std::string role = wording.substr(open + 1, close - open - 1);
      const auto filler = std::find_if(frame.begin(), frame.end(),
                                       [&](const FrameRole& entry) { return entry.role == role; });
      if (filler == frame.end()) {
        result += role;
      } else {
        result.append(quote).append(filler->text).append(quote);
      }
      at = close + 1;
    }
    return result.append(wording, at);
  }

  const claims::Observations& seen_;
  const Document& document_;
  const lexicon::Rulebook& model_;
  OffsetIndex lines_;
  bool with_vetoed_;
  std::map<std::string, std::size_t> ordinals_;
};

}  // namespace

Report describe_source(std::string_view bytes, const Source& source,
                       const input::Reading& reading) {
  Report report;
  set_path(report, source.path);
  report.source = source.origin;
  report.format = reading.format;
  report.encoding = reading.encoding;
  report.language = reading.language;
  report.bytes = bytes.size();
  report.sha256 = text::sha256(bytes);
  if (!reading.encoding.empty()) report.content_sha256 = text::sha256(reading.text.clean);
  report.coordinates = reading.coordinates;
  if (reading.coordinates == "extracted") report.extracted = reading.text.clean;
  report.status = reading.status;
  report.reasons = reading.reasons;
  report.notes = reading.notes;
  return report;
}

std::vector<Sentence> build_sentences(const claims::Observations& observations,
                                      const std::vector<judge::Judgement>& judgements,
                                      bool with_vetoed) {
  return SentenceBuilder(observations, with_vetoed).build(judgements);
}

std::vector<Finding> build_findings(const claims::Observations& observations,
                                    const std::vector<judge::FoundFinding>& found) {
  std::vector<Finding> findings;
  for (const judge::FoundFinding& one : found) {
    const lexicon::FindingRule& rule = observations.lexicons.model().findings[one.rule];
    // A document has one of a type at most, so the type tells it from the others.
    findings.push_back({.id = text::sha256(rule.type).substr(0, 32),
                        .type = rule.type,
                        .severity = rule.severity,
                        .message = rule.message,
                        .basis = one.basis,
                        .span = observations.document.source_span(one.folded)});
  }
  return findings;
}

}  // namespace claimlint
