// SPDX-License-Identifier: Apache-2.0
#include "docx.hpp"

#include <pugixml.hpp>
#include <string>

#include "docx_archive.hpp"
#include "docx_paragraphs.hpp"
#include "docx_styles.hpp"
#include "docx_xml.hpp"
#include "extracted_text.hpp"
#include "line.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

constexpr std::size_t kHiddenWords = 2;

/// One part, parsed. What comes before a mistake in it is kept.
struct Part {
  pugi::xml_document document;
  bool whole = false;
  explicit Part(std::string_view xml) {
    // The default drops texts of nothing but blanks, which part words here.
    constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
    whole = static_cast<bool>(document.load_buffer(xml.data(), xml.size(), kOptions));
  }
  [[nodiscard]] pugi::xml_node root() const { return document.document_element(); }
};

/// "word/document.xml"; some programs number it.
std::string_view main_part(const DocxArchive& archive) {
  const auto found = archive.parts.lower_bound("word/document");
  if (found == archive.parts.end() || !found->first.starts_with("word/document")) return {};
  const std::string_view usual = archive.part("word/document.xml");
  return usual.empty() ? std::string_view(found->second) : usual;
}

void read_properties(const DocxArchive& archive, ExtractedText& text) {
  const Part properties(archive.part("docProps/core.xml"));
  for (const char* const name : {"title", "subject", "description", "keywords"}) {
    const std::string words = text::decode(child(properties.root(), name).text().get()).utf8;
    if (count_words(words, kHiddenWords) >= kHiddenWords) text.add(words, BlockKind::hidden);
  }
}

void read_side_parts(const DocxArchive& archive, DocxParagraphs& paragraphs) {
  for (const auto& [name, xml] : archive.parts) {
    const std::string_view file = std::string_view(name).substr(name.find('/') + 1);
    const bool edge = file.starts_with("header") || file.starts_with("footer");
    if (!edge && !file.starts_with("footnotes") && !file.starts_with("endnotes")) continue;
    const Part part(xml);
    if (edge) {
      paragraphs.read(part.root(), BlockKind::boilerplate);
    } else {
      paragraphs.read(part.root());
    }
  }
}

}  // namespace

Extracted extract_docx(std::string_view bytes) {
  const DocxArchive archive = read_docx_archive(bytes);
  Extracted result;
  result.refused = archive.refused;
  if (result.refused) return result;
  const Part main(main_part(archive));
  if (!main.root()) {
    result.refused = {"format", "this archive holds no Word document that can be read"};
    return result;
  }
  const Part styles_part(archive.part("word/styles.xml"));
  const DocxStyles styles(styles_part.root());
  ExtractedText text;
  DocxParagraphs paragraphs(styles, text);
  read_properties(archive, text);
  paragraphs.read(main.root());
  read_side_parts(archive, paragraphs);
  result.text = text.finish();
  result.partial = !main.whole;
  if (result.partial) {
    result.notes.push_back({"docx.damaged", "the document breaks off or is damaged", std::nullopt});
  }
  if (paragraphs.images() > 0) {
    result.notes.push_back({"docx.unread.images",
                            std::to_string(paragraphs.images()) + " images were not read",
                            std::nullopt});
  }
  return result;
}

}  // namespace claimlint::input
