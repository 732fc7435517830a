/* SPDX-License-Identifier: Apache-2.0 */
#include <claimlint.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "does not hold: %s\n", what);
  ++failures;
}

static int same(const char* a, const char* b) { return a && b && strcmp(a, b) == 0; }

static const char* const kText =
    "The atlas joins the skull to the neck.\nOur caf\xC3\xA9 \xF0\x9F\x98\x80 cures migraine.";

static claimlint_report* audit(const claimlint_auditor* auditor, const char* text) {
  return claimlint_audit(auditor, text, strlen(text), NULL, NULL, NULL);
}

static const claimlint_claim* claim_of_type(const claimlint_report* report, const char* type) {
  size_t i;
  for (i = 0; i < claimlint_report_claim_count(report); ++i) {
    const claimlint_claim* const claim = claimlint_report_claim(report, i);
    if (same(claimlint_claim_type(claim), type)) return claim;
  }
  return NULL;
}

static void test_claim(const claimlint_report* report) {
  const claimlint_claim* const cure = claim_of_type(report, "efficacy.cure");
  const claimlint_span span = claimlint_claim_span(cure);
  claimlint_position at;
  check(cure != NULL, "the cure is found");
  check(span.end - span.begin == strlen("cures") &&
            strncmp(kText + span.begin, "cures", strlen("cures")) == 0,
        "a span is bytes of what was audited");
  check(claimlint_claim_severity(cure) == CLAIMLINT_SEVERITY_HIGH, "a cure is grave");
  check(claimlint_claim_counts(cure), "an unsupported claim counts");
  check(strlen(claimlint_claim_id(cure)) == 32, "a claim has an id");
  check(strncmp(claimlint_claim_rule(cure), "efficacy.cure.", 14) == 0, "a claim has its rule");
  check(strstr(claimlint_claim_message(cure), "migraine") != NULL, "a message names the condition");
  check(strlen(claimlint_claim_instead(cure)) > 0, "a claim has a safer wording");
  check(claimlint_report_position(report, span.begin, &at), "a place is known");
  check(at.byte == span.begin && at.line == 2 && at.column == 12 && at.utf16 + 3 == at.byte &&
            at.code_point + 4 == at.byte,
        "a place is given in all units");
}

static void test_report(const claimlint_auditor* auditor) {
  claimlint_report* const report = audit(auditor, kText);
  const claimlint_sentence* const second = claimlint_report_sentence(report, 1);
  check(claimlint_report_status(report) == CLAIMLINT_AUDITED, "it is audited");
  check(claimlint_report_reason_count(report) == 0, "with no reason why not");
  check(claimlint_report_risk(report) > 0, "it has a risk");
  check(claimlint_report_band(report) == CLAIMLINT_BAND_HIGH, "a cure is of the high band");
  check(claimlint_report_sentence_count(report) == 2, "there are two sentences");
  check(claimlint_sentence_line(second) == 2 && claimlint_sentence_column(second) == 1,
        "a sentence has its line and column");
  check(same(claimlint_sentence_text(second), strchr(kText, '\n') + 1), "and its text");
  check(claimlint_sentence_span(second).end == strlen(kText), "and its place");
  check(claimlint_sentence_claim_count(second) > 0 && claimlint_sentence_claim(second, 0) != NULL,
        "and claims");
  test_claim(report);
  claimlint_report_free(report);
}

static void test_formats(const claimlint_auditor* auditor) {
  claimlint_source source = CLAIMLINT_SOURCE_INIT;
  claimlint_error* error = NULL;
  claimlint_report* report;
  char* json;
  char* sarif;
  source.path = "a.html";
  source.url = "https://example.org/a";
  report = claimlint_audit(auditor, "<p>It cures <b>mi</b>graine.", 28, &source, NULL, &error);
  check(report != NULL && error == NULL, "a page is audited");
  json = claimlint_report_json(report, &error);
  check(json && strncmp(json, "{\"kind\":\"document\",\"schema\":1,", 30) == 0, "JSON is schema 1");
  check(json && strstr(json, "\"format\":\"html\"") && strstr(json, "https://example.org/a"),
        "what is known of a source is told");
  check(json && strchr(json, '\n') == NULL, "it is one line");
  sarif = claimlint_report_write(report, "sarif", &error);
  check(sarif && strstr(sarif, "2.1.0") && error == NULL, "other formats are written");
  check(claimlint_report_write(report, "runes", &error) == NULL, "unknown ones are not");
  check(claimlint_error_code(error) == CLAIMLINT_INVALID_ARGUMENT, "that is an error");
  check(strstr(claimlint_error_message(error), "runes") != NULL, "which says what it is about");
  claimlint_error_free(error);
  claimlint_string_free(json);
  claimlint_string_free(sarif);
  claimlint_report_free(report);
}

/* A host that was compiled when a source had fewer members. */
static void test_older_source(const claimlint_auditor* auditor) {
  claimlint_source source = CLAIMLINT_SOURCE_INIT;
  claimlint_report* report;
  char* json;
  source.size = offsetof(claimlint_source, language);
  source.format = "html";
  source.url = (const char*)1; /* what may stand behind */
  report = claimlint_audit(auditor, "<p>x", 4, &source, NULL, NULL);
  json = claimlint_report_json(report, NULL);
  check(json && strstr(json, "\"format\":\"html\"") && strstr(json, "\"url\":null"),
        "members behind the size of a source are not read");
  claimlint_string_free(json);
  claimlint_report_free(report);
}

