// SPDX-License-Identifier: Apache-2.0
#include <iomanip>
#include <iostream>
#include <locale>
#include <optional>
#include <sstream>

#include "claimlint/batch.hpp"
#include "claimlint/rule_use.hpp"
#include "claimlint/vocabulary.hpp"
#include "lexicon_tasks.hpp"
#include "session.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

/// Counts what an audit of the corpus uses and writes nothing.
class NoReport : public ReportWriter {
 public:
  void begin(const Tool& /*tool*/) override {}
  void document(const Report& /*report*/) override {}
  void end(const Summary& /*summary*/) override {}
};

/// What a corpus made use of.
struct Use {
  explicit Use(const Lexicons& lexicons) : entries(lexicons) {}
  LexiconUse entries;
  RuleUse rules;
};

Use use_of(const Lexicons& lexicons, const Settings& settings) {
  BatchOptions batch;
  batch.paths.assign(settings.corpus.begin(), settings.corpus.end());
  AuditOptions options = settings.audit;
  options.with_vetoed = true;
  NoReport writer;
  Use use(lexicons);
  audit_paths(Auditor(lexicons, options), batch, writer, [&](const Report& report) {
    use.entries.add(report);
    use.rules.add(report);
    if (report.status == Status::not_audited) {
      std::cerr << printable(report.path) << ": not audited\n";
    }
  });
  return use;
}

std::string json_string(const std::string& text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json +=
        static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // ids are for a line of a terminal, too
  }
  return json + '"';
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) json += (json.size() > 1 ? "," : "") + json_string(text);
  return json + "]";
}

std::string list_of(const std::vector<SharedTerm>& terms) {
  std::string json = "[";
  for (const SharedTerm& term : terms) {
    json += json.size() > 1 ? "," : "";
    json += "{\"term\":" + json_string(term.term) + ",\"concepts\":" + list_of(term.concepts) + "}";
  }
  return json + "]";
}

std::string fields_of(const WalkCount& walks) {
  return "\"walks\":" + std::to_string(walks.walks) + ",\"found\":" + std::to_string(walks.found) +
         ",\"steps\":" + std::to_string(walks.steps) +
         ",\"in_vain\":" + std::to_string(walks.in_vain);
}

std::string list_of(const std::vector<CostlyWord>& words) {
  std::string json = "[";
  for (const CostlyWord& word : words) {
    json += json.size() > 1 ? "," : "";
    json += "{\"word\":" + json_string(word.word) + "," + fields_of(word.walks) +
            ",\"terms\":" + std::to_string(word.terms) +
            ",\"example\":" + json_string(word.example) +
            ",\"concept\":" + json_string(word.concept_id) + "}";
  }
  return json + "]";
}

double per_megabyte(std::size_t count, const RuleUse& rules) {
  constexpr double kMegabyte = 1e6;
  return rules.bytes() == 0
             ? 0
             : static_cast<double>(count) * kMegabyte / static_cast<double>(rules.bytes());
}

std::string tenths(double value) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text << std::fixed << std::setprecision(1) << value;
  return text.str();
}

std::string list_of(const RuleUse& rules, const std::vector<RuleCost>& costs) {
  std::string json = "[";
  for (const RuleCost& cost : costs) {
    json += json.size() > 1 ? "," : "";
    json += "{\"rule\":" + json_string(cost.rule) +
            ",\"triggers\":" + std::to_string(cost.triggers) +
            ",\"reported\":" + std::to_string(cost.reported) +
            ",\"in_vain_per_megabyte\":" + tenths(per_megabyte(cost.in_vain(), rules)) + "}";
  }
  return json + "]";
}

std::string list_of(const std::vector<RuleCompanion>& companions) {
  std::string json = "[";
  for (const RuleCompanion& companion : companions) {
    json += json.size() > 1 ? "," : "";
    json += "{\"rule\":" + json_string(companion.rule) +
            ",\"with\":" + json_string(companion.with) +
            ",\"sentences\":" + std::to_string(companion.sentences) + "}";
  }
  return json + "]";
}

