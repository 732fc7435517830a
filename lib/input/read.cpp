// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>
#include <utility>

#include "gzip.hpp"
#include "input.hpp"
#include "readers.hpp"
#include "signature.hpp"
#include "text/decode.hpp"

namespace claimlint::input {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30;
constexpr std::size_t kMaxDecodeNotes = 10;

// More than this is no damaged text but something else.
constexpr std::size_t kReplacedShare = 10;  // one in that many characters
constexpr std::size_t kControlShare = 200;  // one in that many bytes
constexpr std::size_t kFewControls = 3;     // so many are stray in any text

Reading refuse(Reading reading, std::string reason, std::string message) {
  reading.status = Status::not_audited;
  reading.notes.push_back({"input." + reason, std::move(message), std::nullopt});
  reading.reasons.push_back(std::move(reason));
  return reading;
}

bool is_control(char byte) {
  return (byte >= 0 && byte < ' ' &&
          std::string_view("\t\n\r\f\v").find(byte) == std::string_view::npos) ||
         byte == 0x7F;
}

/// Whether the text holds anything but white space and control characters.
bool holds_text(std::string_view utf8) {
  // NO-BREAK SPACE, EN QUAD..., LINE SEPARATOR..., IDEOGRAPHIC SPACE and ZERO WIDTH NO-BREAK SPACE.
  constexpr std::string_view kWideBlanks[] = {"\xC2\xA0", "\xE2\x80", "\xE3\x80\x80",
                                              "\xEF\xBB\xBF"};
  for (std::size_t i = 0; i < utf8.size();) {
    const std::string_view rest = utf8.substr(i);
    const auto* const blank =
        std::find_if(std::begin(kWideBlanks), std::end(kWideBlanks),
                     [rest](std::string_view each) { return rest.starts_with(each); });
    if (blank != std::end(kWideBlanks)) {
      i += *blank == "\xE2\x80" ? 3 : blank->size();
    } else if (rest.front() == ' ' || is_control(rest.front()) ||
               (rest.front() >= '\t' && rest.front() <= '\r')) {
      ++i;
    } else {
      return true;
    }
  }
  return false;
}

void note_replaced(Reading& reading, const std::vector<Span>& replaced) {
  if (replaced.empty()) return;
  reading.status = Status::partial;
  reading.reasons.emplace_back("decode");
  for (std::size_t i = 0; i < std::min(replaced.size(), kMaxDecodeNotes); ++i) {
    reading.notes.push_back(
        {"decode.ill_formed", "bytes that are no " + reading.encoding, replaced[i]});
  }
  reading.notes.push_back({"decode.ill_formed",
                           std::to_string(replaced.size()) + " ill-formed sequences in all",
                           std::nullopt});
}

/// Why decoded bytes are no text after all; empty where they are.
std::string binary_because(const text::Decoded& decoded, std::size_t controls) {
  const bool many = controls > kFewControls || controls * kReplacedShare > decoded.utf8.size();
  if (many && controls * kControlShare > decoded.utf8.size()) {
    return std::to_string(controls) + " control characters: this is no text, or text in an " +
           "encoding without its byte order mark";
  }
  if (decoded.replaced.size() * kReplacedShare > text::count_code_points(decoded.utf8)) {
    return std::to_string(decoded.replaced.size()) + " ill-formed sequences: this is no " +
           decoded.encoding;
  }
  return {};
}

/// The last word on a document whose blocks are known: whether there are any, in what language.
Reading read_language(Reading reading, const std::optional<std::string>& assume_language) {
  if (reading.text.blocks.empty()) {
    return refuse(std::move(reading), "no_text", "there is no text");
  }
  reading.language = assume_language ? *assume_language : detect_language(reading.text.clean);
  if (reading.language != "en" && reading.language != "und") {
    std::string message = "the text is not English but '" + reading.language + "'";
    return refuse(std::move(reading), "language", std::move(message));
  }
  return reading;
}

Reading read_decoded(Reading reading, text::Decoded decoded, const Format& format,
                     const std::optional<std::string>& assume_language) {
  reading.encoding = decoded.encoding;
  const auto controls =
      static_cast<std::size_t>(std::count_if(decoded.utf8.begin(), decoded.utf8.end(), is_control));
  std::string binary = binary_because(decoded, controls);
  const bool has_text = holds_text(decoded.utf8);
  reading.text.clean = std::move(decoded.utf8);
  reading.text.to_source = std::move(decoded.to_source);
  if (!binary.empty()) return refuse(std::move(reading), "binary", std::move(binary));
  if (!has_text) return refuse(std::move(reading), "no_text", "there is no text");

  note_replaced(reading, decoded.replaced);
  if (controls > 0) {
    reading.notes.push_back({"text.control_characters",
                             std::to_string(controls) + " control characters read as blanks",
                             std::nullopt});
  }
  format.read(reading);
  return read_language(std::move(reading), assume_language);
}

Reading read_extracted(Reading reading, Extracted extracted,
                       const std::optional<std::string>& assume_language) {
  reading.coordinates = "extracted";
  reading.notes = std::move(extracted.notes);
  if (extracted.refused) {
    return refuse(std::move(reading), extracted.refused->reason, extracted.refused->message);
  }
  reading.encoding = "utf-8";
  reading.text = std::move(extracted.text);
  if (extracted.partial) {
    reading.status = Status::partial;
    reading.reasons.emplace_back("decode");
  }
  return read_language(std::move(reading), assume_language);
}

Reading read_inflated(std::string_view bytes, std::string_view path,
                      const std::optional<std::string>& format,
                      const std::optional<std::string>& assume_language, LineBreaks line_breaks) {
  const Format* const forced = format ? find_format(*format) : nullptr;
  const Signature* const signature = forced == nullptr ? find_signature(bytes) : nullptr;
  const Format* const told =
      signature != nullptr && !signature->format.empty() ? find_format(signature->format) : forced;
  const Format& reader = told != nullptr ? *told : format_by_extension(path);
  Reading reading;
  reading.format = reader.row.name;
  reading.line_breaks = line_breaks;
  if (bytes.size() > kMaxBytes) {
    return refuse(std::move(reading), "budget", "the document is larger than 1 GiB");
  }
  if (signature != nullptr && told == nullptr) {
    std::string message = "this looks like " + std::string(signature->name);
    return refuse(std::move(reading), std::string(signature->reason), std::move(message));
  }
  if (reader.extract != nullptr) {
    return read_extracted(std::move(reading), reader.extract(bytes), assume_language);
  }
  return read_decoded(std::move(reading), reader.decode(bytes), reader, assume_language);
}

Reading read_gzip(std::string_view bytes, std::string_view path,
                  const std::optional<std::string>& format,
                  const std::optional<std::string>& assume_language, LineBreaks line_breaks) {
  Inflated inflated = inflate_gzip(bytes);
  if (inflated.over_budget) {
    Reading reading;
    reading.format = format_by_extension(without_gzip_extension(path)).row.name;
    return refuse(std::move(reading), "budget", "decompressed it is too large for a document");
  }
  Reading reading = read_inflated(inflated.bytes, without_gzip_extension(path), format,
                                  assume_language, line_breaks);
  reading.notes.push_back({"input.gzip", "offsets are of the decompressed bytes", std::nullopt});
  reading.inflated = std::move(inflated.bytes);
  if (inflated.complete) return reading;
  reading.notes.push_back(
      {"input.gzip.damaged", "the compressed data end early or are damaged", std::nullopt});
  if (reading.status == Status::audited) reading.status = Status::partial;
  reading.reasons.emplace_back("decode");
  return reading;
}

}  // namespace

Reading read(std::string_view bytes, std::string_view path,
             const std::optional<std::string>& format,
             const std::optional<std::string>& assume_language, LineBreaks line_breaks) {
  if (format && find_format(*format) == nullptr) {
    throw std::invalid_argument("no input format is called '" + *format + "'");
  }
  return is_gzip(bytes) ? read_gzip(bytes, path, format, assume_language, line_breaks)
                        : read_inflated(bytes, path, format, assume_language, line_breaks);
}

}  // namespace claimlint::input
