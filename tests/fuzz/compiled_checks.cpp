// SPDX-License-Identifier: Apache-2.0
#include "compiled_checks.hpp"

#include <string>

#include "checks.hpp"
#include "claims/claims.hpp"
#include "context/context.hpp"
#include "input/input.hpp"
#include "judge/findings.hpp"
#include "judge/judge.hpp"
#include "judge/weigh.hpp"
#include "lexicon/compiled.hpp"
#include "tag/mend.hpp"
#include "tag/tag.hpp"
#include "text/text.hpp"

namespace claimlint::fuzz {
namespace {

// With what the seeds look for.
constexpr std::string_view kText =
    "What cures pain?\n\nThe quick cure eases pain and relief by 12 cm in ACH patients. \"It mends "
    "my ache,\" she says. Ham cures no pain; one, two, three are not mended (Lee 2020).\n\n- a "
    "cure\n"
    "- aaaa bbbb cured-in 5.5 mm\n";

text::Document read() {
  input::Reading reading = input::read(kText, {}, "text", "en");
  return text::segment(std::move(reading.text), {});
}

void check_patterns(const lexicon::Patterns& patterns, const text::Document& document) {
  const Span all{0, document.folded.text.size()};
  for (const lexicon::Patterns::Hit& hit : patterns.find(document, all)) {
    require(hit.pattern < patterns.size() && is_within(hit.folded, all) && !hit.folded.empty(),
            "a hit lies in the text");
  }
}

}  // namespace

void check_compiled(std::string_view bytes) {
  const lexicon::Compiled lexicons(bytes);
  const text::Document document = tag::mend(read(), lexicons);
  for (const lexicon::Patterns* patterns :
       {&lexicons.rule_patterns(), &lexicons.unless_patterns(), &lexicons.cue_patterns(),
        &lexicons.textbook_patterns()}) {
    check_patterns(*patterns, document);
  }
  const auto tags = tag::tag(document, lexicons);
  const auto context = context::read_context(document, tags, lexicons);
  const claims::Observations seen{document, tags, context, lexicons};
  auto judgements = judge::weigh(judge::judge(claims::find_claims(seen), seen, {}), seen, {});
  const auto findings = judge::find_findings(seen, judgements, {});
  require(tags.size() == document.sentences.size() && findings.size() <= bytes.size(),
          "each sentence has its tags");
  require(lexicons.to_model().concepts.size() == lexicons.concepts().size(),
          "every concept is read");
}

}  // namespace claimlint::fuzz
