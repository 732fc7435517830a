// SPDX-License-Identifier: Apache-2.0
// A crawler's filter: of each page that comes in, whether it is worth keeping for a reviewer.
//
//     crawl_filter < pages
//
// A page comes as a line "URL BYTES" and as many bytes. For each a line goes out: `keep`, `drop` or
// `retry` (it was not audited in full), its risk, how many claims count, and its URL.
#include <charconv>
#include <chrono>
#include <claimlint/auditor.hpp>
#include <cstddef>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

// A crawler meets everything: no page may hold up the others.
constexpr claimlint::AuditLimits kLimits = {
    .bytes = std::size_t{8} << 20, .sentences = 20'000, .time = std::chrono::seconds(5)};
// What is larger is no page but a broken header.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

struct Page {
  std::string url;
  std::string bytes;
};

/// Null at the end; an exception where what comes in is not as it must be.
std::optional<Page> next_page(std::istream& in) {
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  const std::size_t blank = line.rfind(' ');
  std::size_t size = 0;
  const char* const end = line.data() + line.size();
  if (blank == std::string::npos ||
      std::from_chars(line.data() + blank + 1, end, size).ptr != end || size > kMostBytes) {
    throw std::runtime_error("no \"URL BYTES\": " + line);
  }
  Page page{line.substr(0, blank), std::string(size, '\0')};
  if (!in.read(page.bytes.data(), static_cast<std::streamsize>(size))) {
    throw std::runtime_error("the page ends early: " + page.url);
  }
  return page;
}

const char* decide(const claimlint::Report& report) {
  if (report.score && report.score->claims > 0) return "keep";
  return report.status == claimlint::Status::audited ? "drop" : "retry";
}

void filter(std::istream& in, std::ostream& out) {
  const claimlint::Auditor auditor(claimlint::Lexicons::builtin(), {.limits = kLimits});
  while (const std::optional<Page> page = next_page(in)) {
    claimlint::Source source{.path = page->url};
    source.origin.url = page->url;
    const claimlint::Report report = auditor.audit(page->bytes, source);
    const claimlint::Score score = report.score.value_or(claimlint::Score());
    out << decide(report) << '\t' << score.risk << '\t' << score.claims << '\t' << page->url
        << std::endl;
  }
}

}  // namespace

int main() {
  try {
    filter(std::cin, std::cout);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "crawl_filter: " << error.what() << '\n';
    return 2;
  }
}