static void test_limits(const claimlint_lexicons* lexicons) {
  claimlint_options* const options = claimlint_options_new(NULL);
  claimlint_cancel* const cancel = claimlint_cancel_new(NULL);
  claimlint_auditor* auditor;
  claimlint_report* report;
  check(claimlint_options_set_max_sentences(options, 1) == CLAIMLINT_OK, "a limit is set");
  auditor = claimlint_auditor_new(lexicons, options, NULL);
  claimlint_options_free(options);
  report = audit(auditor, kText);
  check(claimlint_report_status(report) == CLAIMLINT_PARTIAL, "what is left out is told");
  check(same(claimlint_report_reason(report, 0), "budget"), "and why");
  claimlint_report_free(report);
  claimlint_cancel_request(cancel);
  report = claimlint_audit(auditor, kText, strlen(kText), NULL, cancel, NULL);
  check(claimlint_report_status(report) == CLAIMLINT_NOT_AUDITED, "an audit can be cancelled");
  check(same(claimlint_report_reason(report, 0), "cancelled"), "which its report says");
  check(claimlint_report_risk(report) < 0, "then there is no risk");
  claimlint_report_free(report);
  claimlint_cancel_free(cancel);
  claimlint_auditor_free(auditor);
}

static void test_errors(const claimlint_lexicons* lexicons) {
  claimlint_error* error = NULL;
  claimlint_options* const options = claimlint_options_new(&error);
  check(error == NULL, "success sets no error");
  claimlint_options_add_jurisdiction(options, "atlantis");
  check(claimlint_auditor_new(lexicons, options, &error) == NULL, "an unknown jurisdiction");
  check(claimlint_error_code(error) == CLAIMLINT_INVALID_ARGUMENT, "is an invalid argument");
  claimlint_error_free(error);
  check(claimlint_options_set_line_breaks(options, (claimlint_line_breaks)9) ==
            CLAIMLINT_INVALID_ARGUMENT,
        "so are line breaks that do not exist");
  claimlint_options_free(options);
  check(claimlint_lexicons_load("no-such-folder", NULL, &error) == NULL, "a missing folder");
  check(claimlint_error_code(error) == CLAIMLINT_LEXICON, "is an error of lexicons");
  check(claimlint_error_problem_count(error) > 0 && claimlint_error_problem(error, 0) != NULL,
        "that lists its problems");
  claimlint_error_free(error);
}

static void test_null(void) {
  claimlint_error* error = NULL;
  claimlint_position at;
  check(claimlint_audit(NULL, "x", 1, NULL, NULL, &error) == NULL, "no auditor");
  check(claimlint_error_code(error) == CLAIMLINT_INVALID_ARGUMENT, "is an invalid argument");
  claimlint_error_free(error);
  check(claimlint_auditor_new(NULL, NULL, NULL) == NULL, "no lexicons");
  check(claimlint_lexicons_load(NULL, NULL, NULL) == NULL, "no folder");
  check(claimlint_report_json(NULL, NULL) == NULL, "no report");
  check(claimlint_options_set_rules_only(NULL, 1) == CLAIMLINT_INVALID_ARGUMENT, "no options");
  check(claimlint_report_status(NULL) == CLAIMLINT_NOT_AUDITED, "what is not there is not audited");
  check(claimlint_report_sentence(NULL, 0) == NULL && claimlint_report_claim(NULL, 0) == NULL &&
            claimlint_sentence_claim(NULL, 0) == NULL,
        "there is nothing in nothing");
  check(claimlint_claim_id(NULL) == NULL && claimlint_sentence_text(NULL) == NULL &&
            claimlint_claim_span(NULL).end == 0 && !claimlint_report_position(NULL, 0, &at),
        "and nothing to tell of it");
  check(claimlint_error_code(NULL) == CLAIMLINT_OK, "no error is no failure");
  claimlint_cancel_request(NULL);
  claimlint_cancel_free(NULL);
  claimlint_options_free(NULL);
  claimlint_report_free(NULL);
  claimlint_auditor_free(NULL);
  claimlint_lexicons_free(NULL);
  claimlint_error_free(NULL);
  claimlint_string_free(NULL);
}

static void test_empty(const claimlint_auditor* auditor) {
  claimlint_report* const report = claimlint_audit(auditor, NULL, 0, NULL, NULL, NULL);
  check(claimlint_report_status(report) == CLAIMLINT_NOT_AUDITED, "an empty article has no text");
  check(same(claimlint_report_reason(report, 0), "no_text"), "which is the reason");
  check(claimlint_report_reason(report, 1) == NULL, "and the only one");
  claimlint_report_free(report);
}

int main(void) {
  claimlint_error* error = NULL;
  claimlint_lexicons* const lexicons = claimlint_lexicons_builtin(&error);
  claimlint_auditor* const auditor = claimlint_auditor_new(lexicons, NULL, &error);
  check(error == NULL && auditor != NULL, "an auditor is made");
  check(strlen(claimlint_lexicons_sha256(lexicons)) == 64, "lexicons have a hash");
  check(strlen(claimlint_version()) >= strlen("0.1.0"), "the library has a version");
  test_errors(lexicons);
  test_limits(lexicons);
  claimlint_lexicons_free(lexicons);
  test_report(auditor);
  test_formats(auditor);
  test_older_source(auditor);
  test_empty(auditor);
  test_null();
  claimlint_auditor_free(auditor);
  if (failures == 0) puts("all holds");
  return failures == 0 ? 0 : 1;
}
