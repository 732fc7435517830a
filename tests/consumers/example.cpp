#include <claimlint/auditor.hpp>
#include <iostream>

int main() {
  const claimlint::Auditor auditor(claimlint::Lexicons::builtin());
  const claimlint::Report report = auditor.audit("Our adjustments cure migraine for good.");
  for (const claimlint::Sentence& sentence : report.sentences)
    for (const claimlint::Claim& claim : sentence.claims)
      std::cout << claim.type << ' ' << to_string(claim.severity) << ": " << claim.message << '\n';
}
