// SPDX-License-Identifier: Apache-2.0
#include "html_page.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

#include "html_hidden.hpp"
#include "html_stack.hpp"
#include "html_text.hpp"
#include "html_tokens.hpp"
#include "line.hpp"

namespace claimlint::input {
namespace {

// So many links and nothing else, outside the article, are a menu that is not called so.
constexpr std::size_t kMenuLinks = 5;
class PageReader {
 public:
  explicit PageReader(std::string_view markup)
      : markup_(markup), tokens_(markup), text_(markup), hidden_(markup, text_) {}

  HtmlPage read() {
    for (;;) {
      const HtmlToken& token = tokens_.next();
      if (token.kind == TokenKind::end) break;
      if (token.kind == TokenKind::text) read_text(token);
      if (token.kind == TokenKind::start_tag) start(token);
      if (token.kind == TokenKind::end_tag) end(token);
      if (token.kind == TokenKind::comment) read_comment(token);
    }
    close_to(1);
    page_.text = text_.finish();
    const auto& blocks = page_.text.blocks;
    page_.shows_text = std::any_of(blocks.begin(), blocks.end(), [](const text::Block& block) {
      return block.kind != BlockKind::hidden && block.kind != BlockKind::boilerplate;
    });
    return std::move(page_);
  }

 private:
  /// What the text of the element that is open is.
  enum class Reading : std::uint8_t { text, json, style };

  [[nodiscard]] const HtmlContext& context() const { return stack_.context(); }

  void read_text(const HtmlToken& token) {
    if (reading_ == Reading::json) return hidden_.read_json(token.content);
    if (reading_ == Reading::style) {
      return styles_.read(markup_.substr(token.content.begin, token.content.size()));
    }
    if (context().skipped) return;
    const BlockKind kind = context().kind();
    Characters characters(markup_, token.content, token.mode);
    for (CharacterRun run; characters.next(run);) {
      text_.add(run, kind, context().preserved);
      count_letters(run.text);
    }
  }

  void read_comment(const HtmlToken& token) {
    if (const auto directive = directive_in(markup_, token.span)) {
      page_.directives.push_back(*directive);
    }
  }

