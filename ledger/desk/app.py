"""The desk as a web application: its page, its files, and the JSON behind them."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import NoReturn

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ledger.desk.answers import SCHEMA, Json, check_json, error_json, headline_json, mark_json, notice_json
from ledger.desk.catalogue import search
from ledger.desk.guard import Guard
from ledger.desk.library import headline_of, make_fact_json
from ledger.desk.limits import DEFAULT_NAME, Limits, size_words
from ledger.desk.room import Room, Shelf
from ledger.draft import Draft, DraftCheck, read_draft
from ledger.errors import LedgerError, Notice
from ledger.report.check_words import STATUS_WORDS
from ledger.report.page_facts import make_plot_row
from ledger.report.page_words import VERDICT_WORDS, grouped
from ledger.report.plot import PlotRow

_HITS = 16
_KEPT_HITS = 5000
_DRAINED = 4
"""A body of up to so many times its limit is read to its end and thrown away, so that the page gets its answer."""
_FILES: Mapping[str, tuple[str, str]] = {
    "page.css": ("ledger.report", "templates/page.css"),
    **{
        name: ("ledger.desk", f"static/{name}")
        for name in ("desk.css", "desk.js", "dom.js", "draft.js", "panel.js", "search.js", "icon.svg")
    },
}
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class RefusalError(Exception):
    """A request that is answered with an error: its status, and where, what was found, what to do."""

    def __init__(self, status: int, where: str, found: str, todo: str) -> None:
        super().__init__(status, where, found, todo)
        self.status, self.where, self.found, self.todo = status, where, found, todo


@dataclass(frozen=True, slots=True)
class Desk:
    """The answers to the desk's requests."""

    room: Room
    limits: Limits
    page: str
    files: Mapping[str, tuple[bytes, str]]

    async def show_page(self, request: Request) -> Response:
        """The page itself."""
        return HTMLResponse(self.page)

    async def show_file(self, request: Request) -> Response:
        """A script, a style sheet or the icon, each a file of the package."""
        found = self.files.get(request.path_params["name"])
        if found is None:
            raise RefusalError(404, "desk", "there is no such file", "Open the desk's own page")
        return Response(found[0], media_type=found[1])

    async def tell_ledger(self, request: Request) -> Response:
        """What the ledger holds, whether the search is ready, an example, and the limits."""
        shelf = self.room.shelf()
        return _answer(_ledger_json(self.room, shelf, self.limits))

    async def check(self, request: Request) -> Response:
        """A draft's bytes, named by `name`, checked."""
        if request.headers.get("content-type", "").partition(";")[0] != "application/octet-stream":
            raise RefusalError(415, "desk", "the draft was not sent as application/octet-stream", "Use the desk's own page")
        name = request.query_params.get("name", DEFAULT_NAME)[:255]
        content = await self._body(request, name)
        number, found, shelf = await run_in_threadpool(self._check, content, name)
        return _answer({**check_json(found, number), "revision": shelf.revision, "draft": found.document.text})

    def _check(self, content: bytes, name: str) -> tuple[str, DraftCheck, Shelf]:
        draft = read_draft(content, name, self.room.rules)
        if isinstance(draft, Notice):
            raise RefusalError(422, draft.where, draft.found, draft.todo)
        self._require_size(draft)
        return self.room.check(draft)

    def _require_size(self, draft: Draft) -> None:
        count = len(draft.document.text)
        if count > self.limits.characters:
            most = f"{self.limits.characters:,}"
            found = f"the draft is {count:,} characters long, and the desk checks {most} at a time"
            raise RefusalError(413, draft.name, found, "Give a part of it, or run factledger check on the file")

    async def _body(self, request: Request, name: str) -> bytes:
        """The body of a request. One that is too long is read to its end where that is near, and refused."""
        most = self.limits.of_file(name)
        told = request.headers.get("content-length", "")
        kept, size = bytearray(), 0
        if told.isdigit() and int(told) > most * _DRAINED:
            self._refuse_size(name, int(told), most)
        async for chunk in request.stream():
            size += len(chunk)
            if size <= most:
                kept += chunk
            elif size > most * _DRAINED:
                break
        if size > most:
            self._refuse_size(name, size, most)
        return bytes(kept)

    def _refuse_size(self, name: str, size: int, most: int) -> NoReturn:
        found = f"the draft has {size_words(size)}, and the desk takes {size_words(most)}"
        raise RefusalError(413, name, found, "Give a part of it, or run factledger check on the file")

    async def show_mark(self, request: Request) -> Response:
        """One figure of a checked draft, with the fact it is held against."""
        kept = self.room.checked(request.path_params["check"])
        if kept is None:
            raise RefusalError(404, "desk", "this check is no longer kept", "Check the draft again")
        shelf, check = kept
        number = int(request.path_params["number"])
        if not 1 <= number <= len(check.marks):
            raise RefusalError(404, "desk", "the draft has no such figure", "Check the draft again")
        return _answer(await run_in_threadpool(_mark, self.room.shelf(), shelf, check, number))

    async def show_fact(self, request: Request) -> Response:
        """A fact of the ledger."""
        shelf = self.room.shelf()
        fact_id = request.path_params["fact"]
        found = await run_in_threadpool(make_fact_json, shelf.checker.index, shelf.margin, fact_id)
        if found is None:
            raise RefusalError(404, fact_id, "the ledger has no such fact", "It may have been rebuilt: search for it again")
        return _answer({"fact": found, "revision": shelf.revision})

    async def search(self, request: Request) -> Response:
        """The facts that hold the words of `q`. Answered without a thread of its own, so that it waits for nobody."""
        shelf, query = self.room.shelf(), request.query_params.get("q", "")[: self.limits.query]
        if shelf.catalogue is None:
            return _answer({"query": query, "ready": False, "total": 0, "more": False, "facts": []})
        found = search(shelf.catalogue, query, _HITS)
        facts = [_hit(shelf, fact_id) for fact_id in found.ids]
        return _answer({"query": query, "ready": True, "total": found.total, "more": found.more, "facts": facts})


