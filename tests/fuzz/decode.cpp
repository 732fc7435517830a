// SPDX-License-Identifier: Apache-2.0
#include "text/decode.hpp"

#include <array>

#include "checks.hpp"
#include "input/html.hpp"
#include "targets.hpp"

namespace claimlint::fuzz {
namespace {

constexpr std::array<std::string_view, 24> kLabels = {
    "utf-8",       "latin1", "windows-1252", "windows-1251", "koi8-r",    "iso-8859-15",
    "macintosh",   "utf-16", "utf-16le",     "utf-16be",     "utf-32",    "utf-7",
    "gb18030",     "gbk",    "hz-gb-2312",   "big5",         "shift_jis", "euc-jp",
    "iso-2022-jp", "euc-kr", "iso-2022-kr",  "iso-2022-cn",  "scsu",      "no-such-encoding"};

}  // namespace

/// The first byte chooses the encoding.
void fuzz_decode(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::string_view label =
      kLabels[static_cast<unsigned char>(bytes.front()) % kLabels.size()];
  bytes.remove_prefix(1);
  const text::Decoded decoded = text::decode(bytes);
  check_decoded(decoded, bytes.size());
  check_decoded(input::decode_html(bytes), bytes.size());
  const std::optional<text::Decoded> labelled = text::decode_as(bytes, label);
  if (labelled) check_decoded(*labelled, bytes.size());
  require(labelled || label == "no-such-encoding", "the encodings of the web are known");
}

}  // namespace claimlint::fuzz
