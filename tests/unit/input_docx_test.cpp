// SPDX-License-Identifier: Apache-2.0
#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input/input.hpp"

using claimlint::BlockKind;
using claimlint::Status;
using namespace claimlint::input;

namespace {

using Reasons = std::vector<std::string>;

std::string fixture(const std::string& name) {
  std::ifstream in(CLAIMLINT_SOURCE_DIR "/tests/fixtures/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Reading read_docx(std::string_view bytes) { return read(bytes, "a.docx", {}, "en"); }

std::string block_text(const Reading& reading, std::size_t i) {
  const claimlint::Span span = reading.text.blocks.at(i).clean;
  return reading.text.clean.substr(span.begin, span.size());
}

std::vector<std::string> texts_of(const Reading& reading, BlockKind kind) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.text.blocks[i].kind == kind) result.push_back(block_text(reading, i));
  }
  return result;
}

std::string zip(const std::map<std::string, std::string>& files) {
  struct Free {
    void operator()(archive* each) const { archive_write_free(each); }
    void operator()(archive_entry* each) const { archive_entry_free(each); }
  };
  std::size_t room = 1 << 16;
  for (const auto& [name, content] : files) room += content.size();
  std::string out(room, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, Free> writer(archive_write_new());
  archive_write_set_format_zip(writer.get());
  REQUIRE(archive_write_open_memory(writer.get(), out.data(), out.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, content] : files) {
    const std::unique_ptr<archive_entry, Free> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), content.data(), content.size());
  }
  archive_write_close(writer.get());
  out.resize(used);
  return out;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string result;
  result.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += part;
  return result;
}

std::string document(const std::string& body) {
  return zip({{"word/document.xml",
               "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>"}});
}

}  // namespace

TEST_CASE("docx: the blocks of an article") {
  const Reading reading = read_docx(fixture("article.docx"));
  REQUIRE(reading.status == Status::audited);
  CHECK(reading.format == "docx");
  CHECK(reading.coordinates == "extracted");
  CHECK(reading.text.to_source.identity());
  CHECK(texts_of(reading, BlockKind::heading) ==
        Reasons{"A New Way to Treat Neck Pain", "What it does"});
  CHECK(texts_of(reading, BlockKind::list_item) ==
        Reasons{"relieves headaches", "has no side effects"});
  CHECK(texts_of(reading, BlockKind::table_cell) == Reasons{"Condition", "Success rate"});
  CHECK(texts_of(reading, BlockKind::quote) == Reasons{"It changed my life."});
  CHECK(texts_of(reading, BlockKind::boilerplate) == Reasons{"Example Clinic, page 1"});
  CHECK(texts_of(reading, BlockKind::prose) ==
        Reasons{"Our gentle adjustment cures migraine & vertigo within days.", "Visible words.",
                "The last paragraph.", "A box beside the text.", "As seen in our own patients."});
  CHECK(texts_of(reading, BlockKind::hidden) ==
        Reasons{"Cures migraine for good",
                "Secret words cure asthma.\nA smiling patient without pain"});
}

TEST_CASE("docx: a block knows the heading above it") {
  const Reading reading = read_docx(fixture("article.docx"));
  const auto& blocks = reading.text.blocks;
  const auto item = std::find_if(blocks.begin(), blocks.end(),
                                 [](auto& each) { return each.kind == BlockKind::list_item; });
  REQUIRE(item != blocks.end());
  CHECK(block_text(reading, item->heading) == "What it does");
}

