// SPDX-License-Identifier: Apache-2.0
#include "html_tokens.hpp"

#include <algorithm>

namespace claimlint::input {
namespace {

CharacterMode mode_of(ContentModel model) {
  switch (model) {
    case ContentModel::data:
      return CharacterMode::data;
    case ContentModel::rcdata:
      return CharacterMode::rcdata;
    case ContentModel::cdata:
      return CharacterMode::cdata;
    case ContentModel::rawtext:
    case ContentModel::script:
    case ContentModel::plaintext:
      return CharacterMode::raw;
  }
  return CharacterMode::data;
}

/// The end of a comment that the end of the text cuts short.
std::size_t end_of_cut_comment(std::string_view content) {
  for (const std::string_view begun : {"--!", "--", "-"}) {
    if (content.ends_with(begun)) return content.size() - begun.size();
  }
  return content.size();
}

}  // namespace

const HtmlAttribute* HtmlToken::attribute(std::string_view attribute_name) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(),
                   [=](const HtmlAttribute& each) { return each.name == attribute_name; });
  return found == attributes.end() ? nullptr : &*found;
}

std::string value_of(std::string_view markup, const HtmlToken& tag, std::string_view attribute) {
  const HtmlAttribute* const found = tag.attribute(attribute);
  if (found == nullptr) return {};
  return characters_of(markup, found->value, CharacterMode::attribute);
}

void HtmlTokenizer::enter(ContentModel model, std::string_view name) {
  model_ = model;
  element_ = name;
}

const HtmlToken& HtmlTokenizer::next() {
  do {
    token_.kind = TokenKind::end;
    token_.span = token_.content = {at_, at_};
    if (at_ >= markup_.size()) break;
    const bool is_tag = model_ == ContentModel::data ? is_markup(at_) : is_end_tag(at_);
    if (!is_tag || model_ == ContentModel::plaintext) {
      read_text();
    } else if (model_ == ContentModel::data) {
      read_markup();
    } else {
      model_ = ContentModel::data;
      read_tag(TokenKind::end_tag, at_ + 2);
    }
  } while (token_.kind == TokenKind::end);  // "</>" and a tag that is cut short are nothing
  return token_;
}

void HtmlTokenizer::finish(TokenKind kind, std::size_t end) {
  token_.kind = kind;
  token_.span.end = at_ = end;
}

void HtmlTokenizer::read_text() {
  std::size_t end = markup_.size();
  std::size_t next = end;
  const CharacterMode mode = mode_of(model_);
  if (model_ == ContentModel::data) {
    next = end = find_markup(at_);
  } else if (model_ == ContentModel::script) {
    next = end = find_script_end(at_);
  } else if (model_ == ContentModel::cdata) {
    end = std::min(markup_.find("]]>", at_), markup_.size());
    next = std::min(end + 3, markup_.size());
    model_ = ContentModel::data;
  } else if (model_ != ContentModel::plaintext) {
    next = end = find_end_tag(at_);
  }
  token_.content = {at_, end};
  token_.mode = mode;
  finish(end > at_ ? TokenKind::text : TokenKind::end, next);
}

/// Whether what begins at a "<" is anything but text.
bool HtmlTokenizer::is_markup(std::size_t offset) const {
  if (at(offset) != '<') return false;
  const char c = at(offset + 1);
  if (c == '/') return offset + 2 < markup_.size();
  return c == '!' || c == '?' || is_html_letter(c);
}

std::size_t HtmlTokenizer::find_markup(std::size_t from) const {
  for (std::size_t found = markup_.find('<', from); found != std::string_view::npos;
       found = markup_.find('<', found + 1)) {
    if (is_markup(found)) return found;
  }
  return markup_.size();
}

bool HtmlTokenizer::has_letters(std::size_t offset, std::string_view lower) const {
  return offset <= markup_.size() && begins_with_lower(markup_.substr(offset), lower);
}

/// Whether a tag's name is over here. The end of the text does not end it.
bool HtmlTokenizer::ends_name(std::size_t offset) const {
  const char c = at(offset);
  return is_html_space(c) || c == '/' || c == '>';
}

bool HtmlTokenizer::is_end_tag(std::size_t offset) const {
  return model_ != ContentModel::cdata && !element_.empty() && at(offset) == '<' &&
         at(offset + 1) == '/' && has_letters(offset + 2, element_) &&
         ends_name(offset + 2 + element_.size());
}

std::size_t HtmlTokenizer::find_end_tag(std::size_t from) const {
  for (std::size_t found = markup_.find("</", from); found != std::string_view::npos;
       found = markup_.find("</", found + 1)) {
    if (is_end_tag(found)) return found;
  }
  return markup_.size();
}

