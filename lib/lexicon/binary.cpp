// SPDX-License-Identifier: Apache-2.0
#include "binary.hpp"

#include <stdexcept>

#include "concepts.hpp"
#include "expressions.hpp"
#include "fields.hpp"
#include "patterns.hpp"
#include "terms.hpp"
#include "text/digest.hpp"
#include "weights.hpp"
#include "word_lists.hpp"

namespace claimlint::lexicon {
namespace {

// Numbers are as the machine has them, so that they need not be changed to be used.
constexpr std::uint64_t kByteOrder = 0x0102030405060708;
constexpr std::string_view kMagic("claimlint lexicons\n\0\0\0\0\0", 24);
constexpr std::size_t kDigestSize = 64;
constexpr std::size_t kHeaderSize = kMagic.size() + kDigestSize;
static_assert(kHeaderSize % kFlatAlignment == 0);

std::vector<Term> terms_of(const std::vector<Concept>& concepts) {
  std::vector<Term> terms;
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    for (const std::string& term : concepts[i].terms) terms.push_back({term, i, false});
    for (const std::string& term : concepts[i].upper) terms.push_back({term, i, true});
  }
  return terms;
}

std::vector<Term> terms_of(const std::vector<Unit>& units) {
  std::vector<Term> terms;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    for (const std::string& term : units[i].terms) terms.push_back({term, i, false});
  }
  return terms;
}

void write_rulebook(const Rulebook& rulebook, FlatWriter& out) {
  FileNames files;
  ArchiveWriter archive(files);
  archive(rulebook);
  StringList::write(files.names(), out);
  out.add(archive.bytes());
}

}  // namespace

std::string compile(const Model& model) {
  FlatWriter out;
  out.add(kByteOrder);
  out.add(kBinaryFormat);
  write_rulebook(model, out);
  Concepts::write(model.concepts, out);
  WordLists::write(model, out);
  const Expressions expressions = expand_all(model);
  Patterns::write(expressions.rules, out);
  Patterns::write(expressions.unless, out);
  Patterns::write(expressions.cues, out);
  Patterns::write(expressions.textbook, out);
  Terms::write(terms_of(model.concepts), out);
  Terms::write(terms_of(model.units), out);
  Weights::write(model.features, out);
  const std::string body = out.take();
  return std::string(kMagic).append(text::sha256(body)).append(body);
}

std::string_view digest_of(std::string_view bytes) {
  require(bytes.size() >= kHeaderSize && bytes.starts_with(kMagic));
  return bytes.substr(kMagic.size(), kDigestSize);
}

void require_intact(std::string_view bytes) {
  const std::string_view digest = digest_of(bytes);
  require(digest == text::sha256(bytes.substr(kHeaderSize)));
}

FlatReader open_binary(std::string_view bytes, FlatReader::Trust trust) {
  require(bytes.size() >= kHeaderSize && bytes.starts_with(kMagic));
  FlatReader in(bytes.substr(kHeaderSize), trust);
  if (in.number() != kByteOrder || in.number() != kBinaryFormat) {
    throw std::runtime_error("compiled lexicons of another format");
  }
  return in;
}

Rulebook read_rulebook(FlatReader& in) {
  const std::vector<std::string> files = read_strings(in);
  ArchiveReader archive(in.text(), files);
  Rulebook rulebook;
  archive(rulebook);
  require(archive.done());
  return rulebook;
}

}  // namespace claimlint::lexicon