TEST_CASE("docx: text boxes stand behind their paragraph, also those with headings and tables") {
  const auto words = [](const std::string& each) { return "<w:r><w:t>" + each + "</w:t></w:r>"; };
  const auto box = [](const std::string& each) {
    return "<w:r><w:pict><w:txbxContent>" + each + "</w:txbxContent></w:pict></w:r>";
  };
  const Reading reading = read_docx(document(
      "<w:p>" + words("It cures ") +
      box("<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>" + words("Boxed") +
          "</w:p><w:tbl><w:tr><w:tc><w:p>" + words("one cell") + "</w:p></w:tc></w:tr></w:tbl>") +
      words("neck pain.") + "</w:p><w:p>" + words("Next.") + "</w:p>"));
  REQUIRE(reading.text.blocks.size() == 4);
  CHECK(block_text(reading, 0) == "It cures neck pain.");
  CHECK(block_text(reading, 1) == "Boxed");
  CHECK(reading.text.blocks[1].kind == BlockKind::heading);
  CHECK(block_text(reading, 2) == "one cell");
  CHECK(reading.text.blocks[2].kind == BlockKind::table_cell);
  CHECK(block_text(reading, 3) == "Next.");
}

TEST_CASE("docx: images are counted") {
  const Reading reading = read_docx(fixture("article.docx"));
  REQUIRE(reading.notes.size() == 1);
  CHECK(reading.notes[0].code == "docx.unread.images");
}

TEST_CASE("docx: told by content, whatever the extension") {
  CHECK(read(fixture("article.docx"), "a.txt", {}, "en").format == "docx");
}

TEST_CASE("docx: another archive, an empty one and bytes that are none are no Word document") {
  const std::string other = zip({{"content.xml", "<a>text</a>"}});
  for (const std::string& bytes :
       {other, zip({}), std::string("PK\x03\x04 word"), std::string("x")}) {
    const Reading reading = read_docx(bytes);
    CHECK(reading.status == Status::not_audited);
    CHECK(reading.reasons == Reasons{"format"});
    CHECK(reading.text.clean.empty());
  }
}

TEST_CASE("docx: a truncated file never passes for a whole one") {
  const std::string whole = fixture("article.docx");
  for (std::size_t size = 4; size < whole.size(); size += 37) {
    const Reading reading = read_docx(std::string_view(whole).substr(0, size));
    CHECK(reading.status != Status::audited);
  }
}

TEST_CASE("docx: XML that breaks off gives a partial audit") {
  const Reading reading =
      read_docx(zip({{"word/document.xml",
                      "<w:document><w:body><w:p><w:r><w:t>It cures.</w:t></w:r></w:p><w:p"}}));
  CHECK(reading.status == Status::partial);
  CHECK(reading.reasons == Reasons{"decode"});
  CHECK(texts_of(reading, BlockKind::prose) == Reasons{"It cures."});
}

TEST_CASE("docx: a document without words has no text") {
  CHECK(read_docx(document("<w:p/>")).reasons == Reasons{"no_text"});
}

TEST_CASE("docx: a bomb is refused") {
  const std::string blanks(std::size_t{80} << 20, ' ');
  const std::string bomb = document(blanks);
  CHECK(bomb.size() < (std::size_t{1} << 20));
  CHECK(read_docx(bomb).reasons == Reasons{"budget"});
}

TEST_CASE("docx: entities do not multiply") {
  const Reading reading = read_docx(
      zip({{"word/document.xml",
            "<!DOCTYPE d [<!ENTITY a 'lol lol'><!ENTITY b '&a;&a;&a;'>]><w:document><w:body><w:p>"
            "<w:r><w:t>It cures &b;.</w:t></w:r></w:p></w:body></w:document>"}}));
  CHECK(reading.text.clean.find("lol") == std::string::npos);
}

TEST_CASE("docx: deep nesting needs no stack") {
  constexpr std::size_t kDepth = 500000;
  const Reading reading = read_docx(document(
      repeated("<w:p>", kDepth) + "<w:r><w:t>It cures.</w:t></w:r>" + repeated("</w:p>", kDepth)));
  CHECK(texts_of(reading, BlockKind::prose) == Reasons{"It cures."});
}

TEST_CASE("docx: half of a surrogate pair is replaced") {
  const Reading reading =
      read_docx(document("<w:p><w:r><w:t>It is&#xD800; well.</w:t></w:r></w:p>"));
  CHECK(reading.text.clean == "It is\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD well.");
}
