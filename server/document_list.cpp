// SPDX-License-Identifier: Apache-2.0
#include "document_list.hpp"

#include <exception>
#include <iostream>
#include <utility>

#include "claimlint/pages.hpp"
#include "claimlint/report_reader.hpp"

namespace claimlint::server {
namespace {

std::string page_data(const Report& report, const Lexicons& lexicons) {
  return review_document(report, {.lexicons = &lexicons});
}

}  // namespace

DocumentList::DocumentList(const Reviews& reviews, const Auditor& auditor)
    : reviews_(reviews), auditor_(auditor) {
  try {
    json();
  } catch (const std::exception& error) {
    // What was decided can be had all the same; who asks for the list is told.
    std::cerr << std::string("claimlint: ") + error.what() + '\n';
  }
}

std::shared_ptr<const std::string> DocumentList::json() {
  const std::unique_lock making(making_, std::try_to_lock);
  // Another thread is at it. What there was is good enough meanwhile.
  if (!making) return kept();
  const std::optional<ReviewRun> run = reviews_.run();
  if (!run) return nullptr;
  if (run->id != run_) {
    auto made = make(*run);
    const std::lock_guard lock(mutex_);
    json_ = std::move(made);
    run_ = run->id;
  }
  return kept();
}

std::shared_ptr<const std::string> DocumentList::kept() const {
  const std::lock_guard lock(mutex_);
  return json_;
}

std::shared_ptr<const std::string> DocumentList::make(const ReviewRun& run) const {
  ReviewIndex index(&auditor_.lexicons());
  Summary summary;
  for (const std::int64_t document : reviews_.documents(run.id)) {
    const std::optional<std::string> json = reviews_.json(document);
    if (!json) continue;
    const Report report = read_document(*json);
    index.add(report, std::to_string(document), page_data(report, auditor_.lexicons()));
    summary.add(report);
  }
  if (summary.documents == 0) return nullptr;
  Tool tool = auditor_.tool();
  tool.version = run.tool;
  tool.lexicons = run.lexicons;
  tool.configuration = run.configuration;
  return std::make_shared<const std::string>(index.json("served", tool, summary));
}

std::optional<std::string> document_json(const Reviews& reviews, const Lexicons& lexicons,
                                         std::int64_t document) {
  const std::optional<std::string> json = reviews.json(document);
  if (!json) return std::nullopt;
  return page_data(read_document(*json), lexicons);
}

}  // namespace claimlint::server
