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

#include "line.hpp"
#include "markdown_cost.hpp"
#include "markdown_front_matter.hpp"
#include "markdown_text.hpp"
#include "markdown_titles.hpp"

namespace claimlint::input {
namespace {

// One word in an image text or title names a thing ("logo") and claims nothing.
constexpr std::size_t kHiddenWords = 2;

// md4c's time is linear but for a few constructions, which are bounded here: each costs a second or
// two at most. No article comes near.
constexpr std::size_t kMostAddresses = 4096;
constexpr std::size_t kMostLinkLines = 200'000'000;
constexpr std::size_t kMostAttributeBytes = 64'000'000;  // made of a definition for each use
constexpr std::size_t kCellsPerByte = 4;  // short rows are filled up to the widest one
constexpr std::size_t kFreeCells = 10'000;

/// Takes md4c's events and writes the clean text. md4c hands out pointers into the source wherever
/// a text stands there as it is.
class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source)
      : source_(source), text_(source), titles_(source) {}

  text::Text read() {
    const FrontMatter head = read_front_matter(source_);
    for (const Span value : head.texts) {
      text_.end_block();
      text_.add_characters(value, BlockKind::hidden);
    }
    text_.read_up_to(head.end);
    parse(source_.substr(head.end));
    return text_.finish();
  }

  [[nodiscard]] std::vector<Directive> take_directives() { return text_.take_directives(); }
  [[nodiscard]] std::size_t unplaced_titles() const { return unplaced_titles_; }
  [[nodiscard]] std::size_t code_blocks() const { return code_blocks_; }
  [[nodiscard]] bool over_budget() const { return over_budget_; }

 private:
  struct Piece {
    MD_TEXTTYPE type = MD_TEXT_NORMAL;
    std::optional<Span> span;  ///< null for what md4c made up
  };

  void parse(std::string_view markdown) {
    const MarkdownCost cost = cost_of_markdown(markdown);
    over_budget_ = cost.link_lines > kMostLinkLines;
    if (over_budget_) return;
    MD_PARSER parser{};
    // Indented code is rare in articles; indented prose that an editor left is not.
    parser.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    // Without it the text is the same, but for emphasis inside of an address.
    if (cost.addresses <= kMostAddresses) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
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
    const int stopped =
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
    if (error_) std::rethrow_exception(error_);
    over_budget_ = stopped != 0;
  }

  /// No exception may pass through md4c, which is C: it is kept, and parsing stops.
  template <typename Action>
  static int guard(void* self, Action action) {
    auto& reader = *static_cast<MarkdownReader*>(self);
    try {
      action(reader);
      return reader.is_over_budget() ? -1 : 0;
    } catch (...) {
      reader.error_ = std::current_exception();
      return -1;
    }
  }

  [[nodiscard]] bool is_over_budget() const {
    return attribute_bytes_ > kMostAttributeBytes + source_.size() ||
           cell_count_ > kFreeCells + kCellsPerByte * source_.size();
  }

  void change_block(MD_BLOCKTYPE type, int by) {
    if (type == MD_BLOCK_HTML && by < 0) read_html_block();
    text_.end_block();
    quotes_ += type == MD_BLOCK_QUOTE ? by : 0;
    items_ += type == MD_BLOCK_LI ? by : 0;
    headings_ += type == MD_BLOCK_H ? by : 0;
    const bool cell = type == MD_BLOCK_TD || type == MD_BLOCK_TH;
    cells_ += cell ? by : 0;
    cell_count_ += cell ? 1U : 0U;
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
      text_.add_null(as);
    } else if (!piece.span) {
      text_.add_line_end(piece.type == MD_TEXT_BR, kind());
    } else if (piece.type == MD_TEXT_HTML) {
      text_.add_inline_html(*piece.span, kind());
    } else if (piece.type == MD_TEXT_ENTITY) {
      text_.add_entity(*piece.span, as);
    } else {
      text_.add(*piece.span, as);
    }
  }

  void leave_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) {
      const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      attribute_bytes_ += image.src.size + image.title.size;
      if (--images_ > 0) return;
      end_image();
      read_title(image.title);
    } else if (type == MD_SPAN_A) {
      const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
      attribute_bytes_ += link.href.size + link.title.size;
      if (images_ == 0) read_title(link.title);
    }
  }

  void end_image() {
    std::string words;
    for (const Piece& piece : image_text_) {
      words += piece.span ? source_.substr(piece.span->begin, piece.span->size()) : " ";
    }
    if (count_words(words, kHiddenWords) >= kHiddenWords) {
      text_.text().begin_aside(BlockKind::hidden, Repeats::dropped);
      for (const Piece& piece : image_text_) add(piece, BlockKind::hidden);
      text_.text().end_aside();
    }
    image_text_.clear();
  }

  void read_title(const MD_ATTRIBUTE& title) {
    const std::string_view words(title.text == nullptr ? "" : title.text, title.size);
    if (count_words(words, kHiddenWords) < kHiddenWords) return;
    const MarkdownTitles::Found found = titles_.find(words, place(title.text, title.size));
    if (!found.known) ++unplaced_titles_;
    if (!found.span) return;
    titles_.write(*found.span, text_.text());
    if (found.in_link) text_.skip_to(found.span->end);
  }

  void read_html_block() {
    text_.add_html_block(html_lines_);
    html_lines_ = {};
  }

  std::string_view source_;
  MarkdownText text_;
  MarkdownTitles titles_;
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
  std::size_t cell_count_ = 0;
  std::size_t attribute_bytes_ = 0;
  bool over_budget_ = false;
  std::exception_ptr error_;
};

void note_unread(Reading& reading, const std::string& code, std::size_t count,
                 const std::string& what) {
  if (count == 0) return;
  reading.notes.push_back(
      {"markdown.unread." + code, std::to_string(count) + " " + what, std::nullopt});
}

void read_as_plain_text(Reading& reading) {
  read_plain_text(reading.text, reading.line_breaks);
  reading.status = Status::partial;
  reading.reasons.emplace_back("budget");
  reading.notes.push_back({"markdown.budget",
                           "too many links or cells to be read as Markdown: read as plain text",
                           std::nullopt});
}

}  // namespace

void read_markdown(Reading& reading) {
  text::Text& text = reading.text;
  MarkdownReader reader(text.clean);
  text::Text parsed = reader.read();
  if (reader.over_budget()) return read_as_plain_text(reading);
  std::string markup = std::move(text.clean);
  text::OffsetMap to_source = std::move(text.to_source);
  text = std::move(parsed);
  text.to_source = text.to_source.through(to_source);
  text.markup = std::move(markup);
  text.markup_to_source = std::move(to_source);
  reading.directives = reader.take_directives();
  note_unread(reading, "titles", reader.unplaced_titles(), "titles of links were not read");
  note_unread(reading, "code", reader.code_blocks(), "blocks of code were not read");
}

}  // namespace claimlint::input
