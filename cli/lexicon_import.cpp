// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>
#include <iterator>

#include "claimlint/vocabulary.hpp"
#include "lexicon_tasks.hpp"
#include "output_file.hpp"
#include "terminal.hpp"

namespace claimlint::cli {
namespace {

std::string read_file(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) throw std::runtime_error(path + ": " + error.message());
  if (size > kMaxImportBytes) {
    throw std::runtime_error(path + ": is larger than " + std::to_string(kMaxImportBytes >> 20) +
                             " MB: split it");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || file.bad()) throw std::runtime_error(path + ": cannot be read");
  return bytes;
}

void write_notes(const char* what, const std::vector<ImportNote>& notes) {
  for (const ImportNote& note : notes) {
    std::cerr << what << note.count << ' ' << note.reason << " (";
    for (std::size_t i = 0; i < note.examples.size(); ++i) {
      std::cerr << (i == 0 ? "" : "; ") << printable(note.examples[i]);
    }
    std::cerr << (note.count > note.examples.size() ? "; ...)\n" : ")\n");
  }
}

}  // namespace

int import_lexicon(const Settings& settings) {
  if (settings.arguments.size() != 2) throw UsageError("lexicon import takes one file");
  if (settings.import.kind.empty()) throw UsageError("lexicon import needs --kind");
  const std::string& path = settings.arguments[1];
  const std::string bytes = read_file(path);
  ImportedVocabulary imported;
  try {
    imported = import_vocabulary(bytes, path, settings.import);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  if (!settings.quiet) {
    write_notes("skipped ", imported.skipped);
    write_notes("", imported.changed);
    std::cerr << imported.entries << " concepts, " << imported.terms << " terms\n";
  }
  if (imported.entries == 0) throw std::runtime_error(path + ": holds no entry to import");
  OutputFile output(settings.output);
  output.stream() << imported.lexicon;
  output.commit();
  return kClean;
}

}  // namespace claimlint::cli
