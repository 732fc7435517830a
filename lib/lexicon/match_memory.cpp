// SPDX-License-Identifier: Apache-2.0
#include "match_memory.hpp"

#include <algorithm>

namespace claimlint::lexicon {
namespace {

constexpr std::size_t kFirstVisits = 1024;

std::size_t slot_of(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> 20U) & (slots - 1);
}

}  // namespace

void MatchMemory::insert(std::uint64_t key) {
  std::size_t slot = slot_of(key, visited_.size());
  while (visited_[slot] != 0) slot = (slot + 1) & (visited_.size() - 1);
  visited_[slot] = key;
}

void MatchMemory::grow() {
  std::vector<std::uint64_t> old(std::max(visited_.size() * 2, kFirstVisits));
  old.swap(visited_);
  for (const std::uint64_t key : old) {
    if (key != 0) insert(key);
  }
}

bool MatchMemory::enter(std::uint32_t instruction, std::uint32_t at) {
  if (!is_fresh_) {
    std::fill(visited_.begin(), visited_.end(), 0);
    visits_ = 0;
    is_fresh_ = true;
  }
  if ((visits_ + 1) * 2 > visited_.size()) grow();
  const std::uint64_t key = (std::uint64_t{instruction} << 32U | at) + 1;
  for (std::size_t slot = slot_of(key, visited_.size()); visited_[slot] != 0;
       slot = (slot + 1) & (visited_.size() - 1)) {
    if (visited_[slot] == key) return false;
  }
  insert(key);
  ++visits_;
  return true;
}

}  // namespace claimlint::lexicon
