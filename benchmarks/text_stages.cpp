// SPDX-License-Identifier: Apache-2.0
// How fast the stages up to sentences are, beside ICU's iteration alone over the same text.
// usage: claimlint-text-stages [--benchmark_...] [FILE...]      (default: the articles of corpus/)
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "articles.hpp"
#include "icu_peers.hpp"
#include "input/input.hpp"
#include "lexicon/embedded.hpp"
#include "markup.hpp"
#include "text/decode.hpp"
#include "text/sentences.hpp"
#include "text/text.hpp"

namespace claimlint::benchmarks {
namespace {

constexpr std::size_t kBytes = std::size_t{4} << 20;

/// One set of articles, and what each stage begins with.
struct Material {
  Articles articles;
  Articles html;
  Articles markdown;
  std::vector<std::u16string> utf16;
  std::vector<text::Text> texts;
  std::vector<text::Document> documents;
  std::vector<std::string> abbreviations;
};

Material prepare(Articles articles) {
  Material material;
  material.html = as_html(articles);
  material.markdown = as_markdown(articles);
  material.abbreviations = lexicon::embedded_model().abbreviations;
  for (const std::string& article : articles.texts) {
    material.utf16.push_back(to_utf16(article));
    text::Text text;
    text.clean = article;
    input::read_plain_text(text);
    material.documents.push_back(text::segment(text, material.abbreviations));
    material.texts.push_back(std::move(text));
  }
  material.articles = std::move(articles);
  return material;
}

/// Runs `work` on each of `items`, round after round.
template <typename Items, typename Work>
void measure(benchmark::State& state, std::size_t bytes, const Items& items, Work work) {
  for ([[maybe_unused]] auto round : state) {
    for (const auto& item : items) {
      auto result = work(item);
      benchmark::DoNotOptimize(result);
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

std::size_t count_sentences(const text::Document& document,
                            const std::vector<std::string>& abbreviations) {
  const text::Abbreviations known(abbreviations);
  std::size_t sentences = 0;
  for (const text::Block& block : document.text.blocks) {
    const Span folded = document.folded.to_clean.to_derived(block.clean);
    sentences += text::split_sentences(document.folded, document.text.clean, folded, known).size();
  }
  return sentences;
}

/// The copies that segment() consumes are made off the clock.
void segment_all(benchmark::State& state, const Material& material) {
  for ([[maybe_unused]] auto round : state) {
    state.PauseTiming();
    std::vector<text::Text> texts = material.texts;
    std::vector<text::Document> documents;
    documents.reserve(texts.size());
    state.ResumeTiming();
    for (text::Text& text : texts) {
      documents.push_back(text::segment(std::move(text), material.abbreviations));
    }
    benchmark::DoNotOptimize(documents.data());
    state.PauseTiming();
    documents.clear();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(material.articles.bytes()));
}

void find_blocks(benchmark::State& state, const Material& material) {
  std::vector<text::Text> texts = material.texts;
  for ([[maybe_unused]] auto round : state) {
    for (text::Text& text : texts) {
      text.blocks.clear();
      input::read_plain_text(text);
      benchmark::DoNotOptimize(text.blocks.data());
    }
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(material.articles.bytes()));
}

void iterate(benchmark::State& state, const Material& material, IcuIterator::Of what, bool utf8) {
  IcuIterator icu(what);
  const std::size_t bytes = material.articles.bytes();
  if (utf8) {
    measure(state, bytes, material.articles.texts,
            [&](const std::string& text) { return icu.count(std::string_view(text)); });
  } else {
    measure(state, bytes, material.utf16,
            [&](const std::u16string& text) { return icu.count(std::u16string_view(text)); });
  }
}

void read_all(benchmark::State& state, const Articles& articles, const std::string& format) {
  measure(state, articles.bytes(), articles.texts,
          [&](const std::string& bytes) { return input::read(bytes, "", format, "en"); });
}

struct Stage {
  std::string_view name;
  std::function<void(benchmark::State&, const Material&)> run;
};

std::vector<Stage> peers() {
  using Of = IcuIterator::Of;
  return {
      {"icu_words_utf8",
       [](benchmark::State& s, const Material& m) { iterate(s, m, Of::words, true); }},
      {"icu_words_utf16",
       [](benchmark::State& s, const Material& m) { iterate(s, m, Of::words, false); }},
      {"icu_sentences_utf8",
       [](benchmark::State& s, const Material& m) { iterate(s, m, Of::sentences, true); }},
      {"icu_sentences_utf16",
       [](benchmark::State& s, const Material& m) { iterate(s, m, Of::sentences, false); }},
      {"icu_utf8_to_utf16",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.articles.texts, to_utf16);
       }},
  };
}

std::vector<Stage> stages() {
  return {
      {"decode",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.articles.texts, text::decode);
       }},
      {"blocks", find_blocks},
      {"language",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.articles.texts, input::detect_language);
       }},
      {"fold",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.articles.texts, text::fold);
       }},
      {"tokens",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.documents, [](const text::Document& document) {
           return text::split_tokens(document.folded, document.text.clean);
         });
       }},
      {"sentences",
       [](benchmark::State& s, const Material& m) {
         measure(s, m.articles.bytes(), m.documents, [&](const text::Document& document) {
           return count_sentences(document, m.abbreviations);
         });
       }},
      {"segment", segment_all},
      {"read_text",
       [](benchmark::State& s, const Material& m) { read_all(s, m.articles, "text"); }},
      {"read_html", [](benchmark::State& s, const Material& m) { read_all(s, m.html, "html"); }},
      {"read_markdown",
       [](benchmark::State& s, const Material& m) { read_all(s, m.markdown, "markdown"); }},
  };
}

void add_benchmarks(const std::vector<Stage>& stages, const Material& material) {
  for (const Stage& stage : stages) {
    const std::string name = std::string(stage.name) + "/" + material.articles.name;
    benchmark::RegisterBenchmark(
        name.c_str(), [run = stage.run, &material](benchmark::State& s) { run(s, material); });
  }
}

}  // namespace
}  // namespace claimlint::benchmarks

int main(int argc, char** argv) {
  using namespace claimlint::benchmarks;
  benchmark::Initialize(&argc, argv);
  std::vector<std::filesystem::path> files(argv + 1, argv + argc);
  if (files.empty()) {
    files = text_files(std::filesystem::path(CLAIMLINT_SOURCE_DIR) / "corpus");
  }
  const Articles articles = one_by_one(files, kBytes);
  const Material each = prepare(articles);
  const Material whole = prepare(joined(articles));
  for (const Material* material : {&each, &whole}) {
    add_benchmarks(peers(), *material);
    add_benchmarks(stages(), *material);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
