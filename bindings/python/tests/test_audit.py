# SPDX-License-Identifier: Apache-2.0
"""One document: spans, kinds of input, what goes wrong."""
from __future__ import annotations

import copy
import gzip
import json
import os
import pathlib
import pickle
import threading
import typing

import claimlint
import pytest
from claimlint import _names

TEXT = "Über uns \U0001f642. Our adjustments cure migraine for good. It is 100% safe."


def claims_of(report: claimlint.Report) -> list[claimlint.Claim]:
    assert report.claims, "the test needs a claim"
    return list(report.claims)


def every_span(report: claimlint.Report) -> typing.Iterator[tuple[claimlint.Span, str]]:
    """With the words that stand there, where no markup lies between them."""
    for sentence in report.sentences:
        yield sentence.span, sentence.text
        for mention in sentence.mentions:
            yield mention.span, mention.text
        for claim in sentence.claims:
            for role in claim.frame:
                yield role.span, role.text


def test_nothing_is_found_in_an_empty_text(auditor: claimlint.Auditor) -> None:
    report = auditor.audit("")
    assert (report.status, report.reasons, report.claims) == ("not_audited", ("no_text",), ())
    assert report.score is None


def test_spans_index_the_str_in_code_points_and_its_utf8_in_bytes(
        auditor: claimlint.Auditor) -> None:
    report = auditor.audit(TEXT)
    claim = claims_of(report)[0]
    assert report.text == TEXT
    assert report.offsets == "code-points"
    words = TEXT[claim.span.begin:claim.span.end]
    assert words and words == claim.span.of(TEXT)
    encoded = TEXT.encode()
    assert encoded[claim.span.byte_begin:claim.span.byte_end].decode() == words
    assert claim.span.of(encoded) == words.encode()
    assert claim.span.byte_begin > claim.span.begin


def test_every_span_of_an_article_holds_its_words(
        auditor: claimlint.Auditor, articles: list[pathlib.Path]) -> None:
    for article in articles:
        text = article.read_bytes().decode()
        for span, words in every_span(auditor.audit(text)):
            assert text[span.begin:span.end] == words
            assert span.of(text.encode()) == words.encode()


def test_bytes_give_what_their_str_gives(auditor: claimlint.Auditor) -> None:
    of_text, of_bytes = auditor.audit(TEXT), auditor.audit(TEXT.encode())
    assert of_text.to_json() == of_bytes.to_json()
    assert of_bytes.text == TEXT
    assert auditor.audit(bytearray(TEXT.encode())).to_json() == of_text.to_json()


def test_a_str_of_a_page_is_not_decoded_again(auditor: claimlint.Auditor) -> None:
    page = ('<html><head><meta charset="iso-8859-1"></head><body><p>Größe: our tea cures '
            "migraine.</p></body></html>")
    report = auditor.audit(page, format="html")
    assert report.encoding == "utf-8"
    assert report.text == page
    assert claims_of(report)[0].span.of(page) == "cures"
    assert "Größe" in report.sentences[-1].text
    declared = auditor.audit(page.encode("iso-8859-1"), format="html")
    assert declared.encoding == "windows-1252"
    assert declared.offsets == "bytes" and declared.text is None
    assert claims_of(declared)[0].span.of(page.encode("iso-8859-1")) == b"cures"


def test_spans_of_gzip_index_what_is_in_it(auditor: claimlint.Auditor) -> None:
    report = auditor.audit(gzip.compress(TEXT.encode()))
    assert report.text == TEXT
    assert report.content == TEXT.encode()
    assert claims_of(report)[0].span.of(TEXT) == claims_of(auditor.audit(TEXT))[0].span.of(TEXT)


def test_halves_of_surrogate_pairs_keep_the_places(auditor: claimlint.Auditor) -> None:
    text = "a\ud800b. Our tea cures migraine."
    report = auditor.audit(text)
    assert claims_of(report)[0].span.of(text) == "cures"
    assert report.text == text.replace("\ud800", "\ufffd")


def test_parts_leave_the_markup_out(auditor: claimlint.Auditor) -> None:
    page = "<p>Our tea cures <b>mi</b>graine.</p>"
    mention = next(mention for sentence in auditor.audit(page, format="html").sentences
                   for mention in sentence.mentions if mention.kind == "condition")
    assert mention.text == "migraine"
    assert "".join(part.of(page) for part in mention.parts) == "migraine"


def test_what_is_known_of_a_document_is_in_its_report(auditor: claimlint.Auditor) -> None:
    report = auditor.audit(TEXT, path="a.md", url="https://example.org/a", site="example.org",
                           title="A", retrieved="2026-01-02")
    origin = report.source
    assert (report.path, report.format) == ("a.md", "markdown")
    assert (origin.url, origin.site, origin.title, origin.retrieved) == (
        "https://example.org/a", "example.org", "A", "2026-01-02")


