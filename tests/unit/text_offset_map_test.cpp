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
    result->begin = std::min(result->begin, places[i].begin);
    result->end = std::max(result->end, places[i].end);
  }
  return result;
}

struct Places {
  std::vector<Span> source_of;                // for each derived byte
  std::vector<std::vector<Span>> derived_of;  // for each source byte
};

struct Shuffled {
  OffsetMap map;
  Places places;
};

/// A map whose flows take stretches of the source in any order, with a mark between them that came
/// from nothing. A stretch may lie in what another one leaves out.
/// `letters` says which bytes of the source belong together: no stretch begins between equal ones.
Shuffled make_shuffled(std::mt19937& random, const std::vector<Span>& letters) {
  Shuffled sample;
  const std::size_t size = letters.size();
  std::vector<Span> stretches;
  for (std::size_t at = 0; at < size;) {
    std::size_t end = std::min(at + 1 + random() % 6, size);
    while (end < size && letters[end] == letters[end - 1]) ++end;
    stretches.push_back({at, end});
    at = end;
  }
  std::shuffle(stretches.begin(), stretches.end(), random);
  sample.places.derived_of.resize(size);
  auto& source_of = sample.places.source_of;
  for (std::size_t i = 0; i < stretches.size();) {
    source_of.resize(source_of.size() + 1, {stretches[i].begin, stretches[i].begin});
    const std::size_t mark = source_of.size() - 1;
    sample.map.jump({mark, mark + 1}, source_of.back());
    // A flow goes on as long as the stretches rise; what lies between is left out.
    for (std::size_t done = stretches[i].begin;;) {
      const Span stretch = stretches[i++];
      if (stretch.begin > done) {
        sample.map.add({source_of.size(), source_of.size()}, {done, stretch.begin});
      }
      for (std::size_t at = stretch.begin; at < stretch.end; ++at) {
        sample.places.derived_of[at].push_back({source_of.size(), source_of.size() + 1});
        source_of.push_back({at, at + 1});
      }
      done = stretch.end;
      if (i == stretches.size() || stretches[i].begin < done) break;
    }
  }
  sample.map.jump({source_of.size(), source_of.size()}, {size, size});
  return sample;
}

void check_sides(const Places& places, const OffsetMap& map) {
  for (std::size_t begin = 0; begin < places.source_of.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= places.source_of.size(); ++end) {
      const std::optional<Span> wanted = hull(places.source_of, {begin, end});
      const Span found = map.to_source({begin, end});
      if (wanted ? found != *wanted : !found.empty()) FAIL("to source ", begin, " ", end);
      std::size_t kept = 0;
      for (const Span part : map.source_parts({begin, end})) kept += part.size();
      if (kept > end - begin) FAIL("parts of ", begin, " ", end);
    }
  }
  for (std::size_t begin = 0; begin < places.derived_of.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= places.derived_of.size(); ++end) {
      std::vector<Span> all;
      for (std::size_t at = begin; at < end; ++at) {
        all.insert(all.end(), places.derived_of[at].begin(), places.derived_of[at].end());
      }
      const Span found = map.to_derived({begin, end});
      std::size_t first = all.front().begin;
      std::size_t last = all.front().end;
      for (const Span each : all) {
        first = std::min(first, each.begin);
        last = std::max(last, each.end);
      }
      if (found != Span{first, last}) FAIL("to derived ", begin, " ", end);
    }
  }
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

TEST_CASE("offset map: the source may be told out of order") {
  OffsetMap map;
  map.add({2, 2}, {2, 7});  // "ab|cd" from "ab_xyz_cd", and "xyz" behind it
  map.jump({4, 5}, {3, 3});
  map.jump({8, 9}, {9, 9});  // then "ef", to the end
  CHECK(map.to_source({0, 4}) == Span{0, 9});
  CHECK(map.source_parts({0, 4}) == std::vector<Span>{{0, 2}, {7, 9}});
  CHECK(map.to_source({5, 8}) == Span{3, 6});
  CHECK(map.source_parts({5, 8}).empty());
  CHECK(map.to_source({6, 7}) == Span{4, 5});
  CHECK(map.to_source({9, 11}) == Span{9, 11});
  CHECK(map.to_source({3, 7}) == Span{3, 9});
  CHECK(map.source_parts({3, 7}) == std::vector<Span>{{3, 5}, {8, 9}});
  CHECK(map.to_derived({4, 5}) == Span{6, 7});
  CHECK(map.to_derived({7, 9}) == Span{2, 4});
  CHECK(map.to_derived({9, 10}) == Span{9, 10});
  CHECK(map.to_derived({0, 9}) == Span{0, 8});
}

TEST_CASE("offset map: random maps out of order give the smallest range, both ways") {
  std::mt19937 random(20261121);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Span> letters;
    for (std::size_t at = 0; at < 24; ++at) letters.push_back({at, at + 1});
    const Shuffled sample = make_shuffled(random, letters);
    check_sides(sample.places, sample.map);
  }
}

TEST_CASE("offset map: a map out of order goes through another one") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const Sample inner = make_sample(random);
    const Shuffled outer = make_shuffled(random, inner.source_of);
    const OffsetMap both = outer.map.through(inner.map);
    for (std::size_t i = 0; i < outer.places.source_of.size(); ++i) {
      const Span wanted = inner.map.to_source(outer.places.source_of[i]);
      const Span found = both.to_source({i, i + 1});
      if (wanted.empty() ? !found.empty() : found != wanted) {
        FAIL("byte ", i, " gave [", found.begin, ",", found.end, ") for [", wanted.begin, ",",
             wanted.end, ")");
      }
    }
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
