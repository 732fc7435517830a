// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "tag_sample.hpp"

namespace {

using claimlint::MentionKind;

std::vector<std::string> conditions(std::string_view clean, std::size_t sentence) {
  const auto lexicons = claimlint::sample::compile(
      "[[concept]]\nid='condition.tmd'\nname='temporomandibular joint disorder'\n"
      "[[concept]]\nid='condition.at'\nname='ataxia telangiectasia'\n");
  const auto document = claimlint::sample::read(clean);
  const auto tags = claimlint::tag::tag(document, lexicons);
  return claimlint::sample::texts(document, tags.at(sentence), MentionKind::condition);
}

}  // namespace

using Texts = std::vector<std::string>;

TEST_CASE("local abbreviations: one in brackets counts from then on") {
  const char* const text =
      "TMD came first.\nHer temporomandibular joint disorder (TMD) is worse.\nBoth TMDs are rare.";
  CHECK(conditions(text, 0).empty());
  CHECK(conditions(text, 1) == Texts{"temporomandibular joint disorder", "tmd"});
  CHECK(conditions(text, 2) == Texts{"tmds"});
}

TEST_CASE("local abbreviations: the long form may stand in the brackets, the short have a hyphen") {
  CHECK(conditions("A-T (ataxia telangiectasia) is rare.", 0) == Texts{"ataxia telangiectasia"});
  CHECK(conditions("Ataxia-telangiectasia (A-T) is rare.\nAn A-T clinic.", 1) == Texts{"a-t"});
}

TEST_CASE("local abbreviations: letters that do not fit, and other cases, are none") {
  CHECK(conditions("Her temporomandibular joint disorder (WHO) is rare.\nThe WHO.", 1).empty());
  CHECK(conditions("Her temporomandibular joint disorder (TMD) is rare.\nThe tmd.", 1).empty());
  CHECK(conditions("Her temporomandibular joint disorder (2019) is rare.\nIn 2019.", 1).empty());
}
