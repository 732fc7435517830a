// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "docx_styles.hpp"
#include "extracted_text.hpp"

namespace claimlint::input {

/// Adds the paragraphs of one part of a Word document to the text.
class DocxParagraphs {
 public:
  DocxParagraphs(const DocxStyles& styles, ExtractedText& text) : styles_(styles), text_(text) {}

  /// All below `root`; as `kind` where one is given, else each as what it is.
  void read(const pugi::xml_node& root, std::optional<BlockKind> kind = std::nullopt);

  [[nodiscard]] std::size_t images() const { return images_; }

 private:
  struct Paragraph {
    ParagraphRole role = ParagraphRole::plain;
    bool bold = true;  ///< all of what is written in it so far
    std::string words;
    std::string hidden;
  };
  /// A paragraph of a text box, which is read behind the one that the box is tied to.
  struct Boxed {
    Paragraph paragraph;
    BlockKind kind = BlockKind::prose;
  };
  struct Run {
    bool hidden = false;
    bool bold = false;
  };

  bool enter(const pugi::xml_node& node);
  void leave(const pugi::xml_node& node);
  void append(std::string_view words);
  void read_alternative(std::string_view words);
  void end_paragraph();
  void add(const Paragraph& paragraph, BlockKind kind);
  [[nodiscard]] BlockKind kind_of(const Paragraph& paragraph) const;

  const DocxStyles& styles_;
  ExtractedText& text_;
  std::optional<BlockKind> kind_;
  std::vector<Paragraph> paragraphs_;  ///< a text box has paragraphs within a paragraph
  std::vector<Boxed> boxed_;
  std::vector<Run> runs_;
  std::size_t cells_ = 0;
  std::size_t images_ = 0;
};

}  // namespace claimlint::input
