// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "text/decode.hpp"
#include "text/digest.hpp"

using claimlint::Span;
using namespace claimlint::text;
using namespace std::string_view_literals;

TEST_CASE("decode: well-formed UTF-8 is taken as it is") {
  const Decoded decoded = decode("Café ¼ \xF0\x9F\x98\x80");
  CHECK(decoded.utf8 == "Café ¼ \xF0\x9F\x98\x80");
  CHECK(decoded.encoding == "utf-8");
  CHECK(decoded.to_source.identity());
  CHECK(decoded.replaced.empty());
}

TEST_CASE("decode: a UTF-8 mark is no part of the text") {
  const Decoded decoded = decode("\xEF\xBB\xBFpain");
  CHECK(decoded.utf8 == "pain");
  CHECK(decoded.to_source.to_source({0, 4}) == Span{3, 7});
}

TEST_CASE("decode: each maximal subpart becomes one replacement character") {
  // Table 3-8 of the Unicode Standard.
  const Decoded decoded = decode(
      "a\xF1\x80\x80\xE1\x80\xC2"
      "b\x80"
      "c\x80\xBF"
      "d");
  CHECK(decoded.utf8 == "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
  CHECK(decoded.replaced == std::vector<Span>{{1, 4}, {4, 6}, {6, 7}, {8, 9}, {10, 11}, {11, 12}});
  CHECK(decoded.to_source.to_source({4, 7}) == Span{4, 6});
}

TEST_CASE("decode: surrogates, overlong forms and values beyond Unicode are ill-formed") {
  CHECK(decode("\xED\xA0\x80").replaced.size() == 3);
  CHECK(decode("\xC0\xAF").replaced.size() == 2);
  CHECK(decode("\xE0\x80\xAF").replaced.size() == 3);
  CHECK(decode("\xF4\x90\x80\x80").replaced.size() == 4);
  CHECK(decode("\xE2\x82").replaced.size() == 1);
}

TEST_CASE("decode: UTF-16 maps each character to its two or four bytes") {
  const Decoded little = decode("\xFF\xFEp\0\xBC\0=\xD8\0\xDE"sv);
  CHECK(little.encoding == "utf-16le");
  CHECK(little.utf8 == "p¼\xF0\x9F\x98\x80");
  CHECK(little.to_source.to_source({0, 1}) == Span{2, 4});
  CHECK(little.to_source.to_source({1, 3}) == Span{4, 6});
  CHECK(little.to_source.to_source({3, 7}) == Span{6, 10});
  const Decoded big = decode("\xFE\xFF\0p\0\xBC"sv);
  CHECK(big.encoding == "utf-16be");
  CHECK(big.utf8 == "p¼");
}

TEST_CASE("decode: half a surrogate pair and half a unit are replaced") {
  const Decoded decoded = decode("\xFF\xFE\0\xD8p\0q"sv);
  CHECK(decoded.utf8 == "\uFFFDp\uFFFD");
  CHECK(decoded.replaced == std::vector<Span>{{2, 4}, {6, 7}});
}

TEST_CASE("decode: UTF-32 with either mark") {
  CHECK(decode("\xFF\xFE\0\0p\0\0\0"sv).utf8 == "p");
  CHECK(decode("\0\0\xFE\xFF\0\0\0p"sv).encoding == "utf-32be");
  CHECK(decode("\0\0\xFE\xFF\0\x11\0\0"sv).utf8 == "\uFFFD");
}

TEST_CASE("decode: random bytes give well-formed UTF-8 that decodes to itself") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t size = random() % 24; size > 0; --size) {
      constexpr std::string_view kLikely = "a\x80\xBF\xC2\xE0\xE2\xED\xF0\xF4\x9F\xA0";
      bytes.push_back(kLikely[random() % kLikely.size()]);
    }
    const Decoded decoded = decode(bytes);
    const Decoded again = decode(decoded.utf8);
    CHECK(again.utf8 == decoded.utf8);
    CHECK(again.replaced.empty());
  }
}

TEST_CASE("decode: code points are counted, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("a¼€\xF0\x9F\x98\x80") == 4);
}

TEST_CASE("decode: the Unicode version in use is known") {
  CHECK_FALSE(unicode_versions().icu.empty());
  CHECK_FALSE(unicode_versions().unicode.empty());
}

TEST_CASE("digest: SHA-256 of the standard's examples") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
