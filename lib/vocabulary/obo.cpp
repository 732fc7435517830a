// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "entries.hpp"

/// OBO flat files 1.2 and 1.4: [Term] stanzas; every other stanza is passed over.
namespace claimlint::vocabulary {
namespace {

constexpr std::array<std::string_view, 4> kScopes{"EXACT", "RELATED", "NARROW", "BROAD"};

// The top of a smaller hierarchy may well be a thing: "arthritis" above its kinds.
constexpr std::size_t kMinHierarchy = 100;

/// The offset of the first `wanted` that no backslash stands before, or npos.
std::size_t find_plain(std::string_view text, char wanted, std::size_t from = 0) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == wanted) {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      plain += text[i];
      continue;
    }
    const char next = text[++i];
    plain += next == 'n' || next == 'W' || next == 't' ? ' ' : next;
  }
  return plain;
}

/// A value without its comment and its trailing modifiers: `name {xref="a"} ! comment`.
std::string_view bare(std::string_view value) {
  value = trim(value.substr(0, find_plain(value, '!')));
  if (value.ends_with('}') && !value.ends_with("\\}")) {
    const std::size_t open = find_plain(value, '{');
    if (open != std::string_view::npos && open > 0) value = trim(value.substr(0, open));
  }
  return value;
}

class OboReader {
 public:
  explicit OboReader(Reading& reading) : reading_(reading), rest_(reading.text) {}

  std::vector<Entry> run() {
    while (!rest_.empty()) read_line();
    finish();
    drop_top();
    return std::move(entries_);
  }

 private:
  struct Tag {
    void (OboReader::*read)(std::string_view value, Place at);
    std::string_view name;
  };

  std::string root_of(const std::string& id) const {
    constexpr int kMaxDepth = 64;  // ends a circle
    std::string at = id;
    for (int depth = 0; depth < kMaxDepth; ++depth) {
      const auto parent = parents_.find(at);
      if (parent == parents_.end()) break;
      at = parent->second;
    }
    return at;
  }

  // "disease" is the vocabulary's subject and names nothing in it.
  void drop_top() {
    if (entries_.size() < kMinHierarchy) return;
    std::unordered_map<std::string, std::size_t> below;
    for (const Entry& entry : entries_) ++below[root_of(entry.id)];
    std::erase_if(entries_, [&](const Entry& entry) {
      const auto count = below.find(entry.id);
      if (count == below.end() || count->second * 2 < entries_.size()) return false;
      reading_.skipped.add("the top of a hierarchy", entry.name.text);
      return true;
    });
  }

  // A backslash at the end of a line goes on with the next one.
  void read_line() {
    ++line_;
    std::string_view line = take_line(rest_);
    const Place at{line_, 1};
    if (ends_in_backslash(line) && !rest_.empty()) line = continued(line);
    line = trim(line);
    if (line.empty() || line.front() == '!') return;
    if (line.front() == '[') return open_stanza(line, at);
    if (in_term_ || !seen_stanza_) read_tag(line, at);
  }

  // Only the part that came last is looked at: a file may be one line of millions of parts. What is
  // kept of the one before ends in an even number of backslashes, which changes nothing.
  std::string_view continued(std::string_view part) {
    continued_.clear();
    while (ends_in_backslash(part) && !rest_.empty()) {
      continued_.append(part.substr(0, part.size() - 1));
      ++line_;
      part = take_line(rest_);
    }
    return continued_.append(part);
  }

  static bool ends_in_backslash(std::string_view line) {
    const std::size_t last = line.find_last_not_of('\\');
    const std::size_t count = line.size() - (last == std::string_view::npos ? 0 : last + 1);
    return count % 2 == 1;
  }

  void open_stanza(std::string_view line, Place at) {
    finish();
    const std::string_view title = bare(line);
    if (!title.ends_with(']')) return reading_.problems.add(at, "a stanza's '[' is not closed");
    in_term_ = title == "[Term]";
    seen_stanza_ = true;
    if (in_term_) term_.emplace().at = at;
  }

