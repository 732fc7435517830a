/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLAIMLINT_H
#define CLAIMLINT_H

#include <stddef.h>
#include <stdint.h>

/**
 * @file
 * claimlint from C, and from whatever speaks C. C11, stable: what is here stays, as
 * docs/embedding.md says.
 *
 *     claimlint_lexicons* lexicons = claimlint_lexicons_builtin(NULL);
 *     claimlint_auditor* auditor = claimlint_auditor_new(lexicons, NULL, NULL);
 *     claimlint_report* report = claimlint_audit(auditor, text, size, NULL, NULL, NULL);
 *     char* json = claimlint_report_json(report, NULL);
 *     puts(json);
 *     claimlint_string_free(json);
 *     claimlint_report_free(report);
 *     claimlint_auditor_free(auditor);
 *     claimlint_lexicons_free(lexicons);
 *
 * **Errors.** What can fail takes a `claimlint_error**` last. It may be NULL. Else it is set: to
 * NULL on success, to an error that the caller frees otherwise. A function that gives a handle or a
 * string gives NULL on failure. The content of an article is never an error: what could not be
 * audited says so in its report.
 *
 * **Memory.** A handle is freed by the function of its name, in any order: an auditor keeps the
 * lexicons it was made of. A `char*` belongs to the caller, who frees it with
 * claimlint_string_free(). A `const char*`, and a sentence or a claim, belongs to the handle it was
 * asked of and lives as long as that. Strings are UTF-8 and end with NUL. What the caller passes is
 * copied, or read only during the call.
 *
 * **NULL.** Every handle may be NULL: then functions that can fail fail with
 * CLAIMLINT_INVALID_ARGUMENT, freeing does nothing, and what is asked of it is 0, NULL or the first
 * value of its enumeration. An index that is too large is answered in the same way.
 *
 * **Threads.** Lexicons, auditors and reports never change: any number of threads may use one at
 * once, but only one may free it, when no other uses it any more. The same goes for a cancel token,
 * which any thread may request. Options and errors serve one thread at a time.
 *
 * The library keeps no global state, prints nothing and starts no thread.
 */

/**
 * @def CLAIMLINT_API
 * Marks what the library exports. Who links it statically defines CLAIMLINT_C_STATIC, which CMake
 * and pkg-config see to.
 */
#if defined(CLAIMLINT_C_STATIC)
#define CLAIMLINT_API
#elif defined(_WIN32)
#if defined(CLAIMLINT_C_BUILD)
#define CLAIMLINT_API __declspec(dllexport)
#else
#define CLAIMLINT_API __declspec(dllimport)
#endif
#else
#define CLAIMLINT_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct claimlint_error claimlint_error;       /**< why a call failed */
typedef struct claimlint_lexicons claimlint_lexicons; /**< what an audit knows */
typedef struct claimlint_options claimlint_options;   /**< how an auditor audits */
typedef struct claimlint_auditor claimlint_auditor;   /**< audits articles */
typedef struct claimlint_cancel claimlint_cancel;     /**< asks audits to stop */
typedef struct claimlint_report claimlint_report;     /**< what an audit found */
typedef struct claimlint_sentence claimlint_sentence; /**< a sentence of a report */
typedef struct claimlint_claim claimlint_claim;       /**< a claim of a sentence */

/** Whether a call succeeded, and why not. Later versions may add values. */
typedef enum claimlint_code {
  CLAIMLINT_OK = 0,               /**< it did */
  CLAIMLINT_INVALID_ARGUMENT = 1, /**< NULL, or a name or value that does not exist */
  CLAIMLINT_LEXICON = 2,          /**< a lexicon file is wrong: see claimlint_error_problem() */
  CLAIMLINT_NO_MEMORY = 3,        /**< there is not enough memory */
  CLAIMLINT_FAILED = 4            /**< anything else: the message says what */
} claimlint_code;

/** Whether a document was audited. Never take the last two for clean. */
typedef enum claimlint_status {
  CLAIMLINT_AUDITED = 0,    /**< all of it */
  CLAIMLINT_PARTIAL = 1,    /**< some of it: see claimlint_report_reason() */
  CLAIMLINT_NOT_AUDITED = 2 /**< nothing of it: see claimlint_report_reason() */
} claimlint_status;

