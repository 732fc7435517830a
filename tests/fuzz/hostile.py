#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes hostile documents, each at one, two and four times its size, and measures how the time of
reading and cutting them grows. Prints a table in Markdown; ends with 1 where time grows faster than
size.

usage: hostile.py PATH/TO/claimlint-stages [--only PART-OF-NAME] [--scale 0.1]"""
import argparse
import gzip
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

MB = 1_000_000
SENTENCE = "Gentle exercise may ease a stiff neck, they say. "
# Time may grow a little faster than size: caches, and maps that are searched.
MOST_GROWTH = 3.0
# Below this the clock and the machine decide.
LEAST_MILLISECONDS = 40.0


def docx(paragraphs):
    xml = ('<w:document xmlns:w="w"><w:body>' +
           "<w:p><w:r><w:t>It may ease pain.</w:t></w:r></w:p>" * paragraphs +
           "</w:body></w:document>")
    return zipped({"word/document.xml": xml})


def docx_styles(paragraphs):
    """Every paragraph has a style whose name, and that of its base, are a megabyte long."""
    base = "b" * MB
    styles = ('<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="a">'
              f'<w:basedOn w:val="{base}"/></w:style></w:styles>')
    paragraph = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>It may ease.</w:t></w:r></w:p>'
    return zipped({"word/document.xml": '<w:document xmlns:w="w"><w:body>' +
                   paragraph * paragraphs + "</w:body></w:document>", "word/styles.xml": styles})


def docx_nested(depth):
    return zipped({"word/document.xml": '<w:document xmlns:w="w">' + "<w:p><w:r>" * depth +
                   "<w:t>It may ease.</w:t>" + "</w:r></w:p>" * depth + "</w:document>"})


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def text(size):
    return SENTENCE * (size // len(SENTENCE))


def json_ld(count):
    return ('<script type="application/ld+json">{"text":[' + '"It may ease pain",' * count +
            '"x"]}</script>')


# name, extension, the size at 1x, the document of a size.
CASES = [
    ("prose", "txt", 12 * MB, text),
    ("one line", "txt", 12 * MB, lambda n: text(n).replace(".", ",")),
    ("one word", "txt", 12 * MB, lambda n: "a" * n),
    ("blanks", "txt", 12 * MB, lambda n: "a" + " " * n + "a"),
    ("one line, not ASCII", "txt", 12 * MB, lambda n: "é, ü " * (n // 7)),
    ("short lines", "txt", 3 * MB, lambda n: "ab\n" * (n // 3)),
    ("halves of sentences that never end", "txt", 3 * MB,
     lambda n: "x" * 120 + "\n" + "it may ease a stiff neck and a sore back or so they say all day\n"
     * (n // 64)),
    ("lines of closing brackets", "txt", 3 * MB, lambda n: (")" * 79 + "\n") * (n // 80)),
    ("items parted by form feeds", "txt", 3 * MB, lambda n: "- head\n" + "  tail\f" * (n // 7)),
    ("full stops", "txt", 3 * MB, lambda n: "." * n),
    ("spaced full stops", "txt", 3 * MB, lambda n: ". " * (n // 2)),
    ("full stops and closers", "txt", 3 * MB, lambda n: ".)\"]" * (n // 4)),
    ("quotes never closed", "txt", 3 * MB, lambda n: "\"He said. " * (n // 10)),
    ("opening quotes", "txt", 3 * MB, lambda n: "“" * (n // 3)),
    ("abbreviations", "txt", 3 * MB, lambda n: "Dr. e.g. No. 5 U.S. J. " * (n // 23)),
    ("initials", "txt", 3 * MB, lambda n: "J. " * (n // 3)),
    ("numbered items in a line", "txt", 3 * MB,
     lambda n: "".join(f"{i}. Sit tall " for i in range(1, n // 15))),
    ("bullets in a line", "txt", 3 * MB, lambda n: "• sit tall " * (n // 13)),
    ("combining marks", "txt", 3 * MB, lambda n: "a" + "\u0301" * (n // 2)),
    ("combining marks that nothing takes", "txt", 3 * MB, lambda n: " \u0301" * (n // 3)),
    ("invisible characters", "txt", 3 * MB, lambda n: "a\u200b" * (n // 4)),
    ("look-alikes", "txt", 3 * MB, lambda n: "cur\u0435" * (n // 5)),
    ("full-width", "txt", 3 * MB, lambda n: "\uff43" * (n // 3)),
    ("emoji", "txt", 3 * MB, lambda n: "Yes! \U0001F600 " * (n // 10)),
    ("Thai", "txt", 3 * MB, lambda n: "\u0e01\u0e32" * (n // 6)),
    ("ill-formed bytes", "txt", 3 * MB, lambda n: b"It may ease pain \xff" * (n // 18)),
    ("UTF-16", "txt", 3 * MB, lambda n: b"\xff\xfe" + text(n // 2).encode("utf-16-le")),
    ("prose", "html", 12 * MB, lambda n: "<p>" + text(n).replace("say. ", "say.<p>")),
    ("nested tags", "html", 100_000, lambda n: "<div>" * n + "It may ease."),
    ("nested inline tags", "html", 100_000, lambda n: "<b>" * n + "It may ease."),
    ("nested lists", "html", 100_000, lambda n: "<ul><li>" * n + "It may ease."),
    ("nested tables", "html", 100_000, lambda n: "<table><tr><td>" * n + "It may ease."),
    ("nested drawings", "html", 100_000, lambda n: "<svg><foreignObject>" * n + "It may ease."),
    ("end tags of nothing", "html", 250_000, lambda n: "<p>a</b></i></div>" * n),
    ("misnested tags", "html", 100_000, lambda n: "<b><p></b>a" * n),
    ("tags never closed", "html", 250_000, lambda n: "<p>a<" * n),
    ("attributes on one tag", "html", 250_000, lambda n: "<p " + "a=b " * n + ">It may ease."),
    ("attributes never closed", "html", 250_000, lambda n: "<p a=\"" * n),
    ("different names", "html", 100_000, lambda n: "".join(f"<x{i} y{i}=1>a" for i in range(n))),
    ("comments", "html", 250_000, lambda n: "<!-- - -- --!" * n + "a"),
    ("comments, closed", "html", 250_000, lambda n: "<!---->a" * n),
    ("entities", "html", 1_000_000, lambda n: "&amp;" * n),
    ("entities of a number", "html", 1_000_000, lambda n: "&#233;" * n),
    ("no entities", "html", 1_000_000, lambda n: "&a" * n),
    ("a number of a million digits", "html", 1_000_000, lambda n: "&#" + "9" * n),
    ("tables", "html", 100_000, lambda n: "<table><tr><td>It may ease.</table>" * n),
    ("rows", "html", 250_000, lambda n: "<table>" + "<tr><td>5 mg" * n),
    ("list items", "html", 250_000, lambda n: "<ul>" + "<li>It may ease." * n),
    ("line breaks", "html", 1_000_000, lambda n: "a<br>" * n),
    ("titles", "html", 100_000, lambda n: "<b title='it may ease'>a</b> " * n),
    ("a script never closed", "html", 250_000, lambda n: "<script><!--<script>" + "</s<!--" * n),
    ("scripts", "html", 100_000, lambda n: "<script>a</script>a " * n),
    ("JSON-LD", "html", 100_000, json_ld),
    ("JSON-LD, escapes", "html", 250_000,
     lambda n: "<script type='application/ld+json'>{\"text\":\"it is " + "\\u003ca " * n),
    ("style rules", "html", 100_000,
     lambda n: "<style>" + "".join(f".c{i}{{display:none}}" for i in range(n)) +
     "</style>" + "".join(f"<p class=c{i}>a" for i in range(n))),
    ("classes", "html", 250_000, lambda n: "<p class='" + "menu-a " * n + "'>It may ease."),
    ("prose", "md", 12 * MB, lambda n: text(n).replace("say. ", "say.\n\n")),
    ("one paragraph", "md", 12 * MB, lambda n: text(n).replace("say. ", "say.\n")),
    ("asterisks", "md", 1_000_000, lambda n: "*" * n),
    ("emphasis", "md", 1_000_000, lambda n: "*a " * n),
    ("opening brackets", "md", 1_000_000, lambda n: "[" * n),
    ("brackets in pairs", "md", 1_000_000, lambda n: "[" * (n // 2) + "]" * (n // 2)),
    ("image brackets", "md", 1_000_000, lambda n: "![" * (n // 2)),
    ("backticks", "md", 1_000_000, lambda n: "`" * n),
    ("backticks of many lengths", "md", 1_000_000,
     lambda n: "".join("`" * i + "a" for i in range(1, int((2 * n) ** 0.5)))),
    ("less-than signs", "md", 1_000_000, lambda n: "<" * n),
    ("inline tags never closed", "md", 250_000, lambda n: "<a b=\"" * n),
    ("inline comments never closed", "md", 250_000, lambda n: "<!-- " * n),
    ("images as HTML", "md", 100_000, lambda n: "<img alt='it may ease'> " * n),
    ("HTML blocks", "md", 100_000, lambda n: "<div>\nit may ease\n\n" * n),
    ("one HTML block", "md", 250_000, lambda n: "<div>\n" + "<p>it may ease\n" * n),
    ("entities", "md", 1_000_000, lambda n: "&amp;" * n),
    ("nested quotes", "md", 100_000, lambda n: ">" * n + "a"),
    ("nested quotes, line by line", "md", 100_000,
     lambda n: "".join(">" * (i % 100) + "a\n\n" for i in range(n // 10))),
    ("nested lists", "md", 100_000, lambda n: "- " * n + "a"),
    ("nested lists, line by line", "md", 100_000,
     lambda n: "".join("  " * (i % 100) + "- a\n" for i in range(n // 10))),
    ("list items", "md", 250_000, lambda n: "- It may ease.\n" * n),
    ("numbered items", "md", 250_000, lambda n: "1. It may ease.\n" * n),
    ("links", "md", 100_000, lambda n: "[a](b \"it may ease\") " * n),
    ("links, a line each", "md", 20_000, lambda n: "[a](b)\n" * n),
    ("links, never closed", "md", 250_000, lambda n: "[a](" * n),
    ("a link over many lines", "md", 20_000, lambda n: "[a\n" * n + "]\n" * n),
    ("addresses", "md", 20_000, lambda n: "http://a.b " * n),
    ("addresses of www", "md", 20_000, lambda n: "www.a.b " * n),
    ("mail addresses", "md", 100_000, lambda n: "a.b@c.d " * n),
    ("definitions", "md", 100_000,
     lambda n: "".join(f"[a{i}]: /u \"it may ease\"\n" for i in range(n))),
    ("definitions, each used", "md", 100_000,
     lambda n: "".join(f"[a{i}]: /u \"it &amp; ease\"\n" for i in range(n)) + "\n" +
     "".join(f"[a{i}] " for i in range(n))),
    ("a short title used often", "md", 250_000,
     lambda n: "[a]: /u \"it may ease\"\n\n" + "[a] " * n),
    ("a long title used often", "md", 20_000,
     lambda n: "[a]: /u \"" + "&amp;" * n + "\"\n\n" + "[a] " * n),
    ("a long address used often", "md", 20_000,
     lambda n: "[a]: /" + "&amp;" * n + "\n\n" + "[a] " * n),
    ("a table of short rows", "md", 2_000,
     lambda n: "|" + "a|" * n + "\n|" + "---|" * n + "\n" + "|b|\n" * n),
    ("rows", "md", 100_000, lambda n: "|a|b|\n|---|---|\n" + "|5 mg|10|\n" * n),
    ("tables", "md", 50_000, lambda n: "|a|\n|---|\n|b|\n\n" * n),
    ("front matter", "md", 250_000, lambda n: "---\n" + "title: it may ease\n" * n + "---\na"),
    ("paragraphs", "docx", 100_000, docx),
    ("nested paragraphs", "docx", 50_000, docx_nested),
    ("styles with long names", "docx", 20_000, docx_styles),
    ("prose", "txt.gz", 12 * MB, lambda n: gzip.compress(text(n).encode(), mtime=0)),
    ("a bomb", "txt.gz", 50 * MB, lambda n: gzip.compress(b"a" * n, mtime=0)),
    ("a bomb", "docx", 50 * MB,
     lambda n: zipped({"word/document.xml": "<w:document>" + " " * n + "</w:document>"})),
]


def measure(stages, folder, name, extension, size, make):
    """Bytes, milliseconds of reading and of cutting, and the status, of one document."""
    content = make(size)
    path = pathlib.Path(folder) / f"hostile.{extension}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    run = subprocess.run([stages, path], capture_output=True, text=True, check=False, timeout=600)
    if run.returncode != 0:
        raise SystemExit(f"{name}.{extension}, {size}: {run.stderr or run.returncode}")
    _, count, read, cut, _, status = run.stdout.rstrip("\n").split("\t")
    return int(count), float(read), float(cut), status


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stages")
    parser.add_argument("--only", default="")
    parser.add_argument("--scale", type=float, default=1.0)
    options = parser.parse_args()
    print("| format | document | bytes at 4x | read, ms | cut, ms | time, 2x to 4x | status |")
    print("|---|---|---|---|---|---|---|")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, extension, size, make in CASES:
            if options.only not in f"{name}.{extension}":
                continue
            base = int(size * options.scale)
            sizes = [measure(options.stages, folder, name, extension, base * factor, make)
                     for factor in (1, 2, 4)]
            count, read, cut, status = sizes[-1]
            times = [each[1] + each[2] for each in sizes]
            growth = times[2] / max(times[1], 1e-9)
            steep = times[2] > LEAST_MILLISECONDS and growth > MOST_GROWTH
            failed += steep
            print(f"| {extension} | {name} | {count:,} | {read:.0f} | {cut:.0f} | {growth:.1f}"
                  f"{' **steep**' if steep else ''} | {status} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
