// SPDX-License-Identifier: Apache-2.0
#include "concepts.hpp"

#include <algorithm>

#include "fields.hpp"
#include "word_table.hpp"

namespace claimlint::lexicon {

void Concepts::write(std::span<const Concept> concepts, FlatWriter& out) {
  FileNames files;
  ArchiveWriter records(files);
  std::vector<std::uint64_t> ends;
  ends.reserve(concepts.size());
  for (const Concept& entry : concepts) {
    records(entry);
    ends.push_back(records.bytes().size());
  }
  StringList::write(files.names(), out);
  out.add(ends);
  out.add(records.bytes());
}

Concepts::Concepts(FlatReader& in)
    : files_(read_strings(in)),
      ends_(in.values<std::uint64_t>()),
      records_(in.text()),
      decoded_(ends_.size()) {
  if (in.is_trusted()) return;
  require(std::is_sorted(ends_.begin(), ends_.end()));
  require((ends_.empty() ? 0 : ends_.back()) == records_.size());
  for (std::size_t i = 0; i < size(); ++i) {
    ArchiveSkimmer skimmer(record(i), files_.size());
    skimmer(Concept{});
    require(skimmer.done());
  }
}

Concepts::~Concepts() {
  for (const auto& slot : decoded_) delete slot.load(std::memory_order_relaxed);
}

std::string_view Concepts::record(std::size_t index) const {
  const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
  return records_.substr(begin, ends_[index] - begin);
}

Concept Concepts::decode(std::size_t index) const {
  Concept entry;
  ArchiveReader(record(index), files_)(entry);
  return entry;
}

// Of two threads that decode the same one, the second takes what the first has put down.
const Concept& Concepts::operator[](std::size_t index) const {
  std::atomic<const Concept*>& slot = decoded_[index];
  if (const Concept* known = slot.load(std::memory_order_acquire)) return *known;
  auto made = std::make_unique<const Concept>(decode(index));
  const Concept* known = nullptr;
  if (slot.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) {
    return *made.release();
  }
  return *known;
}

}  // namespace claimlint::lexicon
