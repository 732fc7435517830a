// SPDX-License-Identifier: Apache-2.0
#include "clusters.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "claimlint/across.hpp"
#include "like_sets.hpp"

namespace claimlint::review {
namespace {

std::string_view bytes_of(const WordSet& words) {
  return {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(words[0])};
}

/// Two sets with one hash are taken for the same set; that 64 bits are shared by chance is no
/// matter for what is a hint to reviewers.
std::uint64_t hash_of(const WordSet& words) {
  std::uint64_t hash = words.size();
  for (const std::uint64_t word : words) hash = (hash ^ word) * 0x9e3779b97f4a7c15U + (hash >> 29U);
  return hash;
}

}  // namespace

std::uint32_t Numbers::of(const std::string& name) {
  return numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
}

std::string Numbers::name(std::uint32_t number) const {
  const auto found = std::ranges::find(numbers_, number, [](const auto& n) { return n.second; });
  return found == numbers_.end() ? std::string() : found->first;
}

void Clusters::add(const Report& report) {
  ++documents_;
  Entry entry{};
  entry.document = documents_;
  entry.site = report.source.site ? sites_.of(*report.source.site) : 0;
  for (const Sentence& sentence : report.sentences) {
    for (const Claim& claim : sentence.claims) {
      if (!claim.counts()) continue;
      if (entry.path_size == 0) {
        entry.path = texts_.append(report.path);
        entry.path_size = static_cast<std::uint32_t>(report.path.size());
      }
      add(sentence, claim, entry);
    }
  }
}

void Clusters::add(const Sentence& sentence, const Claim& claim, Entry entry) {
  const WordSet words = review::words_of(sentence.text);
  entry.words_hash = hash_of(words);
  entry.words = static_cast<std::uint32_t>(words.size());
  entry.id_size = static_cast<std::uint32_t>(claim.id.size());
  entry.text_size = static_cast<std::uint32_t>(sentence.text.size());
  entry.type = types_.of(claim.type);
  entry.severity = static_cast<std::uint32_t>(claim.severity);
  entry.offset = texts_.append(bytes_of(words));
  texts_.append(claim.id);
  texts_.append(sentence.text);
  entries_.append({reinterpret_cast<const char*>(&entry), sizeof(entry)});
}

std::vector<Clusters::Entry> Clusters::read_entries() {
  std::vector<Entry> entries(entries_.size() / sizeof(Entry));
  if (!entries.empty()) {
    entries_.read(0, reinterpret_cast<char*>(entries.data()), entries_.size());
  }
  return entries;
}

WordSet Clusters::words_of(const Entry& entry) {
  WordSet words(entry.words);
  texts_.read(entry.offset, reinterpret_cast<char*>(words.data()), words.size() * sizeof(words[0]));
  return words;
}

std::string Clusters::id_of(const Entry& entry) {
  return texts_.read(entry.offset + entry.words * sizeof(WordSet::value_type), entry.id_size);
}

std::string Clusters::text_of(const Entry& entry) {
  return texts_.read(entry.offset + entry.words * sizeof(WordSet::value_type) + entry.id_size,
                     entry.text_size);
}

/// The number of the first entry in nearly the same words, for each. Those in just the same words
/// are put together before any are compared.
std::vector<std::uint32_t> Clusters::group(const std::vector<Entry>& entries) {
  std::vector<std::uint32_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    return std::tuple(entries[i].type, entries[i].words_hash, i);
  });
  std::vector<std::uint32_t> first_of(entries.size());
  std::map<std::uint32_t, std::vector<std::uint32_t>> worded;  // by type: the first of each wording
  for (std::size_t at = 0; at < order.size(); ++at) {
    const Entry& entry = entries[order[at]];
    const bool repeats = at > 0 && entries[order[at - 1]].type == entry.type &&
                         entries[order[at - 1]].words_hash == entry.words_hash;
    first_of[order[at]] = repeats ? first_of[order[at - 1]] : order[at];
    if (!repeats) worded[entry.type].push_back(order[at]);
  }
  for (auto& [type, wordings] : worded) {
    std::ranges::sort(wordings);
    group_wordings(entries, wordings, first_of);
  }
  // What repeats a wording goes where that went.
  for (std::uint32_t& first : first_of) first = first_of[first];
  return first_of;
}

void Clusters::group_wordings(const std::vector<Entry>& entries,
                              const std::vector<std::uint32_t>& wordings,
                              std::vector<std::uint32_t>& first_of) {
  LikeSets sets;
  for (const std::uint32_t i : wordings) sets.count(words_of(entries[i]));
  std::vector<std::uint32_t> kinds;
  for (const std::uint32_t i : wordings) {
    const std::size_t kind = sets.place(words_of(entries[i]));
    if (kind == kinds.size()) kinds.push_back(i);
    first_of[i] = kinds[kind];
  }
}

std::vector<Clusters::Group> Clusters::largest(const std::vector<Entry>& entries,
                                               const std::vector<std::uint32_t>& first_of) {
  std::vector<std::uint32_t> claims(entries.size(), 0);
  for (const std::uint32_t first : first_of) ++claims[first];
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (claims[i] > 1) groups.push_back({i, claims[i], id_of(entries[i])});
  }
  std::ranges::sort(groups, [](const Group& a, const Group& b) {
    return std::tie(b.claims, a.id, a.first) < std::tie(a.claims, b.id, b.first);
  });
  if (groups.size() > kMaxClusters) groups.resize(kMaxClusters);
  return groups;
}

ClaimCluster Clusters::describe(const Group& group, const Entry& first) {
  ClaimCluster cluster;
  cluster.id = group.id;
  cluster.type = types_.name(first.type);
  cluster.text = text_of(first);
  cluster.severity = Severity::none;
  cluster.claims = group.claims;
  return cluster;
}

std::vector<ClaimCluster> Clusters::find() {
  const std::vector<Entry> entries = read_entries();
  const std::vector<std::uint32_t> first_of = group(entries);
  std::vector<Members> members;
  std::unordered_map<std::uint32_t, std::size_t> slots;
  for (const Group& group : largest(entries, first_of)) {
    slots.emplace(group.first, members.size());
    members.push_back({describe(group, entries[group.first]), 0, {}});
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto slot = slots.find(first_of[i]);
    if (slot != slots.end()) add(members[slot->second], entries[i]);
  }
  std::vector<ClaimCluster> clusters;
  clusters.reserve(members.size());
  for (Members& each : members) {
    each.cluster.sites = each.sites.size();
    clusters.push_back(std::move(each.cluster));
  }
  return clusters;
}

void Clusters::add(Members& members, const Entry& entry) {
  ClaimCluster& cluster = members.cluster;
  cluster.severity = std::max(cluster.severity, static_cast<Severity>(entry.severity));
  if (entry.site != 0) members.sites.insert(entry.site);
  if (std::exchange(members.last_document, entry.document) == entry.document) return;
  ++cluster.documents;
  if (cluster.paths.size() >= kMaxClusterPaths) return;
  cluster.paths.push_back(texts_.read(entry.path, entry.path_size));
}

}  // namespace claimlint::review