  void read_tag(std::string_view line, Place at) {
    const std::size_t colon = find_plain(line, ':');
    if (colon == std::string_view::npos) {
      return reading_.problems.add(at, "expected 'tag: value' or a stanza");
    }
    if (!seen_stanza_) return;
    static constexpr std::array<Tag, 6> kTags{{{&OboReader::read_id, "id"},
                                               {&OboReader::read_name, "name"},
                                               {&OboReader::read_synonym, "synonym"},
                                               {&OboReader::read_xref, "xref"},
                                               {&OboReader::read_obsolete, "is_obsolete"},
                                               {&OboReader::read_parent, "is_a"}}};
    const std::string_view name = trim(line.substr(0, colon));
    const auto* tag = std::find_if(kTags.begin(), kTags.end(),
                                   [&](const Tag& known) { return known.name == name; });
    if (tag == kTags.end()) return;
    std::string_view value = line.substr(colon + 1);
    const std::size_t blanks = value.size() - trim(value).size();
    value = trim(value);
    (this->*tag->read)(value, {at.line, colon + 2 + blanks});
  }

  void read_id(std::string_view value, Place at) {
    set_once(term_->id, term_->at, "id", value, at);
  }

  void read_name(std::string_view value, Place at) {
    set_once(term_->name.text, term_->name.at, "name", value, at);
  }

  void set_once(std::string& text, Place& place, std::string_view tag, std::string_view value,
                Place at) {
    if (!text.empty()) {
      return reading_.problems.add(at, "a term has one " + std::string(tag) + " only");
    }
    text = unescaped(bare(value));
    place = at;
    if (text.empty()) reading_.problems.add(at, "an empty " + std::string(tag));
  }

  void read_synonym(std::string_view value, Place at) {
    if (!value.starts_with('"')) return reading_.problems.add(at, "a synonym's quote is missing");
    const std::size_t close = find_plain(value, '"', 1);
    if (close == std::string_view::npos) {
      return reading_.problems.add(at, "a synonym's quote is not closed");
    }
    std::string text = unescaped(trim(value.substr(1, close - 1)));
    std::string_view rest = trim(value.substr(close + 1));
    const std::size_t list = rest.find('[');
    if (list != std::string_view::npos && find_plain(rest, ']', list) == std::string_view::npos) {
      return reading_.problems.add(at, "a synonym's '[' is not closed");
    }
    const std::optional<std::string_view> scope = scope_of(trim(rest.substr(0, list)), at);
    if (!scope) return;
    const bool lay = rest.substr(0, list).find("layperson") != std::string_view::npos;
    if (!reading_.options.all_synonyms && *scope != "EXACT" && !lay) {
      return reading_.skipped.add("a synonym that is not exact", text);
    }
    term_->synonyms.push_back({std::move(text), {at.line, at.column + 1}});
  }

  // A type may follow the scope ("EXACT PLURAL"); without a scope a synonym is RELATED.
  std::optional<std::string_view> scope_of(std::string_view words, Place at) {
    const std::string_view first = words.substr(0, words.find_first_of(" \t{"));
    if (first.empty()) return "RELATED";
    const auto* scope = std::find(kScopes.begin(), kScopes.end(), first);
    if (scope != kScopes.end()) return *scope;
    reading_.problems.add(at, "unknown scope '" + excerpt(first) +
                                  "' of a synonym; known are: EXACT, RELATED, NARROW, BROAD");
    return std::nullopt;
  }

  void read_xref(std::string_view value, Place /*at*/) {
    value = bare(value);
    const std::size_t end = std::min(value.find_first_of(" \t"), value.size());
    term_->xrefs.push_back(unescaped(value.substr(0, end)));
  }

  void read_obsolete(std::string_view value, Place /*at*/) { obsolete_ = bare(value) == "true"; }
  void read_parent(std::string_view value, Place /*at*/) {
    value = bare(value);
    parents_.try_emplace(term_->id, value.substr(0, value.find_first_of(" \t")));
  }

  void finish() {
    if (!term_) return;
    Entry term = *std::exchange(term_, std::nullopt);
    const bool obsolete = std::exchange(obsolete_, false);
    in_term_ = false;
    if (term.id.empty()) return reading_.problems.add(term.at, "a term without an id");
    if (obsolete) return reading_.skipped.add("obsolete", term.name.text);
    if (term.name.text.empty()) return reading_.skipped.add("a term without a name", term.id);
    entries_.push_back(std::move(term));
  }

  Reading& reading_;
  std::string_view rest_;
  std::size_t line_ = 0;
  bool in_term_ = false;
  bool seen_stanza_ = false;
  bool obsolete_ = false;
  std::string continued_;
  std::optional<Entry> term_;
  std::unordered_map<std::string, std::string> parents_;  ///< the first of each term
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> read_obo(Reading& reading) { return OboReader(reading).run(); }

}  // namespace claimlint::vocabulary
