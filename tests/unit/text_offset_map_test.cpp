// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

#include "text/offset_map.hpp"

using claimlint::Span;
using claimlint::text::OffsetMap;

namespace {

/// A map made at random, and beside it what each byte came from, kept the simple way.
struct Sample {
  OffsetMap map;
  std::vector<Span> source_of;   // for each derived byte
  std::vector<Span> derived_of;  // for each source byte
};

Sample make_sample(std::mt19937& random) {
  Sample sample;
  const auto pick = [&random](std::size_t most) { return std::size_t{random() % (most + 1)}; };
  const std::size_t pieces = pick(8);
  for (std::size_t i = 0; i <= pieces; ++i) {
    for (std::size_t copies = pick(4); copies > 0; --copies) {
      const std::size_t derived = sample.source_of.size();
      const std::size_t source = sample.derived_of.size();
      sample.source_of.push_back({source, source + 1});
      sample.derived_of.push_back({derived, derived + 1});
    }
    if (i == pieces) break;
    Span derived{sample.source_of.size(), sample.source_of.size() + pick(3)};
    Span source{sample.derived_of.size(), sample.derived_of.size() + pick(3)};
    if (derived.empty() && source.empty()) ++source.end;
    sample.map.add(derived, source);
    sample.source_of.resize(derived.end, source);
    sample.derived_of.resize(source.end, derived);
  }
  return sample;
}

/// The smallest span over all that is not empty.
std::optional<Span> hull(const std::vector<Span>& places, Span range) {
  std::optional<Span> result;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (places[i].empty()) continue;
    if (!result) result = places[i];
    result->end = std::max(result->end, places[i].end);
  }
  return result;
}

}  // namespace

TEST_CASE("offset map: without pieces it is the identity") {
  const OffsetMap map;
  CHECK(map.identity());
  CHECK(map.to_source({3, 9}) == Span{3, 9});
  CHECK(map.to_derived({3, 9}) == Span{3, 9});
}

TEST_CASE("offset map: a span that touches a piece grows to all of it") {
  OffsetMap map;
  map.add({2, 5}, {2, 4});  // "ab1/4cd" from "ab¼cd"
  CHECK(map.to_source({3, 4}) == Span{2, 4});
  CHECK(map.to_source({0, 3}) == Span{0, 4});
  CHECK(map.to_source({4, 6}) == Span{2, 5});
  CHECK(map.to_source({5, 7}) == Span{4, 6});
  CHECK(map.to_derived({3, 4}) == Span{2, 5});
}

TEST_CASE("offset map: what was deleted counts only inside a span") {
  OffsetMap map;
  map.add({2, 2}, {2, 5});  // "abcd" from "ab___cd"
  CHECK(map.to_source({0, 2}) == Span{0, 2});
  CHECK(map.to_source({2, 4}) == Span{5, 7});
  CHECK(map.to_source({0, 4}) == Span{0, 7});
  CHECK(map.to_derived({2, 5}) == Span{2, 2});
  CHECK(map.to_derived({1, 4}) == Span{1, 2});
}

TEST_CASE("offset map: what was inserted came from an empty place") {
  OffsetMap map;
  map.add({2, 4}, {2, 2});  // "ab++cd" from "abcd"
  CHECK(map.to_source({2, 4}) == Span{2, 2});
  CHECK(map.to_source({3, 5}) == Span{2, 3});
  CHECK(map.to_source({1, 3}) == Span{1, 2});
  CHECK(map.to_derived({0, 2}) == Span{0, 2});
  CHECK(map.to_derived({2, 4}) == Span{4, 6});
  CHECK(map.to_derived({0, 4}) == Span{0, 6});
}

TEST_CASE("offset map: random maps give the smallest range, both ways") {
  std::mt19937 random(20240607);
  for (int round = 0; round < 2000; ++round) {
    const Sample sample = make_sample(random);
    const auto check_side = [](const std::vector<Span>& places, std::size_t size, auto map) {
      for (std::size_t begin = 0; begin <= size; ++begin) {
        for (std::size_t end = begin + 1; end <= size; ++end) {
          const std::optional<Span> wanted = hull(places, {begin, end});
          const Span found = map(Span{begin, end});
          if (wanted ? found != *wanted : !found.empty()) {
            FAIL("[", begin, ",", end, ") gave [", found.begin, ",", found.end, ")");
          }
        }
      }
    };
    check_side(sample.source_of, sample.source_of.size(),
               [&](Span span) { return sample.map.to_source(span); });
    check_side(sample.derived_of, sample.derived_of.size(),
               [&](Span span) { return sample.map.to_derived(span); });
  }
}

TEST_CASE("offset map: random maps are monotone, and there and back only grows") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const Sample sample = make_sample(random);
    Span last{0, 0};
    for (std::size_t i = 0; i < sample.source_of.size(); ++i) {
      const Span source = sample.map.to_source({i, i + 1});
      CHECK(source.begin >= last.begin);
      CHECK(source.end >= last.end);
      last = source;
      if (source.empty()) continue;
      const Span back = sample.map.to_derived(source);
      CHECK(back.begin <= i);
      CHECK(back.end > i);
    }
  }
}
