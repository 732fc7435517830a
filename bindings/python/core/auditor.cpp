// SPDX-License-Identifier: Apache-2.0
#include "claimlint/auditor.hpp"

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimlint/decisions.hpp"
#include "names.hpp"
#include "values.hpp"

namespace claimlint::python {
namespace {

namespace nb = nanobind;

using Text = std::optional<PlainText>;
using Name = std::optional<FileName>;

// As the command-line tool has it, where nothing else is asked for.
constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;

std::optional<std::string> utf8(Text text) {
  return text ? std::optional(std::move(text->utf8)) : std::nullopt;
}

/// Bytes of a document. `held` keeps what `bytes` points at.
struct Input {
  nb::object held;
  std::string made;
  bool is_text = false;
  [[nodiscard]] std::string_view bytes() const { return held.is_valid() ? view : made; }
  std::string_view view = {};
};

Input input_of(const nb::object& document) {
  if (nb::isinstance<nb::bytes>(document)) {
    const auto bytes = nb::borrow<nb::bytes>(document);
    return {document, {}, false, {bytes.c_str(), bytes.size()}};
  }
  if (!nb::isinstance<nb::str>(document)) {
    throw nb::type_error("a document is a str or bytes");
  }
  Py_ssize_t size = 0;
  const char* const utf8 = PyUnicode_AsUTF8AndSize(document.ptr(), &size);
  if (utf8 != nullptr) return {document, {}, true, {utf8, static_cast<std::size_t>(size)}};
  PyErr_Clear();
  return {{}, utf8_of(document), true};
}

LineBreaks line_breaks_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, LineBreaks>, 3> kNames = {
      {{"auto", LineBreaks::automatic}, {"hard", LineBreaks::hard}, {"soft", LineBreaks::soft}}};
  const auto* const found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const auto& each) { return each.first == name; });
  if (found == kNames.end()) {
    throw std::invalid_argument("line_breaks is auto, hard or soft");
  }
  return found->second;
}

Lexicons lexicons_of(const Name& folder, const Name& cache) {
  if (!folder) return Lexicons::builtin();
  return cache ? Lexicons::load(folder->bytes, std::filesystem::path(cache->bytes))
               : Lexicons::load(folder->bytes);
}

/// An auditor with what the batch of the command line does around it.
class PageAuditor {
 public:
  PageAuditor(const Name& lexicons, const Name& cache, AuditOptions options)
      : max_bytes_(options.limits.bytes.value_or(kMaxBytes)),
        auditor_(lexicons_of(lexicons, cache), std::move(options)) {}

  [[nodiscard]] SharedDocument audit(std::string_view bytes, bool is_text, const Source& source,
                                     const std::stop_token& stop) const {
    if (bytes.size() > max_bytes_) return too_large(source);
    Report report = auditor_.audit(bytes, source, stop);
    // A page may declare an encoding, but a str is past that: the mark outranks the declaration.
    const bool misread = is_text && report.coordinates == "source" && !report.encoding.empty() &&
                         report.encoding != "utf-8";
    if (misread) report = auditor_.audit("\xEF\xBB\xBF" + std::string(bytes), source, stop);
    return std::make_shared<const Document>(std::move(report), misread);
  }

  [[nodiscard]] Report native(std::string_view bytes) const { return auditor_.audit(bytes); }
  [[nodiscard]] Tool tool() const { return auditor_.tool(); }

 private:
  [[nodiscard]] SharedDocument too_large(const Source& source) const {
    return std::make_shared<const Document>(
        unread_report(source, "budget", "larger than " + std::to_string(max_bytes_) + " bytes"),
        false);
  }

  std::size_t max_bytes_;
  Auditor auditor_;
};

Ref<Report> audit(const PageAuditor& self, const nb::object& document, FileName path, Text format,
                  Text url, Text site, Text title, Text retrieved, Text language,
                  const std::stop_source* cancel) {
  const Input input = input_of(document);
  const Source source{.path = std::move(path.bytes),
                      .origin = {.url = utf8(std::move(url)),
                                 .site = utf8(std::move(site)),
                                 .title = utf8(std::move(title)),
                                 .retrieved = utf8(std::move(retrieved))},
                      .format = utf8(std::move(format)),
                      .language = utf8(std::move(language))};
  const std::stop_token stop = cancel == nullptr ? std::stop_token() : cancel->get_token();
  const nb::gil_scoped_release released;
  SharedDocument audited = self.audit(input.bytes(), input.is_text, source, stop);
  const Report* const report = &audited->report();
  return {std::move(audited), report};
}

