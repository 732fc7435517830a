// SPDX-License-Identifier: Apache-2.0
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimlint/report_reader.hpp"
#include "values.hpp"

namespace claimlint::python {
namespace {

namespace nb = nanobind;

using Reasons = std::vector<std::vector<std::string>>;

template <class Member>
void field(nb::class_<Ref<Report>>& type, const char* name, Member Report::*member) {
  type.def_prop_ro(name, [member](const Ref<Report>& self) {
    return to_python(self.document, self.value->*member);
  });
}

nb::object text_of(const Ref<Report>& self) {
  if (!self.document->has_text()) return nb::none();
  const std::string_view content = self.document->content();
  return nb::str(content.data(), content.size());
}

nb::bytes content_of(const Ref<Report>& self) {
  const std::string_view content = self.document->content();
  return nb::bytes(content.data(), content.size());
}

nb::tuple claims_of(const Ref<Report>& self) {
  nb::list claims;
  for (const Sentence& sentence : self.value->sentences)
    for (const Claim& claim : sentence.claims) claims.append(Ref<Claim>{self.document, &claim});
  return nb::tuple(claims);
}

std::string to_json(const Ref<Report>& self, std::string_view sentences, std::string_view offsets) {
  const nb::gil_scoped_release released;
  return json_of(*self.value, sentences, offsets);
}

std::string repr(const Ref<Report>& self) {
  const Report& report = *self.value;
  std::string text = "<claimlint.Report \"" + report.path + "\" ";
  text += to_string(report.status);
  if (report.score) text += ", " + std::to_string(report.score->claims) + " claims";
  return text + ">";
}

bool is_incomplete(const Ref<Report>& self) {
  const std::vector<std::string>& reasons = self.value->reasons;
  return std::ranges::any_of(reasons, [](const std::string& reason) {
    return reason == "budget" || reason == "cancelled";
  });
}

/// What the JSON of a report leaves out.
Reasons confidence_reasons(const Report& report) {
  Reasons reasons;
  for (const Sentence& sentence : report.sentences)
    for (const Claim& claim : sentence.claims) reasons.push_back(claim.confidence_reasons);
  return reasons;
}

nb::tuple state_of(const Ref<Report>& self) {
  const Report& report = *self.value;
  const std::string& extracted = report.extracted;
  return nb::make_tuple(json_of(report, "all", "bytes"),
                        nb::bytes(extracted.data(), extracted.size()), self.document->marked(),
                        report.hidden, confidence_reasons(report));
}

Ref<Report> from_state(std::string_view json, const nb::bytes& extracted, bool marked,
                       std::size_t hidden, const Reasons& reasons) {
  Report report = read_document(json);
  report.extracted.assign(extracted.c_str(), extracted.size());
  report.hidden = hidden;
  auto next = reasons.begin();
  for (Sentence& sentence : report.sentences)
    for (Claim& claim : sentence.claims)
      if (next != reasons.end()) claim.confidence_reasons = *next++;
  auto document = std::make_shared<const Document>(std::move(report), marked);
  const Report* value = &document->report();
  return {std::move(document), value};
}

void bind_properties(nb::class_<Ref<Report>>& type) {
  field(type, "path", &Report::path);
  field(type, "path_bytes", &Report::path_bytes);
  field(type, "source", &Report::source);
  field(type, "format", &Report::format);
  field(type, "encoding", &Report::encoding);
  field(type, "language", &Report::language);
  field(type, "bytes", &Report::bytes);
  field(type, "sha256", &Report::sha256);
  field(type, "content_sha256", &Report::content_sha256);
  field(type, "coordinates", &Report::coordinates);
  field(type, "status", &Report::status);
  field(type, "reasons", &Report::reasons);
  field(type, "notes", &Report::notes);
  field(type, "findings", &Report::findings);
  field(type, "score", &Report::score);
  field(type, "sentences", &Report::sentences);
  type.def_prop_ro("claims", claims_of)
      .def_prop_ro("offsets",
                   [](const Ref<Report>& self) {
                     return self.document->has_text() ? "code-points" : "bytes";
                   })
      .def_prop_ro("incomplete", is_incomplete)
      .def_prop_ro("text", text_of)
      .def_prop_ro("content", content_of);
}

}  // namespace

void bind_report(nb::module_& module) {
  nb::class_<Ref<Report>> type(module, "Report", nb::dynamic_attr());
  bind_properties(type);
  type.def("to_json", to_json, nb::arg("sentences") = "all", nb::arg("offsets") = "bytes")
      .def("__repr__", repr)
      .def("_state", state_of);
  module.def("_report", from_state);
}

}  // namespace claimlint::python
