// SPDX-License-Identifier: Apache-2.0
#include "markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "html_page.hpp"
#include "html_text.hpp"
#include "line.hpp"
#include "markdown_front_matter.hpp"

namespace claimlint::input {
namespace {

// One word in an image text or title names a thing ("logo") and claims nothing.
constexpr std::size_t kHiddenWords = 2;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Takes md4c's events and writes the clean text. md4c hands out pointers into the source wherever
/// a text stands there as it is; what it makes up (line ends, NUL) is placed by what came before.
class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source) : source_(source), text_(source) {}

  text::Text read() {
    const FrontMatter head = read_front_matter(source_);
    for (const Span value : head.texts) {
      text_.end_block();
      add_characters(value, BlockKind::hidden);
    }
    cursor_ = head.end;
    parse(source_.substr(head.end));
    text_.end_block();
    return text_.finish();
  }

  [[nodiscard]] std::size_t unplaced_titles() const { return unplaced_titles_; }
  [[nodiscard]] std::size_t code_blocks() const { return code_blocks_; }

 private:
  struct Piece {
    MD_TEXTTYPE type = MD_TEXT_NORMAL;
    std::optional<Span> span;  ///< null for what md4c made up
  };

  void parse(std::string_view markdown) {
    MD_PARSER parser{};
    // Indented code is rare in articles; indented prose that an editor left is not.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                   MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guard(self, [=](MarkdownReader& reader) { reader.change_block(type, 1); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guard(self, [=](MarkdownReader& reader) { reader.change_block(type, -1); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return guard(self, [=](MarkdownReader& reader) { reader.images_ += type == MD_SPAN_IMG; });
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guard(self, [=](MarkdownReader& reader) { reader.leave_span(type, detail); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return guard(self, [=](MarkdownReader& reader) { reader.read_text(type, text, size); });
    };
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
    if (error_) std::rethrow_exception(error_);
  }

  /// No exception may pass through md4c, which is C: it is kept, and parsing stops.
  template <typename Action>
  static int guard(void* self, Action action) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    try {
      action(reader);
      return 0;
    } catch (...) {
      reader.error_ = std::current_exception();
      return -1;
    }
  }

  void change_block(MD_BLOCKTYPE type, int by) {
    if (type == MD_BLOCK_HTML && by < 0) read_html_block();
    text_.end_block();
    quotes_ += type == MD_BLOCK_QUOTE ? by : 0;
    items_ += type == MD_BLOCK_LI ? by : 0;
    headings_ += type == MD_BLOCK_H ? by : 0;
    cells_ += type == MD_BLOCK_TD || type == MD_BLOCK_TH ? by : 0;
    code_ += type == MD_BLOCK_CODE ? by : 0;
    code_blocks_ += type == MD_BLOCK_CODE && by > 0 ? 1U : 0U;
    html_ += type == MD_BLOCK_HTML ? by : 0;
  }

  [[nodiscard]] BlockKind kind() const {
    if (headings_ > 0) return BlockKind::heading;
    if (quotes_ > 0) return BlockKind::quote;
    if (cells_ > 0) return BlockKind::table_cell;
    return items_ > 0 ? BlockKind::list_item : BlockKind::prose;
  }

