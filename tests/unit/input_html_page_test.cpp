// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "input/html_page.hpp"
#include "input/input.hpp"

using claimlint::Note;
using claimlint::Span;
using claimlint::Status;
using namespace claimlint::input;
using namespace std::string_view_literals;

namespace {

/// One line for each block: its kind and its text.
std::string blocks_of(std::string_view markup) {
  const claimlint::text::Text text = read_page(markup).text;
  std::string lines;
  for (const auto& block : text.blocks) {
    lines += std::string(to_string(block.kind)) + ": " +
             text.clean.substr(block.clean.begin, block.clean.size()) + "\n";
  }
  return lines;
}

Reading read_bytes(std::string_view bytes, std::string_view path = "page.html") {
  return read(bytes, path, {}, {});
}

bool has_note(const Reading& reading, std::string_view code, std::string_view message) {
  return std::any_of(reading.notes.begin(), reading.notes.end(), [&](const Note& note) {
    return note.code == code && note.message == message && note.span;
  });
}

std::string clean_of(std::string_view markup) { return read_page(markup).text.clean; }

}  // namespace

TEST_CASE("html: a page without text has no blocks") {
  CHECK(blocks_of("") == "");
  CHECK(blocks_of("<p> &nbsp;\n</p><div></div><!-- x --><script>var a = 'x';</script>") == "");
}

TEST_CASE("html: elements make blocks of their kind") {
  CHECK(blocks_of("<h1>One</h1><p>Two<div>Three<h6>Four</h6><ul><li>Five<li>Six</ul>"
                  "<table><tr><td>Seven<th>Eight</table><blockquote>Nine</blockquote>"
                  "<figure><figcaption>Ten</figcaption></figure>") ==
        "heading: One\nprose: Two\nprose: Three\nheading: Four\nlist_item: Five\nlist_item: Six\n"
        "table_cell: Seven\ntable_cell: Eight\nquote: Nine\ntable_cell: Ten\n");
}

TEST_CASE("html: inline elements break no word, and white space is what a reader sees") {
  CHECK(clean_of("<p>  Head<b>ache</b>s\n  <i> and\tneck </i> pain<!-- x --> ease</p>") ==
        "Headaches and neck pain ease");
  CHECK(clean_of("One<span>\n</span>two") == "One two");
  CHECK(clean_of("un&shy;known &lt;b&gt;&#32;&#x20;x") == "un\u00ADknown <b> x");
}

TEST_CASE("html: br breaks the line, and two of them the block") {
  CHECK(blocks_of("One <br/> two") == "prose: One\ntwo\n");
  CHECK(blocks_of("One<br>\n<br>two<br>") == "prose: One\nprose: two\n");
}

TEST_CASE("html: pre keeps its lines") {
  CHECK(blocks_of("<pre>\nOne  two\nthree\n</pre>") == "prose: One two\nthree\n");
}

TEST_CASE("html: a quotation in a sentence has its marks") {
  CHECK(clean_of("<p>She said <q>it is gone</q>.") == "She said \u201Cit is gone\u201D.");
}

TEST_CASE("html: list and cell lie under the heading above") {
  const claimlint::text::Text text =
      read_page("Intro<h2>Pain</h2><ul><li>Neck</ul><h2>Care</h2><p>x").text;
  REQUIRE(text.blocks.size() == 5);
  CHECK(text.blocks[0].heading == claimlint::text::kNone);
  CHECK(text.blocks[1].heading == claimlint::text::kNone);
  CHECK(text.blocks[2].heading == 1);
  CHECK(text.blocks[4].heading == 3);
}

TEST_CASE("html: scripts, styles, templates and drawings are passed over") {
  CHECK(blocks_of("<style>p{}</style><script>if (a</b/.x) {}</script><template><p>no</p></template>"
                  "<svg><title>no</title><text>no</text></svg><textarea>no</textarea>yes") ==
        "prose: yes\n");
  CHECK(blocks_of("<svg><path d=x><p>not closed</p>") == "prose: not closed\n");
}

