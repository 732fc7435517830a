// SPDX-License-Identifier: Apache-2.0
#include <hs/hs.h>

#include "set_peers.hpp"

namespace claimlint::benchmarks {
namespace {

constexpr unsigned kFlags = HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY;

struct Free {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};

using Database = std::unique_ptr<hs_database_t, Free>;
using Scratch = std::unique_ptr<hs_scratch_t, Free>;
using Error = std::unique_ptr<hs_compile_error_t, Free>;

bool is_taken(const std::string& expression) {
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const bool taken = hs_compile(expression.c_str(), kFlags, HS_MODE_BLOCK, nullptr, &database,
                                &error) == HS_SUCCESS;
  const Database held(database);
  const Error told(error);
  return taken;
}

int count_one(unsigned /*id*/, unsigned long long /*from*/, unsigned long long /*to*/,
              unsigned /*flags*/, void* context) {
  ++*static_cast<std::size_t*>(context);
  return 0;
}

class Hyperscan : public ExpressionSet {
 public:
  Hyperscan(Database database, Scratch scratch, std::size_t size)
      : database_(std::move(database)), scratch_(std::move(scratch)), size_(size) {}

  std::size_t count(std::string_view line) override {
    std::size_t found = 0;
    hs_scan(database_.get(), line.data(), static_cast<unsigned>(line.size()), 0, scratch_.get(),
            count_one, &found);
    return found;
  }

  [[nodiscard]] std::size_t size() const override { return size_; }

 private:
  Database database_;
  Scratch scratch_;
  std::size_t size_;
};

}  // namespace

std::unique_ptr<ExpressionSet> make_hyperscan(const std::vector<std::string>& expressions,
                                              std::string& problem) {
  std::vector<const char*> taken;
  for (const std::string& expression : expressions) {
    if (is_taken(expression)) taken.push_back(expression.c_str());
  }
  const std::vector<unsigned> flags(taken.size(), kFlags);
  std::vector<unsigned> ids(taken.size());
  for (unsigned i = 0; i < ids.size(); ++i) ids[i] = i;
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  hs_scratch_t* scratch = nullptr;
  if (hs_compile_multi(taken.data(), flags.data(), ids.data(), static_cast<unsigned>(taken.size()),
                       HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS) {
    problem = Error(error)->message;
    return nullptr;
  }
  Database held(database);
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
    problem = "no scratch memory";
    return nullptr;
  }
  return std::make_unique<Hyperscan>(std::move(held), Scratch(scratch), taken.size());
}

}  // namespace claimlint::benchmarks
