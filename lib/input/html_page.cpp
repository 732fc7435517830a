// SPDX-License-Identifier: Apache-2.0
#include "html_page.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "html_json.hpp"
#include "html_stack.hpp"
#include "html_text.hpp"
#include "html_tokens.hpp"
#include "line.hpp"
#include "text/utf8.hpp"

namespace claimlint::input {
namespace {

// One word in an attribute names a thing ("Close", "logo") and claims nothing.
constexpr std::size_t kAttributeWords = 2;
// So many links and nothing else, outside the article, are a menu that is not called so.
constexpr std::size_t kMenuLinks = 5;
// In JSON a "<" whose ">" is further away opens no tag.
constexpr std::size_t kLongTag = 1000;

class PageReader {
 public:
  explicit PageReader(std::string_view markup) : markup_(markup), tokens_(markup), text_(markup) {}

  HtmlPage read() {
    for (;;) {
      const HtmlToken& token = tokens_.next();
      if (token.kind == TokenKind::end) break;
      if (token.kind == TokenKind::text) read_text(token);
      if (token.kind == TokenKind::start_tag) start(token);
      if (token.kind == TokenKind::end_tag) end(token);
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
  [[nodiscard]] const HtmlContext& context() const { return stack_.context(); }

  void read_text(const HtmlToken& token) {
    if (in_json_) return read_json(token.content);
    if (context().skipped) return;
    const BlockKind kind = context().kind();
    Characters characters(markup_, token.content, token.mode);
    for (CharacterRun run; characters.next(run);) {
      text_.add(run, kind, context().preserved);
      count_letters(run.text);
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
    if (info.name == "br") text_.break_line(token.span);
    if (info.name == "a") ++links_;
    const HtmlContext inner = context_in(token, info);
    count_unread(token, info, inner);
    if (!context().skipped) read_hidden_texts(token, info);
    if (info.name == "q" && !inner.skipped) text_.add_sign("\u201C", token.span, inner.kind());
    if (!info.has_content || (context().foreign && token.self_closing)) return;

    const bool foreign = context().foreign;
    open(name, inner);
    if (foreign || info.content == ContentModel::data) return;
    tokens_.enter(info.content, token.name);
    in_json_ = info.name == "script" && value_is(token, "type", "application/ld+json");
  }

  void end(const HtmlToken& token) {
    in_json_ = false;
    const std::uint32_t name = stack_.name(token.name);
    const ElementInfo info = stack_.info(name);
    const std::size_t place = stack_.place_of(name);
    if (place == HtmlStack::kNotOpen) {
      if (is_block_role(info.role)) text_.end_block();
      if (info.name == "br") text_.break_line(token.span);
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
                 .first_block = text_.blocks() + (text_.is_open() ? 1 : 0),
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
        text_.mark_boilerplate(stack_.top().first_block, text_.blocks());
      }
      stack_.pop();
    }
    tokens_.allow_cdata(context().foreign);
  }

  /// Whether an element that is being closed held links and nothing else.
  [[nodiscard]] bool is_menu(const ElementInfo& info, const OpenElement& element) const {
    const bool aside = info.name == "aside";
    if (!aside && info.role != ElementRole::list) return false;
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

  [[nodiscard]] std::string value_of(const HtmlToken& token, std::string_view name) const {
    const HtmlAttribute* const found = token.attribute(name);
    if (found == nullptr) return {};
    return characters_of(markup_, found->value, CharacterMode::attribute);
  }

  [[nodiscard]] bool value_is(const HtmlToken& token, std::string_view name,
                              std::string_view lower) const {
    return to_lower_html(value_of(token, name)) == lower;
  }

  [[nodiscard]] HtmlContext context_in(const HtmlToken& token, const ElementInfo& info) const {
    HtmlContext inner = context();
    if (inner.foreign) {
      if (info.name == "foreignobject") inner.foreign = inner.skipped = false;
      return inner;
    }
    apply_role(inner, info);
    if (info.name == "html" || info.name == "body") return inner;
    if (token.attributes.empty()) return inner;
    if (token.attribute("hidden") != nullptr || style_hides(value_of(token, "style"))) {
      inner.hidden = true;
    }
    const bool is_container = info.role == ElementRole::block || info.role == ElementRole::item ||
                              info.role == ElementRole::list;
    if (is_container && info.name != "main" && info.name != "article") apply_names(inner, token);
    return inner;
  }

  static void apply_role(HtmlContext& inner, const ElementInfo& info) {
    if (info.role == ElementRole::heading || info.role == ElementRole::item ||
        info.role == ElementRole::cell) {
      inner.shape = info.role;
    }
    if (info.role == ElementRole::quote) inner.quoted = true;
    if (info.role == ElementRole::hidden) inner.hidden = true;
    if (info.role == ElementRole::skipped) inner.skipped = true;
    // The footer of a quotation says whose it is.
    if (info.role == ElementRole::furniture && !inner.quoted) inner.furniture = true;
    if (info.name == "svg" || info.name == "math") inner.foreign = true;
    if (info.name == "pre" || info.name == "xmp") inner.preserved = true;
    if (info.name == "a") inner.linked = true;
    if (info.name == "main" || info.name == "article") {
      inner.in_main = true;
      inner.furniture_class = false;
    }
  }

  void apply_names(HtmlContext& inner, const HtmlToken& token) const {
    for (const std::string_view name : {"class", "id", "itemprop"}) {
      const ContainerKind kind = container_kind(value_of(token, name));
      if (kind == ContainerKind::furniture) inner.furniture_class = true;
      if (kind == ContainerKind::quote) inner.quoted = true;
    }
    if (container_kind_of_role(value_of(token, "role")) == ContainerKind::furniture) {
      inner.furniture = true;
    }
  }

  void count_unread(const HtmlToken& token, const ElementInfo& info, const HtmlContext& inner) {
    if (info.name == "script") return count(kScripts, token);
    if (inner.hidden || context().skipped) return;
    if (info.name == "img" && !is_pixel(token) && count_words(value_of(token, "alt"), 1) == 0) {
      count(kImages, token);
    }
    if (info.name == "iframe" || info.name == "frame") count(kFrames, token);
    if (info.name == "video" || info.name == "audio") count(kMedia, token);
    if (info.name == "canvas") count(kCanvases, token);
    if (info.name == "object" || info.name == "embed") count(kObjects, token);
  }

  void count(UnreadIndex what, const HtmlToken& token) {
    UnreadCount& unread = page_.unread[what];
    if (unread.count++ == 0) unread.first = token.span;
  }

  /// An image that counts visitors and shows nothing.
  [[nodiscard]] bool is_pixel(const HtmlToken& token) const {
    const auto is_tiny = [](const std::string& size) { return size == "0" || size == "1"; };
    return is_tiny(value_of(token, "width")) || is_tiny(value_of(token, "height"));
  }

  void read_hidden_texts(const HtmlToken& token, const ElementInfo& info) {
    if (token.attributes.empty()) return;
    const bool meta = info.name == "meta" && (is_text_of_meta(value_of(token, "name")) ||
                                              is_text_of_meta(value_of(token, "property")) ||
                                              is_text_of_meta(value_of(token, "itemprop")));
    std::vector<const HtmlAttribute*> texts;
    for (const std::string_view name : {"alt", "title", "aria-label", "content"}) {
      const HtmlAttribute* const found = token.attribute(name);
      if (found != nullptr && (name != "content" || meta)) texts.push_back(found);
    }
    std::sort(texts.begin(), texts.end(),
              [](const HtmlAttribute* a, const HtmlAttribute* b) { return a->value < b->value; });
    for (const HtmlAttribute* const each : texts) {
      const std::string whole = characters_of(markup_, each->value, CharacterMode::attribute);
      const std::size_t words = meta ? 1 : kAttributeWords;
      if (!has_letter(whole) || count_words(whole, words) < words) continue;
      // The title of a link that only repeats the link must not cut its sentence in two.
      const std::string_view behind = markup_.substr(token.span.end, whole.size());
      if (to_lower_html(behind) != to_lower_html(whole)) read_attribute(*each);
    }
  }

  void read_attribute(const HtmlAttribute& attribute) {
    text_.end_block();
    Characters characters(markup_, attribute.value, CharacterMode::attribute);
    for (CharacterRun run; characters.next(run);) text_.add(run, hidden_kind(), false);
    text_.end_block();
  }

  [[nodiscard]] BlockKind hidden_kind() const {
    const bool furniture = context().furniture || context().furniture_class;
    return furniture ? BlockKind::boilerplate : BlockKind::hidden;
  }

  void read_json(Span script) {
    for (const Span text : find_json_texts(markup_, script)) {
      const std::string_view raw = markup_.substr(text.begin, text.size());
      if (count_words(raw, kAttributeWords) < kAttributeWords || !has_letter(raw)) continue;
      text_.end_block();
      read_json_text(text);
      text_.end_block();
    }
  }

  /// The answers of an FAQ are often markup themselves: tags are left out, references read.
  void read_json_text(Span text) {
    std::string value;
    for (std::size_t at = text.begin; at < text.end;) {
      const std::size_t plain = std::min(markup_.find_first_of("\\<", at), text.end);
      if (plain > at) {
        Characters characters(markup_, {at, plain}, CharacterMode::data);
        for (CharacterRun run; characters.next(run);) text_.add(run, BlockKind::hidden, false);
        at = plain;
        continue;
      }
      JsonCharacter character = read_json_character(markup_, at, text.end);
      value.clear();
      text::append_utf8(value, character.value);
      const std::size_t close =
          character.value == '<' ? end_of_json_tag(character.source.end, text) : 0;
      if (close > 0) {
        character.source.end = close;
        value = " ";
      }
      text_.add({character.source, value, false}, BlockKind::hidden, false);
      at = character.source.end;
    }
  }

  /// The offset behind a tag whose "<" is read; 0 where it is none.
  [[nodiscard]] std::size_t end_of_json_tag(std::size_t at, Span text) const {
    if (at >= text.end) return 0;
    const char c = markup_[at];
    if (c != '\\' && c != '/' && !is_html_letter(c)) return 0;
    const std::size_t close = markup_.substr(at, std::min(kLongTag, text.end - at)).find('>');
    return close == std::string_view::npos ? 0 : at + close + 1;
  }

  std::string_view markup_;
  HtmlTokenizer tokens_;
  HtmlText text_;
  HtmlStack stack_;
  HtmlPage page_;
  std::size_t letters_ = 0;
  std::size_t linked_letters_ = 0;
  std::size_t links_ = 0;
  bool in_json_ = false;
};

}  // namespace

HtmlPage read_page(std::string_view markup) { return PageReader(markup).read(); }

}  // namespace claimlint::input
