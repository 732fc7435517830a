// SPDX-License-Identifier: Apache-2.0
#include <re2/set.h>

#include <cstdint>

#include "set_peers.hpp"

namespace claimlint::benchmarks {
namespace {

// Less, and the states of many expressions with gaps are thrown away over and over.
constexpr std::int64_t kMemory = std::int64_t{512} << 20;

class Re2Set : public ExpressionSet {
 public:
  explicit Re2Set(const RE2::Options& options) : set_(options, RE2::UNANCHORED) {}

  bool add_all(const std::vector<std::string>& expressions) {
    for (const std::string& expression : expressions) {
      if (set_.Add(expression, nullptr) >= 0) ++size_;
    }
    return set_.Compile();
  }

  std::size_t count(std::string_view line) override {
    found_.clear();
    set_.Match({line.data(), line.size()}, &found_);
    return found_.size();
  }

  [[nodiscard]] std::size_t size() const override { return size_; }

 private:
  RE2::Set set_;
  std::size_t size_ = 0;
  std::vector<int> found_;
};

}  // namespace

std::unique_ptr<ExpressionSet> make_re2_set(const std::vector<std::string>& expressions,
                                            std::string& problem) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(kMemory);
  options.set_never_capture(true);
  auto set = std::make_unique<Re2Set>(options);
  if (set->add_all(expressions)) return set;
  problem = "RE2::Set does not compile within " + std::to_string(kMemory >> 20) + " MiB";
  return nullptr;
}

}  // namespace claimlint::benchmarks
