// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <string_view>
#include <vector>

#include "input/gzip.hpp"
#include "input/input.hpp"

using claimlint::Status;
using namespace claimlint::input;

namespace {

using Reasons = std::vector<std::string>;

constexpr std::string_view kArticle =
    "Many people live with headaches that begin in the neck. Gentle exercise and good sleep help.";

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8,
                       Z_DEFAULT_STRATEGY) == Z_OK);
  std::string in = bytes;
  std::string out(deflateBound(&stream, static_cast<uLong>(in.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Reading read_gzip(std::string_view bytes, std::string_view path = "a.txt.gz") {
  return read(bytes, path, {}, "en");
}

}  // namespace

TEST_CASE("gzip: what is inside is read, with offsets of the decompressed bytes") {
  const Reading reading = read_gzip(gzip(std::string(kArticle)));
  CHECK(reading.status == Status::audited);
  CHECK(reading.text.clean == kArticle);
  CHECK(reading.format == "text");
  CHECK(reading.coordinates == "source");
  REQUIRE(reading.notes.size() == 1);
  CHECK(reading.notes[0].code == "input.gzip");
}

TEST_CASE("gzip: the name without .gz picks the format") {
  const std::string markdown = gzip("# About *pain*\n\nIt is real.\n");
  CHECK(read_gzip(markdown, "a.md.gz").format == "markdown");
  CHECK(read_gzip(markdown, "a.MD.GZ").format == "markdown");
  CHECK(read_gzip(markdown, "a.gz").format == "text");
}

TEST_CASE("gzip: content inside picks the format") {
  CHECK(read_gzip(gzip("<!doctype html><p>It cures pain.</p>"), "a.gz").format == "html");
}

TEST_CASE("gzip: members one after the other are one document") {
  const std::string bytes = gzip("It cures pain. ") + gzip("It cures asthma.");
  CHECK(read_gzip(bytes).text.clean == "It cures pain. It cures asthma.");
}

TEST_CASE("gzip: an early end or damage gives a partial audit") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "It cures pain number " + std::to_string(i * 7919) + ".\n";
  const std::string whole = gzip(text);
  const Reading reading = read_gzip(std::string_view(whole).substr(0, whole.size() / 2));
  CHECK(reading.status == Status::partial);
  CHECK(reading.reasons == Reasons{"decode"});
  CHECK(text.starts_with(reading.text.clean));
  std::string damaged = whole;
  damaged[whole.size() - 6] ^= 1;  // in the checksum
  CHECK(read_gzip(damaged).status == Status::partial);
}

TEST_CASE("gzip: a head without a body is not audited") {
  CHECK(read_gzip("\x1F\x8B\x08").status == Status::not_audited);
}

TEST_CASE("gzip: a bomb is refused early") {
  const std::string bomb = gzip(std::string(std::size_t{64} << 20, ' '));
  CHECK(bomb.size() < 100000);
  const Inflated inflated = inflate_gzip(bomb);
  CHECK(inflated.over_budget);
  CHECK(inflated.bytes.empty());
  CHECK(read_gzip(bomb).reasons == Reasons{"budget"});
}

TEST_CASE("gzip: within gzip is not opened a second time") {
  CHECK(read_gzip(gzip(gzip(std::string(kArticle)))).reasons == Reasons{"format"});
}
