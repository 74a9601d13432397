"""What news drafts say, as Python data: who is quoted, who acts, what happened, when.

The work is done by the program `copydesk`, which comes in the same wheel; this module starts it, hands it texts over a pipe and
reads its answers. Offsets count characters, so that `text[quote.start : quote.end]` is what it says.

    import copydesk

    document = copydesk.analyse("“We met twice,” Ana Kovač said.")
    for quote in document.quotes:
        print(quote.text, quote.speaker)
"""

from copydesk._facts import (
    Actor,
    Document,
    Entry,
    Event,
    EventTime,
    Finding,
    Flag,
    MainEvent,
    Mention,
    Participant,
    Program,
    Quote,
    Span,
    Speaker,
    Time,
    Trigger,
)
from copydesk._pipe import CopydeskError, analyse, analyse_many, program_path
from copydesk._tables import TABLES, rows, table_schema, to_pandas

__all__ = [
    "TABLES",
    "Actor",
    "CopydeskError",
    "Document",
    "Entry",
    "Event",
    "EventTime",
    "Finding",
    "Flag",
    "MainEvent",
    "Mention",
    "Participant",
    "Program",
    "Quote",
    "Span",
    "Speaker",
    "Time",
    "Trigger",
    "analyse",
    "analyse_many",
    "program_path",
    "rows",
    "table_schema",
    "to_pandas",
]
