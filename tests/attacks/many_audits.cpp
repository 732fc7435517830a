// SPDX-License-Identifier: Apache-2.0
// Audits many made-up articles in one process and tells what memory it holds meanwhile.
// usage: claimlint-many-audits COUNT SEED FILE...
//
// Articles are a few sentences of the files each, in any order, with words of their own, as text,
// HTML or Markdown; every hundredth is noise. Prints lines of audits, seconds of processor time and
// kibibytes of resident memory. Ends with 1 where the most of the last half is more than kGrowth
// above the most of the half before it: what is looked up for the first time stays in memory, so
// that the beginning grows.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"

namespace {

constexpr std::size_t kLines = 40;
constexpr double kGrowth = 1.10;

double cpu_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::int64_t resident_kib() {
  std::ifstream file("/proc/self/statm");
  std::int64_t all = 0;
  std::int64_t resident = 0;
  file >> all >> resident;
  return resident * sysconf(_SC_PAGESIZE) / 1024;
}

std::vector<std::string> sentences_of(const std::vector<std::string>& files) {
  std::vector<std::string> sentences;
  for (const std::string& name : files) {
    std::ifstream file(name);
    if (!file) throw std::runtime_error("cannot read " + name);
    for (std::string line; std::getline(file, line);) {
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(". ", at), line.size() - 1) + 1;
        sentences.push_back(line.substr(at, end - at));
        at = end + 1;
      }
    }
  }
  if (sentences.empty()) throw std::runtime_error("the files hold no sentences");
  return sentences;
}

/// Articles of which hardly two are the same.
class Articles {
 public:
  Articles(std::vector<std::string> sentences, std::uint64_t seed)
      : sentences_(std::move(sentences)), chance_(seed) {}

  std::string next() {
    constexpr std::array<std::string_view, 3> kBreaks{"\n\n", "\n<p>", "\n\n- "};
    if (below(100) == 0) return noise();
    const std::string_view paragraph = kBreaks.at(format_ = below(kBreaks.size()));
    std::string article(paragraph);
    for (std::size_t left = 2 + below(6); left > 0; --left) {
      article.append(sentences_[below(sentences_.size())]).append(" ");
      if (below(3) == 0) article += word() + " ";
      if (below(3) == 0) article += paragraph;
    }
    return article;
  }

  /// Of the last one.
  [[nodiscard]] std::string_view format() const {
    return std::array<std::string_view, 3>{"text", "html", "markdown"}.at(format_);
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance_);
  }

  std::string word() {
    std::string word;
    for (std::size_t left = 2 + below(9); left > 0; --left) {
      word += static_cast<char>('a' + below(26));
    }
    return word;
  }

  std::string noise() {
    std::string bytes(below(400), '\0');
    for (char& byte : bytes) byte = static_cast<char>(below(256));
    return bytes;
  }

  std::vector<std::string> sentences_;
  std::mt19937_64 chance_;
  std::size_t format_ = 0;
};

std::vector<std::int64_t> audit_all(std::size_t count, Articles& articles) {
  const claimlint::Auditor auditor(claimlint::Lexicons::builtin(), {.assume_language = "en"});
  std::vector<std::int64_t> memory;
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  for (std::size_t line = 1; line <= kLines; ++line) {
    for (std::size_t i = count * (line - 1) / kLines; i < count * line / kLines; ++i) {
      const std::string article = articles.next();
      bytes += article.size();
      const std::string format(articles.format());
      sentences += auditor.audit(article, {.path = "a", .format = format}).sentences.size();
    }
    memory.push_back(resident_kib());
    std::cout << count * line / kLines << ' ' << cpu_seconds() << ' ' << memory.back() << std::endl;
  }
  std::cout << bytes << " bytes, " << sentences << " sentences\n";
  return memory;
}

int run(const std::vector<std::string>& arguments) {
  const std::vector<std::string> files(arguments.begin() + 2, arguments.end());
  Articles articles(sentences_of(files), std::stoull(arguments[1]));
  const std::vector<std::int64_t> memory = audit_all(std::stoul(arguments[0]), articles);
  const auto middle = memory.begin() + kLines / 2;
  const auto before = static_cast<double>(*std::max_element(memory.begin(), middle));
  const auto after = static_cast<double>(*std::max_element(middle, memory.end()));
  std::cout << "most memory of the last half, against the first: " << after / before << '\n';
  return after <= before * kGrowth ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 4) throw std::runtime_error("usage: claimlint-many-audits COUNT SEED FILE...");
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