TEST_CASE("html: what others show of the page is hidden text") {
  CHECK(blocks_of("<head><title>A&amp;B</title><meta name=description content='We heal all'>"
                  "<meta property=\"og:title\" content=\"Og\"><meta name=viewport content='a b'>"
                  "<meta name='twitter:description' content=Tw></head>") ==
        "hidden: A&B\nhidden: We heal all\nhidden: Og\nhidden: Tw\n");
}

TEST_CASE("html: texts of attributes are hidden text, single words are not") {
  CHECK(blocks_of("<p>One<img src=x alt='A healed neck' title=Logo>two "
                  "<a href=# aria-label='Book your cure'>now</a>") ==
        "prose: One two now\nhidden: A healed neck\nhidden: Book your cure\n");
}

TEST_CASE("html: hidden text parts no sentence and stands behind its block") {
  CHECK(blocks_of("<p>It <img alt='A healed neck'>cures<span hidden> secret words</span> "
                  "<a title='Ends all pain'>most</a> pain.</p><p>Next.") ==
        "prose: It cures most pain.\nhidden: A healed neck\nhidden: secret words\n"
        "hidden: Ends all pain\nprose: Next.\n");
  CHECK(blocks_of("<p><img alt='A healed neck'>It cures.</p>") ==
        "hidden: A healed neck\nprose: It cures.\n");
  CHECK(blocks_of("<p>It cures<script type=application/ld+json>{\"text\":\"so it is\"}</script> "
                  "pain.") == "prose: It cures pain.\nhidden: so it is\n");
}

TEST_CASE("html: an image parts words, an emoji has no text") {
  CHECK(blocks_of("<p>pain<img src=x>relief<img class=emoji alt='\U0001F600'>. End") ==
        "prose: pain relief. End\n");
  CHECK(read_bytes("<html><p>Some words<img class=emoji alt='\u2705'>.").notes.empty());
}

TEST_CASE("html: the words of metadata are kept even where the page repeats them") {
  CHECK(blocks_of("<meta property='og:title' content='Cure pain'><h1>Cure pain</h1>") ==
        "hidden: Cure pain\nheading: Cure pain\n");
}

TEST_CASE("html: hidden text in a menu is part of the menu") {
  CHECK(blocks_of("<nav><a href=x title='All we treat'>Home</a></nav><p>Text") ==
        "boilerplate: All we treat\nboilerplate: Home\nprose: Text\n");
}

TEST_CASE("html: what repeats the words beside it is no second text") {
  CHECK(blocks_of("<a title='Neck pain' href=x><img alt='Neck pain'></a>"
                  "<h3><a title='Neck pain'>Neck pain</a></h3>") == "heading: Neck pain\n");
  CHECK(blocks_of("<a title='Neck pain'><img alt='Neck pain' title='Neck pain'></a>") ==
        "hidden: Neck pain\n");
  CHECK(blocks_of("<p>Pain in necks <a title='neck pain'>here") ==
        "prose: Pain in necks here\nhidden: neck pain\n");
  CHECK(blocks_of("<p>We treat <a href=# title='Neck pain'>neck pain</a> here.") ==
        "prose: We treat neck pain here.\n");
}

TEST_CASE("html: what is not displayed is hidden text") {
  CHECK(blocks_of("<div hidden>a<p>b</div><p style='color:red; DISPLAY : none'>c</p>"
                  "<span style=\"visibility:hidden\">d <b>e</b></span> f"
                  "<noscript><p>g</p></noscript>") ==
        "hidden: a\nhidden: b\nhidden: c\nhidden: d e\nprose: f\nhidden: g\n");
  CHECK(blocks_of("<body style='visibility:hidden'>shown by a script") ==
        "prose: shown by a script\n");
}

