// SPDX-License-Identifier: Apache-2.0
#include "values.hpp"

#include <nanobind/stl/string.h>

#include <string_view>

namespace claimlint::python {
namespace {

namespace nb = nanobind;

/// Binds a struct of the report: each field as a property that is read when asked for.
template <class Value>
class Fields {
 public:
  Fields(nb::module_& module, const char* name) : type_(module, name) {}

  template <class Member>
  Fields& field(const char* name, Member Value::*member) {
    type_.def_prop_ro(name, [member](const Ref<Value>& self) {
      return to_python(self.document, self.value->*member);
    });
    return *this;
  }

  /// The place as two: the span, and the pieces of it.
  Fields& place() {
    field("span", &Value::place);
    type_.def_prop_ro("parts", [](const Ref<Value>& self) {
      return to_python(self.document, self.value->place.parts);
    });
    return *this;
  }

  Fields& repr(std::string (*text)(const Value& value)) {
    type_.def("__repr__", [text](const Ref<Value>& self) { return text(*self.value); });
    return *this;
  }

  nb::class_<Ref<Value>>& type() { return type_; }

 private:
  nb::class_<Ref<Value>> type_;
};

std::string named(std::string_view type, std::string_view what, std::string_view words) {
  std::string text = "<claimlint." + std::string(type) + " " + std::string(what);
  if (!words.empty()) text += " \"" + std::string(words) + "\"";
  return text + ">";
}

void bind_span(nb::module_& module) {
  nb::class_<TextSpan>(module, "Span")
      .def_ro("begin", &TextSpan::begin)
      .def_ro("end", &TextSpan::end)
      .def_ro("byte_begin", &TextSpan::byte_begin)
      .def_ro("byte_end", &TextSpan::byte_end)
      .def("of",
           [](const TextSpan& span, const nb::str& text) {
             return nb::steal<nb::str>(PyUnicode_Substring(text.ptr(),
                                                           static_cast<Py_ssize_t>(span.begin),
                                                           static_cast<Py_ssize_t>(span.end)));
           })
      .def("of",
           [](const TextSpan& span, const nb::bytes& bytes) {
             const std::string_view all(bytes.c_str(), bytes.size());
             const std::string_view words =
                 all.substr(std::min(span.byte_begin, all.size()), span.byte_end - span.byte_begin);
             return nb::bytes(words.data(), words.size());
           })
      .def(
          "__eq__", [](const TextSpan& a, const TextSpan& b) { return a == b; }, nb::is_operator())
      .def("__hash__",
           [](const TextSpan& span) {
             return nb::hash(nb::make_tuple(span.byte_begin, span.byte_end));
           })
      .def("__repr__",
           [](const TextSpan& span) {
             return "Span(" + std::to_string(span.begin) + ", " + std::to_string(span.end) + ")";
           })
      .def("__reduce__",
           [](const TextSpan& span) {
             return nb::make_tuple(
                 nb::type<TextSpan>(),
                 nb::make_tuple(span.begin, span.end, span.byte_begin, span.byte_end));
           })
      .def(nb::init<std::size_t, std::size_t, std::size_t, std::size_t>(), nb::arg("begin"),
           nb::arg("end"), nb::arg("byte_begin"), nb::arg("byte_end"));
}

void bind_mentions(nb::module_& module) {
  Fields<Mention>(module, "Mention")
      .field("kind", &Mention::kind)
      .field("concept", &Mention::concept_id)
      .field("value", &Mention::value)
      .field("unit", &Mention::unit)
      .field("text", &Mention::text)
      .place()
      .field("stance", &Mention::stance)
      .field("repaired", &Mention::repaired)
      .repr([](const Mention& self) { return named("Mention", to_string(self.kind), self.text); });
  Fields<FrameRole>(module, "FrameRole")
      .field("role", &FrameRole::role)
      .field("concept", &FrameRole::concept_id)
      .field("text", &FrameRole::text)
      .place()
      .repr([](const FrameRole& self) { return named("FrameRole", self.role, self.text); });
}

void bind_support(nb::module_& module) {
  Fields<SupportSource>(module, "SupportSource")
      .field("kind", &SupportSource::kind)
      .field("name", &SupportSource::name)
      .field("id", &SupportSource::id)
      .field("url", &SupportSource::url)
      .field("span", &SupportSource::span)
      .field("distance", &SupportSource::distance)
      .field("verdict", &SupportSource::verdict)
      .field("certainty", &SupportSource::certainty)
      .repr([](const SupportSource& self) { return named("SupportSource", self.kind, self.name); });
  Fields<Support>(module, "Support")
      .field("status", &Support::status)
      .field("sources", &Support::sources)
      .repr([](const Support& self) { return named("Support", to_string(self.status), {}); });
  Fields<BasisReference>(module, "BasisReference")
      .field("id", &BasisReference::id)
      .field("jurisdiction", &BasisReference::jurisdiction)
      .field("outcome", &BasisReference::outcome)
      .repr([](const BasisReference& self) { return named("BasisReference", self.id, {}); });
}

void bind_verdicts(nb::module_& module) {
  Fields<Veto>(module, "Veto")
      .field("reason", &Veto::reason)
      .field("cue", &Veto::cue)
      .field("span", &Veto::span)
      .repr([](const Veto& self) { return named("Veto", self.reason, self.cue); });
  Fields<Decision>(module, "Decision")
      .field("action", &Decision::action)
      .field("by", &Decision::by)
      .field("reason", &Decision::reason)
      .field("expires", &Decision::expires)
      .field("origin", &Decision::origin)
      .repr([](const Decision& self) { return named("Decision", self.action, self.reason); });
}

void bind_claim(nb::module_& module) {
  Fields<Claim> fields(module, "Claim");
  fields.field("id", &Claim::id)
      .field("type", &Claim::type)
      .field("rule", &Claim::rule)
      .place()
      .field("voice", &Claim::voice)
      .field("stance", &Claim::stance)
      .field("severity", &Claim::severity)
      .field("severity_reasons", &Claim::severity_reasons)
      .field("confidence", &Claim::confidence)
      .field("confidence_reasons", &Claim::confidence_reasons)
      .field("unsupported", &Claim::unsupported)
      .field("vetoed", &Claim::vetoed)
      .field("decision", &Claim::decision)
      .field("target", &Claim::target)
      .field("vulnerable", &Claim::vulnerable)
      .field("frame", &Claim::frame)
      .field("support", &Claim::support)
      .field("basis", &Claim::basis)
      .field("message", &Claim::message)
      .field("instead", &Claim::instead)
      .repr([](const Claim& self) {
        return named("Claim", self.type + " " + std::string(to_string(self.severity)),
                     self.message);
      });
  fields.type().def_prop_ro("counts", [](const Ref<Claim>& self) { return self.value->counts(); });
}

void bind_sentence(nb::module_& module) {
  Fields<Sentence>(module, "Sentence")
      .field("index", &Sentence::index)
      .place()
      .field("line", &Sentence::line)
      .field("column", &Sentence::column)
      .field("text", &Sentence::text)
      .field("block", &Sentence::block)
      .field("heading", &Sentence::heading)
      .field("mentions", &Sentence::mentions)
      .field("claims", &Sentence::claims)
      .repr([](const Sentence& self) {
        return named("Sentence", std::to_string(self.index), self.text);
      });
}

void bind_document_parts(nb::module_& module) {
  Fields<Note>(module, "Note")
      .field("code", &Note::code)
      .field("message", &Note::message)
      .field("span", &Note::span)
      .repr([](const Note& self) { return named("Note", self.code, self.message); });
  Fields<Finding>(module, "Finding")
      .field("id", &Finding::id)
      .field("type", &Finding::type)
      .field("severity", &Finding::severity)
      .field("message", &Finding::message)
      .field("basis", &Finding::basis)
      .field("span", &Finding::span)
      .repr([](const Finding& self) { return named("Finding", self.type, self.message); });
  Fields<Origin>(module, "Origin")
      .field("url", &Origin::url)
      .field("site", &Origin::site)
      .field("title", &Origin::title)
      .field("retrieved", &Origin::retrieved)
      .repr([](const Origin& self) { return named("Origin", self.url.value_or(""), {}); });
}

void bind_score(nb::module_& module) {
  Fields<SeverityCounts>(module, "SeverityCounts")
      .field("high", &SeverityCounts::high)
      .field("medium", &SeverityCounts::medium)
      .field("low", &SeverityCounts::low);
  Fields<ScorePart>(module, "ScorePart")
      .field("reason", &ScorePart::reason)
      .field("points", &ScorePart::points);
  Fields<Score> fields(module, "Score");
  fields.field("risk", &Score::risk)
      .field("percentile", &Score::percentile)
      .field("band", &Score::band)
      .field("sentences", &Score::sentences)
      .field("flagged", &Score::flagged)
      .field("claims", &Score::claims)
      .field("by_severity", &Score::by_severity)
      .field("breakdown", &Score::breakdown)
      .repr([](const Score& self) {
        return "<claimlint.Score " + std::to_string(self.risk) + " " +
               std::string(to_string(self.band)) + ">";
      });
  fields.type().def_prop_ro("by_type", [](const Ref<Score>& self) {
    nb::dict counts;
    for (const TypeCount& each : self.value->by_type) counts[nb::cast(each.type)] = each.count;
    return counts;
  });
}

}  // namespace

void bind_values(nb::module_& module) {
  bind_span(module);
  bind_mentions(module);
  bind_support(module);
  bind_verdicts(module);
  bind_claim(module);
  bind_sentence(module);
  bind_document_parts(module);
  bind_score(module);
}

}  // namespace claimlint::python
