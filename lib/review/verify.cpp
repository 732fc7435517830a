// SPDX-License-Identifier: Apache-2.0
#include "claimlint/verify.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "claimlint/offsets.hpp"
#include "input/input.hpp"
#include "text/digest.hpp"
#include "text/text.hpp"

namespace claimlint {
namespace {

std::string span_text(Span span) {
  return "[" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

Span hull(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// What a place of the source reads.
struct Words {
  Span clean;  ///< from its first byte to its last
  std::string text;
};

/// Reads the places of a report in the source, by the map that the reading of it gave.
class Spans {
 public:
  Spans(const text::Text& text, Verification& result)
      : text_(text), lines_(text.markup.empty() ? text.clean : text.markup), result_(result) {}

  void check(const Report& report) {
    for (const Sentence& sentence : report.sentences) check(sentence);
    for (const Note& note : report.notes) check_within("note", {}, note.span);
    for (const Finding& finding : report.findings) {
      check_within("finding", finding.id, finding.span);
    }
  }

 private:
  void check(const Sentence& sentence) {
    const Words words = check_words("sentence", {}, sentence.place, sentence.text);
    if (words.text == sentence.text) check_line(sentence, words);
    for (const Mention& mention : sentence.mentions) {
      check_words("mention", {}, mention.place, mention.text);
    }
    for (const Claim& claim : sentence.claims) check(claim, words.clean);
  }

  void check(const Claim& claim, Span sentence) {
    ++result_.spans;
    const auto words = words_at(claim.place);
    if (!words) {
      fail("claim", claim.id, claim.place.span, "lies outside of the text");
    } else if (words->clean.begin < sentence.begin || words->clean.end > sentence.end) {
      fail("claim", claim.id, claim.place.span, "lies outside of its sentence");
    } else {
      check_place("claim", claim.id, claim.place, words->clean);
    }
    for (const FrameRole& role : claim.frame) {
      check_words("frame", claim.id, role.place, role.text);
    }
    for (const SupportSource& source : claim.support.sources) {
      check_within("support", claim.id, source.span);
    }
    if (claim.vetoed) check_within("veto", claim.id, claim.vetoed->span);
  }

  /// Null where the place lies behind the end. Only so many bytes of the words are kept: a report
  /// can say of every place that it is the whole text, a thousand times over.
  [[nodiscard]] std::optional<Words> words_at(const Place& place, std::size_t most = 0) const {
    Words words;
    const std::vector<Span> whole{place.span};
    for (const Span part : place.parts.empty() ? whole : place.parts) {
      const Span clean = text_.to_source.to_derived(part);
      // What lies behind the end may be mapped to anything.
      if (clean.begin > clean.end || clean.end > text_.clean.size()) return std::nullopt;
      append_some(words.text, clean, most);
      words.clean = hull(words.clean, clean);
    }
    return words;
  }

  /// Ends on the edge of a character.
  void append_some(std::string& out, Span clean, std::size_t most) const {
    const std::size_t left = most - std::min(most, out.size());
    std::size_t end = std::min(clean.end, clean.begin + left);
    while (end < clean.end && end > clean.begin && is_continuation(text_.clean[end])) --end;
    out.append(text_.clean, clean.begin, end - clean.begin);
  }

  Words check_words(std::string_view what, const std::string& id, const Place& place,
                    const std::string& wanted) {
    ++result_.spans;
    constexpr std::size_t kShown = 40;  // beyond what was wanted
    auto words = words_at(place, wanted.size() + kShown);
    if (!words) {
      fail(what, id, place.span, "lies outside of the text");
      return {};
    }
    if (words->text != wanted) {
      fail(what, id, place.span,
           "the report has \"" + wanted + "\", the source \"" + words->text + "\"");
    } else {
      check_place(what, id, place, words->clean);
    }
    return *std::move(words);
  }

  /// The place must be the smallest that holds the words, with the parts that markup leaves.
  void check_place(std::string_view what, const std::string& id, const Place& place, Span clean) {
    const Place source{text_.to_source.to_source(clean), text_.to_source.source_parts(clean)};
    if (source == place) return;
    fail(what, id, place.span,
         source.span == place.span ? "its parts are others"
                                   : "these words are at " + span_text(source.span));
  }

  void check_within(std::string_view what, const std::string& id, const std::optional<Span>& span) {
    if (!span) return;
    ++result_.spans;
    if (!words_at({*span, {}})) fail(what, id, *span, "lies outside of the text");
  }

  void check_line(const Sentence& sentence, const Words& words) {
    const Span source = sentence.place.span;
    const TextPosition begin = lines_.at_byte(
        text_.markup.empty() ? words.clean.begin : text_.markup_to_source.to_derived(source).begin);
    if (begin.line == sentence.line && begin.column == sentence.column) return;
    fail("sentence", {}, source,
         "the report has it at line " + std::to_string(sentence.line) + ", column " +
             std::to_string(sentence.column) + ", it begins at " + std::to_string(begin.line) +
             ", " + std::to_string(begin.column));
  }

  void fail(std::string_view what, const std::string& id, Span span, std::string message) {
    result_.problems.push_back({std::string(what), id, span, std::move(message)});
  }

  const text::Text& text_;
  OffsetIndex lines_;
  Verification& result_;
};

void fail(Verification& result, std::string what, std::string message) {
  result.problems.push_back({std::move(what), {}, std::nullopt, std::move(message)});
}

bool same_bytes(const Report& report, std::string_view bytes, Verification& result) {
  if (report.bytes != bytes.size()) {
    fail(result, "bytes",
         "the report is of " + std::to_string(report.bytes) + " bytes, the file has " +
             std::to_string(bytes.size()));
    return false;
  }
  const std::string sha256 = text::sha256(bytes);
  if (report.sha256 == sha256) return true;
  fail(result, "sha256", "the file has changed since the audit: it has " + sha256);
  return false;
}

}  // namespace

Verification verify_document(const Report& report, std::string_view bytes) {
  Verification result;
  if (!same_bytes(report, bytes, result)) return result;
  input::Reading reading;
  try {
    const std::optional<std::string> format =
        report.format.empty() ? std::nullopt : std::optional(report.format);
    reading = input::read(bytes, report.path, format, report.language);
  } catch (const std::invalid_argument& error) {
    fail(result, "format", error.what());
    return result;
  }
  if (reading.encoding != report.encoding) {
    fail(result, "encoding",
         "the report has '" + report.encoding + "', the file reads as '" + reading.encoding + "'");
  }
  if (reading.coordinates != report.coordinates) {
    fail(result, "coordinates", "spans of this format are '" + reading.coordinates + "'");
  }
  if (reading.encoding.empty()) return result;
  if (text::sha256(reading.text.clean) != report.content_sha256) {
    fail(result, "content_sha256", "the same bytes read as another text");
  }
  Spans(reading.text, result).check(report);
  return result;
}

}  // namespace claimlint
