// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "diff_writers.hpp"
#include "page.hpp"

namespace claimlint::output {
namespace {

constexpr std::size_t kChangeWidth = 14;
constexpr std::size_t kSeverityWidth = 17;
constexpr std::size_t kPlaceWidth = 9;
constexpr std::size_t kTypeWidth = 24;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

std::string severity_text(const ClaimChange& change) {
  std::string now(to_string(change.state().severity));
  if (!change.before || !change.after) return now;
  const std::string before(to_string(change.before->severity));
  return before == now ? now : before + " -> " + now;
}

std::string place_text(const ClaimState& state) {
  return std::to_string(state.line) + ":" + std::to_string(state.column);
}

std::string risk_text(const DocumentDiff& document) {
  const auto text = [](const std::optional<DocumentState>& state) {
    return state && state->risk ? output::risk_text(*state->risk) : std::string("-");
  };
  const std::string before = text(document.before);
  const std::string after = text(document.after);
  return before == after ? "risk " + after : "risk " + before + " -> " + after;
}

/// What became of the document itself; empty where it only changed.
std::string fate_text(const DocumentDiff& document) {
  if (!document.before) return ", new document";
  if (!document.after) return ", not there any more";
  std::string text;
  if (document.renamed()) text += ", was " + printable(document.before->path);
  if (document.before->status != document.after->status) {
    text.append(", ").append(to_string(document.before->status));
    text.append(" -> ").append(to_string(document.after->status));
  }
  return text;
}

void write_change(Page& page, const ClaimChange& change) {
  const ClaimState& state = change.state();
  page.line("  " + padded(std::string(to_string(change.change)), kChangeWidth) +
            padded(severity_text(change), kSeverityWidth) + padded(place_text(state), kPlaceWidth) +
            padded(printable(state.type), kTypeWidth) + printable(state.text));
  const bool edited = change.before && change.after && change.before->text != change.after->text;
  if (edited) page.line("    was: " + printable(change.before->text));
  if (change.change == Change::moved) page.line("    was at " + place_text(*change.before));
  if (change.veto.empty()) return;
  page.line((change.after ? "    was not counted: " : "    is not counted: ") +
            printable(change.veto));
}

class TextDiffWriter final : public DiffWriter {
 public:
  explicit TextDiffWriter(std::ostream& out) : out_(out) {}

  void begin(const Tool& before, const Tool& after) override {
    if (before == after) return;
    out_ << "The two audits were made with different versions, lexicons or options: some of what\n"
            "changed may come of that.\n\n";
  }

  void document(const DocumentDiff& document) override {
    std::string text;
    Page page(text, Palette(false));
    const DocumentState& state = document.after ? *document.after : *document.before;
    page.line(printable(state.path) + ": " + risk_text(document) + fate_text(document));
    for (const ClaimChange& change : document.claims) write_change(page, change);
    page.line();
    out_ << text;
  }

  void end(const DiffTotals& totals) override {
    out_ << counted(totals.documents, "document") << " in both, " << totals.changed << " changed; "
         << totals.added << " new, " << totals.removed << " not there any more, " << totals.renamed
         << " renamed\n"
         << "claims:";
    for (std::size_t i = 0; i < kChanges; ++i) {
      out_ << (i == 0 ? " " : ", ") << totals.claims.at(i) << ' '
           << to_string(static_cast<Change>(i));
    }
    out_ << '\n';
    if (totals.less_complete > 0) {
      out_ << counted(totals.less_complete, "document") << " not audited, or in part, and not "
           << "before\n";
    }
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<DiffWriter> text_diff_writer(std::ostream& out) {
  return std::make_unique<TextDiffWriter>(out);
}

}  // namespace claimlint::output
