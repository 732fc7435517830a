// SPDX-License-Identifier: Apache-2.0
#include "claims_fixture.hpp"

#include <doctest/doctest.h>

#include "lexicon/parse.hpp"

namespace claimlint::fixture {
namespace {

constexpr std::string_view kBase = R"(
why = "tests"
source = "made up"

[[type]]
id = "efficacy.cure"
name = "cure"
meaning = "m"
not_a_claim = "n"
severity = "high"
keeps_severity = true
cleared_by = []
exceeds_evidence = true
target = "disease"

[[type]]
id = "efficacy.treat"
name = "treat"
meaning = "m"
not_a_claim = "n"
severity = "medium"
cleared_by = ["cited", "evidence"]
target = "symptom"
basis = ["us.rule", "uk.rule"]

[[type]]
id = "cause.link"
name = "cause"
meaning = "m"
not_a_claim = "n"
severity = "medium"

[[type]]
id = "evidence.testimonial"
name = "testimonial"
meaning = "m"
not_a_claim = "n"
severity = "low"

[[type]]
id = "persuasion.urgency"
name = "urgency"
meaning = "m"
not_a_claim = "n"
severity = "low"
cleared_by = []

[[type]]
id = "safety.absolute"
name = "safety"
meaning = "m"
not_a_claim = "n"
severity = "high"
keeps_severity = true
cleared_by = []
exceeds_evidence = true

[[provision]]
id = "us.rule"
jurisdiction = "us"
instrument = "i"
summary = "s"
url = "https://example.org/us"

[[provision]]
id = "uk.rule"
jurisdiction = "uk"
instrument = "i"
summary = "s"
url = "https://example.org/uk"

[[concept]]
id = "condition.migraine"
name = "migraine"

[[concept]]
id = "condition.arthritis"
name = "arthritis"
target = "disease"

[[concept]]
id = "condition.colic"
name = "colic"
vulnerable = ["infant"]

[[concept]]
id = "treatment.acupuncture"
name = "acupuncture"

[[concept]]
id = "treatment.ibuprofen"
name = "ibuprofen"

[[concept]]
id = "anatomy.knee"
name = "knee"

[[concept]]
id = "anatomy.neck"
name = "neck"

[[cue]]
id = "negation.not"
class = "negation"
terms = ["not", "no", "never", "nothing"]
scope = "forward"

[[cue]]
id = "hedge.may"
class = "hedge"
terms = ["may", "might"]
scope = "forward"

[[cue]]
id = "history.past"
class = "history"
pattern = '''in 18\d\d'''

[[cue]]
id = "navigation.more"
class = "navigation"
terms = ["read more", "home", "contact us"]

[[cue]]
id = "citation.doi"
class = "citation"
pattern = '''10\.\d{4}/[a-z0-9.]*[a-z0-9]'''

[[cue]]
id = "they.we"
class = "they"
terms = ["we", "it"]

[scoring]
low = 0.25
medium = 1.0
high = 3.0
saturation = 25.0
density_points = 10.0
density_saturation = 1.0
band_medium = 20.0
band_high = 60.0
)";

text::Text text_of(const std::vector<Piece>& pieces) {
  text::Text text;
  std::uint32_t heading = text::kNone;
  for (const Piece& piece : pieces) {
    const std::size_t begin = text.clean.size();
    text.clean += piece.text;
    const bool is_heading = piece.kind == BlockKind::heading;
    text.blocks.push_back(
        {piece.kind, {begin, text.clean.size()}, is_heading ? text::kNone : heading});
    if (is_heading) heading = static_cast<std::uint32_t>(text.blocks.size() - 1);
    text.clean += "\n\n";
  }
  return text;
}

}  // namespace

std::string rule_table(const std::string& id, const std::string& pattern) {
  return "[[rule]]\nid = \"" + id + "\"\ntype = \"" + id.substr(0, id.rfind('.')) +
         "\"\npattern = '''" + pattern + "'''\nmessage = \"m\"\nwant = [\"w\"]\nabsent = [\"a\"]\n";
}

std::shared_ptr<const lexicon::Compiled> lexicons_with(const std::string& tables) {
  std::vector<LexiconProblem> problems;
  const std::vector<lexicon::LexiconFile> files{{"test.toml", std::string(kBase) + tables}};
  lexicon::Model model = lexicon::parse_lexicons(files, problems);
  lexicon::check_references(model, problems);
  for (const LexiconProblem& problem : problems) FAIL_CHECK(to_string(problem));
  REQUIRE(problems.empty());
  return std::make_shared<const lexicon::Compiled>(std::move(model));
}

Reading::Reading(std::shared_ptr<const lexicon::Compiled> lexicons,
                 const std::vector<Piece>& pieces)
    : lexicons_(std::move(lexicons)),
      document_(text::segment(text_of(pieces), lexicons_->model().abbreviations)),
      tags_(tag::tag(document_, *lexicons_)),
      context_(context::read_context(document_, tags_, *lexicons_)),
      observations_{document_, tags_, context_, *lexicons_} {}

Reading::Reading(std::shared_ptr<const lexicon::Compiled> lexicons, const std::string& prose)
    : Reading(std::move(lexicons), std::vector<Piece>{{BlockKind::prose, prose}}) {}

std::vector<claims::Candidate> Reading::candidates() const {
  return claims::find_claims(observations_);
}

std::vector<judge::Judgement> Reading::judgements(
    const std::vector<std::string>& jurisdictions) const {
  return judge::judge(candidates(), observations_, jurisdictions);
}

std::vector<std::string> Reading::outcomes() const {
  std::vector<std::string> result;
  for (const claims::Candidate& candidate : candidates()) {
    result.push_back(lexicons_->model().rules[candidate.rule].id + "@" +
                     std::to_string(candidate.sentence));
    if (candidate.rejection) result.back() += "!" + candidate.rejection->reason;
  }
  return result;
}

std::string Reading::role(const claims::Candidate& candidate, std::string_view name) const {
  for (const claims::Role& role : candidate.roles) {
    if (role.name == name) return std::string(document_.folded_text(role.folded));
  }
  return {};
}

}  // namespace claimlint::fixture
