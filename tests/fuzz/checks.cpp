// SPDX-License-Identifier: Apache-2.0
#include "checks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

namespace claimlint::fuzz {
namespace {

/// A few of each kind that the lexicons have.
const std::array<std::string, 4> kAbbreviations = {"dr.", "e.g.", "approx.", "no. #"};

void require_span(Span span, std::string_view text, std::string_view what) {
  require(is_within(span, {0, text.size()}) && !span.empty(), what);
  require(is_character_edge(text, span.begin) && is_character_edge(text, span.end), what);
}

void check_blocks(const text::Text& text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    const text::Block& block = text.blocks[i];
    require_span(block.clean, text.clean, "a block lies in the text, on edges of characters");
    require(end <= block.clean.begin, "blocks come in order and do not overlap");
    require(block.heading == text::kNone || block.heading < i, "a heading stands above its block");
    end = block.clean.end;
  }
}

/// A span grows to whole clusters, once; in a text of its own order it may hold what lies between.
/// What was made of nothing has but a place.
void check_round_trip(const text::OffsetMap& map, Span derived, Order order) {
  const Span source = map.to_source(derived);
  if (source.empty()) return;
  const Span grown = map.to_derived(source);
  require(is_within(derived, grown), "the way back holds the span");
  require(order == Order::free || map.to_source(grown) == source, "growing once is enough");
}

/// The same from the other side, where a character may have come to nothing.
void check_source_trip(const text::OffsetMap& map, Span source) {
  const Span derived = map.to_derived(source);
  const Span grown = map.to_source(derived);
  require(derived.empty() || is_within(source, grown), "the way there holds the span");
  require(map.to_source(map.to_derived(grown)) == grown, "growing once is enough, from the source");
}

void check_tokens(const text::Document& document) {
  const std::string_view folded = document.folded.text;
  std::size_t end = 0;
  for (const text::Token& token : document.tokens) {
    const Span span{token.begin, token.end};
    require_span(span, folded, "a token lies in the folded text, on edges of characters");
    require(end <= span.begin, "tokens come in order and do not overlap");
    require_span(document.clean_span(span), document.text.clean, "a token has its clean text");
    check_round_trip(document.folded.to_clean, span, Order::kept);
    end = span.end;
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void check_sentence(const text::Document& document, const text::SentenceRange& sentence) {
  const std::string_view folded = document.folded.text;
  require_span(sentence.folded, folded, "a sentence lies in the folded text");
  require(sentence.block < document.text.blocks.size(), "a sentence has its block");
  const Span block = document.text.blocks[sentence.block].clean;
  const Span clean = document.clean_span(sentence.folded);
  require_span(clean, document.text.clean, "a sentence has its clean text");
  require(is_within(clean, block), "a sentence lies in its block");
  check_round_trip(document.folded.to_clean, sentence.folded, Order::kept);
  check_round_trip(document.text.to_source, clean, Order::free);
  require(sentence.tokens.first <= sentence.tokens.last &&
              sentence.tokens.last <= document.tokens.size(),
          "a sentence's tokens are there");
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    require(is_within({document.tokens[i].begin, document.tokens[i].end}, sentence.folded),
            "a sentence's tokens lie in it");
  }
}

void check_sentences(const text::Document& document) {
  const std::string_view folded = document.folded.text;
  std::size_t end = 0;
  std::uint32_t token = 0;
  std::uint32_t block = 0;
  for (const text::SentenceRange& sentence : document.sentences) {
    check_sentence(document, sentence);
    require(end <= sentence.folded.begin, "sentences come in order and do not overlap");
    require(token <= sentence.tokens.first && block <= sentence.block, "so do their parts");
    if (end > 0 && block == sentence.block) {
      require(is_blank(folded.substr(end, sentence.folded.begin - end)),
              "no visible character stands between sentences");
    }
    end = sentence.folded.end;
    token = sentence.tokens.last;
    block = sentence.block;
  }
}

bool same_blocks(const text::Text& a, const text::Text& b) {
  return std::ranges::equal(a.blocks, b.blocks, [](const text::Block& x, const text::Block& y) {
    return x.kind == y.kind && x.clean == y.clean && x.heading == y.heading;
  });
}

bool same_documents(const text::Document& a, const text::Document& b) {
  const bool tokens =
      std::ranges::equal(a.tokens, b.tokens, [](const text::Token& x, const text::Token& y) {
        return x.begin == y.begin && x.end == y.end && x.shape == y.shape && x.joined == y.joined;
      });
  const bool sentences = std::ranges::equal(
      a.sentences, b.sentences, [](const text::SentenceRange& x, const text::SentenceRange& y) {
        return x.folded == y.folded && x.tokens == y.tokens;
      });
  return tokens && sentences && a.folded.text == b.folded.text && a.folded.notes == b.folded.notes;
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << std::endl;
  std::abort();
}

bool is_character_edge(std::string_view utf8, std::size_t offset) {
  return offset >= utf8.size() || (static_cast<unsigned char>(utf8[offset]) & 0xC0U) != 0x80U;
}

void check_map(std::string_view derived, const text::OffsetMap& to_source, std::size_t source_size,
               Order order) {
  const text::Decoded decoded = text::decode(derived);
  require(decoded.replaced.empty() && decoded.encoding == "utf-8", "a text is well-formed UTF-8");
  Span before;
  each_character(derived, [&](Span character) {
    const Span source = to_source.to_source(character);
    require(is_within(source, {0, source_size}), "a character has its place in the source");
    require(order == Order::free || (before.begin <= source.begin && before.end <= source.end),
            "places come in order");
    before = source;
    check_round_trip(to_source, character, order);
  });
}

void check_decoded(const text::Decoded& decoded, std::size_t source_size) {
  check_map(decoded.utf8, decoded.to_source, source_size, Order::kept);
  std::size_t end = 0;
  for (const Span span : decoded.replaced) {
    require(is_within(span, {end, source_size}) && !span.empty(),
            "what was replaced has its place");
    end = span.end;
  }
}

text::Document check_segmented(const text::Text& text, std::size_t source_size) {
  check_blocks(text);
  check_map(text.clean, text.to_source, source_size, Order::free);
  text::Document document = text::segment(text, kAbbreviations);
  check_map(document.folded.text, document.folded.to_clean, text.clean.size(), Order::kept);
  each_character(text.clean, [&](Span span) { check_source_trip(document.folded.to_clean, span); });
  for (const Note& note : document.folded.notes) {
    if (note.span) require_span(*note.span, text.clean, "a note of folding has its place");
  }
  check_tokens(document);
  check_sentences(document);
  require(same_documents(document, text::segment(text, kAbbreviations)),
          "cutting a text twice gives the same");
  return document;
}

void check_reading(const input::Reading& reading, std::size_t source_size) {
  for (const Note& note : reading.notes) {
    require(!note.span || is_within(*note.span, {0, source_size}), "a note has its place");
  }
  require(reading.status == Status::audited || !reading.reasons.empty(),
          "what was not read whole says why");
  if (reading.status == Status::not_audited) return;
  require(!reading.text.blocks.empty(), "what was read has a block");
  const bool extracted = reading.coordinates == "extracted";
  check_segmented(reading.text, extracted ? reading.text.clean.size() : source_size);
}

void check_read(std::string_view bytes, std::string_view format) {
  const auto read = [&] { return input::read(bytes, {}, std::string(format), "en"); };
  const input::Reading reading = read();
  const input::Reading again = read();
  require(reading.text.clean == again.text.clean && same_blocks(reading.text, again.text) &&
              reading.notes == again.notes && reading.reasons == again.reasons,
          "reading twice gives the same");
  check_reading(reading, bytes.size());
}

}  // namespace claimlint::fuzz
