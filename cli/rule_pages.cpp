// SPDX-License-Identifier: Apache-2.0
#include "rule_pages.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>

namespace claimlint::cli {
namespace {

const TypeInfo* type_of(const Lexicons& lexicons, const RuleInfo& rule) {
  const auto& types = lexicons.types();
  const auto found = std::find_if(types.begin(), types.end(),
                                  [&](const TypeInfo& type) { return type.id == rule.type; });
  return found == types.end() ? nullptr : &*found;
}

const Provision* find_provision(const Lexicons& lexicons, const std::string& id) {
  const auto& provisions = lexicons.provisions();
  const auto found = std::find_if(provisions.begin(), provisions.end(),
                                  [&](const Provision& provision) { return provision.id == id; });
  return found == provisions.end() ? nullptr : &*found;
}

std::string title_of(const Provision& provision) {
  std::string title = provision.instrument;
  if (provision.clause) title += ", " + *provision.clause;
  return title;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

void write_basis(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule) {
  if (rule.basis.empty()) out << "  no legal reference recorded\n";
  for (const std::string& id : rule.basis) {
    out << "  " << id << '\n';
    const Provision* const provision = find_provision(lexicons, id);
    if (provision == nullptr) continue;
    out << "    " << title_of(*provision) << " (" << provision->jurisdiction << ")\n    "
        << provision->url << '\n';
    if (provision->read) out << "    read " << *provision->read << '\n';
  }
}

/// Markdown that is shown as it is written.
std::string literal(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

void write_basis_markdown(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule) {
  if (rule.basis.empty()) out << "- no legal reference recorded\n";
  for (const std::string& id : rule.basis) {
    const Provision* const provision = find_provision(lexicons, id);
    if (provision == nullptr) continue;
    out << "- [" << literal(title_of(*provision)) << "](" << provision->url << ") (`" << id
        << "`)\n";
  }
}

void write_examples_markdown(std::ostream& out, std::string_view title,
                             const std::vector<std::string>& examples) {
  out << '\n' << title << ":\n\n";
  for (const std::string& example : examples) out << "- " << literal(example) << '\n';
}

void write_type_markdown(std::ostream& out, const TypeInfo& type) {
  out << "\n## " << type.id << "\n\n" << literal(type.meaning) << "\n";
  if (!type.not_a_claim.empty()) out << "\nNot a claim: " << literal(type.not_a_claim) << "\n";
}

}  // namespace

void write_rule_list(std::ostream& out, const Lexicons& lexicons) {
  std::size_t width = 0;
  for (const RuleInfo& rule : lexicons.rules()) width = std::max(width, rule.id.size());
  for (const RuleInfo& rule : lexicons.rules()) {
    out << padded(rule.id, width + 2) << padded(std::string(to_string(rule.severity)), 8)
        << rule.type << '\n';
  }
}

void write_rule(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule) {
  out << rule.id << "\n  type      " << rule.type << "\n  severity  " << to_string(rule.severity)
      << "\n  message   " << rule.message << '\n';
  if (!rule.instead.empty()) out << "  safer     " << rule.instead << '\n';
  out << "  defined   " << rule.file << ':' << rule.line << '\n';
  if (const TypeInfo* const type = type_of(lexicons, rule)) {
    out << "\nmeaning\n  " << type->meaning << '\n';
    if (!type->not_a_claim.empty()) out << "\nnot a claim\n  " << type->not_a_claim << '\n';
  }
  out << "\nbasis\n";
  write_basis(out, lexicons, rule);
  out << "\nreported\n";
  for (const std::string& example : rule.want) out << "  " << example << '\n';
  out << "\nnot reported\n";
  for (const std::string& example : rule.absent) out << "  " << example << '\n';
}

void write_model(std::ostream& out, const Lexicons& lexicons) {
  out << "model\n  message   no rule found this, but it reads like a claim of its type\n"
         "  severity  medium at most, low where the confidence is low\n\n"
         "confidence of claims, and how many of them were of their type in articles that the "
         "model\n"
         "was not fitted to\n";
  for (const BandInfo& band : lexicons.bands()) {
    out << "  " << padded(std::string(to_string(band.confidence)), 8)
        << std::lround(band.precision * 100) << " % of " << band.count << '\n';
  }
}

void write_rule_markdown(std::ostream& out, const Lexicons& lexicons, const RuleInfo& rule) {
  out << "\n### " << rule.id << "\n\n"
      << "Severity " << to_string(rule.severity) << ": " << literal(rule.message) << ".\n";
  if (!rule.instead.empty()) out << "\nSafer: " << literal(rule.instead) << ".\n";
  out << '\n';
  write_basis_markdown(out, lexicons, rule);
  write_examples_markdown(out, "Reported", rule.want);
  write_examples_markdown(out, "Not reported", rule.absent);
}

void write_rules_markdown(std::ostream& out, const Lexicons& lexicons) {
  out << "# Rules\n\nWritten by `claimlint rules --format markdown`. claimlint is a screening aid, "
         "not a legal finding.\n";
  for (const TypeInfo& type : lexicons.types()) {
    write_type_markdown(out, type);
    for (const RuleInfo& rule : lexicons.rules()) {
      if (rule.type == type.id) write_rule_markdown(out, lexicons, rule);
    }
  }
}

}  // namespace claimlint::cli
