"""Word and PDF files: what a reader sees of them is what is read, and nothing that was deleted."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ledger.draft import read_draft
from ledger.errors import Notice
from ledger.pack import load_pack
from ledger.sources import make_source_rules
from ledger.sources.office import read_docx
from ledger.sources.pdf import Line, order_columns, read_pdf
from office_hands import SOFFICE
from reading import extractor

docx = pytest.importorskip("docx", reason="python-docx is not installed (the extra `office`)")
pytest.importorskip("pypdf", reason="pypdf is not installed (the extra `office`)")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(*paragraphs: str, footnotes: Sequence[str] = ()) -> bytes:
    """A Word file whose body is the given paragraphs and tables in WordprocessingML."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    body = document.element.body
    for xml in paragraphs:
        body.insert(len(body) - 1, parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f" {W}>", 1)))
    if footnotes:
        notes = "".join(
            f'<w:footnote w:id="{at + 1}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>' for at, text in enumerate(footnotes)
        )
        head = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        xml = f"<w:footnotes {W}>{head}{notes}</w:footnotes>"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.core_properties.title = "The harbour"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(content: bytes) -> str:
    found = read_docx(content, "draft.docx")
    assert not isinstance(found, Notice), found
    return found[0]


def test_paragraphs_of_a_word_file_stand_two_line_ends_apart_and_its_title_is_read() -> None:
    content = word_file(f"<w:p>{run('The port took ')}{run('350 ships.')}</w:p>", f"<w:p>{run('It is 40 years old.')}</w:p>")
    assert read_docx(content, "draft.docx") == ("The port took 350 ships.\n\nIt is 40 years old.", "The harbour")


def test_tracked_changes_read_as_accepted() -> None:
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>300</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="a">{run("350")}</w:ins>'
    assert text_of(word_file(f"<w:p>{run('The port took ')}{deleted}{inserted}{run(' ships.')}</w:p>")) == "The port took 350 ships."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>{run("The port took ")}</w:p>'
    assert text_of(word_file(first, f"<w:p>{run('350 ships.')}</w:p>")) == "The port took 350 ships."


def test_rows_of_a_table_are_lines_with_tabs_between_the_cells() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{cell.format(name)}{cell.format(count)}</w:tr>" for name, count in (("Ships", "350"), ("Ferries", "12")))
    assert text_of(word_file(f"<w:p>{run('Last year:')}</w:p>", f"<w:tbl>{rows}</w:tbl>")) == "Last year:\n\nShips\t350\nFerries\t12"


def test_a_text_box_stands_behind_its_paragraph_and_only_once() -> None:
    box = f"<w:txbxContent><w:p>{run('12 ferries')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f'<mc:AlternateContent {mc}><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert text_of(word_file(f"<w:p>{run('350 ships.')}<w:r>{both}</w:r></w:p>")) == "350 ships.\n\n12 ferries"


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_raised_digits_stay_raised_and_hidden_or_struck_text_is_not_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The park covers 40 km")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" of CO")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run(" and 11").font.strike = True
    paragraph.add_run(" and 12").font.hidden = True
    paragraph.add_run(" and 13").font.strike = False
    assert text_of(saved(document)) == "The park covers 40 km² of CO2 and 13"


def test_cells_that_span_columns_keep_the_others_in_theirs_and_inner_tables_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in zip(table.rows, (("Port", "Ships", "Cranes"), ("Corvana", "350", "12"), ("", "", "15")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 0).merge(table.cell(2, 1)).text = "All"
    inner = table.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "8", "9"
    assert text_of(saved(document)) == "Port 8 9\tShips\tCranes\nCorvana\t350\t12\nAll\t\t15"


def test_a_cell_inside_a_content_control_and_a_formula_are_read() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell.format('Ships')}<w:sdt><w:sdtContent>{cell.format(350)}</w:sdtContent></w:sdt></w:tr>"
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<w:p>{run('So ')}<m:oMath {math}><m:r><m:t>x = 12</m:t></m:r></m:oMath></w:p>"
    assert text_of(word_file(f"<w:tbl>{row}</w:tbl>", formula)) == "Ships\t350\n\nSo x = 12"


