// SPDX-License-Identifier: Apache-2.0
#include "flags.hpp"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "compare_flags.hpp"
#include "decision_flags.hpp"
#include "folder_flags.hpp"
#include "lexicon_flags.hpp"
#include "limit_flags.hpp"
#include "numbers.hpp"
#include "serve_flags.hpp"
#include "store_flags.hpp"

namespace claimlint::cli {
namespace {

namespace po = boost::program_options;

constexpr unsigned kMaxJobs = 1024;

template <typename Value>
struct Choice {
  std::string_view name;
  Value meaning;
};

template <typename Choices>
auto choose(const Choices& choices, const std::string& flag, const std::string& value) {
  std::string names;
  for (const auto& choice : choices) {
    if (choice.name == value) return choice.meaning;
    names.append(names.empty() ? "" : ", ").append(choice.name);
  }
  throw UsageError("--" + flag + ": '" + value + "' is none of " + names);
}

/// A choice whose meaning is its name.
template <typename Formats>
std::string choose_name(const Formats& formats, const std::string& flag, const std::string& value) {
  std::vector<Choice<std::string>> choices;
  choices.reserve(formats.size());
  for (const auto& format : formats) choices.push_back({format.name, std::string(format.name)});
  return choose(choices, flag, value);
}

template <typename Choices>
std::vector<std::string> names_of(const Choices& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const auto& choice : choices) names.emplace_back(choice.name);
  return names;
}

template <typename Formats>
std::string doc_of(std::string doc, const Formats& formats) {
  for (const auto& format : formats) {
    doc.append("\n  ").append(format.name).append(": ").append(format.description);
  }
  return doc;
}

std::vector<std::string> split_list(const std::string& flag, const std::string& value) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    if (end == begin) throw UsageError("--" + flag + ": '" + value + "' has an empty item");
    items.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

constexpr std::array kFailOn = {Choice<std::optional<Severity>>{"low", Severity::low},
                                Choice<std::optional<Severity>>{"medium", Severity::medium},
                                Choice<std::optional<Severity>>{"high", Severity::high},
                                Choice<std::optional<Severity>>{"never", std::nullopt}};
constexpr std::array kSeverities = {Choice<Severity>{"low", Severity::low},
                                    Choice<Severity>{"medium", Severity::medium},
                                    Choice<Severity>{"high", Severity::high}};
constexpr std::array kSentences = {Choice<SentenceFilter>{"all", SentenceFilter::all},
                                   Choice<SentenceFilter>{"annotated", SentenceFilter::annotated},
                                   Choice<SentenceFilter>{"flagged", SentenceFilter::flagged}};
constexpr std::array kColours = {Choice<Colour>{"auto", Colour::automatic},
                                 Choice<Colour>{"always", Colour::always},
                                 Choice<Colour>{"never", Colour::never}};

constexpr std::array kLineBreaks = {Choice<LineBreaks>{"auto", LineBreaks::automatic},
                                    Choice<LineBreaks>{"hard", LineBreaks::hard},
                                    Choice<LineBreaks>{"soft", LineBreaks::soft}};

constexpr std::array kOffsets = {Choice<OffsetUnit>{"bytes", OffsetUnit::bytes},
                                 Choice<OffsetUnit>{"code-points", OffsetUnit::code_points},
                                 Choice<OffsetUnit>{"utf-16", OffsetUnit::utf16},
                                 Choice<OffsetUnit>{"line-column", OffsetUnit::line_column}};

constexpr std::array kPageFormats = {Choice<bool>{"text", true}, Choice<bool>{"markdown", true}};

void set_offsets(Settings& settings, const std::string& value) {
  settings.offsets = choose(kOffsets, "offsets", value);
  settings.audit.with_text |= settings.offsets != OffsetUnit::bytes;
}

void set_format(Settings& settings, const std::string& value) {
  settings.format = choose_name(output_formats(), "format", value);
  settings.audit.with_text |= find_output_format(value)->needs_text;
  settings.compare.clusters |= value == "html";  // its overview shows them
}

/// The flags that decide what is found.
std::vector<Flag> audit_flags() {
  return {
      {"assume-language", "CODE", "audit explain eval serve verify",
       "take every document to be in this language (en)",
       [](Settings& s, const std::string& v) { s.audit.assume_language = v; }},
      {"input-format", "NAME", "audit explain verify",
       doc_of("read every file as", input_formats()),
       [](Settings& s, const std::string& v) {
         s.input_format = choose_name(input_formats(), "input-format", v);
       },
       names_of(input_formats())},
      {"jurisdiction", "LIST", "audit explain eval serve verify",
       "only the rules of these, by comma: us, uk, au, eu (default all)",
       [](Settings& s, const std::string& v) {
         s.audit.jurisdictions = split_list("jurisdiction", v);
       }},
      {"lexicon-cache", "DIR", "audit explain eval lexicon rules serve verify",
       "keep what --lexicons compiles to in this folder (default claimlint in the\n"
       "user's cache folder)",
       [](Settings& s, const std::string& v) { s.lexicon_cache = v; }},
      {"no-lexicon-cache", "", "audit explain eval lexicon rules serve verify",
       "compile --lexicons anew each time",
       [](Settings& s, const std::string&) { s.lexicon_cache = ""; }},
      {"lexicons", "DIR", "audit explain eval rules serve verify",
       "layer the lexicon files of this folder over the built-in ones",
       [](Settings& s, const std::string& v) { s.lexicons = v; }},
      {"line-breaks", "WHICH", "audit explain serve verify",
       "line ends of plain text: each ends a block (hard), only empty lines do\n"
       "(soft), or tell from the text (auto, the default)",
       [](Settings& s, const std::string& v) {
         s.audit.line_breaks = choose(kLineBreaks, "line-breaks", v);
       },
       names_of(kLineBreaks)},
      {"rules-only", "", "audit explain eval serve verify", "leave the confidence model out",
       [](Settings& s, const std::string&) { s.audit.rules_only = true; }},
      {"with-vetoed", "", "audit serve verify",
       "keep what was found and not reported, each with its reason",
       [](Settings& s, const std::string&) { s.audit.with_vetoed = true; }},
  };
}

/// The flags that decide what is shown of it, and where.
std::vector<Flag> output_flags() {
  return {
      {"at-least", "SEVERITY", "audit",
       "list claims from this severity on (low, medium, high); json and jsonl\n"
       "list all",
       [](Settings& s, const std::string& v) { s.at_least = choose(kSeverities, "at-least", v); },
       names_of(kSeverities)},
      {"colour", "WHEN", "audit explain", "colours in text: auto, always, never",
       [](Settings& s, const std::string& v) { s.colour = choose(kColours, "colour", v); },
       names_of(kColours)},
      {"errors", "N", "eval", "show N sentences on which the audit and the annotation differ",
       [](Settings& s, const std::string& v) {
         s.errors = read_number<std::size_t>("errors", v, 0, 1000000);
       }},
      {"keep-text", "DIR", "audit",
       "write the text that offsets are of to DIR/PATH.txt, for documents it had\n"
       "to be taken out of (docx, pdf)",
       [](Settings& s, const std::string& v) { s.keep_text = v; }},
      {"offsets", "UNIT", "audit verify",
       "what places of reports count: bytes (the default), code-points, utf-16 or\n"
       "line-column",
       set_offsets, names_of(kOffsets)},
      {"output", "FILE", "audit",
       "write to this file, which appears when it is complete; with --format html\n"
       "and a name that ends with /, to a folder of pages",
       [](Settings& s, const std::string& v) { s.output = v; }},
      {"output", "FILE", "diff", "write to this file, which appears when it is complete",
       [](Settings& s, const std::string& v) { s.output = v; }},
      {"rule", "ID", "explain", "only what this rule found",
       [](Settings& s, const std::string& v) { s.rule = v; }},
      {"sentences", "WHICH", "audit verify",
       "list all sentences, annotated or flagged ones (default all)",
       [](Settings& s, const std::string& v) { s.sentences = choose(kSentences, "sentences", v); },
       names_of(kSentences)},
      {"text", "TEXT", "explain", "explain this text instead of a file",
       [](Settings& s, const std::string& v) { s.text = v; }},
  };
}

/// The flags that decide how a command runs and ends.
std::vector<Flag> run_flags() {
  return {
      {"allow-incomplete", "", "audit diff",
       "do not exit with 3 for documents that were not audited in full",
       [](Settings& s, const std::string&) { s.allow_incomplete = true; }},
      {"fail-on", "SEVERITY", "audit diff",
       "exit with 1 for claims from this severity on (low, medium, high,\n"
       "never; default high)",
       [](Settings& s, const std::string& v) { s.fail_on = choose(kFailOn, "fail-on", v); },
       names_of(kFailOn)},
      {"help", "", "*", "show this help", [](Settings& s, const std::string&) { s.help = true; }},
      {"jobs", "N", "audit serve verify", "threads (default one for each core)",
       [](Settings& s, const std::string& v) {
         s.jobs = read_number<unsigned>("jobs", v, 0, kMaxJobs);
       }},
      {"profile", "", "audit",
       "say on standard error what each stage and each rule takes, of one thread;\n"
       "every document is audited once more for it",
       [](Settings& s, const std::string&) { s.profile = s.audit.with_text = true; }},
      {"quiet", "", "audit lexicon serve", "say nothing of progress and of single documents",
       [](Settings& s, const std::string&) { s.quiet = true; }},
  };
}

std::vector<Flag> format_flags() {
  return {
      {"format", "NAME", "audit", doc_of("form of the report (default text)", output_formats()),
       set_format, names_of(output_formats())},
      {"format", "NAME", "rules", "text or markdown (default text)",
       [](Settings& s, const std::string& v) { s.format = choose_name(kPageFormats, "format", v); },
       names_of(kPageFormats)},
  };
}

std::vector<Flag> all_flags() {
  std::vector<Flag> all;
  for (const auto& group : {audit_flags(), output_flags(), run_flags(), format_flags(),
                            lexicon_flags(), compare_flags(), decision_flags(), serve_flags(),
                            store_flags(), folder_flags(), limit_flags()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  std::sort(all.begin(), all.end(), [](const Flag& a, const Flag& b) { return a.name < b.name; });
  return all;
}

bool takes(std::string_view command, const Flag& flag) {
  const std::string commands = " " + std::string(flag.commands) + " ";
  return commands == " * " || commands.find(" " + std::string(command) + " ") != std::string::npos;
}

/// What Boost calls the arguments that are no flags.
constexpr const char* kArguments = "arguments";

po::options_description describe(const std::vector<Flag>& accepted) {
  po::options_description description;
  for (const Flag& flag : accepted) {
    const std::string name(flag.name);
    if (flag.argument.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::string>(), "");
    }
  }
  description.add_options()(kArguments, po::value<std::vector<std::string>>(), "");
  return description;
}

void apply(Settings& settings, const po::option& option, const std::vector<Flag>& accepted) {
  const std::string value = option.value.empty() ? "" : option.value.front();
  if (option.string_key == kArguments) return settings.arguments.push_back(value);
  const auto flag = std::find_if(accepted.begin(), accepted.end(), [&](const Flag& candidate) {
    return candidate.name == option.string_key;
  });
  if (flag == accepted.end()) return;
  flag->set(settings, value);
  settings.given.insert(option.string_key);
}

}  // namespace

std::vector<Flag> flags_of(std::string_view command) {
  std::vector<Flag> accepted = all_flags();
  std::erase_if(accepted, [&](const Flag& flag) { return !takes(command, flag); });
  return accepted;
}

Settings parse(const std::vector<std::string>& arguments, const std::vector<Flag>& accepted,
               Settings settings) {
  const po::options_description description = describe(accepted);
  po::positional_options_description positional;
  positional.add(kArguments, -1);
  // Without guessing: an abbreviation in a script would change its meaning with the next flag.
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  try {
    const auto parsed = po::command_line_parser(arguments)
                            .options(description)
                            .positional(positional)
                            .style(style)
                            .run();
    for (const po::option& option : parsed.options) apply(settings, option, accepted);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return settings;
}

void write_flags(std::ostream& out, const std::vector<Flag>& accepted) {
  constexpr std::size_t kDocColumn = 28;
  for (const Flag& flag : accepted) {
    std::string line = "  --" + std::string(flag.name);
    if (!flag.argument.empty()) line.append(" ").append(flag.argument);
    line.resize(std::max(line.size() + 1, kDocColumn), ' ');
    for (const char c : flag.doc) {
      line += c;
      if (c == '\n') line.append(kDocColumn, ' ');
    }
    out << line << '\n';
  }
}

}  // namespace claimlint::cli