def test_a_large_document_is_not_audited() -> None:
    report = claimlint.Auditor(max_bytes=10).audit("Our tea cures migraine.", path="a.txt")
    assert (report.status, report.reasons) == ("not_audited", ("budget",))
    assert report.notes[0].message == "larger than 10 bytes"


def test_options_decide_what_is_found() -> None:
    text = "There is no good evidence that our tea cures migraine."
    assert not claimlint.Auditor().audit(text).claims
    vetoed = claimlint.Auditor(with_vetoed=True).audit(text).claims
    assert {claim.vetoed.reason for claim in vetoed if claim.vetoed} >= {"negated"}
    assert not any(claim.counts for claim in vetoed)
    spanish = claimlint.Auditor(assume_language="en").audit("Nuestro té cura la migraña.")
    assert spanish.status == "audited"


def test_decisions_dismiss_claims(tmp_path: pathlib.Path) -> None:
    claim = claims_of(claimlint.Auditor().audit(TEXT))[0]
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps({"schema": 1, "decisions": [
        {"claim": claim.id, "action": "dismiss", "reason": "a quotation"}]}))
    auditor = claimlint.Auditor(decisions=file, with_vetoed=True)
    dismissed = next(each for each in auditor.audit(TEXT).claims if each.id == claim.id)
    assert dismissed.vetoed is not None and dismissed.vetoed.reason == "dismissed"
    assert dismissed.decision is not None and dismissed.decision.reason == "a quotation"
    file.write_text('{"schema": 1, "decisions": [{"claim": "x"}]}')
    with pytest.raises(claimlint.DecisionError) as error:
        claimlint.Auditor(decisions=file)
    assert error.value.problems[0].line > 0


def test_lexicon_errors_have_file_and_line(tmp_path: pathlib.Path) -> None:
    (tmp_path / "bad.toml").write_text('why = "a test"\nsource = "none"\n[[rule]]\nidd = "x.y"\n')
    with pytest.raises(claimlint.LexiconError) as error:
        claimlint.Auditor(lexicons=tmp_path)
    problems = error.value.problems
    assert pathlib.Path(problems[0].file).name == "bad.toml"
    assert any(problem.line in (3, 4) for problem in problems)
    assert str(problems[0]) in str(error.value)
    assert pickle.loads(pickle.dumps(error.value)).problems == problems


@pytest.mark.parametrize("options", [{"jurisdictions": ["xx"]}, {"line_breaks": "never"}])
def test_options_that_do_not_exist_are_refused(options: dict[str, typing.Any]) -> None:
    with pytest.raises(ValueError):
        claimlint.Auditor(**options)


def test_a_format_that_does_not_exist_is_refused(auditor: claimlint.Auditor) -> None:
    with pytest.raises(ValueError, match="no input format"):
        auditor.audit("x", format="wordstar")
    with pytest.raises(TypeError):
        auditor.audit(7)  # type: ignore[arg-type]


def test_objects_keep_the_report_they_are_of(auditor: claimlint.Auditor) -> None:
    sentences = auditor.audit(TEXT).sentences
    assert sentences[0].text.startswith("Über uns")
    claim = auditor.audit(TEXT).claims[0]
    assert claim.basis[0].id and claim.span.of(TEXT)


def test_reports_pickle(auditor: claimlint.Auditor, articles: list[pathlib.Path]) -> None:
    for article in articles[:5]:
        report = auditor.audit(article.read_bytes(), path=article.name)
        again = pickle.loads(pickle.dumps(report))
        assert again.to_json() == report.to_json()
        assert again.text == report.text
        assert [c.confidence_reasons for c in again.claims] == [
            c.confidence_reasons for c in report.claims]


def test_auditors_pickle_by_their_options() -> None:
    auditor = claimlint.Auditor(jurisdictions=["uk"], max_bytes=1000)
    again = pickle.loads(pickle.dumps(auditor))
    assert again.tool == auditor.tool
    assert again.audit(TEXT).to_json() == auditor.audit(TEXT).to_json()
    assert again.audit("x" * 1001).reasons == ("budget",)
    assert copy.copy(auditor).tool == auditor.tool


def test_values_are_those_that_the_types_name(
        auditor: claimlint.Auditor, articles: list[pathlib.Path]) -> None:
    for article in articles:
        report = auditor.audit(article.read_bytes())
        assert report.status in typing.get_args(_names.Status)
        for sentence in report.sentences:
            assert sentence.block in typing.get_args(_names.BlockKind)
            for mention in sentence.mentions:
                assert mention.kind in typing.get_args(_names.MentionKind)
                assert mention.stance in typing.get_args(_names.Stance)
            for claim in sentence.claims:
                assert claim.severity in typing.get_args(_names.Severity)
                assert claim.voice in typing.get_args(_names.Voice)
                assert claim.target in typing.get_args(_names.Target)
                assert claim.support.status in typing.get_args(_names.SupportStatus)
                assert claim.confidence in (None, *typing.get_args(_names.Confidence))