def test_what_was_moved_stands_where_it_went_and_joins_what_it_left() -> None:
    mark = '<w:pPr><w:rPr><w:moveFrom w:id="1" w:author="a"/></w:rPr></w:pPr>'
    gone = f'<w:p>{mark}<w:moveFrom w:id="2" w:author="a">{run("12 ferries.")}</w:moveFrom></w:p>'
    there = f'<w:p><w:moveTo w:id="3" w:author="a">{run("12 ferries.")}</w:moveTo></w:p>'
    assert text_of(word_file(gone, f"<w:p>{run('350 ships.')}</w:p>", there)) == "350 ships.\n\n12 ferries."


def test_a_note_whose_mark_was_deleted_is_deleted() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f'<w:p>{run("350 ships.")}{mark.format(1)}<w:del w:id="9" w:author="a">{mark.format(2)}</w:del></w:p>'
    assert text_of(word_file(body, footnotes=["Or 349.", "Or 348."])) == "350 ships.\fOr 349."


def test_the_figures_of_a_whole_word_file_are_read_once_in_order_with_their_places() -> None:
    document = docx.Document()
    document.add_heading("The harbour of Corvana", 1)
    document.add_paragraph("The port handled 4,250 ships in March.")
    document.add_paragraph("It has 12 cranes.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Quay", "Length", "North", "640 meters"), strict=True):
        cell.text = text
    paragraph = document.add_paragraph("Some 900 people ")
    paragraph.add_run("work there.")
    draft = read_draft(saved(document), "draft.docx", make_source_rules(load_pack()))
    assert not isinstance(draft, Notice)
    claims = sorted(extractor().extract(draft.document, fingerprint=False).claims, key=lambda claim: claim.start)
    assert [(claim.surface, str(draft.ruler.place(claim.start, claim.end))) for claim in claims] == [
        ("4,250", "paragraph 2"), ("12", "paragraph 3"), ("640 meters", "paragraph 5"), ("900", "paragraph 6"),
    ]  # fmt: skip


def test_footnotes_stand_behind_a_form_feed_without_separators() -> None:
    assert text_of(word_file(f"<w:p>{run('350 ships.')}</w:p>", footnotes=["Or 349.", "See page 2."])) == "350 ships.\fOr 349.\nSee page 2."


def test_what_is_no_word_file_is_a_notice_that_says_what_to_do() -> None:
    for content in (b"PK\x03\x04", b"hello"):
        found = read_docx(content, "a.docx")
        assert isinstance(found, Notice)
        assert (found.where, found.unread, found.todo) == ("a.docx", True, "Open it in Word and save it again")


def test_a_word_file_that_unpacks_to_more_than_it_may_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.sources.office.MOST_BYTES", 10)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "x" * 11)
    found = read_docx(stream.getvalue(), "a.docx")
    assert isinstance(found, Notice)
    assert found.found == "this Word file unpacks to more than 200 MB"


