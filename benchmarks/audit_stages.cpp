// SPDX-License-Identifier: Apache-2.0
// How fast the audit of a text in memory is, as a whole and stage by stage, beside ICU's word
// iteration alone over the same text.
// usage: claimlint-audit-stages [--benchmark_...] [FILE...]     (default: the articles of corpus/)
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "articles.hpp"
#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"
#include "claims/claims.hpp"
#include "context/context.hpp"
#include "icu_peers.hpp"
#include "input/input.hpp"
#include "judge/judge.hpp"
#include "judge/weigh.hpp"
#include "lexicon/binary.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/pattern_memory.hpp"
#include "tag/mend.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

namespace claimlint::benchmarks {
namespace {

constexpr std::size_t kBytes = std::size_t{2} << 20;
const std::vector<std::string> kEverywhere;

/// What each stage made of one article.
struct Stages {
  text::Text text;
  text::Document segmented;
  text::Document document;
  std::vector<tag::SentenceTags> tags;
  std::vector<context::SentenceContext> context;
  std::vector<claims::Candidate> candidates;
  std::vector<judge::Judgement> judgements;

  [[nodiscard]] claims::Observations seen(const lexicon::Compiled& lexicons) const {
    return {document, tags, context, lexicons};
  }
};

struct Material {
  Articles articles;
  lexicon::Compiled lexicons{lexicon::embedded_model()};
  Auditor auditor{Lexicons::builtin(), {.assume_language = "en"}};
  std::vector<std::u16string> utf16;
  std::deque<Stages> stages;

  explicit Material(Articles given) : articles(std::move(given)) {
    for (const std::string& article : articles.texts) {
      utf16.push_back(to_utf16(article));
      run(article, stages.emplace_back());
    }
  }

 private:
  void run(const std::string& article, Stages& made) const {
    made.text.clean = article;
    input::read_plain_text(made.text);
    made.segmented = text::segment(made.text, lexicons.model().abbreviations);
    made.document = tag::mend(made.segmented, lexicons);
    made.tags = tag::tag(made.document, lexicons);
    made.context = context::read_context(made.document, made.tags, lexicons);
    made.candidates = claims::find_claims(made.seen(lexicons));
    made.judgements = judge::judge(made.candidates, made.seen(lexicons), kEverywhere);
  }
};

template <typename Items, typename Work>
void measure(benchmark::State& state, const Material& material, const Items& items, Work work) {
  for ([[maybe_unused]] auto round : state) {
    for (const auto& item : items) {
      auto result = work(item);
      benchmark::DoNotOptimize(result);
    }
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(material.articles.bytes()));
}

std::size_t count_hits(const lexicon::Patterns& patterns, const text::Document& document) {
  lexicon::PatternMemory memory;
  std::size_t hits = 0;
  for (const text::SentenceRange& sentence : document.sentences) {
    hits += patterns.find(document, sentence.folded, memory).size();
  }
  return hits;
}

using Run = std::function<void(benchmark::State&, const Material&)>;

template <typename Work>
Run of_stages(Work work) {
  return [work](benchmark::State& state, const Material& material) {
    measure(state, material, material.stages,
            [&](const Stages& made) { return work(made, material.lexicons); });
  };
}

void iterate_words(benchmark::State& state, const Material& material) {
  IcuIterator icu(IcuIterator::Of::words);
  measure(state, material, material.utf16,
          [&](const std::u16string& text) { return icu.count(std::u16string_view(text)); });
}

void audit(benchmark::State& state, const Material& material) {
  measure(state, material, material.articles.texts, [&](const std::string& text) {
    return material.auditor.audit(text, {.path = "article.txt", .format = "text"});
  });
}

void load_lexicons(benchmark::State& state, const Material& /*material*/) {
  const std::string bytes = lexicon::compile(lexicon::embedded_model());
  for ([[maybe_unused]] auto round : state) {
    const lexicon::Compiled compiled{std::string_view(bytes)};
    benchmark::DoNotOptimize(&compiled);
  }
}

struct Stage {
  std::string_view name;
  Run run;
};

std::vector<Stage> stages() {
  using lexicon::Compiled;
  return {
      {"icu_words_utf16", iterate_words},
      {"audit", audit},
      {"mend", of_stages([](const Stages& made, const Compiled& lexicons) {
         return tag::mend(made.segmented, lexicons);
       })},
      {"tag", of_stages([](const Stages& made, const Compiled& lexicons) {
         return tag::tag(made.document, lexicons);
       })},
      {"cue_patterns", of_stages([](const Stages& made, const Compiled& lexicons) {
         return count_hits(lexicons.cue_patterns(), made.document);
       })},
      {"rule_patterns", of_stages([](const Stages& made, const Compiled& lexicons) {
         return count_hits(lexicons.rule_patterns(), made.document);
       })},
      {"context", of_stages([](const Stages& made, const Compiled& lexicons) {
         return context::read_context(made.document, made.tags, lexicons);
       })},
      {"claims", of_stages([](const Stages& made, const Compiled& lexicons) {
         return claims::find_claims(made.seen(lexicons));
       })},
      {"judge", of_stages([](const Stages& made, const Compiled& lexicons) {
         return judge::judge(made.candidates, made.seen(lexicons), kEverywhere);
       })},
      {"weigh", of_stages([](const Stages& made, const Compiled& lexicons) {
         return judge::weigh(made.judgements, made.seen(lexicons), kEverywhere);
       })},
      {"load_lexicons", load_lexicons},
  };
}

}  // namespace
}  // namespace claimlint::benchmarks

int main(int argc, char** argv) {
  using namespace claimlint::benchmarks;
  benchmark::Initialize(&argc, argv);
  std::vector<std::filesystem::path> files(argv + 1, argv + argc);
  if (files.empty()) files = text_files(std::filesystem::path(CLAIMLINT_SOURCE_DIR) / "corpus");
  const Material material(one_by_one(files, kBytes));
  for (const Stage& stage : stages()) {
    const std::string name = std::string(stage.name) + "/articles";
    benchmark::RegisterBenchmark(
        name.c_str(), [run = stage.run, &material](benchmark::State& s) { run(s, material); });
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
