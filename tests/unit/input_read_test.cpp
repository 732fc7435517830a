// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "claimlint/formats.hpp"
#include "input/input.hpp"

using claimlint::Span;
using claimlint::Status;
using namespace claimlint::input;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view kEnglish =
    "Many people live with headaches that begin in the neck. Gentle exercise and good sleep are "
    "often the first things to try, and a doctor can tell you more about it.";
constexpr std::string_view kGerman =
    "Viele Menschen leiden unter Kopfschmerzen, die im Nacken beginnen. Leichte Bewegung und guter "
    "Schlaf helfen oft, und ein Arzt kann Ihnen mehr darüber sagen.";

Reading read_text(std::string_view bytes) { return read(bytes, "page.txt", {}, {}); }

using Reasons = std::vector<std::string>;

}  // namespace

TEST_CASE("read: an English text is audited") {
  const Reading reading = read_text(kEnglish);
  CHECK(reading.status == Status::audited);
  CHECK(reading.reasons.empty());
  CHECK(reading.notes.empty());
  CHECK(reading.format == "text");
  CHECK(reading.encoding == "utf-8");
  CHECK(reading.language == "en");
  CHECK(reading.text.clean == kEnglish);
  CHECK_FALSE(reading.text.blocks.empty());
}

TEST_CASE("read: what holds no text says so") {
  for (const std::string_view bytes : {""sv, " \r\n\t"sv, "\xEF\xBB\xBF"sv, "\u00A0\u3000\n"sv}) {
    const Reading reading = read_text(bytes);
    CHECK(reading.status == Status::not_audited);
    CHECK(reading.reasons == Reasons{"no_text"});
  }
}

TEST_CASE("read: documents of another format are told by their first bytes") {
  for (const std::string_view bytes :
       {"{\\rtf1 pain}"sv, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "<?xml version='1.0'?><a/>"sv}) {
    const Reading reading = read_text(bytes);
    CHECK(reading.status == Status::not_audited);
    CHECK(reading.reasons == Reasons{"format"});
    REQUIRE(reading.notes.size() == 1);
    CHECK(reading.notes[0].message.starts_with("this looks like "));
    CHECK(reading.encoding.empty());
  }
}

TEST_CASE("read: images, programs and control characters are binary") {
  const std::string controls = "text" + std::string(100, '\x01');
  for (const std::string_view bytes : {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF\xE0"sv, "GIF89a.."sv,
                                       "\x7F"
                                       "ELF\x02"sv,
                                       std::string_view(controls), "p\0a\0i\0n\0s\0"sv}) {
    CHECK(read_text(bytes).reasons == Reasons{"binary"});
  }
}

TEST_CASE("read: a format that is forced is not guessed at") {
  const Reading reading = read("<html> is a tag", "page.txt", "text", {});
  CHECK(reading.status == Status::audited);
}

TEST_CASE("read: ill-formed bytes make a partial audit and are noted") {
  const Reading reading = read_text(std::string(kEnglish) + " na\xEFve \xFF.");
  CHECK(reading.status == Status::partial);
  CHECK(reading.reasons == Reasons{"decode"});
  REQUIRE(reading.notes.size() == 3);
  const std::size_t bad = kEnglish.size() + 3;
  CHECK(reading.notes[0].code == "decode.ill_formed");
  CHECK(reading.notes[0].span == Span{bad, bad + 1});
  CHECK(reading.notes[2].message.starts_with("2 "));
}

TEST_CASE("read: of many ill-formed places ten are listed") {
  std::string bytes;
  for (int i = 0; i < 40; ++i) bytes += std::string(kEnglish) + "\xFF ";
  CHECK(read_text(bytes).notes.size() == 11);
}

TEST_CASE("read: bytes that are mostly ill-formed are binary") {
  CHECK(read_text("\xE4\xF6\xFC\xDF pain").reasons == Reasons{"binary"});
}

TEST_CASE("read: a stray control character is noted, no more") {
  const Reading reading = read_text(std::string(kEnglish) + "\x01" + std::string(kEnglish));
  CHECK(reading.status == Status::audited);
  REQUIRE(reading.notes.size() == 1);
  CHECK(reading.notes[0].code == "text.control_characters");
}

TEST_CASE("read: text in another language is not audited") {
  const Reading reading = read_text(kGerman);
  CHECK(reading.status == Status::not_audited);
  CHECK(reading.reasons == Reasons{"language"});
  CHECK(reading.language == "de");
}

TEST_CASE("read: a language that is assumed is not detected") {
  const Reading reading = read(kGerman, "page.txt", {}, "en");
  CHECK(reading.status == Status::audited);
  CHECK(reading.language == "en");
  CHECK(read(kEnglish, "page.txt", {}, "de").reasons == Reasons{"language"});
}

TEST_CASE("read: a short text is audited though its language is open") {
  const Reading reading = read_text("Cures arthritis.");
  CHECK(reading.status == Status::audited);
  CHECK(reading.language == "und");
}

TEST_CASE("language: medical Latin does not make a page foreign") {
  CHECK(detect_language(std::string(kEnglish) +
                        " The rectus capitis posterior minor and the obliquus capitis inferior "
                        "lie under the musculus trapezius. Hypericum perforatum and Tanacetum "
                        "parthenium are herbs that people take for it.") == "en");
}

TEST_CASE("input formats: each has a name, a description and extensions") {
  REQUIRE_FALSE(claimlint::input_formats().empty());
  for (const claimlint::InputFormat& format : claimlint::input_formats()) {
    CHECK_FALSE(format.name.empty());
    CHECK_FALSE(format.description.empty());
    REQUIRE_FALSE(format.extensions.empty());
    for (const std::string_view extension : format.extensions) CHECK(extension.starts_with('.'));
  }
}
