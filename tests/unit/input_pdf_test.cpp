// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "input/input.hpp"
#include "input/pdf_layout.hpp"
#include "input/pdf_program.hpp"

using claimlint::BlockKind;
using claimlint::Status;
using namespace claimlint::input;

namespace {

using Texts = std::vector<std::string>;

std::string fixture(const std::string& name) {
  std::ifstream in(CLAIMLINT_SOURCE_DIR "/tests/fixtures/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Reading read_pdf(std::string_view bytes) { return read(bytes, "a.pdf", {}, "en"); }

bool program_is_missing() {
  return run_pdftotext(fixture("article.pdf")).outcome == PdfOutcome::no_program;
}

Texts texts_of(const claimlint::text::Text& text, BlockKind kind) {
  Texts result;
  for (const auto& block : text.blocks) {
    if (block.kind == kind)
      result.push_back(text.clean.substr(block.clean.begin, block.clean.size()));
  }
  return result;
}

std::string line(std::string_view words, std::string_view height = "10") {
  std::string result = "<line yMin='0' yMax='" + std::string(height) + "'>";
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    result += "<word>" + std::string(words.substr(at, end - at)) + "</word>";
    at = end + 1;
  }
  return result + "</line>";
}

std::string block(const std::vector<std::string>& lines) {
  std::string result = "<flow><block>";
  for (const std::string& each : lines) result += line(each);
  return result + "</block></flow>";
}

claimlint::text::Text layout_of(const std::string& page) {
  return read_pdf_layout("<html><body><doc><page>" + page + "</page></doc></body></html>");
}

}  // namespace

TEST_CASE("pdf: the blocks of an article") {
  if (program_is_missing()) return;
  const Reading reading = read_pdf(fixture("article.pdf"));
  REQUIRE(reading.status == Status::audited);
  CHECK(reading.coordinates == "extracted");
  CHECK(reading.format == "pdf");
  CHECK(texts_of(reading.text, BlockKind::heading) == Texts{"A New Way to Treat Neck Pain"});
  CHECK(texts_of(reading.text, BlockKind::list_item) ==
        Texts{"relieves headaches within days", "has no side effects"});
  CHECK(texts_of(reading.text, BlockKind::hidden) == Texts{"Cures migraine without medicine"});
  CHECK(
      texts_of(reading.text, BlockKind::prose) ==
      Texts{"Our gentle adjustment cures migraine in every patient, and the misalignment never "
            "comes back. It is a low-cost treatment, and a low-cost treatment is what most people "
            "ask for.",
            "The left column speaks of sleep. Most adults need seven hours of it, and few of them "
            "get so many.",
            "The right column speaks of walking. A walk after lunch is free and needs no equipment "
            "at all.",
            "Ask your doctor before you change a treatment. The misalignment of a joint is seen on "
            "an image."});
  CHECK(texts_of(reading.text, BlockKind::boilerplate).size() == 6);
}

TEST_CASE("pdf: what is damaged is not audited, and says so") {
  const std::string whole = fixture("article.pdf");
  for (const std::string& bytes : {std::string("%PDF-1.7\nsome text"), whole.substr(0, 300)}) {
    const Reading reading = read_pdf(bytes);
    CHECK(reading.status == Status::not_audited);
    CHECK_FALSE(reading.reasons.empty());
    CHECK_FALSE(reading.notes.empty());
  }
}

TEST_CASE("pdf: many threads read at once and leave no child behind") {
  if (program_is_missing()) return;
  const std::string bytes = fixture("article.pdf");
  const std::string expected = run_pdftotext(bytes).layout;
  std::vector<std::string> layouts(8);
  std::vector<std::thread> threads;
  for (std::string& layout : layouts) {
    threads.emplace_back([&] { layout = run_pdftotext(bytes).layout; });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& layout : layouts) CHECK(layout == expected);
  errno = 0;
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("pdf layout: words that a line end broke are made whole") {
  CHECK(layout_of(block({"The mis-", "alignment of a joint."})).clean ==
        "The misalignment of a joint.");
  CHECK(layout_of(block({"A low-cost plan, a low-", "cost plan."})).clean ==
        "A low-cost plan, a low-cost plan.");
  CHECK(layout_of(block({"From Monday -", "as ever - to Friday."})).clean ==
        "From Monday - as ever - to Friday.");
  CHECK(layout_of(block({"The Atlas-", "Orthogonal method."})).clean ==
        "The Atlas- Orthogonal method.");
}

TEST_CASE("pdf layout: a paragraph goes on in the next column") {
  const std::string rest = block({"First words stand here."}) + block({"A sentence that"}) +
                           block({"goes on there."}) + block({"Last words stand here."});
  CHECK(texts_of(layout_of(rest), BlockKind::prose) == Texts{"First words stand here.",
                                                             "A sentence that goes on there.",
                                                             "Last words stand here."});
}

TEST_CASE("pdf layout: bullets begin items") {
  CHECK(texts_of(layout_of(block({"• no side", "effects", "• no pain"})), BlockKind::list_item) ==
        Texts{"no side effects", "no pain"});
}

TEST_CASE("pdf layout: short lines in capitals or with a section number are headings") {
  const std::string page = block({"WHY NECK PAIN COMES BACK"}) +
                           block({"Some prose stands here."}) + block({"2.1 What we do"}) +
                           block({"2.5 million people agree"}) + block({"IT CURES PAIN."}) +
                           block({"ALL OF THIS IS", "SET IN CAPITALS"});
  CHECK(texts_of(layout_of(page), BlockKind::heading) ==
        Texts{"WHY NECK PAIN COMES BACK", "2.1 What we do"});
}

TEST_CASE("pdf layout: a line that both pages of two begin with is a running head") {
  const auto page = [](const std::string& number) {
    return "<page>" + block({"Our Clinic, page " + number}) +
           block({"Words of page " + number + " only."}) + block({number}) + "</page>";
  };
  const claimlint::text::Text text =
      read_pdf_layout("<html><body><doc>" + page("1") + page("2") + "</doc></body></html>");
  CHECK(texts_of(text, BlockKind::boilerplate) ==
        Texts{"Our Clinic, page 1", "1", "Our Clinic, page 2", "2"});
  CHECK(texts_of(text, BlockKind::prose) ==
        Texts{"Words of page 1 only.", "Words of page 2 only."});
}

TEST_CASE("pdf layout: what is no layout has no text") {
  CHECK(read_pdf_layout("").blocks.empty());
  CHECK(read_pdf_layout("<html><doc><page><flow><blo").blocks.empty());
}

TEST_CASE("pdf layout: half of a surrogate pair is replaced") {
  CHECK(texts_of(layout_of(block({"a&#xD800;", "b\xF0"})), BlockKind::prose) ==
        Texts{"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD"});
}
