#include <claimlint.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  const char* const text = "Our adjustments cure migraine for good.";
  claimlint_lexicons* lexicons = claimlint_lexicons_builtin(NULL);
  claimlint_auditor* auditor = claimlint_auditor_new(lexicons, NULL, NULL);
  claimlint_report* report = claimlint_audit(auditor, text, strlen(text), NULL, NULL, NULL);
  size_t i;
  for (i = 0; i < claimlint_report_claim_count(report); ++i) {
    const claimlint_claim* claim = claimlint_report_claim(report, i);
    if (claimlint_claim_severity(claim) == CLAIMLINT_SEVERITY_HIGH)
      printf("%s high: %s\n", claimlint_claim_type(claim), claimlint_claim_message(claim));
  }
  claimlint_report_free(report);
  claimlint_auditor_free(auditor);
  claimlint_lexicons_free(lexicons);
  return 0;
}
