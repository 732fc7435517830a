// SPDX-License-Identifier: Apache-2.0
#include "claimlint/profile.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "claims/claims.hpp"
#include "claims/senses.hpp"
#include "context/context.hpp"
#include "input/input.hpp"
#include "judge/judge.hpp"
#include "judge/weigh.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/pattern_memory.hpp"
#include "report_builder.hpp"
#include "score/score.hpp"
#include "tag/mend.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"
#include "vocabulary/lexicon_access.hpp"

namespace claimlint {
namespace {

using Clock = std::chrono::steady_clock;
using lexicon::PatternCost;
using lexicon::Patterns;

/// Adds what passed since it was last asked to the stage that was at work.
class Laps {
 public:
  explicit Laps(std::vector<StageTime>& stages) : stages_(stages) {}

  void end(std::string_view stage) {
    const Clock::time_point now = Clock::now();
    auto entry = std::ranges::find(stages_, stage, &StageTime::stage);
    if (entry == stages_.end()) entry = stages_.insert(entry, {std::string(stage), {}});
    entry->time += now - std::exchange(last_, now);
  }

 private:
  std::vector<StageTime>& stages_;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

class AuditProfile::Impl {
 public:
  Impl(Lexicons lexicons, AuditOptions options)
      : lexicons_(std::move(lexicons)),
        compiled_(compiled_of(lexicons_)),
        options_(std::move(options)) {
    triggers_.costs.resize(compiled_.rule_patterns().size());
    senses_.costs.resize(compiled_.unless_patterns().size());
    triggers_.memory.record(&triggers_.costs);
    senses_.memory.record(&senses_.costs);
  }

  void add(std::string_view bytes, const Source& source) {
    Laps laps(stages_);
    input::Reading reading = input::read(
        bytes, source.path, source.format,
        source.language ? source.language : options_.assume_language, options_.line_breaks);
    if (reading.status == Status::not_audited) return;
    laps.end("read");
    ++documents_;
    bytes_ += bytes.size();
    const text::Document document = segmented(std::move(reading.text), laps);
    audit(document, laps);
    time_rules(document);
  }

  [[nodiscard]] std::vector<RuleTime> rules() const {
    const auto& rules = compiled_.model().rules;
    std::vector<RuleTime> all(rules.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].rule = rules[i].id;
    for (std::size_t i = 0; i < triggers_.costs.size(); ++i) add_cost(triggers_.costs[i], all[i]);
    for (std::uint32_t i = 0; i < senses_.costs.size(); ++i) {
      add_cost(senses_.costs[i], all[compiled_.unless_rule(i)]);
    }
    std::erase_if(all, [](const RuleTime& rule) { return rule.tries == 0; });
    std::ranges::sort(all, [](const RuleTime& a, const RuleTime& b) {
      return std::tie(b.time, a.rule) < std::tie(a.time, b.rule);
    });
    return all;
  }

  [[nodiscard]] const std::vector<StageTime>& stages() const { return stages_; }
  [[nodiscard]] std::size_t documents() const { return documents_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  /// A memory, and what the expressions that were tried with it cost.
  struct Recorder {
    std::vector<PatternCost> costs;
    lexicon::PatternMemory memory;
  };

  static void add_cost(const PatternCost& cost, RuleTime& rule) {
    rule.tries += cost.tries;
    rule.hits += cost.hits;
    rule.time += cost.time;
  }

  text::Document segmented(text::Text text, Laps& laps) const {
    text::Document document = text::segment(std::move(text), compiled_.model().abbreviations);
    laps.end("segment");
    document = tag::mend(std::move(document), compiled_);
    laps.end("mend");
    return document;
  }

  void audit(const text::Document& document, Laps& laps) const {
    const auto tags = tag::tag(document, compiled_);
    laps.end("tag");
    const auto context = context::read_context(document, tags, compiled_);
    laps.end("context");
    const claims::Observations seen{document, tags, context, compiled_};
    std::vector<claims::Candidate> candidates = claims::find_claims(seen);
    laps.end("claims");
    auto judgements = judge::judge(std::move(candidates), seen, options_.jurisdictions);
    laps.end("judge");
    if (!options_.rules_only) {
      judgements = judge::weigh(std::move(judgements), seen, options_.jurisdictions);
      laps.end("weigh");
    }
    const std::vector<Sentence> sentences = build_sentences(seen, judgements, options_.with_vetoed);
    laps.end("report");
    score::score(sentences, *compiled_.model().scoring);
    laps.end("score");
  }

  /// Looks for the rules once more, with a clock at every try, which would be no part of the
  /// stages.
  void time_rules(const text::Document& document) {
    for (const text::SentenceRange& sentence : document.sentences) {
      const std::vector<Patterns::Hit>& hits =
          compiled_.rule_patterns().find(document, sentence.folded, triggers_.memory);
      std::vector<std::uint32_t> rules;
      rules.reserve(hits.size());
      for (const Patterns::Hit& hit : hits) rules.push_back(hit.pattern);
      claims::find_senses(compiled_, document, sentence.folded, std::move(rules), senses_.memory);
    }
  }

  Lexicons lexicons_;
  const lexicon::Compiled& compiled_;
  AuditOptions options_;
  std::vector<StageTime> stages_;
  Recorder triggers_;
  Recorder senses_;
  std::size_t documents_ = 0;
  std::size_t bytes_ = 0;
};

AuditProfile::AuditProfile(Lexicons lexicons, AuditOptions options)
    : impl_(std::make_unique<Impl>(std::move(lexicons), std::move(options))) {}
AuditProfile::AuditProfile(AuditProfile&&) noexcept = default;
AuditProfile& AuditProfile::operator=(AuditProfile&&) noexcept = default;
AuditProfile::~AuditProfile() = default;

void AuditProfile::add(std::string_view bytes, const Source& source) { impl_->add(bytes, source); }
std::size_t AuditProfile::documents() const { return impl_->documents(); }
std::size_t AuditProfile::bytes() const { return impl_->bytes(); }
std::vector<StageTime> AuditProfile::stages() const { return impl_->stages(); }
std::vector<RuleTime> AuditProfile::rules() const { return impl_->rules(); }

}  // namespace claimlint
