// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <istream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "claimlint/decisions.hpp"
#include "text/digest.hpp"

namespace claimlint {
namespace {

using Json = nlohmann::json;
using Id = std::pair<std::uint64_t, std::uint64_t>;

constexpr std::size_t kHalfId = 16;

std::optional<std::uint64_t> read_half(std::string_view digits) {
  std::uint64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value, 16);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::optional<Id> read_id(std::string_view text) {
  if (text.size() != 2 * kHalfId) return std::nullopt;
  const auto high = read_half(text.substr(0, kHalfId));
  const auto low = read_half(text.substr(kHalfId));
  if (!high || !low) return std::nullopt;
  return Id{*high, *low};
}

/// Picks the ids of claims out of a report as it is read, and keeps nothing else of it.
class ClaimIds final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }

  bool boolean(bool value) override {
    if (in_claim() && key_ == "unsupported") unsupported_ = value;
    return true;
  }

  bool string(string_t& value) override {
    if (in_claim() && key_ == "id") id_ = value;
    if (in_veto() && key_ == "reason") veto_ = value;
    return true;
  }

  bool key(string_t& value) override {
    key_ = value;
    is_report_ |= path_.size() == 1 && (key_ == "documents" || key_ == "kind");
    return true;
  }

  bool start_object(std::size_t /*size*/) override {
    // What stands in a list has the list's name.
    path_.push_back(key_);
    if (in_claim()) {
      id_.clear();
      veto_.clear();
      unsupported_ = false;
    }
    return true;
  }

  bool end_object() override {
    if (in_claim()) keep();
    return end_container();
  }

  bool start_array(std::size_t /*size*/) override {
    path_.push_back(key_);
    return true;
  }

  bool end_array() override { return end_container(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    throw std::runtime_error("this is no JSON report: byte " + std::to_string(position) +
                             " is not what it should be");
  }

  [[nodiscard]] bool is_report() const { return is_report_; }
  std::vector<Id> take() { return std::move(ids_); }

 private:
  bool end_container() {
    key_ = path_.back();
    path_.pop_back();
    return true;
  }

  /// Directly within an object of a list called `claims`.
  [[nodiscard]] bool in_claim() const { return ends_with({"claims", "claims"}); }
  [[nodiscard]] bool in_veto() const { return ends_with({"claims", "claims", "vetoed"}); }

  [[nodiscard]] bool ends_with(std::initializer_list<std::string_view> names) const {
    return path_.size() > names.size() &&
           std::equal(names.begin(), names.end(), path_.end() - static_cast<long>(names.size()));
  }

  /// Only what was counted, or was in the baseline of that audit in its turn: what was vetoed or
  /// supported then and counts now is news.
  void keep() {
    if (!unsupported_ || !(veto_.empty() || veto_ == "baseline")) return;
    if (const std::optional<Id> id = read_id(id_)) ids_.push_back(*id);
  }

  std::vector<std::string> path_;  ///< the keys under which what is open stands
  std::string key_;
  std::string id_;
  std::string veto_;
  bool unsupported_ = false;
  bool is_report_ = false;
  std::vector<Id> ids_;
};

}  // namespace

Baseline::Baseline(std::vector<Id> ids) : ids_(std::move(ids)) {
  std::ranges::sort(ids_);
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  ids_.shrink_to_fit();
}

Baseline Baseline::read(std::istream& report) {
  ClaimIds ids;
  while ((report >> std::ws) && report.peek() != std::istream::traits_type::eof()) {
    Json::sax_parse(report, &ids, Json::input_format_t::json, false);
  }
  if (!ids.is_report()) throw std::runtime_error("this is no report in the format json or jsonl");
  return Baseline(ids.take());
}

bool Baseline::contains(std::string_view claim) const {
  const std::optional<Id> id = read_id(claim);
  return id && std::ranges::binary_search(ids_, *id);
}

std::string Baseline::sha256() const {
  std::string all;
  for (const auto& [high, low] : ids_) {
    all.append(std::to_string(high)).append(1, ' ').append(std::to_string(low)).append(1, '\n');
  }
  return text::sha256(all);
}

}  // namespace claimlint
