"""Documents as tables: the rows that `copydesk extract --format quotes` and its like write. Nothing is worked out here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple

from copydesk._facts import Document

if TYPE_CHECKING:
    import pandas

Row = Dict[str, Any]

_HEAD = {"document": "text", "date": "text", "section": "text"}
_PLACE = {"start": "count", "end": "count"}


def _texts(names: str) -> Dict[str, str]:
    return dict.fromkeys(names.split(), "text")


#: The columns of each table with what they hold: `text`, `count`, `share` (0 to 1) or `flag`.
TABLES: Mapping[str, Mapping[str, str]] = {
    "quotes": {
        **_HEAD,
        **_texts("kind words speaker_id speaker_name speaker_role speaker_kind speaker_entry speaker_text cue source status"),
        "group": "count",
        "confidence": "share",
        **_PLACE,
    },
    "actors": {
        **_HEAD,
        **_texts("id name kind roles aliases"),
        "mentions": "count",
        **_texts("entry entry_name"),
        **_PLACE,
    },
    "events": {
        **_HEAD,
        **_texts("id type plover timeml words lemma status agent_id agent patient_id patient time time_value place"),
        "background": "flag",
        "confidence": "share",
        **_PLACE,
    },
    "times": {**_HEAD, **_texts("words type value"), **_PLACE},
    "findings": {**_HEAD, **_texts("code level message words"), **_PLACE},
}

_PANDAS = {"text": "object", "count": "Int64", "share": "float64", "flag": "boolean"}
_SQL = {"text": "STRING", "count": "BIGINT", "share": "DOUBLE", "flag": "BOOLEAN"}


def table_schema(table: str) -> str:
    """The columns of a table as Spark takes them: `document` STRING, …"""
    return ", ".join(f"`{name}` {_SQL[kind]}" for name, kind in TABLES[table].items())


def rows(document: Document, table: str = "quotes") -> Iterator[Row]:
    """The rows of a document in a table; none of one that could not be read."""
    raw = document.raw
    identity = raw.get("id")
    head = {
        "document": identity if isinstance(identity, str) else _json(identity),
        "date": raw.get("date"),
        "section": raw.get("section"),
    }
    for cells, start, end in _ROWS[table](raw):
        yield dict(zip(TABLES[table], [*head.values(), *cells, start, end]))


def to_pandas(documents: Iterable[Document], table: str = "quotes") -> "pandas.DataFrame":
    """A data frame with the rows of all documents. It holds all of them: for many, make one for each part of the archive."""
    import pandas

    found: List[Row] = [row for document in documents for row in rows(document, table)]
    columns = TABLES[table]
    frame = pandas.DataFrame.from_records(found, columns=list(columns))
    # The stubs of pandas do not know in every version what this returns.
    typed: "pandas.DataFrame" = frame.astype({name: _PANDAS[kind] for name, kind in columns.items()})
    return typed


Cells = Iterator[Tuple[List[Any], Optional[int], Optional[int]]]


def _json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _text(span: Optional[Mapping[str, Any]]) -> Optional[str]:
    return None if span is None else span["text"]


def _joined(texts: Iterable[str]) -> Optional[str]:
    return "; ".join(texts) or None


_MARKS = {
    "''": ["''"],
    "“": ["”"],
    '"': ['"'],
    "„": ["“", "”"],
    "«": ["»"],
    "»": ["«"],
    "‘": ["’"],
    "'": ["'"],
    "‚": ["‘", "’"],
    "‹": ["›"],
    "›": ["‹"],
}


def _without_marks(text: str) -> str:
    """The words of a quotation without the marks around them; one that runs on has no closing mark."""
    for opening, closing in _MARKS.items():
        if text.startswith(opening):
            rest = text[len(opening) :]
            mark = next((mark for mark in closing if rest.endswith(mark)), "")
            return rest[: len(rest) - len(mark)]
    return text


def _quotes(raw: Mapping[str, Any]) -> Cells:
    actors = {actor["id"]: actor for actor in raw.get("actors") or ()}
    for quote in raw.get("quotes") or ():
        speaker = quote["speaker"] or {}
        actor = actors.get(speaker.get("actor"), {})
        roles = actor.get("roles") or [None]
        name = speaker.get("resolved")
        yield (
            [
                quote["kind"],
                _without_marks(quote["text"]),
                speaker.get("actor"),
                actor.get("name") if name is None else name,
                roles[0],
                actor.get("type"),
                (actor.get("entry") or {}).get("id"),
                speaker.get("text"),
                _text(quote["cue"]),
                _text(quote["source"]),
                quote["status"],
                quote["group"],
                quote["confidence"],
            ],
            quote["start"],
            quote["end"],
        )


def _actors(raw: Mapping[str, Any]) -> Cells:
    first: Dict[str, Mapping[str, Any]] = {}
    for mention in raw.get("mentions") or ():
        first.setdefault(mention["cluster"], mention)
    for actor in raw.get("actors") or ():
        entry = actor.get("entry") or {}
        place = first.get(actor["id"], {})
        yield (
            [
                actor["id"],
                actor["name"],
                actor["type"],
                _joined(actor["roles"]),
                _joined(actor["aliases"]),
                actor["mentions"],
                entry.get("id"),
                entry.get("name"),
            ],
            place.get("start"),
            place.get("end"),
        )


def _events(raw: Mapping[str, Any]) -> Cells:
    names = {actor["id"]: actor["name"] for actor in raw.get("actors") or ()}
    for event in raw.get("events") or ():
        parts: List[Any] = []
        for role in ("agent", "patient"):
            taking = [one for one in event["participants"] if one["role"] == role]
            parts.append(_joined(one["actor"] for one in taking if one["actor"] is not None))
            parts.append(_joined(names.get(one["actor"], one["text"]) for one in taking))
        trigger = event["trigger"]
        yield (
            [
                event["id"],
                event["type"],
                event["plover"],
                event["timeml"],
                trigger["text"],
                trigger["lemma"],
                event["status"],
                *parts,
                _joined(time["text"] for time in event["time"]),
                _joined(time["value"] for time in event["time"]),
                _joined(place["text"] for place in event["place"]),
                event["background"],
                event["confidence"],
            ],
            trigger["start"],
            trigger["end"],
        )


def _times(raw: Mapping[str, Any]) -> Cells:
    for time in raw.get("times") or ():
        yield [time["text"], time["type"], time["value"]], time["start"], time["end"]


def _findings(raw: Mapping[str, Any]) -> Cells:
    for one in raw.get("findings") or ():
        yield [one["code"], one["level"], one["message"], one["text"]], one["start"], one["end"]


_ROWS = {"quotes": _quotes, "actors": _actors, "events": _events, "times": _times, "findings": _findings}
