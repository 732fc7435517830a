// SPDX-License-Identifier: Apache-2.0
#include "lexicon/terms.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "checks.hpp"
#include "choices.hpp"
#include "input/input.hpp"
#include "targets.hpp"
#include "text/decode.hpp"

namespace claimlint::fuzz {
namespace {

using lexicon::Term;
using lexicon::Terms;

/// Terms and the bytes that they read.
class Written {
 public:
  explicit Written(std::span<const Term> terms) : bytes_(write(terms)), in_(bytes_) {}
  const Terms* operator->() const { return &terms_; }

 private:
  static std::string write(std::span<const Term> terms) {
    lexicon::FlatWriter out;
    Terms::write(terms, out);
    return out.take();
  }

  std::string bytes_;
  lexicon::FlatReader in_;
  Terms terms_{in_, 256};
};

text::Document document_of(std::string clean) {
  text::Text text;
  text.clean = std::move(clean);
  input::read_plain_text(text);
  return text::segment(std::move(text), {});
}

void check_hits(const Terms& terms, std::span<const Term> names, const text::Document& document,
                text::TokenRange within) {
  const std::vector<Terms::Hit> hits = terms.find(document, within);
  std::uint32_t end = within.first;
  for (const Terms::Hit& hit : hits) {
    require(end <= hit.tokens.first && !hit.tokens.empty() && hit.tokens.last <= within.last,
            "hits come in order and do not overlap");
    require(std::ranges::any_of(names, [&](const Term& name) { return name.entry == hit.entry; }),
            "a hit is of an entry");
    end = hit.tokens.last;
  }
  std::size_t found = 0;
  for (const Terms::Walk& walk : terms.walks(document, within)) {
    require(walk.steps > 0 && terms.has_word(walk.first), "a walk begins with a word of a name");
    found += walk.found ? 1 : 0;
  }
  require(found >= hits.size() && (found == 0) == hits.empty(), "a hit ends a walk");
}

/// What a name hits by itself, it hits among others, or a longer one does there.
void check_alone(const Terms& terms, const Term& name, const text::Document& document,
                 text::TokenRange within) {
  const Written alone(std::span(&name, 1));
  const std::vector<Terms::Hit> hits = terms.find(document, within);
  for (const Terms::Hit& hit : alone->find(document, within)) {
    require(std::ranges::any_of(hits,
                                [&](const Terms::Hit& other) {
                                  return other.tokens.overlaps(hit.tokens) &&
                                         other.tokens.size() >= hit.tokens.size();
                                }),
            "other names hide none but for a longer one");
  }
}

}  // namespace

/// Names, one a line, those in capitals alone with a caret; behind a NUL the text they are sought
/// in.
void fuzz_terms(std::string_view bytes) {
  constexpr std::size_t kMaxNames = 12;
  constexpr std::size_t kMaxText = 600;
  std::string_view head = take_part(bytes, '\0');
  std::vector<std::string> texts;
  while (!head.empty() && texts.size() < kMaxNames) {
    texts.push_back(text::decode(take_part(head, '\n')).utf8);
  }
  std::vector<Term> names;
  for (std::string_view name : texts) {
    const bool upper = name.starts_with('^');
    if (upper) name.remove_prefix(1);
    names.push_back({name, static_cast<std::uint32_t>(names.size()), upper});
  }
  const Written terms(names);
  const text::Document document = document_of(text::decode(bytes.substr(0, kMaxText)).utf8);
  for (const text::SentenceRange& sentence : document.sentences) {
    check_hits(*terms.operator->(), names, document, sentence.tokens);
    for (const Term& name : names) {
      check_alone(*terms.operator->(), name, document, sentence.tokens);
    }
  }
  for (std::size_t i = 0; i < terms->words().size(); ++i) {
    const std::string_view word = terms->words()[static_cast<std::uint32_t>(i)];
    require(terms->has_word(word), "a word of a name is known");
    const Terms::Family family = terms->family(word);
    require(family.names == 0 || family.example.starts_with(word), "a family has its example");
  }
}

}  // namespace claimlint::fuzz
