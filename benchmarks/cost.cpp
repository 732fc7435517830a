// SPDX-License-Identifier: Apache-2.0
// Tells what the audit of a document costs once the lexicons are loaded.
// usage: claimlint-cost [LEXICONS] <REQUESTS
//
// First prints what loading took: nanoseconds of CPU time, and the kibibytes of resident memory
// before and after. A request is a line of a number of rounds and a path; the answer is a line of
// the fewest nanoseconds of CPU time that a round took, the bytes, the sentences and the claims.
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "claimlint/auditor.hpp"
#include "claimlint/lexicons.hpp"

namespace {

std::int64_t cpu_nanoseconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

std::int64_t resident_kib() {
  std::ifstream file("/proc/self/statm");
  std::int64_t all = 0;
  std::int64_t resident = 0;
  file >> all >> resident;
  return resident * sysconf(_SC_PAGESIZE) / 1024;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

void answer(const claimlint::Auditor& auditor, int rounds, const std::string& path) {
  const std::string bytes = read_file(path);
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  std::size_t sentences = 0;
  std::size_t claims = 0;
  for (int i = 0; i < rounds; ++i) {
    const std::int64_t begin = cpu_nanoseconds();
    const claimlint::Report report = auditor.audit(bytes, {.path = path});
    fewest = std::min(fewest, cpu_nanoseconds() - begin);
    sentences = report.sentences.size();
    claims = 0;
    for (const claimlint::Sentence& sentence : report.sentences) claims += sentence.claims.size();
  }
  std::cout << fewest << ' ' << bytes.size() << ' ' << sentences << ' ' << claims << std::endl;
}

int run(int argc, char** argv) {
  using claimlint::Lexicons;
  const std::int64_t resident = resident_kib();
  const std::int64_t begin = cpu_nanoseconds();
  // Made-up texts are audited whatever language they look like.
  const claimlint::Auditor auditor(argc > 1 ? Lexicons::load(argv[1]) : Lexicons::builtin(),
                                   {.assume_language = "en"});
  std::cout << cpu_nanoseconds() - begin << ' ' << resident << ' ' << resident_kib() << std::endl;
  int rounds = 0;
  std::string path;
  while (std::cin >> rounds && std::getline(std::cin >> std::ws, path)) {
    answer(auditor, rounds, path);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
