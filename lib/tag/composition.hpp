// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "lexicon/compiled.hpp"
#include "tag.hpp"
#include "text/text.hpp"

namespace claimlint::tag {

/// Makes one mention of names that belong together. `tags` are the anatomy, conditions and so on of
/// one sentence by place, `cues` its cues.
/// - anatomy and the condition that directly follows and joins: "lower back" + "pain";
/// - anatomy that takes in the first words of a condition: "elbow [tendon] problems";
/// - what shares the last words of a condition: "lower back and neck pain", "herniated or bulging
///   discs", if each would be a condition with these words;
/// - anatomy, or a symptom that joins, and the anatomy it is of: "joints of the foot".
std::vector<Tag> compose(std::vector<Tag> tags, std::span<const CueHit> cues,
                         const text::Document& document, text::TokenRange sentence,
                         const lexicon::Compiled& lexicons);

}  // namespace claimlint::tag
