// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include <new>
#include <stdexcept>
#include <utility>

#include "claimlint/store.hpp"
#include "content.hpp"

namespace claimlint::batch {
namespace {

Report out_of_memory(const Source& source) {
  return unread_report(source, "budget", "needs more memory than there is");
}

void note_change(Report& report) {
  if (report.status == Status::audited) report.status = Status::partial;
  report.reasons.emplace_back("changed");
  report.notes.push_back(
      {"source.changed", "the file changed while it was being read", std::nullopt});
}

/// What a store keeps of a report: many wait for it at once.
std::shared_ptr<const Report> kept_of(const Report& report) {
  auto kept = std::make_shared<Report>();
  *kept = {.path = report.path,
           .path_bytes = report.path_bytes,
           .source = report.source,
           .format = report.format,
           .encoding = report.encoding,
           .language = report.language,
           .bytes = report.bytes,
           .sha256 = report.sha256,
           .content_sha256 = report.content_sha256,
           .coordinates = report.coordinates,
           .extracted = {},
           .status = report.status,
           .reasons = report.reasons,
           .notes = report.notes,
           .findings = report.findings,
           .score = report.score,
           .sentences = {},
           .hidden = report.hidden};
  for (const Sentence& sentence : report.sentences) {
    if (sentence.claims.empty()) continue;
    kept->sentences.push_back(sentence);
    kept->sentences.back().mentions.clear();
  }
  return kept;
}

/// Of a document that the store has it needs only how the run names it.
std::shared_ptr<const Report> named(const Report& report) {
  auto name = std::make_shared<Report>();
  name->path = report.path;
  name->status = report.status;
  name->reasons = report.reasons;
  return name;
}

}  // namespace

Done Desk::process(const Found& found) {
  const Source source = source_of(found);
  try {
    return finish(read_and_audit(found, source));
  } catch (const std::bad_alloc&) {
    return finish({out_of_memory(source), std::nullopt});
  } catch (const std::length_error&) {
    return finish({out_of_memory(source), std::nullopt});
  }
}

Source Desk::source_of(const Found& found) const {
  Source source{.path = found.path, .format = options_.format};
  if (options_.describe) options_.describe(source);
  return source;
}

Done Desk::read_and_audit(const Found& found, const Source& source) {
  const Content content = read_content(options_, found);
  if (!content.reason.empty()) {
    return {unread_report(source, content.reason, content.message), std::nullopt};
  }
  const Auditor& auditor = options_.auditor_for ? options_.auditor_for(found.path) : auditor_;
  Done done;
  if (options_.store != nullptr && !content.changed) {
    done.key = document_key(content.bytes, source, tool_of(auditor));
    if (options_.reuse && take_from_store(done)) return done;
  }
  done.report = auditor.audit(content.bytes, source);
  if (content.changed) note_change(done.report);
  return done;
}

bool Desk::take_from_store(Done& done) const {
  auto stored = options_.store->find(done.key, options_.store_output);
  if (!stored) return false;
  done.report = std::move(stored->report);
  done.rendered = std::move(stored->rendered);
  done.known = stored->row;
  return true;
}

Done Desk::finish(Done done) const {
  if (options_.store != nullptr) {
    done.kept = done.known != 0 ? named(done.report) : kept_of(done.report);
  }
  if (options_.complete) options_.complete(done.report);
  if (done.known == 0) done.rendered = writer_.rendered(done.report);
  return done;
}

const Tool& Desk::tool_of(const Auditor& auditor) {
  const std::lock_guard lock(tools_mutex_);
  const auto known = tools_.find(&auditor);
  return known != tools_.end() ? known->second
                               : tools_.emplace(&auditor, auditor.tool()).first->second;
}

}  // namespace claimlint::batch