TEST_CASE("html: what a style sheet hides is hidden text") {
  const auto with = [](std::string_view css, std::string_view body) {
    return blocks_of("<style>" + std::string(css) + "</style>" + std::string(body));
  };
  CHECK(with(".a, p.b{display:none} #c{visibility:hidden}",
             "<p class='x a'>1</p><p class=b>2</p><div class=b>3</div><i id=c>4<b>5</b></i>") ==
        "hidden: 1\nhidden: 2\nprose: 3\nhidden: 45\n");
  CHECK(with("/* .a{} */ .t{ text-indent : -9999px !important } .f{font-size:0}",
             "<h1 class=t>1</h1><div class=f>2<div>3</div></div>") ==
        "hidden: 1\nhidden: 2\nprose: 3\n");
  CHECK(with("@media print{.a{display:none}} @media (max-width:9em){.b{display:none}}"
             "@media screen, print {.c{display:none}} @font-face{x:y} .d{display:none}",
             "<p class=a>1<p class=b>2<p class=c>3<p class=d>4") ==
        "prose: 1\nprose: 2\nhidden: 3\nhidden: 4\n");
  CHECK(with(".tab{display:none}.tab.open{display:block}.a .b{display:none}.c:hover{display:none}",
             "<p class='tab'>1<p class='open tab'>2<p class=b>3<p class=c>4") ==
        "hidden: 1\nprose: 2\nprose: 3\nprose: 4\n");
  CHECK(with(".a{display:none}.a{display:block}", "<p class=a>1") == "prose: 1\n");
  CHECK(with(".a{visibility:hidden}", "<p class=a>1 <b style='visibility:visible'>2</b>") ==
        "hidden: 1\nprose: 2\n");
  CHECK(with(".a{display:none}", "<p class=a style='display:block'>1") == "prose: 1\n");
  CHECK(blocks_of("<noscript><style>.a{display:none}</style></noscript><p class=a>1"
                  "<style media=print>p.a{display:none}</style><p class=a>2") ==
        "prose: 1\nprose: 2\n");
}

TEST_CASE("html: class names of frameworks hide text without a rule") {
  CHECK(blocks_of("<p>Read more <span class='screen-reader-text'>about the cure</span></p>"
                  "<p class=sr-only>1</p><div class='d-none d-md-block'>2</div>"
                  "<p class=d-none>3</p><div class='hidden md:flex'>4</div>") ==
        "prose: Read more\nhidden: about the cure\nhidden: 1\nprose: 2\nhidden: 3\nprose: 4\n");
  CHECK(blocks_of("<style>.hidden{display:block}</style><p class=hidden>1") == "prose: 1\n");
}

TEST_CASE("html: broken style sheets cost no text") {
  for (const std::string css : {"/*", "{", "}", "@media screen {", ".a{display:none", ".a{{", ".",
                                "#{display:none}", ".a{display", ";;;", "@media"}) {
    INFO(css);
    CHECK(blocks_of("<style>" + css + "</style><p class=b>text") == "prose: text\n");
  }
}

TEST_CASE("html: texts of JSON-LD are hidden text, with their escapes read") {
  CHECK(blocks_of(
            "<script type=\"application/ld+json\">{\"@type\": \"Question type\",\n"
            "\"name\" : \"Does it \\\"cure\\\"?\", \"acceptedAnswer\": {\"text\":"
            "\"<p>Yes\\u2014it does.<\\/p> So\\nit &amp; there \\ud83d\\ude00\", \"url\": \"a b\"},"
            "\"description\":[\"One two\", \"Three four\"], \"x\":\"no no\"}</script>") ==
        "hidden: Does it \"cure\"?\nhidden: Yes\u2014it does. So it & there \U0001F600\n"
        "hidden: One two\nhidden: Three four\n");
}

TEST_CASE("html: navigation, footers and cookie banners are boilerplate") {
  CHECK(
      blocks_of("<header>Clinic<nav><ul><li>Home</ul></nav></header>"
                "<div class='cookie-banner'>We bake.</div><ul id=mainMenu><li>About</ul>"
                "<div class=\"has-menu wrapper\"><p>Text</div><footer><h4>Open</h4>9-5</footer>") ==
      "prose: Clinic\nboilerplate: Home\nboilerplate: We bake.\nboilerplate: About\n"
      "prose: Text\nboilerplate: Open\nboilerplate: 9-5\n");
}

TEST_CASE("html: a container's name does not speak for the article in it") {
  CHECK(blocks_of("<div class=site-nav-wrapper><main><p>Text</main></div>") == "prose: Text\n");
}

TEST_CASE("html: an aside of nothing but links is boilerplate") {
  CHECK(blocks_of("<aside><h3>Posts</h3><a href=a>Back pain</a> <a href=b>Neck pain</a></aside>"
                  "<aside>See <a href=a>this</a></aside>") ==
        "boilerplate: Posts\nboilerplate: Back pain Neck pain\nprose: See this\n");
}