  /// A heading over links makes no article of them.
  void count_letters(std::string_view text) {
    if (context().shape == ElementRole::heading && !context().linked) return;
    const auto count = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_html_space(c); }));
    letters_ += count;
    if (context().linked) linked_letters_ += count;
  }

  void start(const HtmlToken& token) {
    const std::uint32_t name = stack_.name(token.name);
    const ElementInfo info = stack_.info(name);
    if (context().foreign && leaves_foreign(info)) close_foreign();
    if (!context().foreign) close_implied(info);
    if (is_block_role(info.role)) text_.end_block();
    if (info.name == "br") text_.break_line(token.span, context().kind());
    if (info.name == "img" && !context().hides()) text_.add_image(token.span);
    if (info.name == "a") ++links_;
    const HtmlContext inner = context_inside(context(), markup_, token, info, styles_);
    count_unread(token, info, inner);
    if (!context().skipped) hidden_.read_attributes(token, inner);
    if (info.name == "q" && !inner.skipped) text_.add_sign("\u201C", token.span, inner.kind());
    if (!info.has_content || (context().foreign && token.self_closing)) return;

    const bool foreign = context().foreign;
    open(name, inner);
    if (foreign || info.content == ContentModel::data) return;
    tokens_.enter(info.content, token.name);
    if (info.name == "script" &&
        to_lower_html(value_of(markup_, token, "type")) == "application/ld+json") {
      reading_ = Reading::json;
    }
    // What a page without scripts would look like is not what readers see.
    if (info.name == "style" && !within_noscript() &&
        is_screen_query(value_of(markup_, token, "media"))) {
      reading_ = Reading::style;
    }
  }

  [[nodiscard]] bool within_noscript() {
    return stack_.place_of("noscript") != HtmlStack::kNotOpen;
  }

  void end(const HtmlToken& token) {
    reading_ = Reading::text;
    const std::uint32_t name = stack_.name(token.name);
    const ElementInfo info = stack_.info(name);
    const std::size_t place = stack_.place_of(name);
    if (place == HtmlStack::kNotOpen) {
      if (is_block_role(info.role)) text_.end_block();
      if (info.name == "br") text_.break_line(token.span, context().kind());
      return;
    }
    // A stray </b> must not end the paragraph it stands in.
    if (info.role == ElementRole::inline_ && place < stack_.place_of_block()) return;
    if (info.name == "q" && !context().skipped) {
      text_.add_sign("\u201D", token.span, context().kind());
    }
    close_to(place);
  }

  void open(std::uint32_t name, const HtmlContext& inner) {
    stack_.push({.name = name,
                 .context = inner,
                 .first_block = may_be_menu(stack_.info(name)) ? text_.settle() : 0,
                 .letters = letters_,
                 .linked_letters = linked_letters_,
                 .links = links_});
    tokens_.allow_cdata(inner.foreign);
  }

  void close_to(std::size_t place) {
    while (stack_.size() > place) {
      const ElementInfo info = stack_.info_at(stack_.size() - 1);
      if (is_block_role(info.role)) text_.end_block();
      if (is_menu(info, stack_.top())) {
        text_.mark_boilerplate(stack_.top().first_block, text_.settle());
      }
      stack_.pop();
    }
    tokens_.allow_cdata(context().foreign);
  }

  [[nodiscard]] static bool may_be_menu(const ElementInfo& info) {
    return info.name == "aside" || info.role == ElementRole::list;
  }

  /// Whether an element that is being closed held links and nothing else.
  [[nodiscard]] bool is_menu(const ElementInfo& info, const OpenElement& element) const {
    if (!may_be_menu(info)) return false;
    const bool aside = info.name == "aside";
    const std::size_t letters = letters_ - element.letters;
    if (letters == 0 || letters != linked_letters_ - element.linked_letters) return false;
    return aside || (!element.context.in_main && links_ - element.links >= kMenuLinks);
  }

  /// Ends what a start tag ends without saying so.
  void close_implied(const ElementInfo& info) {
    if (info.name == "li") close_within("li", {"ul", "ol", "menu", "dir"});
    if (info.name == "td" || info.name == "th") {
      close_within("td", {"table"});
      close_within("th", {"table"});
    }
    if (info.name == "tr") close_within("tr", {"table"});
    if (info.name == "option") close_within("option", {"select"});
    if (info.name == "a") close_within("a", {});
    if (!is_block_role(info.role)) return;
    const std::size_t place = stack_.place_of_block();
    const ElementInfo& block = stack_.info_at(place);
    const bool both_headings = info.role == ElementRole::heading &&
                               block.role == ElementRole::heading && block.name != "summary";
    if (place > 0 && (block.name == "p" || both_headings)) close_to(place);
  }

  /// Closes the innermost such element, unless one of the borders lies within it.
  void close_within(std::string_view name, std::initializer_list<std::string_view> borders) {
    const std::size_t place = stack_.place_of(name);
    if (place == HtmlStack::kNotOpen) return;
    std::size_t border = borders.size() == 0 ? stack_.place_of_block() : 0;
    for (const std::string_view each : borders) border = std::max(border, stack_.place_of(each));
    if (place > border) close_to(place);
  }

  /// Text that stands where no drawing may hold it: the drawing was not closed.
  [[nodiscard]] static bool leaves_foreign(const ElementInfo& info) {
    return is_block_role(info.role) || info.name == "img" || info.name == "br" ||
           info.name == "meta";
  }

  void close_foreign() {
    close_within("svg", {"foreignobject"});
    close_within("math", {"foreignobject"});
  }

  void count_unread(const HtmlToken& token, const ElementInfo& info, const HtmlContext& inner) {
    if (info.name == "script") return count(kScripts, token);
    if (inner.hides() || context().skipped) return;
    if (info.name == "img" && !is_pixel(token) && !has_alternative(token)) count(kImages, token);
    if (info.name == "iframe" || info.name == "frame") count(kFrames, token);
    if (info.name == "video" || info.name == "audio") count(kMedia, token);
    if (info.name == "canvas") count(kCanvases, token);
    if (info.name == "object" || info.name == "embed") count(kObjects, token);
  }

  void count(UnreadIndex what, const HtmlToken& token) {
    UnreadCount& unread = page_.unread[what];
    if (unread.count++ == 0) unread.first = token.span;
  }

  /// Words, or a sign that stands for the image: an emoji.
  [[nodiscard]] bool has_alternative(const HtmlToken& token) const {
    const std::string alternative = value_of(markup_, token, "alt");
    return std::any_of(alternative.begin(), alternative.end(), [](char c) {
      return is_html_letter(c) || is_html_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    });
  }

  /// An image that counts visitors and shows nothing.
  [[nodiscard]] bool is_pixel(const HtmlToken& token) const {
    const auto is_tiny = [](const std::string& size) { return size == "0" || size == "1"; };
    return is_tiny(value_of(markup_, token, "width")) ||
           is_tiny(value_of(markup_, token, "height"));
  }

  std::string_view markup_;
  HtmlTokenizer tokens_;
  HtmlText text_;
  HiddenTexts hidden_;
  HtmlStyles styles_;
  HtmlStack stack_;
  HtmlPage page_;
  std::size_t letters_ = 0;
  std::size_t linked_letters_ = 0;
  std::size_t links_ = 0;
  Reading reading_ = Reading::text;
};

}  // namespace

HtmlPage read_page(std::string_view markup) { return PageReader(markup).read(); }

}  // namespace claimlint::input