/** How grave a claim is. */
typedef enum claimlint_severity {
  CLAIMLINT_SEVERITY_NONE = 0,   /**< it is supported */
  CLAIMLINT_SEVERITY_LOW = 1,    /**< vague or mild */
  CLAIMLINT_SEVERITY_MEDIUM = 2, /**< clear and unsupported */
  CLAIMLINT_SEVERITY_HIGH = 3    /**< cure, guarantee, absolute safety, care given up */
} claimlint_severity;

/** How risky a document is. */
typedef enum claimlint_band {
  CLAIMLINT_BAND_LOW = 0,    /**< little or nothing to look at */
  CLAIMLINT_BAND_MEDIUM = 1, /**< to be looked at */
  CLAIMLINT_BAND_HIGH = 2    /**< to be looked at first */
} claimlint_band;

/** What the line ends of plain text mean. */
typedef enum claimlint_line_breaks {
  CLAIMLINT_LINE_BREAKS_AUTOMATIC = 0, /**< tell from the text */
  CLAIMLINT_LINE_BREAKS_HARD = 1,      /**< each line is a paragraph */
  CLAIMLINT_LINE_BREAKS_SOFT = 2       /**< they are blanks: an empty line ends a paragraph */
} claimlint_line_breaks;

/** Half-open range of bytes. */
typedef struct claimlint_span {
  size_t begin; /**< the first byte */
  size_t end;   /**< the byte behind the last one */
} claimlint_span;

/** One place in all the units that editors count in. */
typedef struct claimlint_position {
  size_t byte;       /**< from 0 */
  size_t code_point; /**< from 0 */
  size_t utf16;      /**< from 0 */
  size_t line;       /**< from 1 */
  size_t column;     /**< from 1, in code points */
} claimlint_position;

/**
 * What is known of a document. Begin with CLAIMLINT_SOURCE_INIT, then set what is known; members
 * that are NULL are not. Later versions may add members at the end, which `size` tells apart.
 */
typedef struct claimlint_source {
  size_t size;           /**< sizeof(claimlint_source) */
  const char* path;      /**< copied to the report; its extension helps to tell the format */
  const char* format;    /**< text, html, markdown, docx or pdf, if it is known */
  const char* language;  /**< ISO 639-1, if it is known */
  const char* url;       /**< copied to the report, as are those below */
  const char* site;      /**< for totals by site */
  const char* title;     /**< of the article */
  const char* retrieved; /**< when it was fetched */
} claimlint_source;

/** The claimlint_source of a document of which nothing is known. */
#define CLAIMLINT_SOURCE_INIT \
  { sizeof(claimlint_source), NULL, NULL, NULL, NULL, NULL, NULL, NULL }

/** The library's version, "major.minor.patch". */
CLAIMLINT_API const char* claimlint_version(void);

/** Frees a string that a function gave to the caller. */
CLAIMLINT_API void claimlint_string_free(char* string);

/** What kind of error it is; CLAIMLINT_OK for NULL. */
CLAIMLINT_API claimlint_code claimlint_error_code(const claimlint_error* error);
/** What went wrong, for people. */
CLAIMLINT_API const char* claimlint_error_message(const claimlint_error* error);
/** How many things are wrong in lexicon files. */
CLAIMLINT_API size_t claimlint_error_problem_count(const claimlint_error* error);
/** One of them: "file:line:column: message". */
CLAIMLINT_API const char* claimlint_error_problem(const claimlint_error* error, size_t index);
/** Frees it. */
CLAIMLINT_API void claimlint_error_free(claimlint_error* error);

/** The lexicons inside the library. */
CLAIMLINT_API claimlint_lexicons* claimlint_lexicons_builtin(claimlint_error** error);
/**
 * The lexicon files of a folder layered over those. Where `cache` is not NULL, what was compiled is
 * kept in that folder, which makes the next time much faster.
 */
CLAIMLINT_API claimlint_lexicons* claimlint_lexicons_load(const char* folder, const char* cache,
                                                          claimlint_error** error);
