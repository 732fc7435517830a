// SPDX-License-Identifier: Apache-2.0
#include "first_sentences.hpp"

namespace claimlint {

text::Document first_sentences(const text::Document& document, std::size_t count) {
  text::Document first;
  first.text.to_source = document.text.to_source;
  first.text.markup = document.text.markup;
  first.text.markup_to_source = document.text.markup_to_source;
  first.folded.to_clean = document.folded.to_clean;
  if (count == 0) return first;

  const text::SentenceRange& last = document.sentences[count - 1];
  const std::size_t clean_end = document.clean_span(last.folded).end;
  first.text.clean = document.text.clean.substr(0, clean_end);
  first.text.blocks.assign(document.text.blocks.begin(),
                           document.text.blocks.begin() + last.block + 1);
  first.text.blocks.back().clean.end = clean_end;
  first.folded.text = document.folded.text.substr(0, last.folded.end);
  first.tokens.assign(document.tokens.begin(), document.tokens.begin() + last.tokens.last);
  first.sentences.assign(document.sentences.begin(),
                         document.sentences.begin() + static_cast<std::ptrdiff_t>(count));
  for (const Note& note : document.folded.notes) {
    if (!note.span || note.span->end <= clean_end) first.folded.notes.push_back(note);
  }
  return first;
}

}  // namespace claimlint
