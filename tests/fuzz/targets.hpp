// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace claimlint::fuzz {

/// Each feeds bytes to a part of the library, and aborts where something that must hold does not.
void fuzz_article(std::string_view bytes);
void fuzz_audit(std::string_view bytes);
void fuzz_baseline(std::string_view bytes);
void fuzz_c(std::string_view bytes);
void fuzz_cache(std::string_view bytes);
void fuzz_context(std::string_view bytes);
void fuzz_decisions(std::string_view bytes);
void fuzz_decode(std::string_view bytes);
void fuzz_docx(std::string_view bytes);
void fuzz_fold(std::string_view bytes);
void fuzz_gzip(std::string_view bytes);
void fuzz_html(std::string_view bytes);
void fuzz_import(std::string_view bytes);
void fuzz_lexicon(std::string_view bytes);
void fuzz_manifest(std::string_view bytes);
void fuzz_markdown(std::string_view bytes);
void fuzz_patterns(std::string_view bytes);
void fuzz_pdf(std::string_view bytes);
void fuzz_programs(std::string_view bytes);
void fuzz_report(std::string_view bytes);
void fuzz_segment(std::string_view bytes);
void fuzz_server(std::string_view bytes);
void fuzz_store(std::string_view bytes);
void fuzz_terms(std::string_view bytes);
void fuzz_text(std::string_view bytes);
void fuzz_verify(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

inline constexpr auto kTargets = std::to_array<Target>({
    {"article", fuzz_article},     {"audit", fuzz_audit},
    {"baseline", fuzz_baseline},   {"c", fuzz_c},
    {"cache", fuzz_cache},         {"context", fuzz_context},
    {"decisions", fuzz_decisions}, {"decode", fuzz_decode},
    {"docx", fuzz_docx},           {"fold", fuzz_fold},
    {"gzip", fuzz_gzip},           {"html", fuzz_html},
    {"import", fuzz_import},       {"lexicon", fuzz_lexicon},
    {"manifest", fuzz_manifest},   {"markdown", fuzz_markdown},
    {"patterns", fuzz_patterns},   {"pdf", fuzz_pdf},
    {"programs", fuzz_programs},   {"report", fuzz_report},
    {"segment", fuzz_segment},
#ifdef CLAIMLINT_FUZZ_SERVER
    {"server", fuzz_server},
#endif
    {"store", fuzz_store},         {"terms", fuzz_terms},
    {"text", fuzz_text},           {"verify", fuzz_verify},
});

}  // namespace claimlint::fuzz
