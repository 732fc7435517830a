// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace claimlint::fuzz {

/// Each feeds bytes to a part of the library, and aborts where something that must hold does not.
void fuzz_audit(std::string_view bytes);
void fuzz_c(std::string_view bytes);
void fuzz_decode(std::string_view bytes);
void fuzz_docx(std::string_view bytes);
void fuzz_gzip(std::string_view bytes);
void fuzz_html(std::string_view bytes);
void fuzz_markdown(std::string_view bytes);
void fuzz_pdf(std::string_view bytes);
void fuzz_segment(std::string_view bytes);
void fuzz_text(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

inline constexpr std::array<Target, 10> kTargets = {{{"audit", fuzz_audit},
                                                     {"c", fuzz_c},
                                                     {"decode", fuzz_decode},
                                                     {"docx", fuzz_docx},
                                                     {"gzip", fuzz_gzip},
                                                     {"html", fuzz_html},
                                                     {"markdown", fuzz_markdown},
                                                     {"pdf", fuzz_pdf},
                                                     {"segment", fuzz_segment},
                                                     {"text", fuzz_text}}};

}  // namespace claimlint::fuzz
