"""LibreOffice at work without a window: a Basic macro in a profile of its own opens a workbook, edits it and saves it.

The macro stands in the profile, never in a workbook. Orders are lines of words divided by tabs.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".pdf": "calc_pdf_Export"}
Order = tuple[str, ...]

_BASIC = """
Option Explicit
Dim doc As Object

Sub Work(orders As String)
  Dim files As Object, source As Object, parts
  On Error GoTo Failed
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  source = createUnoService("com.sun.star.io.TextInputStream")
  source.setInputStream(files.openFileRead(orders))
  source.setEncoding("UTF-8")
  Do While Not source.isEOF()
    parts = Split(source.readLine(), Chr(9))
    If UBound(parts) >= 0 Then Obey(parts)
  Loop
  source.closeInput()
  doc.close(True)
  Exit Sub
Failed:
  Dim said As Integer
  said = FreeFile
  Open ConvertFromURL(orders) & ".failed" For Output As #said
  Print #said, Error & " in line " & Erl & " at " & Join(parts, " | ")
  Close #said
  StarDesktop.terminate()
End Sub

Sub Obey(parts)
  Dim told(0) As New com.sun.star.beans.PropertyValue
  Select Case parts(0)
    Case "open"
      told(0).Name = "Hidden"
      told(0).Value = True
      doc = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, told())
    Case "type": CellOf(parts).setFormula(Replace(parts(4), "\\n", Chr(10)))
    Case "comment": Sheet(parts).Annotations.insertNew(CellOf(parts).CellAddress, parts(4))
    Case "unprotect": Sheet(parts).unprotect("")
    Case "sort": SortRows(Sheet(parts), parts(2))
    Case "filter": FilterRows(Sheet(parts), parts(2), parts(3))
    Case "insert rows": Sheet(parts).Rows.insertByIndex(CInt(parts(2)), CInt(parts(3)))
    Case "delete row": Sheet(parts).Rows.removeByIndex(CellOf(parts).CellAddress.Row, 1)
    Case "move column": MoveColumn(Sheet(parts), parts(2))
    Case "save"
      told(0).Name = "FilterName"
      told(0).Value = parts(2)
      doc.storeToURL(parts(1), told())
  End Select
End Sub

Function Sheet(parts) As Object
  Sheet = doc.Sheets.getByName(parts(1))
End Function

Function Used(one As Object) As Object
  Dim cursor As Object
  cursor = one.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Used = cursor
End Function

Function HeaderRow(one As Object) As Long
  Dim row As Long
  For row = 0 To 20
    If ColumnIn(one, row, "Claim ID") >= 0 Then
      HeaderRow = row
      Exit Function
    End If
  Next
End Function

Function ColumnIn(one As Object, row As Long, header As String) As Long
  Dim column As Long
  ColumnIn = -1
  For column = 0 To Used(one).RangeAddress.EndColumn
    If one.getCellByPosition(column, row).String = header Then
      ColumnIn = column
      Exit Function
    End If
  Next
End Function

Function CellOf(parts) As Object
  Dim one As Object, row As Long, top As Long, ids As Long
  one = Sheet(parts)
  top = HeaderRow(one)
  ids = ColumnIn(one, top, "Claim ID")
  For row = top + 1 To Used(one).RangeAddress.EndRow
    If one.getCellByPosition(ids, row).String = parts(2) Then
      CellOf = one.getCellByPosition(ColumnIn(one, top, parts(3)), row)
      Exit Function
    End If
  Next
End Function

Sub SortRows(one As Object, header As String)
  Dim fields(0) As New com.sun.star.table.TableSortField
  Dim told(1) As New com.sun.star.beans.PropertyValue
  fields(0).Field = ColumnIn(one, HeaderRow(one), header)
  fields(0).IsAscending = False
  told(0).Name = "SortFields"
  told(0).Value = fields()
  told(1).Name = "ContainsHeader"
  told(1).Value = True
  one.getCellRangeByPosition(0, HeaderRow(one), Used(one).RangeAddress.EndColumn, Used(one).RangeAddress.EndRow).sort(told())
End Sub

Sub FilterRows(one As Object, header As String, text As String)
  Dim fields(0) As New com.sun.star.sheet.TableFilterField
  Dim told As Object, area As Object
  area = one.getCellRangeByPosition(0, HeaderRow(one), Used(one).RangeAddress.EndColumn, Used(one).RangeAddress.EndRow)
  told = area.createFilterDescriptor(True)
  fields(0).Field = ColumnIn(one, HeaderRow(one), header)
  fields(0).IsNumeric = False
  fields(0).StringValue = text
  fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  told.setFilterFields(fields())
  told.ContainsHeader = True
  area.filter(told)
End Sub

Sub MoveColumn(one As Object, header As String)
  Dim column As Long
  one.Columns.insertByIndex(0, 1)
  column = ColumnIn(one, HeaderRow(one), header)
  one.moveRange(one.getCellByPosition(0, 0).CellAddress, one.Columns.getByIndex(column).RangeAddress)
  one.Columns.removeByIndex(column, 1)
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hands" script:language="StarBasic">{}</script:module>\n'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" '
    'library:passwordprotected="false"><library:element library:name="Hands"/></library:library>\n'
)
_LIBRARIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">\n'
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>\n"
)
_SETTLED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">'
    '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>\n'
)
"""Tells LibreOffice that the profile is set up, so that it leaves the macro in it."""


def edit_in_office(source: Path, target: Path, orders: list[Order]) -> Path:
    """Opens a workbook in LibreOffice, obeys the orders, and saves it in the form that the target's name asks for."""
    with tempfile.TemporaryDirectory(prefix="hands-") as made:
        folder = Path(made)
        basic = folder / "profile" / "user" / "basic" / "Standard"
        basic.mkdir(parents=True)
        (basic / "Hands.xba").write_text(_MODULE.format(escape(_BASIC, {'"': "&quot;"})), encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (basic.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTLED, encoding="utf-8")
        every = [
            ("open", source.as_uri()),
            *orders,
            ("save", target.as_uri(), FILTERS[target.suffix]),
            ("end",),
        ]  # readLine leaves its break on the last
        (folder / "orders.txt").write_text("".join("\t".join(order) + "\n" for order in every), encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        macro = f"macro:///Standard.Hands.Work({(folder / 'orders.txt').as_uri()})"
        subprocess.run([str(SOFFICE), profile, "--headless", "--norestore", macro], check=True, capture_output=True, timeout=120)
        failed = folder / "orders.txt.failed"
        assert not failed.exists(), failed.read_text(encoding="utf-8")
    assert target.exists(), "LibreOffice did not save"
    return target
