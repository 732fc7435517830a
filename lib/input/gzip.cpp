// SPDX-License-Identifier: Apache-2.0
#include "gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>

namespace claimlint::input {
namespace {

constexpr std::string_view kMagic = "\x1F\x8B";

// Articles shrink to a third or a fifth, pages full of the same markup to a fiftieth. A bomb comes
// near to the thousandth that the method allows.
constexpr std::size_t kMaxBytes = std::size_t{256} << 20;
constexpr std::size_t kFreeBytes = std::size_t{16} << 20;
constexpr std::size_t kMaxRatio = 200;

constexpr int kGzipOnly = 16 + MAX_WBITS;

class Inflater {
 public:
  explicit Inflater(std::string_view bytes) : rest_(bytes), size_(bytes.size()) {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
    // After the line above, since a constructor that throws runs no destructor.
    end_.reset(&stream_);
  }

  Inflated run() {
    Inflated result;
    int state = Z_OK;
    while (state == Z_OK) {
      state = step(result.bytes);
      if (too_large(result.bytes.size())) {
        result.bytes = {};
        result.over_budget = true;
        return result;
      }
      if (state == Z_STREAM_END && is_gzip(rest_)) state = inflateReset(&stream_);
    }
    if (state == Z_MEM_ERROR) throw std::bad_alloc();
    result.complete = state == Z_STREAM_END;
    return result;
  }

 private:
  struct End {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
  };

  /// Inflates a piece. Z_BUF_ERROR is what is left to say where the stream ends early.
  int step(std::string& out) {
    constexpr std::size_t kMaxInput = std::numeric_limits<uInt>::max();
    const auto given = static_cast<uInt>(std::min(rest_.size(), kMaxInput));
    // zlib reads its input and does not write to it; its type is older than const.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(rest_.data()));
    stream_.avail_in = given;
    stream_.next_out = buffer_.data();
    stream_.avail_out = static_cast<uInt>(buffer_.size());
    const int state = inflate(&stream_, Z_NO_FLUSH);
    rest_.remove_prefix(given - stream_.avail_in);
    out.append(reinterpret_cast<const char*>(buffer_.data()), buffer_.size() - stream_.avail_out);
    return state;
  }

  [[nodiscard]] bool too_large(std::size_t inflated) const {
    return inflated > kMaxBytes || (inflated > kFreeBytes && inflated / kMaxRatio > size_);
  }

  std::string_view rest_;
  std::size_t size_;
  z_stream stream_{};
  std::unique_ptr<z_stream, End> end_;
  std::array<Bytef, std::size_t{1} << 16> buffer_{};
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kMagic); }

Inflated inflate_gzip(std::string_view bytes) { return std::make_unique<Inflater>(bytes)->run(); }

std::string_view without_gzip_extension(std::string_view path) {
  constexpr std::string_view kExtension = ".gz";
  if (path.size() < kExtension.size()) return path;
  const std::string_view end = path.substr(path.size() - kExtension.size());
  if (end == ".gz" || end == ".GZ") path.remove_suffix(kExtension.size());
  return path;
}

}  // namespace claimlint::input
