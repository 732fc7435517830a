// SPDX-License-Identifier: Apache-2.0
#include "html_shell.hpp"

#include "claimlint/pages.hpp"
#include "html_assets.hpp"

namespace claimlint::output {
namespace {

/// Of a page whose script and style are allowed by `script` and `style`. The last two make the
/// browser refuse to read markup out of a text, whatever the script does.
std::string policy(std::string_view script, std::string_view style, std::string_view connect) {
  std::string text = "default-src 'none'; script-src ";
  text.append(script).append("; style-src ").append(style);
  text.append("; img-src data:; connect-src ").append(connect);
  text += "; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; ";
  return text + "trusted-types 'none'";
}

std::string quoted(std::string_view hash) { return "'" + std::string(hash) + "'"; }

std::string inline_policy(std::string_view connect) {
  return policy(quoted(page_script().hash), quoted(page_style().hash), connect);
}

std::string head(const std::string& policy_text, const std::string& style) {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy_text +
         "\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<link rel=\"icon\" href=\"data:,\">\n<title>claimlint</title>\n" +
         style +
         "</head>\n<body>\n<div id=\"app\"><p class=\"loading\">Reading the report…</p></div>\n"
         "<noscript><p>This report needs its script, which is part of this page.</p></noscript>\n";
}

std::string head_with_style(std::string_view connect) {
  return head(inline_policy(connect), "<style>" + std::string(page_style().text) + "</style>\n");
}

}  // namespace

std::string page_head() { return head_with_style("'none'"); }

std::string linked_page_head(std::string_view up) {
  return head(policy("'self'", "'self'", "'none'"),
              "<link rel=\"stylesheet\" href=\"" + std::string(up) + "claimlint.css\">\n");
}

std::string data_block(std::string_view id, std::string_view json) {
  std::string block = "<script type=\"application/json\" id=\"";
  block.append(id).append("\">").append(json);
  return block + "</script>\n";
}

std::string page_tail() {
  return "<script>" + std::string(page_script().text) + "</script>\n</body>\n</html>\n";
}

std::string linked_page_tail(std::string_view up) {
  return "<script src=\"" + std::string(up) + "claimlint.js\"></script>\n</body>\n</html>\n";
}

std::string without_tags(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t tag = json.find('<', at);
    text.append(json.substr(at, tag - at));
    if (tag == std::string_view::npos) break;
    text += "\\u003c";
    at = tag + 1;
  }
  return text;
}

}  // namespace claimlint::output

namespace claimlint {

std::string review_page() {
  return output::head_with_style("'self'") +
         output::data_block("claimlint-index", R"({"mode":"served"})") + output::page_tail();
}

std::string review_policy() { return output::inline_policy("'self'") + "; frame-ancestors 'none'"; }

}  // namespace claimlint