/// A script that is wrapped in a comment may write out script tags of its own.
std::size_t HtmlTokenizer::find_script_end(std::size_t from) const {
  constexpr std::string_view kScript = "script";
  bool escaped = false;
  bool inner = false;
  for (std::size_t i = from; i < markup_.size(); ++i) {
    if (markup_[i] == '<') {
      if (!inner && is_end_tag(i)) return i;
      if (!escaped && has_letters(i, "<!--")) {
        escaped = true;
        ++i;  // its dashes may be those of "-->"
      } else if (escaped && !inner && has_letters(i + 1, kScript)) {
        inner = ends_name(i + 1 + kScript.size());
      } else if (inner && at(i + 1) == '/' && has_letters(i + 2, kScript)) {
        inner = !ends_name(i + 2 + kScript.size());
      }
    } else if (escaped && markup_[i] == '-' && has_letters(i, "-->")) {
      escaped = inner = false;
    }
  }
  return markup_.size();
}

void HtmlTokenizer::read_markup() {
  const char c = at(at_ + 1);
  if (is_html_letter(c)) {
    read_tag(TokenKind::start_tag, at_ + 1);
  } else if (c == '?') {
    read_bogus_comment(at_ + 1);
  } else if (c == '/') {
    if (is_html_letter(at(at_ + 2))) {
      read_tag(TokenKind::end_tag, at_ + 2);
    } else if (at(at_ + 2) == '>') {
      finish(TokenKind::end, at_ + 3);
    } else {
      read_bogus_comment(at_ + 2);
    }
  } else if (has_letters(at_ + 2, "--")) {
    read_comment();
  } else if (has_letters(at_ + 2, "doctype")) {
    read_bogus_comment(at_ + 9);
    token_.kind = TokenKind::doctype;
  } else if (allows_cdata_ && markup_.substr(at_ + 2).starts_with("[CDATA[")) {
    at_ += 9;
    model_ = ContentModel::cdata;
    read_text();
  } else {
    read_bogus_comment(at_ + 2);
  }
}

void HtmlTokenizer::read_bogus_comment(std::size_t begin) {
  const std::size_t close = std::min(markup_.find('>', begin), markup_.size());
  token_.content = {begin, close};
  finish(TokenKind::comment, std::min(close + 1, markup_.size()));
}

void HtmlTokenizer::read_comment() {
  const std::size_t begin = at_ + 4;
  for (const std::string_view abrupt : {">", "->"}) {
    if (!markup_.substr(begin).starts_with(abrupt)) continue;
    token_.content = {begin, begin};
    return finish(TokenKind::comment, begin + abrupt.size());
  }
  for (std::size_t found = markup_.find("--", begin); found != std::string_view::npos;
       found = markup_.find("--", found + 1)) {
    const std::size_t size = at(found + 2) == '>' ? 3 : has_letters(found + 2, "!>") ? 4 : 0;
    if (size == 0) continue;
    token_.content = {begin, found};
    return finish(TokenKind::comment, found + size);
  }
  token_.content = {begin, begin + end_of_cut_comment(markup_.substr(begin))};
  finish(TokenKind::comment, markup_.size());
}

void HtmlTokenizer::skip_white_space() {
  while (at_ < markup_.size() && is_html_space(markup_[at_])) ++at_;
}

void HtmlTokenizer::append_name(std::string& name, std::string_view also_ends) {
  const std::size_t begin = at_;
  while (at_ < markup_.size() && !ends_name(at_) &&
         also_ends.find(markup_[at_]) == std::string_view::npos) {
    ++at_;
  }
  name += to_lower_html(characters_of(markup_, {begin, at_}, CharacterMode::raw));
}

void HtmlTokenizer::read_tag(TokenKind kind, std::size_t name_begin) {
  token_.attributes.clear();
  token_.self_closing = false;
  token_.name.clear();
  at_ = name_begin;
  append_name(token_.name, {});
  for (;;) {
    skip_white_space();
    if (at_ >= markup_.size()) return;  // cut short: no token
    if (markup_[at_] == '>') return finish(kind, at_ + 1);
    if (markup_[at_] == '/') {
      ++at_;
      token_.self_closing = at(at_) == '>';
    } else {
      read_attribute();
    }
  }
}

void HtmlTokenizer::read_attribute() {
  HtmlAttribute attribute;
  if (markup_[at_] == '=') {  // at the begin it belongs to the name
    attribute.name = "=";
    ++at_;
  }
  append_name(attribute.name, "=");
  attribute.value = {at_, at_};
  skip_white_space();
  if (at(at_) == '=') {
    ++at_;
    skip_white_space();
    read_attribute_value(attribute);
  }
  token_.attributes.push_back(std::move(attribute));
}

void HtmlTokenizer::read_attribute_value(HtmlAttribute& attribute) {
  const char quote = at(at_);
  if (quote == '"' || quote == '\'') {
    const std::size_t close = std::min(markup_.find(quote, at_ + 1), markup_.size());
    attribute.value = {at_ + 1, std::max(close, at_ + 1)};
    at_ = std::min(close + 1, markup_.size());
    return;
  }
  const std::size_t begin = at_;
  while (at_ < markup_.size() && markup_[at_] != '>' && !is_html_space(markup_[at_])) ++at_;
  attribute.value = {begin, at_};
}

}  // namespace claimlint::input
