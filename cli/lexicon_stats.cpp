// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <optional>

#include "claimlint/batch.hpp"
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

LexiconUse use_of(const Lexicons& lexicons, const Settings& settings) {
  BatchOptions batch;
  batch.paths.assign(settings.corpus.begin(), settings.corpus.end());
  NoReport writer;
  LexiconUse use(lexicons);
  audit_paths(Auditor(lexicons, settings.audit), batch, writer, [&](const Report& report) {
    use.add(report);
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

void write_json(std::ostream& out, const LexiconStats& stats, bool with_corpus) {
  out << "{\"kinds\":[";
  for (std::size_t i = 0; i < stats.kinds.size(); ++i) {
    const KindSize& size = stats.kinds[i];
    out << (i == 0 ? "" : ",") << "{\"kind\":" << json_string(size.kind)
        << ",\"concepts\":" << size.concepts << ",\"terms\":" << size.terms << "}";
  }
  out << "],\"rules\":" << stats.rules << ",\"cues\":" << stats.cues << ",\"words\":" << stats.words
      << ",\"between_kinds\":" << list_of(stats.between_kinds)
      << ",\"within_kind\":" << list_of(stats.within_kind);
  if (with_corpus) {
    out << ",\"documents\":" << stats.documents
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

void write_text(std::ostream& out, const LexiconStats& stats, bool with_corpus) {
  for (const KindSize& size : stats.kinds) {
    out << size.kind << ": " << size.concepts << " concepts, " << size.terms << " terms\n";
  }
  out << "rules: " << stats.rules << "\ncues: " << stats.cues << "\nordinary words: " << stats.words
      << '\n';
  write_terms(out, "terms of two kinds", stats.between_kinds);
  write_terms(out, "terms of two concepts of one kind", stats.within_kind);
  if (!with_corpus) return;
  out << "\ndocuments of the corpus: " << stats.documents << '\n';
  write_ids(out, "rules that never fire", stats.silent_rules);
  write_ids(out, "concepts never named", stats.silent_concepts);
  write_terms(out, "terms never met, of concepts that are named", stats.silent_terms);
  write_costs(out, stats);
}

}  // namespace

int show_lexicon_stats(const Settings& settings) {
  if (settings.arguments.size() > 2) throw UsageError("lexicon stats takes one folder at most");
  Settings named = settings;
  if (settings.arguments.size() == 2) named.lexicons = settings.arguments[1];
  const Lexicons lexicons = load_lexicons(named);
  const bool with_corpus = !settings.corpus.empty();
  std::optional<LexiconUse> use;
  if (with_corpus) use = use_of(lexicons, named);
  const LexiconStats stats = lexicon_stats(lexicons, use ? &*use : nullptr);
  (settings.format == "json" ? write_json : write_text)(std::cout, stats, with_corpus);
  return kClean;
}

}  // namespace claimlint::cli