def test_names_need_not_be_utf8(auditor: claimlint.Auditor) -> None:
    name = b"caf\xe9.md"
    for path in (name, os.fsdecode(name), pathlib.Path(os.fsdecode(name))):
        report = auditor.audit(TEXT, path=path)
        assert (report.path, report.path_bytes) == ("caf%E9.md", name.hex())
        assert report.format == "markdown"
        assert json.loads(report.to_json())["path"] == "caf%E9.md"
    assert auditor.audit(TEXT, path="é\ud800").path == "é\ufffd"
    assert auditor.audit(TEXT, path="é.txt").path_bytes is None


def test_what_is_known_of_a_page_may_hold_halves_of_surrogate_pairs(
        auditor: claimlint.Auditor) -> None:
    odd = b"caf\xe9".decode(errors="surrogateescape")
    origin = auditor.audit(TEXT, title=odd, url=odd, site=odd, retrieved=odd).source
    assert {origin.title, origin.url, origin.site, origin.retrieved} == {"caf\ufffd"}
    with pytest.raises(TypeError):
        auditor.audit(TEXT, title=7)  # type: ignore[arg-type]


def test_lexicon_folders_need_not_be_named_in_utf8(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    (folder / "bad.toml").write_text('why = "a test"\nsource = "none"\n[[rule]]\nidd = "x.y"\n')
    for lexicons in (folder, os.fsencode(folder)):
        with pytest.raises(claimlint.LexiconError) as error:
            claimlint.Auditor(lexicons=lexicons)
        assert pathlib.Path(error.value.problems[0].file) in (
            folder / "bad.toml", pathlib.Path("bad.toml"))


def test_only_so_many_sentences_are_audited() -> None:
    whole = claimlint.Auditor().audit(TEXT)
    assert not whole.incomplete and len(whole.sentences) > 1
    first = claimlint.Auditor(max_sentences=1).audit(TEXT)
    assert (first.status, first.reasons, first.incomplete) == ("partial", ("budget",), True)
    assert [each.text for each in first.sentences] == [whole.sentences[0].text]
    enough = claimlint.Auditor(max_sentences=len(whole.sentences), max_seconds=600)
    assert enough.audit(TEXT).to_json() == whole.to_json()


def test_time_is_limited() -> None:
    text = "Our tea cures migraine. " * 20_000
    report = claimlint.Auditor(max_seconds=0.001).audit(text)
    assert report.incomplete and report.reasons == ("budget",)
    assert len(report.sentences) < 20_000


def test_what_unpacks_to_more_is_not_audited() -> None:
    packed = gzip.compress(b"Our tea cures migraine. " * 1000)
    report = claimlint.Auditor(max_bytes=10_000).audit(packed)
    assert len(packed) < 10_000
    assert (report.status, report.reasons, report.incomplete) == (
        "not_audited", ("budget",), True)


def test_limits_are_part_of_what_decides() -> None:
    limits: list[dict[str, typing.Any]] = [
        {}, {"max_bytes": 1000}, {"max_sentences": 5}, {"max_seconds": 0.5}]
    auditors = [claimlint.Auditor(**limit) for limit in limits]
    assert len({auditor.tool["configuration"] for auditor in auditors}) == len(limits)
    for auditor in auditors:
        assert pickle.loads(pickle.dumps(auditor)).tool == auditor.tool


@pytest.mark.parametrize("limit", ["max_bytes", "max_sentences", "max_seconds"])
def test_limits_are_not_negative(limit: str) -> None:
    options: dict[str, typing.Any] = {limit: -1}
    with pytest.raises(ValueError, match=limit):
        claimlint.Auditor(**options)


def test_an_audit_is_cancelled(auditor: claimlint.Auditor) -> None:
    cancel = claimlint.Cancel()
    assert not cancel.requested
    assert auditor.audit(TEXT, cancel=cancel).to_json() == auditor.audit(TEXT).to_json()
    cancel.request()
    report = auditor.audit(TEXT, cancel=cancel)
    assert cancel.requested
    assert (report.status, report.reasons, report.incomplete) == (
        "not_audited", ("cancelled",), True)


def test_another_thread_cancels(auditor: claimlint.Auditor) -> None:
    text = "Our tea cures migraine and our adjustments heal asthma. " * 50_000
    cancel = claimlint.Cancel()
    timer = threading.Timer(0.05, cancel.request)
    timer.start()
    report = auditor.audit(text, cancel=cancel)
    timer.join()
    assert report.reasons == ("cancelled",)
