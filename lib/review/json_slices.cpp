// SPDX-License-Identifier: Apache-2.0
#include "json_slices.hpp"

#include <stdexcept>

namespace claimlint::review {
namespace {

constexpr std::size_t kMaxValue = std::size_t{1} << 30;

bool is_blank(int byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

bool ends_scalar(int byte) {
  return byte < 0 || is_blank(byte) ||
         std::string_view(",:[]{}\"").find(static_cast<char>(byte)) != std::string_view::npos;
}

}  // namespace

char JsonSlices::peek() {
  for (int byte = current(); is_blank(byte); byte = current()) {
    place_.pass(static_cast<char>(byte));
    in_.sbumpc();
  }
  const int byte = current();
  return byte < 0 ? '\0' : static_cast<char>(byte);
}

bool JsonSlices::take(char wanted) {
  if (peek() != wanted) return false;
  place_.pass(wanted);
  in_.sbumpc();
  return true;
}

std::string JsonSlices::value() {
  std::string out;
  const char first = peek();
  if (first == '{' || first == '[') {
    container(out);
  } else if (first == '"') {
    string(out);
  } else {
    scalar(out);
  }
  return out;
}

void JsonSlices::pass(std::string& out) {
  const char byte = static_cast<char>(in_.sbumpc());
  place_.pass(byte);
  out += byte;
  if (out.size() > kMaxValue) throw std::length_error("a value is larger than 1 GiB");
}

void JsonSlices::string(std::string& out) {
  pass(out);
  for (int byte = current(); byte >= 0; byte = current()) {
    pass(out);
    if (byte == '"') return;
    if (byte == '\\' && current() >= 0) pass(out);
  }
}

void JsonSlices::container(std::string& out) {
  std::size_t depth = 0;
  for (int byte = current(); byte >= 0; byte = current()) {
    if (byte == '"') {
      string(out);
      continue;
    }
    pass(out);
    if (byte == '{' || byte == '[') ++depth;
    if ((byte == '}' || byte == ']') && --depth == 0) return;
  }
}

void JsonSlices::scalar(std::string& out) {
  while (!ends_scalar(current())) pass(out);
}

}  // namespace claimlint::review
