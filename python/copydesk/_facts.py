"""What the program says of a document, as typed values. Nothing is worked out here.

The names are those of `copydesk extract`; docs/extract.md describes each. Fields that this version does not know are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Callable, Dict, List, Mapping, Optional, TypeVar

Json = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Span:
    """A stretch of the text and the words there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Speaker(Span):
    """Who is quoted, as the draft says it."""

    resolved: Optional[str]
    actor: Optional[str]


@dataclass(frozen=True)
class Quote(Span):
    """A quotation: the marked region with its marks, or the reported words."""

    kind: str
    content: Span
    speaker: Optional[Speaker]
    cue: Optional[Span]
    source: Optional[Span]
    status: str
    group: int
    confidence: float
    because: str


@dataclass(frozen=True)
class Entry:
    """The entry of the newsroom's actor file that an actor is."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Actor:
    """A person, an organization, a place or something else that acts or is spoken of."""

    id: str
    name: str
    type: str
    roles: List[str]
    aliases: List[str]
    mentions: int
    entry: Optional[Entry]


@dataclass(frozen=True)
class Mention(Span):
    """Where an actor is mentioned."""

    type: str
    form: str
    cluster: Optional[str]


@dataclass(frozen=True)
class Time(Span):
    """A time expression with its value in TIMEX3."""

    type: str
    value: str


@dataclass(frozen=True)
class Trigger(Span):
    """The word that names an event."""

    lemma: str


@dataclass(frozen=True)
class Participant(Span):
    """Who takes part in an event."""

    role: str
    actor: Optional[str]


@dataclass(frozen=True)
class EventTime(Span):
    """When an event is."""

    value: str


@dataclass(frozen=True)
class Event:
    """What happened, happens or is planned."""

    id: str
    trigger: Trigger
    type: str
    plover: Optional[str]
    timeml: str
    status: str
    participants: List[Participant]
    time: List[EventTime]
    place: List[Span]
    background: bool
    confidence: float
    because: str


@dataclass(frozen=True)
class MainEvent:
    """What a story is about."""

    who: Optional[Span]
    what: Optional[Span]
    when: Optional[Span]
    where: Optional[Span]


@dataclass(frozen=True)
class Flag(Span):
    """A date that contradicts the calendar."""

    kind: str


@dataclass(frozen=True)
class Finding(Span):
    """What `copydesk lint` would say."""

    code: str
    level: str
    message: str


@dataclass(frozen=True)
class Program:
    """What made an answer. Answers of the same program are comparable."""

    version: str
    digest: str
    weights: str


class Document:
    """What the program says of one text. Lists that were not asked for are empty.

    `raw` is the answer as it came; the lists are made of it when they are first asked for.
    """

    def __init__(self, raw: Dict[str, Any]) -> None:
        self.raw = raw

    def __repr__(self) -> str:
        return f"Document(id={self.id!r}, error={self.error!r})"

    @property
    def id(self) -> Any:
        """What the text was called."""
        return self.raw.get("id")

    @property
    def error(self) -> Optional[str]:
        """Why the text could not be read; all else is then empty."""
        error: Optional[str] = self.raw.get("error")
        return error

    @property
    def version(self) -> int:
        """The version of the format."""
        return int(self.raw["version"])

    @property
    def program(self) -> Optional[Program]:
        """What made this; nothing where the program was killed before it could say."""
        raw = self.raw.get("program")
        return None if raw is None else _of(Program)(raw)

    @property
    def date(self) -> Optional[str]:
        """The day that the text was read against, as YYYY-MM-DD."""
        date: Optional[str] = self.raw.get("date")
        return date

    @property
    def section(self) -> Optional[str]:
        """The section of the paper."""
        section: Optional[str] = self.raw.get("section")
        return section

    @property
    def left_alone(self) -> Optional[str]:
        """The language (ISO 639-3) of a text that was left alone because it is not English."""
        language: Optional[str] = self.raw.get("left_alone")
        return language

    @cached_property
    def quotes(self) -> List[Quote]:
        """Quotations, in the order of the text."""
        return self._list("quotes", _quote)

    @cached_property
    def actors(self) -> List[Actor]:
        """People, organizations and places."""
        return self._list("actors", lambda raw: _of(Actor, entry=_of(Entry))(raw))

    @cached_property
    def mentions(self) -> List[Mention]:
        """Where they are mentioned."""
        return self._list("mentions", _of(Mention))

    @cached_property
    def times(self) -> List[Time]:
        """Time expressions."""
        return self._list("times", _of(Time))

    @cached_property
    def events(self) -> List[Event]:
        """What happened, happens or is planned."""
        return self._list("events", _event)

    @cached_property
    def main_event(self) -> Optional[MainEvent]:
        """What the story is about, if that is sure."""
        raw = self.raw.get("main_event")
        spans = {part: _of(Span) for part in ("who", "what", "when", "where")}
        return None if raw is None else _of(MainEvent, **spans)(raw)

    @cached_property
    def flags(self) -> List[Flag]:
        """Dates that contradict the calendar."""
        return self._list("flags", _of(Flag))

    @cached_property
    def findings(self) -> List[Finding]:
        """What `copydesk lint` would say."""
        return self._list("findings", _of(Finding))

    def actor(self, id: Optional[str]) -> Optional[Actor]:
        """The actor with this id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def _list(self, name: str, make: Callable[[Json], T]) -> List[T]:
        return [make(raw) for raw in self.raw.get(name) or ()]


def _of(kind: Callable[..., T], **parts: Callable[[Json], Any]) -> Callable[[Json], T]:
    """What makes a value of `kind` of JSON; `parts` make those of its fields that are objects themselves."""
    names = list(kind.__dataclass_fields__)  # type: ignore[attr-defined]

    def make(raw: Json) -> T:
        fields = {name: raw.get(name) for name in names}
        for name, make_part in parts.items():
            part = fields[name]
            fields[name] = None if part is None else make_part(part)
        return kind(**fields)

    return make


def _each(make: Callable[[Json], T]) -> Callable[[Any], List[T]]:
    return lambda items: [make(item) for item in items]


_quote = _of(Quote, content=_of(Span), speaker=_of(Speaker), cue=_of(Span), source=_of(Span))
_event = _of(
    Event,
    trigger=_of(Trigger),
    participants=_each(_of(Participant)),
    time=_each(_of(EventTime)),
    place=_each(_of(Span)),
)
