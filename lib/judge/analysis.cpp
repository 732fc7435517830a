// SPDX-License-Identifier: Apache-2.0
#include "analysis.hpp"

#include <utility>

#include "context/context.hpp"
#include "tag/mend.hpp"
#include "tag/tag.hpp"

namespace claimlint::judge {

Analysis::Analysis(text::Text text, const lexicon::Compiled& lexicons,
                   const std::vector<std::string>& jurisdictions)
    : document_(
          tag::mend(text::segment(std::move(text), lexicons.model().abbreviations), lexicons)),
      tags_(tag::tag(document_, lexicons)),
      context_(context::read_context(document_, tags_, lexicons)),
      observations_{document_, tags_, context_, lexicons},
      judgements_(judge(claims::find_claims(observations_), observations_, jurisdictions)) {}

}  // namespace claimlint::judge