void write_json(std::ostream& out, const LexiconStats& stats, const RuleUse* rules) {
  out << "{\"kinds\":[";
  for (std::size_t i = 0; i < stats.kinds.size(); ++i) {
    const KindSize& size = stats.kinds[i];
    out << (i == 0 ? "" : ",") << "{\"kind\":" << json_string(size.kind)
        << ",\"concepts\":" << size.concepts << ",\"terms\":" << size.terms << "}";
  }
  out << "],\"rules\":" << stats.rules << ",\"cues\":" << stats.cues << ",\"words\":" << stats.words
      << ",\"between_kinds\":" << list_of(stats.between_kinds)
      << ",\"within_kind\":" << list_of(stats.within_kind);
  if (rules != nullptr) {
    out << ",\"rule_costs\":" << list_of(*rules, rules->costs())
        << ",\"companions\":" << list_of(rules->companions())
        << ",\"documents\":" << stats.documents
        << ",\"silent_rules\":" << list_of(stats.silent_rules)
        << ",\"silent_concepts\":" << list_of(stats.silent_concepts)
        << ",\"silent_terms\":" << list_of(stats.silent_terms) << ",\"cost\":{"
        << fields_of(stats.walks) << "},\"costly_words\":" << list_of(stats.costly_words);
  }
  out << "}\n";
}

void write_terms(std::ostream& out, const char* title, const std::vector<SharedTerm>& terms) {
  out << '\n' << title << ": " << terms.size() << '\n';
  for (const SharedTerm& term : terms) {
    out << "  " << printable(term.term) << ':';
    for (const std::string& id : term.concepts) out << ' ' << printable(id);
    out << '\n';
  }
}

void write_ids(std::ostream& out, const char* title, const std::vector<std::string>& ids) {
  out << '\n' << title << ": " << ids.size() << '\n';
  for (const std::string& id : ids) out << "  " << printable(id) << '\n';
}

void write_costs(std::ostream& out, const LexiconStats& stats) {
  out << "\nsteps along terms: " << stats.walks.steps << ", in vain: " << stats.walks.in_vain
      << "\nfirst words that cost most steps in vain: " << stats.costly_words.size() << '\n';
  for (const CostlyWord& word : stats.costly_words) {
    out << "  " << printable(word.word) << ": " << word.walks.in_vain << " of " << word.walks.steps
        << " steps in vain; " << word.walks.walks << " walks, " << word.walks.found
        << " found a term; begins " << word.terms << " terms, as " << printable(word.example)
        << " (" << printable(word.concept_id) << ")\n";
  }
}

void write_rules(std::ostream& out, const RuleUse& rules) {
  out << "\nrules by triggers in vain, for each megabyte of text:\n";
  for (const RuleCost& cost : rules.costs()) {
    if (cost.in_vain() == 0) break;
    out << "  " << printable(cost.rule) << ": " << tenths(per_megabyte(cost.in_vain(), rules))
        << "; " << cost.triggers << " found, " << cost.reported << " reported\n";
  }
  const std::vector<RuleCompanion> companions = rules.companions();
  out << "\nrules that never report without another: " << companions.size() << '\n';
  for (const RuleCompanion& companion : companions) {
    out << "  " << printable(companion.rule) << ": always with " << printable(companion.with)
        << ", " << companion.sentences << " sentences\n";
  }
}

void write_text(std::ostream& out, const LexiconStats& stats, const RuleUse* rules) {
  for (const KindSize& size : stats.kinds) {
    out << size.kind << ": " << size.concepts << " concepts, " << size.terms << " terms\n";
  }
  out << "rules: " << stats.rules << "\ncues: " << stats.cues << "\nordinary words: " << stats.words
      << '\n';
  write_terms(out, "terms of two kinds", stats.between_kinds);
  write_terms(out, "terms of two concepts of one kind", stats.within_kind);
  if (rules == nullptr) return;
  out << "\ndocuments of the corpus: " << stats.documents << '\n';
  write_ids(out, "rules that never fire", stats.silent_rules);
  write_ids(out, "concepts never named", stats.silent_concepts);
  write_terms(out, "terms never met, of concepts that are named", stats.silent_terms);
  write_costs(out, stats);
  write_rules(out, *rules);
}

}  // namespace

int show_lexicon_stats(const Settings& settings) {
  if (settings.arguments.size() > 2) throw UsageError("lexicon stats takes one folder at most");
  Settings named = settings;
  if (settings.arguments.size() == 2) named.lexicons = settings.arguments[1];
  const Lexicons lexicons = load_lexicons(named);
  std::optional<Use> use;
  if (!settings.corpus.empty()) use = use_of(lexicons, named);
  const LexiconStats stats = lexicon_stats(lexicons, use ? &use->entries : nullptr);
  const RuleUse* const rules = use ? &use->rules : nullptr;
  (settings.format == "json" ? write_json : write_text)(std::cout, stats, rules);
  return kClean;
}

}  // namespace claimlint::cli