TEST_CASE("html: reviews and testimonials are quotes") {
  CHECK(blocks_of("<section class='patient-testimonials'><h2>Heard</h2><p>It went.</p></section>"
                  "<div itemprop=reviewBody>It came.</div><blockquote><p>It left.</p>"
                  "<footer>Jo</footer></blockquote><p>Ours.") ==
        "heading: Heard\nquote: It went.\nquote: It came.\nquote: It left.\nquote: Jo\n"
        "prose: Ours.\n");
}

TEST_CASE("html: tags that are misplaced cost no text") {
  CHECK(blocks_of("</div></p>a<b>b</i>c</p>d</b><li>e</ul>f") ==
        "prose: abc\nprose: d\nlist_item: e\nlist_item: f\n");
  CHECK(blocks_of("<div hidden><p>a</span></div>b") == "hidden: a\nprose: b\n");
}

TEST_CASE("html: what cannot be read is counted") {
  const Reading reading = read_bytes(
      "<!doctype html><p>Some text.<img src=a><img src=b alt=''><img src=c alt='An arm'>"
      "<img src=p width=1 height=1><iframe src=d>no</iframe><video>no</video><canvas>no</canvas>");
  CHECK(reading.status == Status::audited);
  CHECK(has_note(reading, "html.unread.images", "2 images without alternative text"));
  CHECK(has_note(reading, "html.unread.frames", "1 frame with another page"));
  CHECK(has_note(reading, "html.unread.media", "1 video or sound"));
  CHECK(has_note(reading, "html.unread.canvases", "1 drawing made by a script"));
  CHECK(reading.notes.size() == 4);
}

TEST_CASE("html: a page that a script would make is not passed off as read") {
  const Reading reading = read_bytes("<title>App</title><div id=app></div><script src=a></script>");
  CHECK(reading.status == Status::partial);
  CHECK(reading.reasons == std::vector<std::string>{"scripts"});
  CHECK(read_bytes("<html><img src=a></html>").reasons == std::vector<std::string>{"no_text"});
}

TEST_CASE("html: a page is told by its first tag or by its name") {
  CHECK(read_bytes(" <!-- saved --> <!DOCTYPE HTML><p>x", "page.txt").format == "html");
  CHECK(read_bytes("<?xml version='1.0'?>\n<html><p>x", "page").format == "html");
  CHECK(read_bytes("<p>x", "page.HTM").format == "html");
  CHECK(read_bytes("<p>x", "page.txt").format == "text");
  CHECK(read("<html>", "page.txt", "text", {}).format == "text");
}

TEST_CASE("html: the encoding is the mark's, the declared one, or a guess") {
  CHECK(read_bytes("<p>caf\xC3\xA9").encoding == "utf-8");
  const Reading guessed = read_bytes("<p>na\xEFve \x96 it");
  CHECK(guessed.encoding == "windows-1252");
  CHECK(guessed.text.clean == "na\u00EFve \u2013 it");
  CHECK(guessed.status == Status::audited);
  CHECK(read_bytes("<meta charset='ISO-8859-1'><p>caf\xE9").encoding == "windows-1252");
  const Reading russian = read_bytes(
      "<meta http-equiv=Content-Type content='text/html; charset=KOI8-R'><p>\xC4\xC1 ok");
  CHECK(russian.encoding == "koi8-r");
  CHECK(russian.text.clean == "\u0434\u0430 ok");
  CHECK(read_bytes("\xEF\xBB\xBF<meta charset=koi8-r><p>\xC3\xA9").text.clean == "\u00E9");
  CHECK(read_bytes("<\0p\0>\0x\0\x19\x20"sv).text.clean == "x\u2019");
  CHECK(read_bytes("<meta charset=nonsense><p>caf\xC3\xA9").encoding == "utf-8");
}

TEST_CASE("html: bytes that a declared encoding does not know make a partial audit") {
  const Reading reading = read_bytes("<meta charset=utf-8><p>Some plain words and caf\xE9 here.");
  CHECK(reading.encoding == "utf-8");
  CHECK(reading.status == Status::partial);
  CHECK(read_bytes("<meta charset=shift_jis><p>Some plain words here \x82").status ==
        Status::partial);
}