def pdf_file(*pages: Sequence[tuple[float, float, str]], size: int = 10) -> bytes:
    """A PDF whose pages show texts, each at its place in points from the lower left."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, text in page)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def pdf_text(content: bytes) -> str:
    found = read_pdf(content, "draft.pdf")
    assert not isinstance(found, Notice), found
    return found[0]


def test_lines_of_a_pdf_make_paragraphs_and_pages_stand_a_form_feed_apart() -> None:
    first = [(50, 700, "The port took 350"), (50, 688, "ships last year."), (50, 650, "It is 40 years old.")]
    assert pdf_text(pdf_file(first, [(50, 700, "Twelve ferries sail.")])) == (
        "The port took 350 ships last year.\n\nIt is 40 years old.\fTwelve ferries sail."
    )


def test_a_word_that_a_line_end_parts_is_whole_again_but_a_compound_with_a_capital_keeps_its_hyphen() -> None:
    page = [(50, 700, "Vietnam signed 350 agree-"), (50, 688, "ments with the Asia-"), (50, 676, "Pacific states.")]
    assert pdf_text(pdf_file(page)) == "Vietnam signed 350 agreements with the Asia- Pacific states."


def test_the_columns_of_a_pdf_are_read_one_after_the_other_whatever_the_order_in_the_file() -> None:
    left = [(50, 700 - 12 * row, text) for row, text in enumerate(["The port took", "350 ships and", "12 ferries in", "the year 2025."])]
    right = [(320, 700 - 12 * row, text) for row, text in enumerate(["The town has", "40 streets and", "six bridges", "over a canal."])]
    mixed = [place for pair in zip(left, right, strict=True) for place in pair]
    assert pdf_text(pdf_file(mixed)) == (
        "The port took 350 ships and 12 ferries in the year 2025.\n\nThe town has 40 streets and six bridges over a canal."
    )


def test_a_heading_across_the_gutter_stands_before_both_columns() -> None:
    heading = Line("A long heading over both columns of the page", 50, 500, 740, 10)
    left = [Line(f"l{row}", 50, 200, 700 - 12 * row, 10) for row in range(5)]
    right = [Line(f"r{row}", 320, 480, 700 - 12 * row, 10) for row in range(5)]
    assert [line.text for line in order_columns([*right, heading, *left])] == [
        heading.text,
        *(f"l{n}" for n in range(5)),
        *(f"r{n}" for n in range(5)),
    ]


def test_the_head_and_foot_of_a_page_part_neither_the_columns_nor_a_sentence() -> None:
    left = [(50, 700 - 12 * row, text) for row, text in enumerate(["The port took", "350 ships and", "12 ferries in", "the year 2025 and"])]
    right = [(320, 700 - 12 * row, text) for row, text in enumerate(["lost 40 to", "the six bridges", "of the town", "and its canal."])]
    edges = [(400, 770, "The Courier"), (50, 40, "4 March"), (320, 40, "page 7")]
    assert pdf_text(pdf_file([*edges, *left, *right])) == (
        "The Courier\n\nThe port took 350 ships and 12 ferries in the year 2025 and lost 40 to the six bridges of the town and its canal."
        "\n\n4 March page 7"
    )


def test_small_raised_digits_of_a_pdf_stay_raised_and_wide_spaces_are_one() -> None:
    content = pdf_file([(50, 700, "The park covers   40 km"), (165, 704, "RAISED"), (172, 700, " of land and 12 lamps.")])
    small = content.replace(b"/F1 10 Tf 1 0 0 1 165 704 Tm (RAISED)", b"/F1 06 Tf 1 0 0 1 165 704 Tm (2)     ")
    assert pdf_text(small) == "The park covers 40 km² of land and 12 lamps."


def test_a_pdf_of_pictures_or_a_broken_one_is_a_notice() -> None:
    pictures, broken = read_pdf(pdf_file([]), "scan.pdf"), read_pdf(b"%PDF-1.4 nothing", "b.pdf")
    assert isinstance(pictures, Notice)
    assert pictures.todo == "Run text recognition over it first"
    assert isinstance(broken, Notice)
    assert broken.unread


def two_columns(figures: Sequence[int]) -> bytes:
    """A Word file of two justified columns with a footer: a paragraph for each figure, too long for one page."""
    from docx.oxml.ns import qn

    document = docx.Document()
    section = document.sections[0]
    section._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")
    section.footer.paragraphs[0].text = "The Corvana Gazette"
    for figure in figures:
        told = "harbour master Ilse Brandt said on Tuesday, and the town council congratulated all who had worked for it through the winter"
        document.add_paragraph(f"The port of Corvana handled {figure} ships, {told}.").alignment = 3
    return saved(document)


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None or shutil.which("lowriter") is None, reason="LibreOffice Writer is not installed")
def test_a_pdf_of_two_columns_from_a_word_processor_is_read_once_in_order_with_its_pages(tmp_path: Path) -> None:
    figures = range(4250, 4280)
    (tmp_path / "draft.docx").write_bytes(two_columns(figures))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "draft.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    draft = read_draft((tmp_path / "draft.pdf").read_bytes(), "draft.pdf", make_source_rules(load_pack()))
    assert not isinstance(draft, Notice)
    starts = [draft.document.text.index(str(figure)) for figure in figures]
    assert re.findall(r"\b42\d\d\b", draft.document.text) == [str(figure) for figure in figures]
    pages = [str(draft.ruler.place(start, start + 4)) for start in starts]
    assert pages == sorted(pages)
    assert len(set(pages)) > 1
    told = draft.document.text.replace("\fThe Corvana Gazette", "").split("\n\nThe Corvana Gazette")
    assert len(told) == draft.document.text.count("\f") + 2
    assert all("Gazette" not in paragraph for paragraph in told)
