"""The Python module of an installed wheel: `python -m unittest tests/archive/test_python.py`. Nothing but the wheel is needed."""

import datetime
import json
import os
import subprocess
import tempfile
import textwrap
import unittest

import copydesk

DRAFT = textwrap.dedent(
    """\
    PORT SENN — “We met twice 🛢,” the harbour minister, Ana Kovač, told reporters on Monday.

    “The port of Löwen will reopen. It is ready.

    “It will open on Sunday, 3 May 2031,” she said, according to the the readout.

    Kovač met Rui Tavares in Löwen on Tuesday.
    """
)


class One(unittest.TestCase):
    def test_a_text_can_be_sliced_with_what_is_found(self):
        document = copydesk.analyse(DRAFT, id={"a": 1}, reference_date=datetime.date(2031, 4, 30))
        self.assertEqual((document.id, document.date, document.version), ({"a": 1}, "2031-04-30", 2))
        spans = [*document.quotes, *document.mentions, *document.times, *document.flags, *document.findings]
        for event in document.events:
            spans += [event.trigger, *event.participants, *event.time, *event.place]
        self.assertGreater(len(spans), 20)
        for span in spans:
            self.assertEqual(DRAFT[span.start : span.end], span.text)
        first = document.quotes[0]
        self.assertEqual((first.text, first.speaker.resolved, first.cue.text), ("“We met twice 🛢,”", "Ana Kovač", "told"))
        self.assertEqual(document.actor(first.speaker.actor).roles, ["harbour minister"])
        self.assertTrue(any(finding.code == "doubled-word" for finding in document.findings))

    def test_lists_that_were_not_asked_for_are_empty(self):
        document = copydesk.analyse(DRAFT, fields=["quotes"])
        self.assertEqual((document.actors, document.events, document.main_event), ([], [], None))
        self.assertTrue(document.quotes)

    def test_a_text_that_cannot_be_read_is_an_error(self):
        for arguments in [{"format": "docx"}, {"reference_date": "Monday"}, {"section": 7}]:
            with self.assertRaises(copydesk.CopydeskError):
                copydesk.analyse("x", **arguments)
        with self.assertRaises(copydesk.CopydeskError):
            copydesk.analyse("\ud800")
        self.assertEqual(copydesk.analyse("").quotes, [])

    def test_a_wrong_option_is_an_error(self):
        with self.assertRaises(copydesk.CopydeskError):
            copydesk.analyse("x", fields=["qoutes"])


class Many(unittest.TestCase):
    def test_answers_come_in_order_with_errors_in_their_place(self):
        texts = [DRAFT, {"text": "Second.", "id": "b"}, {"id": "c", "text": 7}, {"text": "", "section": None}]
        found = list(copydesk.analyse_many(texts, workers=2))
        self.assertEqual([document.id for document in found], [0, "b", "c", 3])
        self.assertEqual([document.error is None for document in found], [True, True, False, True])

    def test_a_stream_is_read_as_it_is_needed(self):
        taken = 0

        def texts():
            nonlocal taken
            while True:
                taken += 1
                yield "The ferry left on Monday."

        stream = copydesk.analyse_many(texts(), workers=1)
        self.assertEqual([next(stream).id for _ in range(100)], list(range(100)))
        self.assertLess(taken, 200)
        stream.close()

    def test_a_program_that_is_killed_loses_no_answer_and_doubles_none(self):
        killed = []

        def texts():
            for number in range(600):
                if number in (150, 151, 400):
                    for process in processes():
                        os.kill(process, 9)
                        killed.append(process)
                yield {"id": number, "text": DRAFT}

        found = list(copydesk.analyse_many(texts(), workers=1, fields=["quotes"]))
        self.assertGreaterEqual(len(killed), 2)
        self.assertEqual([document.id for document in found], list(range(600)))
        self.assertEqual({len(document.quotes) for document in found}, {len(found[0].quotes)})

    def test_a_text_that_kills_the_program_is_answered_with_an_error(self):
        # A stand-in that dies of one text, as a program does that is out of memory.
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "copydesk")
            with open(path, "w", encoding="utf-8") as file:
                file.write(
                    "#!/bin/sh\nwhile read -r line; do\n"
                    '  case $line in *"deadly"*) kill -9 $$;; esac\n'
                    '  printf \'%s\\n\' "$line"\ndone\n'
                )
            os.chmod(path, 0o755)
            os.environ["COPYDESK_PROGRAM"] = path
            try:
                texts = ["deadly" if number in (3, 40) else "x" for number in range(200)]
                found = list(copydesk.analyse_many(texts, workers=1))
            finally:
                del os.environ["COPYDESK_PROGRAM"]
        self.assertEqual([document.id for document in found], list(range(200)))
        wrong = [document.id for document in found if document.error is not None]
        self.assertEqual(wrong, [3, 40])


def processes():
    """The programs that this test has started."""
    listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=True)
    lines = [line.split(None, 1) for line in listed.stdout.splitlines()]
    return [int(pid) for pid, command in lines if "--fields quotes --jobs 1" in command]


class Tables(unittest.TestCase):
    def test_rows_are_those_of_the_program(self):
        lines = [
            {"id": number, "text": text, "reference_date": "2031-04-30", "section": "Harbour"}
            for number, text in enumerate([DRAFT, "", "“No,” Rui Tavares said.\n\n„Nein“, he added."])
        ]
        given = "".join(json.dumps(line) + "\n" for line in lines)
        documents = list(copydesk.analyse_many(lines))
        for table in copydesk.TABLES:
            command = [copydesk.program_path(), "extract", "--jsonl", "--offsets", "chars", "--format", table, "--as", "jsonl"]
            written = subprocess.run(command, input=given, capture_output=True, text=True, check=True, encoding="utf-8").stdout
            expected = [json.loads(line) for line in written.splitlines()]
            found = [row for document in documents for row in copydesk.rows(document, table)]
            self.assertEqual(found, expected, table)
            self.assertTrue(found, table)
            self.assertEqual(list(expected[0]), list(copydesk.TABLES[table]))


if __name__ == "__main__":
    unittest.main()
