// SPDX-License-Identifier: Apache-2.0
#include "input/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <string>

#include "checks.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

std::string compress(std::string_view bytes) {
  constexpr int kGzip = 16 + MAX_WBITS;
  z_stream stream{};
  require(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) == Z_OK,
          "zlib begins");
  std::string plain(bytes);
  std::string packed(deflateBound(&stream, plain.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  require(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib ends");
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

/// Compressed bytes as they are; and any bytes there and back, whole and cut short.
void fuzz_gzip(std::string_view bytes) {
  if (input::is_gzip(bytes)) {
    const input::Inflated inflated = input::inflate_gzip(bytes);
    require(!inflated.over_budget || inflated.bytes.empty(), "over budget nothing is kept");
    check_reading(input::read(bytes, "a.gz", "text", "en"), inflated.bytes.size());
    return;
  }
  const std::string packed = compress(bytes);
  const input::Inflated whole = input::inflate_gzip(packed);
  require(whole.complete && whole.bytes == bytes, "inflating gives what was deflated");
  const std::size_t cut =
      std::min<std::size_t>(bytes.size() * 7 % (packed.size() + 1), packed.size() - 1);
  const input::Inflated part = input::inflate_gzip(std::string_view(packed).substr(0, cut));
  require(!part.complete && bytes.starts_with(part.bytes),
          "a part gives the beginning, and says so");
}

}  // namespace claimlint::fuzz
