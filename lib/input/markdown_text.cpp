// SPDX-License-Identifier: Apache-2.0
#include "markdown_text.hpp"

#include <algorithm>

#include "html_page.hpp"

namespace claimlint::input {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

void MarkdownText::add(Span span, BlockKind as) {
  text_.add({span, source_.substr(span.begin, span.size()), true}, as, false);
  cursor_ = span.end;
}

void MarkdownText::add_entity(Span span, BlockKind as) {
  add_characters(span, as);
  cursor_ = span.end;
}

void MarkdownText::add_null(BlockKind as) {
  const std::size_t at = source_.find('\0', cursor_);
  text_.add_sign(kReplacement, {at, at + 1}, as);
  cursor_ = at + 1;
}

void MarkdownText::add_line_end(bool hard, BlockKind as) {
  const std::size_t at = std::min(source_.find_first_of("\r\n", cursor_), source_.size());
  if (at == source_.size()) return;
  const Span line_end{at, at + (source_.substr(at).starts_with("\r\n") ? 2U : 1U)};
  if (hard) {
    text_.break_line(line_end, as);
  } else {
    text_.add({line_end, "\n", line_end.size() == 1}, as, false);
  }
  cursor_ = line_end.end;
}

void MarkdownText::add_characters(Span span, BlockKind as) {
  Characters characters(source_, span, CharacterMode::data);
  for (CharacterRun run; characters.next(run);) text_.add(run, as, false);
}

void MarkdownText::skip_to(std::size_t at) { cursor_ = std::max(cursor_, at); }

void MarkdownText::add_inline_html(Span span, BlockKind as) {
  const std::string_view tag = source_.substr(span.begin, span.size());
  if (tag.size() > 1 && is_html_letter(tag[1]) && tag.find('=') != std::string_view::npos) {
    read_tag(span);
  }
  if (const auto directive = directive_in(source_, span)) directives_.push_back(*directive);
  if (begins_with_lower(tag, "<br")) text_.break_line(span, as);
  cursor_ = span.end;
}

/// The markup is read as a page of its own.
void MarkdownText::add_html_block(Span lines) {
  const HtmlPage page = read_page(source_.substr(lines.begin, lines.size()));
  const std::size_t from = cursor_;
  for (const text::Block& block : page.text.blocks) {
    text_.end_block();
    add_html(page.text, block, lines.begin, from);
  }
  for (const Directive& found : page.directives) {
    directives_.push_back({{found.comment.begin + lines.begin, found.comment.end + lines.begin},
                           {found.words.begin + lines.begin, found.words.end + lines.begin}});
  }
  skip_to(lines.end);
}

/// The hidden texts of a tag within a paragraph.
void MarkdownText::read_tag(Span span) {
  const HtmlPage page = read_page(source_.substr(span.begin, span.size()));
  const std::size_t from = cursor_;
  for (const text::Block& block : page.text.blocks) {
    text_.begin_aside(block.kind, Repeats::dropped);
    add_html(page.text, block, span.begin, from);
    text_.end_aside();
  }
}

/// What stands before `from` has been read.
void MarkdownText::add_html(const text::Text& part, const text::Block& block, std::size_t shift,
                            std::size_t from) {
  const std::string_view clean = part.clean;
  for (std::size_t at = block.clean.begin; at < block.clean.end;) {
    std::size_t end = at + 1;
    while (end < block.clean.end && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    const Span place = part.to_source.to_source({at, end});
    const Span source{place.begin + shift, place.end + shift};
    const std::string_view text = clean.substr(at, end - at);
    const bool copied = source_.substr(source.begin, source.size()) == text;
    if (source.begin >= from) text_.add({source, text, copied}, block.kind, false);
    skip_to(source.end);
    at = end;
  }
}

text::Text MarkdownText::finish() {
  text_.end_block();
  return text_.finish();
}

}  // namespace claimlint::input