AuditLimits limits_of(std::optional<std::size_t> max_bytes,
                      std::optional<std::size_t> max_sentences,
                      std::optional<std::int64_t> max_milliseconds) {
  AuditLimits limits{.bytes = max_bytes, .sentences = max_sentences};
  if (max_milliseconds) limits.time = std::chrono::milliseconds(*max_milliseconds);
  return limits;
}

void construct(PageAuditor* self, const Name& lexicons, const Name& lexicon_cache,
               std::vector<std::string> jurisdictions, bool with_vetoed, Text assume_language,
               const std::string& line_breaks, bool rules_only, bool inline_decisions,
               const std::optional<std::string>& decisions, const std::string& today,
               std::optional<std::size_t> max_bytes, std::optional<std::size_t> max_sentences,
               std::optional<std::int64_t> max_milliseconds) {
  AuditOptions options{.jurisdictions = std::move(jurisdictions),
                       .with_vetoed = with_vetoed,
                       .assume_language = utf8(std::move(assume_language)),
                       .line_breaks = line_breaks_of(line_breaks),
                       .rules_only = rules_only,
                       .with_text = true,
                       .inline_decisions = inline_decisions,
                       .limits = limits_of(max_bytes, max_sentences, max_milliseconds)};
  if (decisions) {
    options.decisions = std::make_shared<const Decisions>(Decisions::read(*decisions, today));
  }
  const nb::gil_scoped_release released;
  new (self) PageAuditor(lexicons, lexicon_cache, std::move(options));
}

nb::dict tool_of(const PageAuditor& self) {
  const Tool tool = self.tool();
  nb::dict names;
  names["name"] = tool.name;
  names["version"] = tool.version;
  names["lexicons"] = tool.lexicons;
  names["icu"] = tool.icu;
  names["unicode"] = tool.unicode;
  names["re2"] = tool.re2;
  names["configuration"] = tool.configuration;
  return names;
}

/// The same audits without Python, for the benchmark of what Python adds: bytes only.
void audit_all(const PageAuditor& self, const nb::list& documents) {
  std::vector<std::string_view> all;
  for (const nb::handle document : documents) {
    const auto bytes = nb::borrow<nb::bytes>(document);
    all.emplace_back(bytes.c_str(), bytes.size());
  }
  const nb::gil_scoped_release released;
  for (const std::string_view bytes : all) static_cast<void>(self.native(bytes));
}

}  // namespace

void bind_auditor(nb::module_& module) {
  nb::class_<std::stop_source>(module, "Cancel")
      .def(nb::init<>())
      .def("request", [](std::stop_source& self) { self.request_stop(); })
      .def_prop_ro("requested", &std::stop_source::stop_requested);
  nb::class_<PageAuditor>(module, "Auditor")
      .def("__init__", construct, nb::kw_only(), nb::arg("lexicons").none(),
           nb::arg("lexicon_cache").none(), nb::arg("jurisdictions"), nb::arg("with_vetoed"),
           nb::arg("assume_language").none(), nb::arg("line_breaks"), nb::arg("rules_only"),
           nb::arg("inline_decisions"), nb::arg("decisions").none(), nb::arg("today"),
           nb::arg("max_bytes").none(), nb::arg("max_sentences").none(),
           nb::arg("max_milliseconds").none())
      .def("audit", audit, nb::arg("document"), nb::kw_only(), nb::arg("path"),
           nb::arg("format").none(), nb::arg("url").none(), nb::arg("site").none(),
           nb::arg("title").none(), nb::arg("retrieved").none(), nb::arg("language").none(),
           nb::arg("cancel").none())
      .def_prop_ro("tool", tool_of)
      .def("_audit_all", audit_all);
}

}  // namespace claimlint::python
