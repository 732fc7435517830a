/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a content management system runs before it publishes an article: reads it from standard
 * input and tells on standard output what stands against it.
 *
 *     cms_hook [PATH] < article.html
 *
 * Exit code: 0 publish, 1 hold for a reviewer, 2 the hook itself failed: hold as well.
 */
#include <claimlint.h>
#include <stdio.h>
#include <stdlib.h>

enum { kPublish = 0, kHold = 1, kFailed = 2 };

/* An editor waits: half a second, and no more than a book. */
static const uint32_t kMilliseconds = 500;
static const size_t kMaxBytes = (size_t)4 << 20;

/* At most one byte more than may be audited, which is then refused. NULL on failure. */
static char* read_all(FILE* in, size_t* size) {
  char* const bytes = malloc(kMaxBytes + 1);
  if (bytes == NULL) return NULL;
  *size = fread(bytes, 1, kMaxBytes + 1, in);
  if (!ferror(in)) return bytes;
  free(bytes);
  return NULL;
}

static claimlint_auditor* make_auditor(claimlint_error** error) {
  claimlint_auditor* auditor = NULL;
  claimlint_options* const options = claimlint_options_new(error);
  claimlint_lexicons* const lexicons = options ? claimlint_lexicons_builtin(error) : NULL;
  if (lexicons != NULL) {
    claimlint_options_set_max_bytes(options, kMaxBytes);
    claimlint_options_set_max_milliseconds(options, kMilliseconds);
    auditor = claimlint_auditor_new(lexicons, options, error);
  }
  claimlint_lexicons_free(lexicons);
  claimlint_options_free(options);
  return auditor;
}

static int tell(const claimlint_report* report) {
  int decision = kPublish;
  size_t i;
  for (i = 0; i < claimlint_report_reason_count(report); ++i) {
    printf("not audited in full: %s\n", claimlint_report_reason(report, i));
    decision = kHold;
  }
  for (i = 0; i < claimlint_report_claim_count(report); ++i) {
    const claimlint_claim* const claim = claimlint_report_claim(report, i);
    claimlint_position at = {0, 0, 0, 0, 0};
    if (claimlint_claim_severity(claim) < CLAIMLINT_SEVERITY_HIGH) continue;
    claimlint_report_position(report, claimlint_claim_span(claim).begin, &at);
    printf("%zu:%zu: %s: %s\n", at.line, at.column, claimlint_claim_type(claim),
           claimlint_claim_message(claim));
    decision = kHold;
  }
  return decision;
}

int main(int count, char** arguments) {
  int decision = kFailed;
  size_t size = 0;
  claimlint_error* error = NULL;
  claimlint_auditor* const auditor = make_auditor(&error);
  char* const bytes = auditor ? read_all(stdin, &size) : NULL;
  if (bytes != NULL) {
    claimlint_source source = CLAIMLINT_SOURCE_INIT;
    claimlint_report* report;
    source.path = count > 1 ? arguments[1] : NULL;
    report = claimlint_audit(auditor, bytes, size, &source, NULL, &error);
    if (report != NULL) decision = tell(report);
    claimlint_report_free(report);
  }
  if (error != NULL) fprintf(stderr, "cms_hook: %s\n", claimlint_error_message(error));
  claimlint_error_free(error);
  free(bytes);
  claimlint_auditor_free(auditor);
  return decision;
}
