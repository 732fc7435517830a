// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "claimlint/evaluation.hpp"
#include "commands.hpp"
#include "session.hpp"

namespace claimlint::cli {

int run_eval(const Settings& settings) {
  if (settings.arguments.size() != 1) throw UsageError("eval needs one folder");
  const Evaluation evaluation = evaluate(make_auditor(settings), settings.arguments.front());
  write_evaluation(std::cout, evaluation, settings.errors);
  return kClean;
}

}  // namespace claimlint::cli
