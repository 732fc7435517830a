// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "claimlint/report.hpp"

namespace claimlint::review {

/// Totals by site and by folder.
class RollUps {
 public:
  void add(const Report& report);
  [[nodiscard]] std::vector<RollUp> sites() const { return totals_of(sites_); }
  [[nodiscard]] std::vector<RollUp> folders() const { return totals_of(folders_); }

 private:
  struct Sum {
    RollUp totals;
    double risks = 0;
    std::size_t scored = 0;
    void add(const Report& report);
  };
  using ByName = std::map<std::string, Sum>;

  static std::vector<RollUp> totals_of(const ByName& sums);

  ByName sites_;
  ByName folders_;
};

}  // namespace claimlint::review