def _hit(shelf: Shelf, fact_id: str) -> Json:
    if fact_id not in shelf.hits:
        if len(shelf.hits) >= _KEPT_HITS:
            shelf.hits.clear()
        shelf.hits[fact_id] = _make_hit(shelf, fact_id)
    return shelf.hits[fact_id]


def _make_hit(shelf: Shelf, fact_id: str) -> Json:
    index = shelf.checker.index
    fact = index.fact(fact_id)
    if fact is None:
        raise LedgerError(fact_id, "the ledger has no such fact", "Build it again")
    headline, names = headline_of(index, fact)
    return {
        "fact_id": fact_id,
        "verdict": fact.verdict,
        "sign": VERDICT_WORDS.get(fact.verdict, ("?", ""))[0],
        "headline": headline_json(headline),
        "mentions": fact.mentions,
        "articles": fact.articles,
        "independent": fact.independent_sources,
        "sources": list(names[:3]),
    }


def _mark(current: Shelf, shelf: Shelf, check: DraftCheck, number: int) -> Json:
    """The figure with its fact from the ledger that it was checked against; flags and links may be those of the current one."""
    mark = check.marks[number - 1]
    index = shelf.checker.index
    fact = None
    if mark.backing is not None and mark.status != "unsupported":
        known = index.fact(mark.backing.fact_id)
        own = known is not None and mark.claim.unit == known.unit and (mark.claim.value, mark.claim.low, mark.claim.high) != (None,) * 3
        also: tuple[PlotRow, ...] = (make_plot_row(mark.claim, "your draft"),) if own else ()
        margin = shelf.margin if shelf.revision != current.revision else current.margin
        fact = make_fact_json(index, margin, mark.backing.fact_id, also, mark.backing)
    return mark_json(check, number, fact)


def _ledger_json(room: Room, shelf: Shelf, limits: Limits) -> Json:
    index, trouble = shelf.checker.index, room.trouble
    told = None if trouble is None else notice_json(Notice(trouble.where, trouble.found, trouble.todo))
    return {
        "name": str(room.folder),
        "revision": shelf.revision,
        "ready": shelf.catalogue is not None,
        "articles": len(index.articles),
        "facts": len(index.facts),
        "claims": index.size,
        "example": {"right": shelf.example.right, "wrong": shelf.example.wrong},
        "limits": {"text": limits.text, "office": limits.office, "characters": limits.characters},
        "trouble": told,
    }


def _answer(found: Json) -> JSONResponse:
    return JSONResponse({"schema": SCHEMA, **found})


async def _refuse(request: Request, error: Exception) -> Response:
    """Any failure as JSON with where, what was found and what to do."""
    if isinstance(error, RefusalError):
        return JSONResponse(error_json(error.where, error.found, error.todo), error.status)
    if isinstance(error, LedgerError):
        return JSONResponse(error_json(error.where, error.found, error.todo), 500)
    if isinstance(error, HTTPException):
        words = {404: "there is no such page", 405: "this is not done with that method"}
        return JSONResponse(
            error_json("desk", words.get(error.status_code, str(error.detail)), "Open the desk's own page"), error.status_code
        )
    if isinstance(error, ClientDisconnect):
        return Response(status_code=400)
    traceback.print_exception(error, file=sys.stderr)
    found = f"this is a bug in factledger, not in your draft ({type(error).__name__})"
    return JSONResponse(error_json("desk", found, "Please report it with what the terminal says"), 500)


def make_app(room: Room, hosts: frozenset[str], limits: Limits | None = None) -> Starlette:
    """The application of a room, for requests to these hosts."""
    desk = Desk(room, limits or Limits(), _render_page(), _read_files())
    api = "/api/v1"
    routes = [
        Route("/", desk.show_page),
        Route("/static/{name}", desk.show_file),
        Route(f"{api}/ledger", desk.tell_ledger),
        Route(f"{api}/check", desk.check, methods=["POST"]),
        Route(f"{api}/checks/{{check}}/marks/{{number:int}}", desk.show_mark),
        Route(f"{api}/facts/{{fact}}", desk.show_fact),
        Route(f"{api}/search", desk.search),
    ]
    kinds: list[type[Exception]] = [RefusalError, LedgerError, HTTPException, ClientDisconnect, Exception]
    return Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts)], exception_handlers=dict.fromkeys(kinds, _refuse))


def _render_page() -> str:
    environment = Environment(
        loader=PackageLoader("ledger.desk", "static"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["grouped"] = grouped
    return environment.get_template("desk.html").render(statuses=STATUS_WORDS)


def _read_files() -> dict[str, tuple[bytes, str]]:
    """Every file that the page may ask for, read once: no path of a request ever reaches the disk."""
    return {
        name: (resources.files(package).joinpath(path).read_bytes(), _TYPES[path.rpartition(".")[2]])
        for name, (package, path) in _FILES.items()
    }
