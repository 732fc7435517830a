// SPDX-License-Identifier: Apache-2.0
// How fast a library goes over a text again and again: the audit, ICU's break iteration, or a set
// of expressions.
// usage: claimlint-peers NAME TEXT EXPRESSIONS SECONDS
//
// Form feeds part the articles of TEXT; EXPRESSIONS holds one a line. The text is gone over for so
// many seconds of CPU time, after as many to get warm. Prints bytes per second, seconds to prepare
// and a note, tabs between them. What cannot be had has 0 bytes per second, and the note says why.

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "claimlint/auditor.hpp"
#include "icu_peers.hpp"
#include "set_peers.hpp"

namespace claimlint::benchmarks {
namespace {

double cpu_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

struct Pieces {
  std::vector<std::string> pieces;  ///< gone over one at a time
  double seconds = 1;               ///< to spend, and as many before to get warm

  /// Bytes per second of CPU time.
  template <typename Work>
  [[nodiscard]] double rate(Work work) const {
    spend(work);
    return spend(work);
  }

 private:
  template <typename Work>
  double spend(Work work) const {
    const double begin = cpu_seconds();
    double bytes = 0;
    std::size_t at = 0;
    double spent = 0;
    while (spent < seconds) {
      // The clock is asked once in some kilobytes: it takes a microsecond.
      for (std::size_t some = 0; some < 8192; at = (at + 1) % pieces.size()) {
        work(pieces[at]);
        some += pieces[at].size() + 1;
        bytes += static_cast<double>(pieces[at].size() + 1);
      }
      spent = cpu_seconds() - begin;
    }
    return bytes / spent;
  }
};

void tell(double rate, double preparation, std::string_view note) {
  std::cout << rate << '\t' << preparation << '\t' << note << std::endl;
}

void run_icu(IcuIterator::Of what, const Pieces& articles) {
  IcuIterator icu(what);
  std::vector<std::u16string> utf16;
  std::size_t segments = 0;
  for (const std::string& article : articles.pieces) utf16.push_back(to_utf16(article));
  const auto number = [&](const std::string& piece) { return &piece - articles.pieces.data(); };
  const double rate = articles.rate([&](const std::string& piece) {
    segments += icu.count(std::u16string_view(utf16[static_cast<std::size_t>(number(piece))]));
  });
  tell(rate, 0, "UTF-16 made beforehand; " + std::to_string(segments) + " places in all");
}

using Make = std::function<std::unique_ptr<ExpressionSet>(const std::vector<std::string>&,
                                                          std::string& problem)>;

void run_set(const Make& make, const std::vector<std::string>& expressions, const Pieces& lines) {
  std::string problem;
  const double begin = cpu_seconds();
  const auto set = make(expressions, problem);
  const double preparation = cpu_seconds() - begin;
  if (!set) return tell(0, preparation, problem);
  std::size_t found = 0;
  const double rate = lines.rate([&](const std::string& line) { found += set->count(line); });
  tell(rate, preparation,
       std::to_string(set->size()) + " of " + std::to_string(expressions.size()) +
           " expressions taken; which of them each line holds, no places" +
           (found == 0 ? "; nothing found" : ""));
}

void run_audit(const Pieces& articles) {
  const double begin = cpu_seconds();
  const Auditor auditor(Lexicons::builtin(), {.assume_language = "en"});
  const double preparation = cpu_seconds() - begin;
  std::size_t sentences = 0;
  const double rate = articles.rate([&](const std::string& article) {
    sentences += auditor.audit(article, {.path = "article.txt"}).sentences.size();
  });
  tell(rate, preparation, std::to_string(sentences) + " sentences in all");
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// Articles, which form feeds part in the text.
std::vector<std::string> articles_of(const std::string& text) {
  std::vector<std::string> articles;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\f', at), text.size());
    if (end > at) articles.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return articles;
}

bool run(std::string_view name, const std::string& text, const std::string& expressions,
         double seconds) {
  const Pieces articles = {articles_of(text), seconds};
  const Pieces lines = {lines_of(lower(text)), seconds};
  if (name == "audit") {
    run_audit(articles);
  } else if (name == "words") {
    run_icu(IcuIterator::Of::words, articles);
  } else if (name == "sentences") {
    run_icu(IcuIterator::Of::sentences, articles);
  } else if (name == "re2") {
    run_set(make_re2_set, lines_of(expressions), lines);
  } else if (name == "hyperscan") {
    run_set(make_hyperscan, lines_of(expressions), lines);
  } else {
    return false;
  }
  return true;
}

}  // namespace
}  // namespace claimlint::benchmarks

int main(int argc, char** argv) {
  using namespace claimlint::benchmarks;
  try {
    if (argc == 5 && run(argv[1], read_file(argv[2]), read_file(argv[3]), std::stod(argv[4]))) {
      return 0;
    }
    std::cerr << "usage: claimlint-peers audit|words|sentences|re2|hyperscan TEXT EXPRESSIONS "
                 "SECONDS\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
