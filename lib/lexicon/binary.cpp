// SPDX-License-Identifier: Apache-2.0
#include "binary.hpp"

#include <bit>
#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <type_traits>

#include "choices.hpp"
#include "text/digest.hpp"

namespace claimlint::lexicon {
namespace {

constexpr std::string_view kMagic = "claimlint lexicons\n";
constexpr std::uint32_t kFormat = 2;  // raise it when the fields below change
constexpr std::size_t kDigestSize = 64;

[[noreturn]] void fail(const char* why) { throw std::runtime_error(why); }

template <typename T>
concept Number = std::unsigned_integral<T> && !std::same_as<T, bool>;

/// Appends values; every number is little-endian.
struct Writer {
  template <typename T>
  using Value = const T;

  std::string bytes;

  template <Number T>
  void operator()(const T& value) {
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFFU);
    }
  }
  void operator()(const bool& value) { bytes += value ? '\1' : '\0'; }
  void operator()(const double& value) { (*this)(std::bit_cast<std::uint64_t>(value)); }
  void operator()(const std::string& value) {
    (*this)(static_cast<std::uint32_t>(value.size()));
    bytes += value;
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(const Enum& value) { (*this)(static_cast<std::uint8_t>(value)); }
  template <typename T>
  void operator()(const std::optional<T>& value) {
    (*this)(value.has_value());
    if (value) (*this)(*value);
  }
  template <typename T>
  void operator()(const std::vector<T>& values) {
    (*this)(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) (*this)(value);
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(const T& value) { fields(*this, value); }
};

/// Takes values off the front; throws where there are too few bytes or a value cannot be.
struct Reader {
  template <typename T>
  using Value = T;

  std::string_view bytes;

  std::string_view take(std::size_t count) {
    if (count > bytes.size()) fail("lexicons end too early");
    const std::string_view taken = bytes.substr(0, count);
    bytes.remove_prefix(count);
    return taken;
  }
  template <Number T>
  void operator()(T& value) {
    std::uint64_t number = 0;
    const std::string_view taken = take(sizeof(T));
    for (std::size_t i = sizeof(T); i > 0; --i) {
      number = number << 8U | static_cast<unsigned char>(taken[i - 1]);
    }
    value = static_cast<T>(number);
  }
  void operator()(bool& value) {
    const char byte = take(1).front();
    if (byte != '\0' && byte != '\1') fail("lexicons hold a truth value that is none");
    value = byte == '\1';
  }
  void operator()(double& value) { value = std::bit_cast<double>(read<std::uint64_t>()); }
  void operator()(std::string& value) { value = take(read<std::uint32_t>()); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) {
    const auto number = read<std::uint8_t>();
    if (number > static_cast<std::uint8_t>(kLast<Enum>)) fail("lexicons hold an unknown value");
    value = static_cast<Enum>(number);
  }
  template <typename T>
  void operator()(std::optional<T>& value) {
    if (read<bool>()) (*this)(value.emplace());
  }
  template <typename T>
  void operator()(std::vector<T>& values) {
    const auto count = read<std::uint32_t>();
    if (count > bytes.size()) fail("lexicons end too early");  // no value takes less than a byte
    values.clear();                                            // a field may have a default
    for (std::uint32_t i = 0; i < count; ++i) (*this)(values.emplace_back());
  }
  template <typename T>
  requires std::is_class_v<T>
  void operator()(T& value) { fields(*this, value); }
  template <typename T>
  T read() {
    T value{};
    (*this)(value);
    return value;
  }
};

template <typename Archive, typename... Values>
void each(Archive& archive, Values&... values) {
  (archive(values), ...);
}

template <typename Archive, typename T>
using In = typename Archive::template Value<T>;

template <typename Archive>
void fields(Archive& a, In<Archive, Location>& v) {
  each(a, v.file, v.line, v.column);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Position>& v) {
  each(a, v.line, v.column);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ClaimType>& v) {
  each(a, v.id, v.name, v.meaning, v.not_a_claim, v.severity, v.keeps_severity, v.cleared_by,
       v.exceeds_evidence, v.annotated, v.target, v.basis, v.instead, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, RoleDemand>& v) {
  each(a, v.side, v.any_of, v.reach, v.tokens);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Rule>& v) {
  each(a, v.id, v.type, v.pattern, v.pattern_at, v.demands, v.unless, v.unless_at, v.in, v.shape,
       v.voice, v.spreads, v.questions, v.severity, v.message, v.basis, v.instead, v.want, v.absent,
       v.jurisdictions, v.since, v.replaces, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Concept>& v) {
  each(a, v.id, v.name, v.terms, v.upper, v.xref, v.joins, v.target, v.vulnerable, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Cue>& v) {
  each(a, v.id, v.cue_class, v.pattern, v.pattern_at, v.scope, v.reach, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Unit>& v) {
  each(a, v.id, v.canonical, v.factor, v.terms, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Evidence>& v) {
  each(a, v.treatment, v.condition, v.verdict, v.certainty, v.kind, v.title, v.organisation, v.year,
       v.id, v.url, v.population, v.where);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Provision>& v) {
  each(a, v.id, v.jurisdiction, v.instrument, v.clause, v.summary, v.url, v.read, v.from, v.to);
}

template <typename Archive>
void fields(Archive& a, In<Archive, ScoreWeights>& v) {
  each(a, v.low, v.medium, v.high, v.saturation, v.density_points, v.density_saturation,
       v.band_medium, v.band_high);
}

template <typename Archive>
void fields(Archive& a, In<Archive, Model>& v) {
  each(a, v.types, v.rules, v.concepts, v.cues, v.units, v.evidence, v.provisions, v.abbreviations,
       v.words, v.scoring, v.sha256);
}

}  // namespace

std::string serialize(const Model& model) {
  Writer body;
  body(kFormat);
  body(model);
  return std::string(kMagic).append(text::sha256(body.bytes)).append(body.bytes);
}

Model deserialize(std::string_view bytes) {
  Reader reader{bytes};
  if (reader.bytes.substr(0, kMagic.size()) != kMagic) fail("these are no compiled lexicons");
  reader.take(kMagic.size());
  const std::string_view digest = reader.take(kDigestSize);
  if (digest != text::sha256(reader.bytes)) fail("compiled lexicons are damaged");
  if (reader.read<std::uint32_t>() != kFormat) fail("compiled lexicons of another format");
  auto model = reader.read<Model>();
  if (!reader.bytes.empty()) fail("compiled lexicons are followed by something else");
  return model;
}

}  // namespace claimlint::lexicon
