# SPDX-License-Identifier: Apache-2.0
"""What is made of reports: JSON, tables, HTML; and the command-line tool."""
from __future__ import annotations

import html.parser
import json
import os
import pathlib
import subprocess
import sys

import claimlint
import pytest


def tool(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "claimlint", *arguments], input=text,
                          capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def native() -> str:
    return os.path.join(os.path.dirname(claimlint.__file__), "bin", "claimlint")


def test_json_is_that_of_the_tool(
        auditor: claimlint.Auditor, articles: list[pathlib.Path], native: str) -> None:
    for options, offsets in (([], "bytes"), (["--offsets", "code-points"], "code-points")):
        done = subprocess.run([native, "audit", "--no-config", "--format", "jsonl", "--quiet",
                               *options, *map(str, articles)],
                              capture_output=True, check=False)
        *lines, _ = done.stdout.decode().splitlines()
        assert len(lines) == len(articles)
        for article, line in zip(articles, lines):
            report = auditor.audit(article.read_bytes(), path=article.name)
            assert report.to_json(offsets=offsets) == line  # type: ignore[arg-type]


def test_the_module_is_the_tool(native: str, tmp_path: pathlib.Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Our adjustments cure migraine for good.\n")
    for arguments in (["--version"], ["audit", str(article), "--quiet"], ["nothing"],
                      ["audit", str(article), "--fail-on", "never"], ["help", "audit"],
                      ["audit", str(tmp_path / "missing.txt")]):
        direct = subprocess.run([native, *arguments], capture_output=True, text=True, check=False)
        by_module = tool(*arguments)
        assert (by_module.returncode, by_module.stdout, by_module.stderr) == (
            direct.returncode, direct.stdout, direct.stderr)
    assert tool("audit", str(article), "--quiet").returncode == 1
    assert tool("nothing").returncode == 2


def test_version_is_that_of_the_library(auditor: claimlint.Auditor) -> None:
    assert claimlint.__version__ == auditor.tool["version"]
    assert f"claimlint {claimlint.__version__}" in tool("--version").stdout


def test_dict_is_the_json(auditor: claimlint.Auditor) -> None:
    report = auditor.audit("Our adjustments cure migraine for good.")
    assert report.to_dict() == json.loads(report.to_json())


@pytest.mark.parametrize("rows", ["claims", "sentences", "mentions", "documents"])
def test_tables_have_a_row_each(
        auditor: claimlint.Auditor, articles: list[pathlib.Path], rows: str) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    reports = [auditor.audit(article.read_bytes(), path=article.name) for article in articles]
    expected = {
        "claims": sum(len(report.claims) for report in reports),
        "sentences": sum(len(report.sentences) for report in reports),
        "mentions": sum(len(s.mentions) for report in reports for s in report.sentences),
        "documents": len(reports),
    }[rows]
    table = claimlint.to_arrow(reports, rows)  # type: ignore[arg-type]
    frame = claimlint.to_pandas(reports, rows)  # type: ignore[arg-type]
    assert table.num_rows == len(frame) == expected
    assert table.column_names == list(frame.columns)
    assert frame["path"].tolist() == table["path"].to_pylist()
    if rows == "claims":
        claims = [claim for report in reports for claim in report.claims]
        assert frame["id"].tolist() == [claim.id for claim in claims]
        assert table["begin"].to_pylist() == [claim.span.begin for claim in claims]


def test_a_table_of_nothing_has_its_columns() -> None:
    pytest.importorskip("pyarrow")
    assert "severity" in claimlint.to_arrow([]).column_names


class Shown(html.parser.HTMLParser):
    """What a reader of HTML sees, and which elements it has."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.marked: list[str] = []
        self.titles: list[str] = []
        self.tags: set[str] = set()
        self._in_mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "mark":
            self._in_mark = True
            self.titles.append(dict(attrs)["title"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marked.append(data)


def shown(report: claimlint.Report) -> Shown:
    page = Shown()
    page.feed(report._repr_html_())
    return page


def test_html_marks_the_words_of_claims(auditor: claimlint.Auditor) -> None:
    text = "Über \U0001f642. Our adjustments cure migraine for good. It is a clinic."
    report = auditor.audit(text)
    page = shown(report)
    assert text in page.text
    assert "".join(page.marked) == "".join(claim.span.of(text) for claim in report.claims)
    assert report.claims[0].type in page.titles[0]


def test_html_of_an_article_keeps_all_its_text(
        auditor: claimlint.Auditor, articles: list[pathlib.Path]) -> None:
    for article in articles:
        text = article.read_bytes().decode()
        assert text in shown(auditor.audit(text)).text


def test_html_escapes_what_the_article_says(auditor: claimlint.Auditor) -> None:
    text = '<script>alert("x")</script> Our "tea" cures <b>migraine</b> for good.'
    for form in ("text", "html"):
        page = shown(auditor.audit(text, format=form, path='<img src="x">'))
        assert page.tags <= {"div", "p", "b", "br", "small", "mark"}
        assert '<img src="x">' in page.text
    assert text in shown(auditor.audit(text, format="text")).text


def test_html_says_why_there_is_no_audit(auditor: claimlint.Auditor) -> None:
    assert "no_text" in shown(auditor.audit("")).text