  [[nodiscard]] std::optional<Span> place(const char* text, std::size_t size) const {
    const std::less<> before;
    const char* const end = source_.data() + source_.size();
    if (before(text, source_.data()) || before(end, text)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(text - source_.data());
    if (size > source_.size() - begin) return std::nullopt;
    return Span{begin, begin + size};
  }

  void read_text(MD_TEXTTYPE type, const char* text, std::size_t size) {
    if (code_ > 0) return;
    const std::optional<Span> span = place(text, size);
    if (html_ > 0) {
      if (span) html_lines_ = {html_lines_.empty() ? span->begin : html_lines_.begin, span->end};
    } else if (images_ > 0) {
      image_text_.push_back({type, span});
    } else {
      add({type, span}, kind());
    }
  }

  void add(const Piece& piece, BlockKind as) {
    if (piece.type == MD_TEXT_NULLCHAR) {
      const std::size_t at = source_.find('\0', cursor_);
      text_.add_sign(kReplacement, {at, at + 1}, as);
      cursor_ = at + 1;
    } else if (!piece.span) {
      add_line_end(piece.type == MD_TEXT_BR);
    } else if (piece.type == MD_TEXT_HTML) {
      read_inline_html(*piece.span);
    } else {
      if (piece.type == MD_TEXT_ENTITY) {
        add_characters(*piece.span, as);
      } else {
        text_.add({*piece.span, source_.substr(piece.span->begin, piece.span->size()), true}, as,
                  false);
      }
      cursor_ = piece.span->end;
    }
  }

  void add_line_end(bool hard) {
    const std::size_t at = std::min(source_.find_first_of("\r\n", cursor_), source_.size());
    if (at == source_.size()) return;
    const Span line_end{at, at + (source_.substr(at).starts_with("\r\n") ? 2U : 1U)};
    if (hard) {
      text_.break_line(line_end);
    } else {
      text_.add({line_end, "\n", line_end.size() == 1}, kind(), false);
    }
    cursor_ = line_end.end;
  }

  /// A text with references resolved.
  void add_characters(Span span, BlockKind as) {
    Characters characters(source_, span, CharacterMode::data);
    for (CharacterRun run; characters.next(run);) text_.add(run, as, false);
  }

  void leave_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG && --images_ == 0) {
      end_image();
      read_title(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->title);
    } else if (type == MD_SPAN_A && images_ == 0) {
      read_title(static_cast<const MD_SPAN_A_DETAIL*>(detail)->title);
    }
  }

  void end_image() {
    std::string words;
    for (const Piece& piece : image_text_) {
      words += piece.span ? source_.substr(piece.span->begin, piece.span->size()) : " ";
    }
    if (count_words(words, kHiddenWords) >= kHiddenWords) {
      for (const Piece& piece : image_text_) add(piece, BlockKind::hidden);
    }
    image_text_.clear();
  }

  /// A title that stands elsewhere, in a link definition, or is written with escapes has no place
  /// of its own in the run of the source.
  void read_title(const MD_ATTRIBUTE& title) {
    const std::string_view words(title.text == nullptr ? "" : title.text, title.size);
    if (count_words(words, kHiddenWords) < kHiddenWords) return;
    const std::optional<Span> span = place(title.text, title.size);
    if (!span || span->begin < cursor_ || span->begin > paragraph_end()) {
      ++unplaced_titles_;
      return;
    }
    text_.add({*span, words, true}, BlockKind::hidden, false);
    cursor_ = span->end;
  }

  /// Looked for anew only behind the last one: a paragraph may hold thousands of titles.
  std::size_t paragraph_end() {
    if (paragraph_end_ < cursor_) {
      paragraph_end_ = std::min(source_.find("\n\n", cursor_), source_.size());
    }
    return paragraph_end_;
  }

  void read_inline_html(Span span) {
    const std::string_view tag = source_.substr(span.begin, span.size());
    if (begins_with_lower(tag, "<img")) read_html_part(span);
    if (begins_with_lower(tag, "<br")) text_.break_line(span);
    cursor_ = span.end;
  }

  void read_html_block() {
    read_html_part(html_lines_);
    cursor_ = std::max(cursor_, html_lines_.end);
    html_lines_ = {};
  }

  /// Reads a stretch of markup as a page of its own.
  void read_html_part(Span span) {
    const HtmlPage page = read_page(source_.substr(span.begin, span.size()));
    for (const text::Block& block : page.text.blocks) {
      text_.end_block();
      add_html(page.text, block, span.begin);
    }
  }

  void add_html(const text::Text& part, const text::Block& block, std::size_t shift) {
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
      if (source.begin >= cursor_) text_.add({source, text, copied}, block.kind, false);
      cursor_ = std::max(cursor_, source.end);
      at = end;
    }
  }

  std::string_view source_;
  HtmlText text_;
  std::size_t cursor_ = 0;  ///< the source before this has been read
  std::size_t paragraph_end_ = 0;
  std::vector<Piece> image_text_;
  Span html_lines_;
  int quotes_ = 0;
  int items_ = 0;
  int headings_ = 0;
  int cells_ = 0;
  int code_ = 0;
  int html_ = 0;
  int images_ = 0;
  std::size_t unplaced_titles_ = 0;
  std::size_t code_blocks_ = 0;
  std::exception_ptr error_;
};

void note_unread(Reading& reading, const std::string& code, std::size_t count,
                 const std::string& what) {
  if (count == 0) return;
  reading.notes.push_back(
      {"markdown.unread." + code, std::to_string(count) + " " + what, std::nullopt});
}

}  // namespace

void read_markdown(Reading& reading) {
  text::Text& text = reading.text;
  std::string markup = std::move(text.clean);
  text::OffsetMap to_source = std::move(text.to_source);
  MarkdownReader reader(markup);
  text = reader.read();
  text.to_source = text.to_source.through(to_source);
  text.markup = std::move(markup);
  text.markup_to_source = std::move(to_source);
  note_unread(reading, "titles", reader.unplaced_titles(), "titles of links were not read");
  note_unread(reading, "code", reader.code_blocks(), "blocks of code were not read");
}

}  // namespace claimlint::input
