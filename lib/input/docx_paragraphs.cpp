// SPDX-License-Identifier: Apache-2.0
#include "docx_paragraphs.hpp"

#include <algorithm>
#include <array>

#include "docx_xml.hpp"
#include "line.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

constexpr std::size_t kHeadingWords = 12;

// One word names a picture ("logo") and claims nothing.
constexpr std::size_t kHiddenWords = 2;

/// What holds no text of the document as it stands: properties, tracked deletions, the second
/// writing of a drawing for older programs, the formulas of fields.
constexpr std::array<std::string_view, 10> kPassedOver = {
    "pPr", "rPr", "tblPr", "tcPr", "sectPr", "Fallback", "del", "moveFrom", "delText", "instrText"};

struct Sign {
  std::string_view element;
  std::string_view text;
};
constexpr std::array<Sign, 5> kSigns = {{{"tab", " "},
                                         {"br", "\n"},
                                         {"cr", "\n"},
                                         {"noBreakHyphen", "\xE2\x80\x91"},
                                         {"softHyphen", "\xC2\xAD"}}};

bool is_separator(const pugi::xml_node& note) {
  return attribute(note, "type").ends_with("eparator");
}

}  // namespace

void DocxParagraphs::read(const pugi::xml_node& root, std::optional<BlockKind> kind) {
  kind_ = kind;
  walk(
      root, [this](const pugi::xml_node& node) { return enter(node); },
      [this](const pugi::xml_node& node) { leave(node); });
}

bool DocxParagraphs::enter(const pugi::xml_node& node) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    if (local_name(node.parent()) == "t") append(text::decode(node.value()).utf8);
    return false;
  }
  const std::string_view name = local_name(node);
  if (name == "p") {
    paragraphs_.push_back({.role = styles_.role_of(child(node, "pPr")), .words = {}, .hidden = {}});
  } else if (name == "r") {
    const pugi::xml_node properties = child(node, "rPr");
    runs_.push_back({is_on(properties, "vanish"), is_on(properties, "b")});
  } else if (name == "tc") {
    ++cells_;
  } else if (name == "docPr" || name == "hyperlink") {
    for (const char* const key : {"descr", "title", "tooltip"}) {
      read_alternative(text::decode(attribute(node, key)).utf8);
    }
  } else if (name == "blip" || name == "imagedata") {
    ++images_;
  } else if (name == "footnote" || name == "endnote") {
    return !is_separator(node);
  }
  const auto* const sign = std::find_if(kSigns.begin(), kSigns.end(),
                                        [&](const Sign& each) { return each.element == name; });
  if (sign != kSigns.end()) append(sign->text);
  return std::find(kPassedOver.begin(), kPassedOver.end(), name) == kPassedOver.end();
}

void DocxParagraphs::leave(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "p" && !paragraphs_.empty()) end_paragraph();
  if (name == "r" && !runs_.empty()) runs_.pop_back();
  if (name == "tc") --cells_;
}

void DocxParagraphs::append(std::string_view words) {
  if (paragraphs_.empty()) return;
  const Run run = runs_.empty() ? Run{} : runs_.back();
  Paragraph& paragraph = paragraphs_.back();
  (run.hidden ? paragraph.hidden : paragraph.words) += words;
  if (!run.hidden && has_letter(words)) paragraph.bold = paragraph.bold && run.bold;
}

void DocxParagraphs::read_alternative(std::string_view words) {
  if (paragraphs_.empty() || count_words(words, kHiddenWords) < kHiddenWords) return;
  paragraphs_.back().hidden.append("\n").append(words);
}

void DocxParagraphs::end_paragraph() {
  Paragraph paragraph = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  const BlockKind kind = kind_.value_or(kind_of(paragraph));
  if (!paragraphs_.empty()) {
    boxed_.push_back({std::move(paragraph), kind});
    return;
  }
  add(paragraph, kind);
  for (const Boxed& each : boxed_) add(each.paragraph, each.kind);
  boxed_.clear();
}

void DocxParagraphs::add(const Paragraph& paragraph, BlockKind kind) {
  text_.add(paragraph.words, kind);
  text_.add(paragraph.hidden, BlockKind::hidden);
}

BlockKind DocxParagraphs::kind_of(const Paragraph& paragraph) const {
  if (paragraph.role == ParagraphRole::heading) return BlockKind::heading;
  if (cells_ > 0) return BlockKind::table_cell;
  if (paragraph.role == ParagraphRole::list_item) return BlockKind::list_item;
  if (paragraph.role == ParagraphRole::quote) return BlockKind::quote;
  // Where no styles are used, a short bold line is a heading.
  const bool titled = paragraph.bold && has_letter(paragraph.words) &&
                      !ends_sentence(paragraph.words) &&
                      count_words(paragraph.words, kHeadingWords + 1) <= kHeadingWords;
  return titled ? BlockKind::heading : BlockKind::prose;
}

}  // namespace claimlint::input
