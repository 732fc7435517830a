// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "entries.hpp"
#include "lexicon/compiled.hpp"
#include "lexicon_access.hpp"
#include "names.hpp"
#include "text/decode.hpp"
#include "variants.hpp"
#include "write.hpp"

namespace claimlint {
namespace vocabulary {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"anatomy", "condition", "treatment", "provider",
                                                 "ordinary"};

struct Format {
  std::string_view name;
  std::vector<std::string_view> extensions;
  std::vector<Entry> (*read)(Reading& reading);
};

const std::array<Format, 4>& formats() {
  static const std::array<Format, 4> table{{{"csv", {".csv"}, read_csv},
                                            {"jsonl", {".jsonl", ".ndjson"}, read_jsonl},
                                            {"obo", {".obo"}, read_obo},
                                            {"tsv", {".tsv", ".tab"}, read_tsv}}};
  return table;
}

const Format& find_format(const ImportOptions& options, std::string_view name) {
  const std::string extension = std::filesystem::path(name).extension().string();
  const auto found = std::ranges::find_if(formats(), [&](const Format& format) {
    if (options.format) return format.name == *options.format;
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
  });
  if (found == formats().end()) {
    throw std::invalid_argument(
        options.format ? "no vocabulary format is called '" + *options.format + "'"
                       : std::string(name) + ": the format of the vocabulary has to be given");
  }
  return *found;
}

void require_kind(const std::string& kind) {
  if (std::ranges::find(kKinds, kind) != kKinds.end()) return;
  throw std::invalid_argument("'" + kind +
                              "' is no kind of vocabulary; known are: anatomy, condition, "
                              "treatment, provider, ordinary");
}

/// `condition.doid-1234` of "DOID:1234".
std::string concept_id(const ImportOptions& options, const std::string& id) {
  std::string slug = options.kind + ".";
  if (!options.prefix.empty()) slug += options.prefix + "-";
  const std::size_t begin = slug.size();
  for (const char c : id) {
    const bool keeps = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    if (keeps) slug += c;
    if ('A' <= c && c <= 'Z') slug += static_cast<char>(c + ('a' - 'A'));
    if (!keeps && !('A' <= c && c <= 'Z') && slug.back() != '-' && slug.size() > begin) slug += '-';
  }
  if (slug.ends_with('-')) slug.pop_back();
  return slug;
}

class Importer {
 public:
  Importer(const ImportOptions& options, Problems& problems, Notes& skipped, Notes& changed)
      : options_(options),
        problems_(problems),
        skipped_(skipped),
        changed_(changed),
        lexicons_(Lexicons::builtin()),
        filter_(options, compiled_of(lexicons_), skipped, changed) {}

  std::vector<WrittenConcept> run(std::vector<Entry> entries) {
    check(entries);
    problems_.throw_if_any();
    std::vector<WrittenConcept> concepts;
    concepts.reserve(entries.size());
    for (Entry& entry : entries) {
      concepts.push_back({concept_id(options_, entry.id), entry.id, {}, {}, xrefs_of(entry)});
    }
    // Names before synonyms before variants: who is called so has the better claim to a term.
    for (std::size_t i = 0; i < entries.size(); ++i)
      take(entries[i], entries[i].name, i, concepts[i]);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      for (const Name& synonym : entries[i].synonyms) take(entries[i], synonym, i, concepts[i]);
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) add_variants(i, concepts[i]);
    std::erase_if(concepts, [&](const WrittenConcept& entry) { return is_empty(entry); });
    std::ranges::sort(concepts, {}, &WrittenConcept::id);
    return concepts;
  }

 private:
  void check(const std::vector<Entry>& entries) {
    std::unordered_map<std::string, Place> seen;
    for (const Entry& entry : entries) {
      const std::string id = concept_id(options_, entry.id);
      if (id.ends_with('.'))
        problems_.add(entry.at, "id '" + excerpt(entry.id) + "' has no letter or digit");
      const auto [first, added] = seen.try_emplace(id, entry.at);
      if (!added) {
        problems_.add(entry.at, "id '" + excerpt(entry.id) + "' is given twice, first at " +
                                    problems_.to_text(first->second));
      }
      check(entry.name);
      for (const Name& synonym : entry.synonyms) check(synonym);
    }
  }

