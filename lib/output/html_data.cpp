// SPDX-License-Identifier: Apache-2.0
#include "html_data.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "claimlint/pages.hpp"
#include "html_marks.hpp"
#include "html_shell.hpp"
#include "json_fields.hpp"
#include "report_json.hpp"
#include "writers.hpp"

namespace claimlint::output {
namespace {

bool is_word_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

unsigned char lower(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
}

/// FNV-1a: groups are told apart by what they say, not trusted with anything.
class Hash {
 public:
  void add(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// Braces name roles; a page shows the names alone.
std::string general(std::string_view wording) {
  std::string text;
  for (const char c : wording) {
    if (c != '{' && c != '}') text += c;
  }
  return text;
}

struct Used {
  std::set<std::string, std::less<>> types;
  std::set<std::string, std::less<>> provisions;

  explicit Used(const Report& report) {
    for (const Finding& finding : report.findings) add(finding.type, finding.basis);
    for (const Sentence& sentence : report.sentences) {
      for (const Claim& claim : sentence.claims) add(claim.type, claim.basis);
    }
  }

 private:
  void add(const std::string& type, const std::vector<BasisReference>& basis) {
    types.insert(type);
    for (const BasisReference& reference : basis) provisions.insert(reference.id);
  }
};

void write_provision(JsonWriter& json, const Provision& provision) {
  json.key(provision.id);
  json.begin_object();
  write_text(json, "jurisdiction", provision.jurisdiction);
  write_text(json, "instrument", provision.instrument);
  write_nullable(json, "clause", provision.clause);
  write_text(json, "summary", provision.summary);
  write_text(json, "url", provision.url);
  json.end_object();
}

void write_meta(JsonWriter& json, const Used& used, const Lexicons* lexicons) {
  json.key("meta");
  json.begin_object();
  json.key("types");
  json.begin_object();
  for (const std::string& type : used.types) write_type(json, lexicons, type);
  json.end_object();
  json.key("provisions");
  json.begin_object();
  if (lexicons != nullptr) {
    for (const Provision& provision : lexicons->provisions()) {
      if (used.provisions.contains(provision.id)) write_provision(json, provision);
    }
  }
  json.end_object();
  json.end_object();
}

void write_marks(JsonWriter& json, const std::vector<Span>& marks, std::size_t first,
                 std::size_t last) {
  json.begin_array();
  for (std::size_t i = first; i < last; ++i) {
    json.count(marks[i].begin);
    json.count(marks[i].end);
  }
  json.end_array();
}

/// [[claims' begins and ends], [mentions' begins and ends], [what each claim says]]; 0 for none.
void write_sentence_marks(JsonWriter& json, const Report& report, const Places& places,
                          const Sentence& sentence) {
  if (sentence.claims.empty() && sentence.mentions.empty()) return json.count(0);
  std::vector<Span> sources;
  for (const Claim& claim : sentence.claims) sources.push_back(claim.place.span);
  for (const Mention& mention : sentence.mentions) sources.push_back(mention.place.span);
  const auto marks = marks_in(report, places, sentence, sources);
  json.begin_array();
  write_marks(json, marks, 0, sentence.claims.size());
  write_marks(json, marks, sentence.claims.size(), marks.size());
  json.begin_array();
  for (const Claim& claim : sentence.claims) {
    json.string(said_text(said_by(claim.type, sentence.text)));
  }
  json.end_array();
  json.end_array();
}

}  // namespace

std::uint64_t said_by(std::string_view type, std::string_view sentence) {
  Hash hash;
  for (const char c : type) hash.add(static_cast<unsigned char>(c));
  bool parted = true;
  for (const char c : sentence) {
    const unsigned char folded = lower(static_cast<unsigned char>(c));
    if (!is_word_byte(folded)) {
      parted = true;
      continue;
    }
    if (parted) hash.add(' ');
    parted = false;
    hash.add(folded);
  }
  return hash.value();
}

std::string said_text(std::uint64_t said) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, said >>= 4U) {
    *digit = kDigits[said & 0xFU];
  }
  return text;
}

void write_type(JsonWriter& json, const Lexicons* lexicons, std::string_view id) {
  json.key(id);
  json.begin_object();
  const TypeInfo* type = nullptr;
  if (lexicons != nullptr) {
    const auto& types = lexicons->types();
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&](const TypeInfo& candidate) { return candidate.id == id; });
    if (found != types.end()) type = &*found;
  }
  write_text(json, "name", type != nullptr ? type->name : id);
  if (type != nullptr) {
    write_text(json, "meaning", general(type->meaning));
    write_text(json, "not_a_claim", general(type->not_a_claim));
  }
  json.end_object();
}

}  // namespace claimlint::output

namespace claimlint {

std::string review_document(const Report& report, const OutputOptions& options) {
  std::string text;
  output::JsonWriter json(text);
  json.begin_object();
  json.key("document");
  std::string document;
  output::JsonWriter document_json(document);
  output::write_document(document_json, report, options);
  json.raw(document);
  output::write_meta(json, output::Used(report), options.lexicons);
  json.key("marks");
  json.begin_array();
  const output::Places places(report, OffsetUnit::bytes);
  for (const Sentence& sentence : report.sentences) {
    if (!output::is_listed(sentence, options.sentences)) continue;
    output::write_sentence_marks(json, report, places, sentence);
  }
  json.end_array();
  json.end_object();
  return output::without_tags(text);
}

}  // namespace claimlint
