// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"

/// What the tests of other tools' users ask: where claims and sentences stand in the source.
namespace claimlint::peers {

inline Report audit(std::string_view bytes, const std::string& path = "page.html") {
  static const Auditor kAuditor = [] {
    AuditOptions options;
    options.assume_language = "en";
    return Auditor(Lexicons::builtin(), options);
  }();
  return kAuditor.audit(bytes, {.path = path});
}

/// The place of the n-th occurrence of words in the source, counted from 1.
inline Span nth(std::string_view source, std::string_view words, std::size_t n = 1) {
  std::size_t at = source.find(words);
  while (--n > 0 && at != std::string_view::npos) at = source.find(words, at + 1);
  return {at, at + words.size()};
}

/// The places of the claims of a type, in the order of the report.
inline std::vector<Span> claims(const Report& report, std::string_view type = "efficacy.cure") {
  std::vector<Span> places;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (claim.type == type && claim.counts()) places.push_back(claim.place.span);
    }
  }
  return places;
}

/// The sentences, each as its kind and its text.
inline std::vector<std::string> sentences(const Report& report) {
  std::vector<std::string> lines;
  for (const Sentence& sentence : report.sentences) {
    lines.push_back(std::string(to_string(sentence.block)) + ": " + sentence.text);
  }
  return lines;
}

/// The bytes that a place names, without what lies between its parts.
inline std::string bytes_of(std::string_view source, const Place& place) {
  if (place.parts.empty()) {
    return std::string(source.substr(place.span.begin, place.span.size()));
  }
  std::string bytes;
  for (const Span part : place.parts) bytes += source.substr(part.begin, part.size());
  return bytes;
}

using Spans = std::vector<Span>;
using Lines = std::vector<std::string>;

}  // namespace claimlint::peers