/** SHA-256 over the lexicons: the same for the same findings. */
CLAIMLINT_API const char* claimlint_lexicons_sha256(const claimlint_lexicons* lexicons);
/** Frees them; auditors made of them are unharmed. */
CLAIMLINT_API void claimlint_lexicons_free(claimlint_lexicons* lexicons);

/** Options as they are where nothing is said. */
CLAIMLINT_API claimlint_options* claimlint_options_new(claimlint_error** error);
/** Only rules of this jurisdiction count, and of others that are added: us, uk, au, eu. */
CLAIMLINT_API claimlint_code claimlint_options_add_jurisdiction(claimlint_options* options,
                                                                const char* jurisdiction);
/** Takes every document to be in this language ("en"); NULL detects it. */
CLAIMLINT_API claimlint_code claimlint_options_set_language(claimlint_options* options,
                                                            const char* language);
/** What the line ends of plain text mean. */
CLAIMLINT_API claimlint_code claimlint_options_set_line_breaks(claimlint_options* options,
                                                               claimlint_line_breaks line_breaks);
/** Whether reports hold what was found and not reported, with the reason. Not by default. */
CLAIMLINT_API claimlint_code claimlint_options_set_with_vetoed(claimlint_options* options,
                                                               int with_vetoed);
/** Whether the confidence model is left out. It is not by default. */
CLAIMLINT_API claimlint_code claimlint_options_set_rules_only(claimlint_options* options,
                                                              int rules_only);
/**
 * Whether reports keep the text, which claimlint_report_position() and formats with lines and
 * columns need. They do by default.
 */
CLAIMLINT_API claimlint_code claimlint_options_set_keep_text(claimlint_options* options,
                                                             int keep_text);
/** Larger documents are not audited: reason "budget". No limit by default, nor below. */
CLAIMLINT_API claimlint_code claimlint_options_set_max_bytes(claimlint_options* options,
                                                             size_t bytes);
/** Only so many sentences are audited: the report is partial, reason "budget". */
CLAIMLINT_API claimlint_code claimlint_options_set_max_sentences(claimlint_options* options,
                                                                 size_t sentences);
/**
 * Only as many sentences are audited as there is time for: partial, or not audited, reason
 * "budget". It may take somewhat longer; other runs may get further, or less far.
 */
CLAIMLINT_API claimlint_code claimlint_options_set_max_milliseconds(claimlint_options* options,
                                                                    uint32_t milliseconds);
/** Frees them; auditors made with them are unharmed. */
CLAIMLINT_API void claimlint_options_free(claimlint_options* options);

/** An auditor of its own: several with different lexicons live side by side. `options` may be NULL.
 */
CLAIMLINT_API claimlint_auditor* claimlint_auditor_new(const claimlint_lexicons* lexicons,
                                                       const claimlint_options* options,
                                                       claimlint_error** error);
/** Frees it; its reports are unharmed. */
CLAIMLINT_API void claimlint_auditor_free(claimlint_auditor* auditor);

/** A token that asks the audits it is given to to stop, from any thread. */
CLAIMLINT_API claimlint_cancel* claimlint_cancel_new(claimlint_error** error);
/** Asks, once and for all; a signal handler must not. */
CLAIMLINT_API void claimlint_cancel_request(claimlint_cancel* cancel);
/** Frees it; audits that run with it are unharmed, and run on. */
CLAIMLINT_API void claimlint_cancel_free(claimlint_cancel* cancel);

/**
 * Audits `size` bytes. `source` and `cancel` may be NULL. An audit that was cancelled gives a
 * report as well: not audited, reason "cancelled".
 */
CLAIMLINT_API claimlint_report* claimlint_audit(const claimlint_auditor* auditor, const char* bytes,
                                                size_t size, const claimlint_source* source,
                                                const claimlint_cancel* cancel,
                                                claimlint_error** error);
/** Frees it, with all its sentences and claims. */
CLAIMLINT_API void claimlint_report_free(claimlint_report* report);

