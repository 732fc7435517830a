// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "offset_cursor.hpp"
#include "sentences.hpp"
#include "spaced_letters.hpp"
#include "text.hpp"
#include "tokens.hpp"

namespace claimlint::text {
namespace {

constexpr std::uint32_t kMaxWords = 1000;

/// UAX #29 reads two sentences that extraction has glued ("be.Interestingly") as one word.
class TokenCutter {
 public:
  explicit TokenCutter(const Document& document) : document_(document) {}

  std::vector<Token> cut() {
    tokens_.reserve(document_.tokens.size() + document_.sentences.size());
    for (const Token& token : document_.tokens) cut_one(token);
    return std::move(tokens_);
  }

 private:
  void cut_one(const Token& token) {
    const auto& sentences = document_.sentences;
    Span rest{token.begin, token.end};
    for (; sentence_ < sentences.size(); ++sentence_) {
      const std::size_t end = sentences[sentence_].folded.end;
      if (end >= rest.end) break;
      if (end > rest.begin) put({rest.begin, end}, token.joined);
      rest.begin = std::max(rest.begin, end);
    }
    if (rest.begin == token.begin) {
      tokens_.push_back(token);
    } else {
      put(rest, false);
    }
  }

  void put(Span span, bool joined) {
    constexpr std::string_view kPunctuation = ".'\"_:!?-)";
    while (!span.empty() &&
           kPunctuation.find(document_.folded.text[span.end - 1]) != std::string_view::npos) {
      --span.end;
    }
    if (span.empty()) return;
    tokens_.push_back(make_token(document_.folded, document_.text.clean, span));
    tokens_.back().joined = joined;
  }

  const Document& document_;
  std::vector<Token> tokens_;
  std::size_t sentence_ = 0;
};

void find_sentences(Document& document, std::span<const std::string> abbreviations) {
  const Abbreviations known(abbreviations);
  OffsetMap::Cursor to_folded(document.folded.to_clean, OffsetMap::Cursor::To::derived);
  for (std::size_t i = 0; i < document.text.blocks.size(); ++i) {
    const Span block = to_folded.map(document.text.blocks[i].clean);
    for (const Span span : split_sentences(document.folded, document.text.clean, block, known)) {
      document.sentences.push_back({span, {}, static_cast<std::uint32_t>(i)});
    }
  }
}

/// Whether a sentence ends inside a token.
bool parts_tokens(const Document& document) {
  const auto& tokens = document.tokens;
  std::size_t token = 0;
  for (const SentenceRange& sentence : document.sentences) {
    while (token < tokens.size() && tokens[token].end <= sentence.folded.end) ++token;
    if (token < tokens.size() && tokens[token].begin < sentence.folded.end) return true;
  }
  return false;
}

void number_tokens(Document& document) {
  std::uint32_t token = 0;
  auto& tokens = document.tokens;
  for (SentenceRange& sentence : document.sentences) {
    while (token < tokens.size() && tokens[token].begin < sentence.folded.begin) ++token;
    sentence.tokens.first = token;
    while (token < tokens.size() && tokens[token].begin < sentence.folded.end) ++token;
    sentence.tokens.last = token;
    // No term reaches over the end of a sentence.
    if (!sentence.tokens.empty()) tokens[sentence.tokens.first].joined = false;
  }
}

/// Pieces of a sentence, each of at most kMaxWords words, that end where a word does.
void cut(const Document& document, const SentenceRange& sentence,
         std::vector<SentenceRange>& pieces) {
  SentenceRange piece = sentence;
  while (sentence.tokens.last - piece.tokens.first > kMaxWords) {
    const std::uint32_t next = piece.tokens.first + kMaxWords;
    piece.tokens.last = next;
    const std::string_view text = document.folded.text;
    const std::size_t after = document.tokens[next].begin;
    piece.folded.end = text.find_last_not_of(" \t\r\n", after - 1) + 1;
    pieces.push_back(piece);
    piece = {{after, sentence.folded.end}, {next, sentence.tokens.last}, sentence.block};
  }
  pieces.push_back(piece);
}

/// What has no full stop for a thousand words is a list or a dump rather than a sentence; cut up,
/// it costs no more to read than any other text.
void cut_long_sentences(Document& document) {
  const auto is_long = [](const SentenceRange& each) { return each.tokens.size() > kMaxWords; };
  if (std::ranges::none_of(document.sentences, is_long)) return;
  std::vector<SentenceRange> pieces;
  for (const SentenceRange& sentence : document.sentences) cut(document, sentence, pieces);
  document.sentences = std::move(pieces);
}

}  // namespace

Document segment(Text text, std::span<const std::string> abbreviations) {
  Document document;
  document.text = std::move(text);
  document.folded = fold(document.text.clean);
  document.tokens = split_tokens(document.folded, document.text.clean);
  find_sentences(document, abbreviations);
  if (parts_tokens(document)) document.tokens = TokenCutter(document).cut();
  number_tokens(document);
  cut_long_sentences(document);
  note_spaced_letters(document);
  return document;
}

}  // namespace claimlint::text
