// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <chrono>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include "guard.hpp"

namespace {

using claimlint::c::guarded;
using claimlint::c::required;

std::filesystem::path path_of(const char* utf8) { return {reinterpret_cast<const char8_t*>(utf8)}; }

/// Changes options and tells whether that could be.
template <typename Change>
claimlint_code change(claimlint_options* options, Change with) noexcept {
  if (options == nullptr) return CLAIMLINT_INVALID_ARGUMENT;
  try {
    with(options->options);
    return CLAIMLINT_OK;
  } catch (...) {
    return claimlint::c::code_of_exception();
  }
}

/// A member of a source that this version of the library knows and the caller's may not.
const char* member(const claimlint_source& source, const char* const claimlint_source::*name) {
  const auto* const place = reinterpret_cast<const std::byte*>(&(source.*name));
  const auto offset = place - reinterpret_cast<const std::byte*>(&source);
  const bool there = static_cast<std::size_t>(offset) + sizeof(char*) <= source.size;
  return there ? source.*name : nullptr;
}

std::optional<std::string> optional_string(const char* string) {
  if (string == nullptr) return std::nullopt;
  return string;
}

claimlint::Source source_of(const claimlint_source* given) {
  claimlint::Source source;
  if (given == nullptr) return source;
  const auto get = [&](const char* const claimlint_source::*name) {
    return optional_string(member(*given, name));
  };
  source.path = get(&claimlint_source::path).value_or("");
  source.format = get(&claimlint_source::format);
  source.language = get(&claimlint_source::language);
  source.origin = {.url = get(&claimlint_source::url),
                   .site = get(&claimlint_source::site),
                   .title = get(&claimlint_source::title),
                   .retrieved = get(&claimlint_source::retrieved)};
  return source;
}

claimlint_lexicons* handle_of(claimlint::Lexicons lexicons) {
  std::string sha256(lexicons.sha256());
  return new claimlint_lexicons{std::move(lexicons), std::move(sha256)};
}

}  // namespace

claimlint_lexicons* claimlint_lexicons_builtin(claimlint_error** error) {
  return guarded(error, [] { return handle_of(claimlint::Lexicons::builtin()); });
}

claimlint_lexicons* claimlint_lexicons_load(const char* folder, const char* cache,
                                            claimlint_error** error) {
  return guarded(error, [&] {
    const std::filesystem::path path = path_of(&required(folder, "folder"));
    return handle_of(cache == nullptr ? claimlint::Lexicons::load(path)
                                      : claimlint::Lexicons::load(path, path_of(cache)));
  });
}

const char* claimlint_lexicons_sha256(const claimlint_lexicons* lexicons) {
  return lexicons == nullptr ? nullptr : lexicons->sha256.c_str();
}

void claimlint_lexicons_free(claimlint_lexicons* lexicons) { delete lexicons; }

claimlint_options* claimlint_options_new(claimlint_error** error) {
  return guarded(error, [] { return new claimlint_options{{.with_text = true}}; });
}

claimlint_code claimlint_options_add_jurisdiction(claimlint_options* options,
                                                  const char* jurisdiction) {
  return change(options, [&](claimlint::AuditOptions& audit) {
    audit.jurisdictions.emplace_back(&required(jurisdiction, "jurisdiction"));
  });
}

claimlint_code claimlint_options_set_language(claimlint_options* options, const char* language) {
  return change(options, [&](claimlint::AuditOptions& audit) {
    audit.assume_language = optional_string(language);
  });
}

claimlint_code claimlint_options_set_line_breaks(claimlint_options* options,
                                                 claimlint_line_breaks line_breaks) {
  return change(options, [&](claimlint::AuditOptions& audit) {
    // From C any number may come, and C++ must not even read one that is no value.
    int number = 0;
    static_assert(sizeof number == sizeof line_breaks);
    std::memcpy(&number, &line_breaks, sizeof number);
    switch (number) {
      case CLAIMLINT_LINE_BREAKS_AUTOMATIC:
        audit.line_breaks = claimlint::LineBreaks::automatic;
        return;
      case CLAIMLINT_LINE_BREAKS_HARD:
        audit.line_breaks = claimlint::LineBreaks::hard;
        return;
      case CLAIMLINT_LINE_BREAKS_SOFT:
        audit.line_breaks = claimlint::LineBreaks::soft;
        return;
      default:
        throw claimlint::c::InvalidArgument("no such line breaks");
    }
  });
}

claimlint_code claimlint_options_set_with_vetoed(claimlint_options* options, int with_vetoed) {
  return change(options,
                [&](claimlint::AuditOptions& audit) { audit.with_vetoed = with_vetoed != 0; });
}

claimlint_code claimlint_options_set_rules_only(claimlint_options* options, int rules_only) {
  return change(options,
                [&](claimlint::AuditOptions& audit) { audit.rules_only = rules_only != 0; });
}

claimlint_code claimlint_options_set_keep_text(claimlint_options* options, int keep_text) {
  return change(options, [&](claimlint::AuditOptions& audit) { audit.with_text = keep_text != 0; });
}

claimlint_code claimlint_options_set_max_bytes(claimlint_options* options, size_t bytes) {
  return change(options, [&](claimlint::AuditOptions& audit) { audit.limits.bytes = bytes; });
}

claimlint_code claimlint_options_set_max_sentences(claimlint_options* options, size_t sentences) {
  return change(options,
                [&](claimlint::AuditOptions& audit) { audit.limits.sentences = sentences; });
}

claimlint_code claimlint_options_set_max_milliseconds(claimlint_options* options,
                                                      uint32_t milliseconds) {
  return change(options, [&](claimlint::AuditOptions& audit) {
    audit.limits.time = std::chrono::milliseconds(milliseconds);
  });
}

void claimlint_options_free(claimlint_options* options) { delete options; }

claimlint_auditor* claimlint_auditor_new(const claimlint_lexicons* lexicons,
                                         const claimlint_options* options,
                                         claimlint_error** error) {
  return guarded(error, [&] {
    const claimlint::AuditOptions audit =
        options == nullptr ? claimlint::AuditOptions{.with_text = true} : options->options;
    return new claimlint_auditor{
        claimlint::Auditor(required(lexicons, "lexicons").lexicons, audit)};
  });
}

void claimlint_auditor_free(claimlint_auditor* auditor) { delete auditor; }

claimlint_cancel* claimlint_cancel_new(claimlint_error** error) {
  return guarded(error, [] { return new claimlint_cancel; });
}

void claimlint_cancel_request(claimlint_cancel* cancel) {
  if (cancel != nullptr) cancel->source.request_stop();
}

void claimlint_cancel_free(claimlint_cancel* cancel) { delete cancel; }

claimlint_report* claimlint_audit(const claimlint_auditor* auditor, const char* bytes, size_t size,
                                  const claimlint_source* source, const claimlint_cancel* cancel,
                                  claimlint_error** error) {
  return guarded(error, [&] {
    const claimlint::Auditor& with = required(auditor, "auditor").auditor;
    if (size > 0) required(bytes, "bytes");
    auto handle = std::make_unique<claimlint_report>();
    handle->tool = with.tool();
    handle->report = with.audit(std::string_view(bytes, size), source_of(source),
                                cancel == nullptr ? std::stop_token() : cancel->source.get_token());
    for (const claimlint::Sentence& sentence : handle->report.sentences) {
      for (const claimlint::Claim& claim : sentence.claims) {
        if (claim.counts()) handle->claims.push_back(&claim);
      }
    }
    return handle.release();
  });
}
