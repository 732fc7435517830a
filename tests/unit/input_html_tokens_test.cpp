// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "input/html_tokens.hpp"
#include "text/utf8.hpp"

using namespace claimlint::input;
using claimlint::Span;
using nlohmann::json;

namespace {

const std::filesystem::path kConformance =
    std::filesystem::path(CLAIMLINT_SOURCE_DIR).parent_path() / "shared" / "data" / "html5lib";

/// The cases write lone surrogates as \uD800: no JSON and no UTF-8 can hold them.
std::string unescape(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\u") == 0) {
      const auto value = static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16));
      claimlint::text::append_utf8(result, value);
      i += 5;
    } else {
      result += text[i];
    }
  }
  return result;
}

json unescape_all(const json& value) {
  if (value.is_string()) return unescape(value.get<std::string>());
  json result = value;
  if (value.is_structured()) {
    for (auto& each : result) each = unescape_all(each);
  }
  return result;
}

json or_null(const std::optional<std::string>& text) { return text ? json(*text) : json(nullptr); }

json shown_tag(const HtmlToken& token, const std::string& markup) {
  json attributes = json::object();
  for (const HtmlAttribute& each : token.attributes) {
    attributes.emplace(each.name, characters_of(markup, each.value, CharacterMode::attribute));
  }
  json tag = {"StartTag", token.name, attributes};
  if (token.self_closing) tag.push_back(true);
  return tag;
}

void add_token(json& tokens, const HtmlToken& token, const std::string& markup) {
  if (token.kind == TokenKind::text) {
    const std::string text = characters_of(markup, token.content, token.mode);
    if (!tokens.empty() && tokens.back()[0] == "Character") {
      tokens.back()[1] = tokens.back()[1].get<std::string>() + text;
    } else {
      tokens.push_back({"Character", text});
    }
  } else if (token.kind == TokenKind::start_tag) {
    tokens.push_back(shown_tag(token, markup));
  } else if (token.kind == TokenKind::end_tag) {
    tokens.push_back({"EndTag", token.name});
  } else if (token.kind == TokenKind::comment) {
    tokens.push_back({"Comment", characters_of(markup, token.content, CharacterMode::raw)});
  } else {
    const std::string_view content =
        std::string_view(markup).substr(token.content.begin, token.content.size());
    const Doctype doctype = read_doctype(content, token.span.end > token.content.end);
    tokens.push_back({"DOCTYPE", or_null(doctype.name), or_null(doctype.public_id),
                      or_null(doctype.system_id), !doctype.force_quirks});
  }
}

json tokens_of(const std::string& markup, ContentModel model, const std::string& element) {
  HtmlTokenizer tokenizer(markup);
  tokenizer.enter(model, element);
  json tokens = json::array();
  std::size_t end = 0;
  for (;;) {
    const HtmlToken& token = tokenizer.next();
    if (token.kind == TokenKind::end) return tokens;
    CHECK(token.span.begin >= end);
    CHECK(token.span.end > token.span.begin);
    end = token.span.end;
    add_token(tokens, token, markup);
  }
}

json tokens_of(const std::string& markup) { return tokens_of(markup, ContentModel::data, ""); }

const std::map<std::string, ContentModel> kModels = {
    {"Data state", ContentModel::data},           {"RCDATA state", ContentModel::rcdata},
    {"RAWTEXT state", ContentModel::rawtext},     {"Script data state", ContentModel::script},
    {"PLAINTEXT state", ContentModel::plaintext}, {"CDATA section state", ContentModel::cdata}};

struct Tally {
  std::size_t cases = 0;
  std::size_t passed = 0;
};

void run_case(const json& test, Tally& tally) {
  const bool escaped = test.value("doubleEscaped", false);
  const std::string input = escaped ? unescape(test["input"]) : test["input"].get<std::string>();
  const json output = escaped ? unescape_all(test["output"]) : test["output"];
  const json states = test.value("initialStates", json::array({"Data state"}));
  for (const auto& state : states) {
    const json found = tokens_of(input, kModels.at(state), test.value("lastStartTag", ""));
    ++tally.cases;
    if (found == output) ++tally.passed;
    CHECK_MESSAGE(found == output, test["description"].get<std::string>());
  }
}

}  // namespace

TEST_CASE("html tokens: html5lib's tokenizer tests pass") {
  if (!std::filesystem::exists(kConformance)) {
    MESSAGE("not run: the html5lib tests are not beside the repository");
    return;
  }
  Tally tally;
  for (const auto& entry : std::filesystem::directory_iterator(kConformance)) {
    if (entry.path().extension() != ".test") continue;
    std::ifstream file(entry.path());
    // The file xmlViolation.test is for tokenizers that feed XML tools; it has no key "tests".
    const json all = json::parse(file);
    for (const auto& test : all.value("tests", json::array())) run_case(test, tally);
  }
  MESSAGE(tally.passed << " of " << tally.cases << " html5lib cases passed");
  CHECK(tally.cases > 6800);
}

TEST_CASE("html tokens: an empty text has none") { CHECK(tokens_of("").empty()); }

TEST_CASE("html tokens: what is no markup is text") {
  for (const std::string text : {"a < b", "1<2", "a <", "a </", "<3"}) {
    CHECK(tokens_of(text) == json::array({json::array({"Character", text})}));
  }
}

TEST_CASE("html tokens: each knows where it stands") {
  const std::string markup = "a<p title='x &amp; y'>b</p ><!--c-->";
  HtmlTokenizer tokenizer(markup);
  CHECK(tokenizer.next().span == Span{0, 1});
  const HtmlToken& tag = tokenizer.next();
  CHECK(tag.span == Span{1, 22});
  REQUIRE(tag.attribute("title") != nullptr);
  CHECK(tag.attribute("title")->value == Span{11, 20});
  CHECK(tokenizer.next().span == Span{22, 23});
  CHECK(tokenizer.next().span == Span{23, 28});
  CHECK(tokenizer.next().content == Span{32, 33});
  CHECK(tokenizer.next().kind == TokenKind::end);
  CHECK(tokenizer.next().kind == TokenKind::end);
}

TEST_CASE("html characters: runs tile what they are made of") {
  const std::string markup = "a&amp;b\r\nc&#x2019;d&nope;&notit";
  Characters characters(markup, {0, markup.size()}, CharacterMode::data);
  std::size_t end = 0;
  std::string text;
  for (CharacterRun run; characters.next(run);) {
    CHECK(run.source.begin == end);
    if (run.copied) CHECK(run.text == markup.substr(run.source.begin, run.source.size()));
    end = run.source.end;
    text += run.text;
  }
  CHECK(end == markup.size());
  CHECK(text == "a&b\nc\u2019d&nope;\u00ACit");
}