/** The document in schema 1, as one JSON object without a line end: docs/report.md. */
CLAIMLINT_API char* claimlint_report_json(const claimlint_report* report, claimlint_error** error);
/**
 * A report of this document alone in an output format by its name: text, json, sarif, csv, ... as
 * the command-line tool writes it.
 */
CLAIMLINT_API char* claimlint_report_write(const claimlint_report* report, const char* format,
                                           claimlint_error** error);

/** Whether it was audited. CLAIMLINT_NOT_AUDITED for NULL, too. */
CLAIMLINT_API claimlint_status claimlint_report_status(const claimlint_report* report);
/** How many reasons there are why it was not audited in full. */
CLAIMLINT_API size_t claimlint_report_reason_count(const claimlint_report* report);
/** One of them: "budget", "cancelled", "language", "binary", ... */
CLAIMLINT_API const char* claimlint_report_reason(const claimlint_report* report, size_t index);
/** The risk, from 0 to 100; below 0 where it was not audited. */
CLAIMLINT_API double claimlint_report_risk(const claimlint_report* report);
/** The band of the risk; CLAIMLINT_BAND_LOW where it was not audited: ask for the status first. */
CLAIMLINT_API claimlint_band claimlint_report_band(const claimlint_report* report);

/** How many sentences there are. */
CLAIMLINT_API size_t claimlint_report_sentence_count(const claimlint_report* report);
/** One of them, in the order of the text. */
CLAIMLINT_API const claimlint_sentence* claimlint_report_sentence(const claimlint_report* report,
                                                                  size_t index);
/** How many claims count, in all sentences. */
CLAIMLINT_API size_t claimlint_report_claim_count(const claimlint_report* report);
/** One of them, in the order of the text. */
CLAIMLINT_API const claimlint_claim* claimlint_report_claim(const claimlint_report* report,
                                                            size_t index);
/**
 * Where a byte of the source is. False, and `position` as it was, where the text was not kept or is
 * not in UTF-8.
 */
CLAIMLINT_API int claimlint_report_position(const claimlint_report* report, size_t byte,
                                            claimlint_position* position);

/** Its words, cleaned of markup. */
CLAIMLINT_API const char* claimlint_sentence_text(const claimlint_sentence* sentence);
/** Where it stands in the source; in the text taken out of it for DOCX and PDF. */
CLAIMLINT_API claimlint_span claimlint_sentence_span(const claimlint_sentence* sentence);
/** The line it begins in, from 1. */
CLAIMLINT_API size_t claimlint_sentence_line(const claimlint_sentence* sentence);
/** The column it begins in, from 1, in code points. */
CLAIMLINT_API size_t claimlint_sentence_column(const claimlint_sentence* sentence);
/** How many claims it has: those that do not count as well. */
CLAIMLINT_API size_t claimlint_sentence_claim_count(const claimlint_sentence* sentence);
/** One of them, in the order of the text. */
CLAIMLINT_API const claimlint_claim* claimlint_sentence_claim(const claimlint_sentence* sentence,
                                                              size_t index);

/** Its id, 32 hexadecimal digits, which outlives edits elsewhere in the document. */
CLAIMLINT_API const char* claimlint_claim_id(const claimlint_claim* claim);
/** Its type: "efficacy.cure". */
CLAIMLINT_API const char* claimlint_claim_type(const claimlint_claim* claim);
/** The rule that found it: "efficacy.cure.verb". */
CLAIMLINT_API const char* claimlint_claim_rule(const claimlint_claim* claim);
/** What it says, for people. */
CLAIMLINT_API const char* claimlint_claim_message(const claimlint_claim* claim);
/** A safer wording; empty where there is none. */
CLAIMLINT_API const char* claimlint_claim_instead(const claimlint_claim* claim);
/** How grave it is. */
CLAIMLINT_API claimlint_severity claimlint_claim_severity(const claimlint_claim* claim);
/** Where it stands in the source; in the text taken out of it for DOCX and PDF. */
CLAIMLINT_API claimlint_span claimlint_claim_span(const claimlint_claim* claim);
/** Whether it counts: it is unsupported and was not vetoed. */
CLAIMLINT_API int claimlint_claim_counts(const claimlint_claim* claim);

#ifdef __cplusplus
}
#endif

#endif
