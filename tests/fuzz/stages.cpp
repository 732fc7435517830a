// SPDX-License-Identifier: Apache-2.0
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "input/input.hpp"
#include "text/text.hpp"

// For each file one line: bytes, milliseconds of reading and of cutting, sentences, status. They
// are those of the processor: the clock on the wall would count what else the machine does.

namespace {

double milliseconds_since(std::clock_t begin) {
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void measure(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::clock_t begin = std::clock();
  claimlint::input::Reading reading = claimlint::input::read(bytes, path, {}, "en");
  const double read = milliseconds_since(begin);
  const std::clock_t middle = std::clock();
  const auto document = claimlint::text::segment(std::move(reading.text), {});
  const double cut = milliseconds_since(middle);
  std::cout << path << '\t' << bytes.size() << '\t' << read << '\t' << cut << '\t'
            << document.sentences.size() << '\t' << claimlint::to_string(reading.status);
  for (const std::string& reason : reading.reasons) std::cout << ' ' << reason;
  std::cout << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) measure(arguments[i]);
}