  void check(const Name& name) {
    if (!has_words(name.text)) {
      problems_.add(name.at,
                    "'" + excerpt(name.text) + "' has no letter or digit and matches nothing");
    }
  }

  static std::vector<std::string> xrefs_of(Entry& entry) {
    std::vector<std::string> xrefs = std::move(entry.xrefs);
    std::erase_if(xrefs, [](const std::string& xref) { return xref.empty(); });
    xrefs.push_back(entry.id);
    std::ranges::sort(xrefs);
    xrefs.erase(std::unique(xrefs.begin(), xrefs.end()), xrefs.end());
    return xrefs;
  }

  void take(const Entry& of, const Name& name, std::size_t entry, WrittenConcept& into) {
    std::optional<Term> term = filter_.accept(name.text, of.name.text);
    if (!term) return;
    if (!owns(*term, entry)) return skipped_.add("a name of another entry", name.text);
    add(*std::move(term), into);
  }

  // A term that an entry has already is no news and no loss.
  bool owns(const Term& term, std::size_t entry) {
    return owners_.try_emplace(owner_key(term), entry).first->second == entry;
  }

  static std::string owner_key(const Term& term) { return (term.upper ? "^" : "") + term.key; }

  static void add(Term term, WrittenConcept& into) {
    auto& list = term.upper ? into.upper : into.terms;
    const auto same =
        std::ranges::find_if(list, [&](const std::string& text) { return text == term.text; });
    if (same == list.end()) list.push_back(std::move(term.text));
  }

  void add_variants(std::size_t entry, WrittenConcept& into) {
    const std::size_t count = into.terms.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Term term{into.terms[i], key_of(into.terms[i]), false};
      for (Term& variant : filter_.variants(term)) {
        if (owners_.contains(variant.key)) continue;
        changed_.add("added: another spelling, order, number or the singular", variant.text);
        owners_.emplace(variant.key, entry);
        into.terms.push_back(std::move(variant.text));
      }
    }
  }

  bool is_empty(const WrittenConcept& entry) {
    if (!entry.terms.empty() || !entry.upper.empty()) return false;
    skipped_.add("an entry of which no name was left", entry.id);
    return true;
  }

  const ImportOptions& options_;
  Problems& problems_;
  Notes& skipped_;
  Notes& changed_;
  Lexicons lexicons_;
  NameFilter filter_;
  std::unordered_map<std::string, std::size_t> owners_;
};

/// Where bytes that are no UTF-8 stand.
void check_utf8(std::string_view bytes, const text::Decoded& decoded, Problems& problems) {
  std::size_t line = 1;
  std::size_t begin = 0;
  for (const Span& bad : decoded.replaced) {
    for (std::size_t end = bytes.find('\n', begin); end < bad.begin;
         end = bytes.find('\n', begin)) {
      begin = end + 1;
      ++line;
    }
    problems.add({line, bad.begin - begin + 1}, "bytes that are no UTF-8");
  }
}

}  // namespace
}  // namespace vocabulary

ImportedVocabulary import_vocabulary(std::string_view bytes, std::string_view name,
                                     const ImportOptions& options) {
  using namespace vocabulary;
  require_kind(options.kind);
  const Format& format = find_format(options, name);
  Problems problems(name);
  if (bytes.size() > kMaxImportBytes) {
    problems.add({}, "is larger than " + std::to_string(kMaxImportBytes >> 20) + " MB: split it");
  }
  problems.throw_if_any();
  const text::Decoded decoded = text::decode(bytes);
  check_utf8(bytes, decoded, problems);
  problems.throw_if_any();

  Notes skipped;
  Notes changed;
  Reading reading{decoded.utf8, options, problems, skipped};
  std::vector<Entry> entries = format.read(reading);
  const std::vector<WrittenConcept> concepts =
      Importer(options, problems, skipped, changed).run(std::move(entries));
  ImportedVocabulary imported;
  imported.entries = concepts.size();
  for (const WrittenConcept& entry : concepts) {
    imported.terms += entry.terms.size() + entry.upper.size();
  }
  if (!concepts.empty()) imported.lexicon = write_lexicon(concepts, options.kind, name, bytes);
  imported.skipped = std::move(skipped).take();
  imported.changed = std::move(changed).take();
  return imported;
}

}  // namespace claimlint
