"""The recipes of docs/archive.md and docs/people.md, run as they are written there: `python -m unittest tests/archive/test_recipes.py`.

The wheel of copydesk must be installed, with its program on the path. A recipe whose package is missing is skipped by name.
"""

import collections
import importlib.util
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest
import unittest.mock

PAGES = [pathlib.Path(__file__).resolve().parents[2] / "docs" / page for page in ["archive.md", "people.md"]]
LINES = 400


def recipe(name):
    """The text of a recipe, and whether it is Python or shell."""
    for page in PAGES:
        found = re.search(rf"^```(\w+) recipe={name}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.S | re.M)
        if found is not None:
            return found.group(1), found.group(2)
    raise AssertionError(f"no page has a recipe {name}")


def document(number):
    people = ["Ana Kovač", "Rui Tavares", "Petra Holub"]
    person = people[number % 3]
    text = (
        f"“We met {number} times 🛢 in Löwen,” {person} told reporters on Monday.\n\n"
        f"“=It is ready,” {person.split()[1]} said. The ferry is to leave on 3 May 2031.\n"
    )
    return {"id": f"2031/{number}", "text": text, "reference_date": "2031-04-30", "section": ["Harbour", "Town"][number % 2]}


class Recipes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        lines = [json.dumps(document(number), ensure_ascii=False) for number in range(LINES)]
        (self.folder / "archive.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run_recipe(self, name, *packages):
        """Runs a recipe in the folder."""
        self.needs(*packages)
        kind, text = recipe(name)
        command = [sys.executable, "-c", text] if kind == "python" else ["sh", "-eu", "-c", text]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=600, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def needs(self, *packages):
        for package in packages:
            if importlib.util.find_spec(package) is None:
                self.skipTest(f"{package} is not installed")

    def run_for(self, name, expression, *packages):
        """Runs a Python recipe, and gives the value that an expression has after it."""
        self.needs(*packages)
        _, text = recipe(name)
        text += f"\nimport json as _json\nprint('FOUND', _json.dumps({expression}))\n"
        done = subprocess.run(
            [sys.executable, "-c", text], cwd=self.folder, capture_output=True, text=True, timeout=600, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(re.search(r"^FOUND (.*)$", done.stdout, re.M).group(1))

    def plain(self, *arguments):
        with open(self.folder / "archive.jsonl", "rb") as archive:
            done = subprocess.run(["copydesk", "extract", "--jsonl", *arguments], stdin=archive, capture_output=True, check=True)
        return done.stdout.decode()

    def test_duckdb_and_pandas_read_parquet(self):
        self.run_recipe("parquet")
        rows = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl", "--offsets", "chars").splitlines()]
        self.assertGreaterEqual(len(rows), 2 * LINES)
        found = self.run_for("pandas", "_json.loads(quotes.to_json(orient='records'))", "pandas", "pyarrow")
        self.assertEqual(found, rows)
        found = self.run_for("duckdb", "most", "duckdb")
        self.assertEqual(sorted(row[0] for row in found), ["Ana Kovač", "Petra Holub", "Rui Tavares"])
        sure = [row for row in rows if row["kind"] != "mention" and row["confidence"] >= 0.7 and row["speaker_name"]]
        self.assertEqual(sum(row[1] for row in found), len(sure))

    def test_duckdb_and_pandas_read_csv(self):
        self.needs("duckdb", "pandas")
        import duckdb
        import pandas

        path = self.folder / "quotes.csv"
        path.write_text(self.plain("--format", "quotes", "--as", "csv"), encoding="utf-8", newline="")
        rows = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl").splitlines()]
        # What a spreadsheet would take for a formula begins with an apostrophe, and nothing else differs.
        expected = ["'" + row["words"] if row["words"].startswith("=") else row["words"] for row in rows]
        self.assertTrue(any(words.startswith("'=") for words in expected))
        self.assertEqual(list(pandas.read_csv(path)["words"]), expected)
        found = duckdb.sql(f"SELECT words FROM read_csv('{path}', header = true)").fetchall()
        self.assertEqual([row[0] for row in found], expected)

    def test_parquet_is_written_in_groups_and_says_what_made_it(self):
        self.needs("pyarrow")
        import pyarrow.parquet

        with open(self.folder / "archive.jsonl", encoding="utf-8") as archive:
            lines = archive.read()
        path = self.folder / "mentions.parquet"
        text = "“No,” Ana Kovač said. " * 40
        lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number in range(400)) + lines
        with open(path, "wb") as out:
            subprocess.run(
                ["copydesk", "extract", "--jsonl", "--format", "quotes", "--as", "parquet"],
                input=lines.encode(), stdout=out, check=True,
            )
        file = pyarrow.parquet.ParquetFile(path)
        self.assertGreater(file.num_row_groups, 1)
        for group in range(file.num_row_groups):
            self.assertLessEqual(file.metadata.row_group(group).num_rows, 51_000)
        self.assertEqual(file.schema_arrow.metadata[b"copydesk.offsets"], b"bytes")
        self.assertEqual(len(file.schema_arrow.metadata[b"copydesk.program.digest"]), 16)
        self.assertEqual(file.read(["document"]).column(0).to_pylist()[-1], f"2031/{LINES - 1}")

    def test_python(self):
        found = self.run_for("python", "[quote.text, speaker.name, speaker.roles, len(quotes)]", "pandas")
        rows = self.plain("--format", "quotes", "--as", "jsonl").splitlines()
        self.assertEqual(found, ["“We met twice,”", "Ana Kovač", ["minister"], len(rows)])

    def test_spark_frames(self):
        self.needs_spark()
        self.run_recipe("spark-frames", "pyspark", "pandas", "pyarrow")
        import pyarrow.parquet

        found = pyarrow.parquet.read_table(self.folder / "quotes-by-spark").to_pylist()
        rows = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl", "--offsets", "chars").splitlines()]
        order = lambda row: (row["document"], row["start"])
        self.assertEqual(sorted(found, key=order), sorted(rows, key=order))

    def test_spark_pipe(self):
        self.needs_spark()
        with open(self.folder / "archive.jsonl", "a", encoding="utf-8") as archive:
            archive.write("no JSON\n")
        self.run_recipe("spark-pipe", "pyspark")
        lines = []
        for part in sorted((self.folder / "facts-by-spark").glob("part-*")):
            lines += [json.loads(line) for line in part.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([line["id"] for line in lines[:-1]], [document(number)["id"] for number in range(LINES)])
        self.assertIn("not JSON", lines[-1]["error"])

    def test_spark_loses_and_doubles_nothing_when_a_worker_is_killed(self):
        self.needs_spark()
        self.needs("pyspark", "pandas", "pyarrow")
        _, text = recipe("spark-frames")
        # A task may fail three times; the first worker dies when it has handed on some of its rows.
        dying = textwrap.dedent(
            """\
            def dying(batches):
                import os, signal
                for frame in quotes(batches):
                    yield frame
                    try:
                        os.close(os.open("killed", os.O_CREAT | os.O_EXCL))
                    except FileExistsError:
                        continue
                    os.kill(os.getpid(), signal.SIGKILL)


            spark ="""
        )
        for old, new in [
            ("local[2]", "local[2, 4]"), ("islice(documents, 1000)", "islice(documents, 50)"), ("mapInPandas(quotes", "mapInPandas(dying"),
            ("spark =", dying),
        ]:
            self.assertIn(old, text)
            text = text.replace(old, new)
        # The workers run in another folder.
        text = text.replace('"killed"', repr(str(self.folder / "killed")))
        done = subprocess.run(
            [sys.executable, "-c", text], cwd=self.folder, capture_output=True, text=True, timeout=600, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.folder / "killed").exists(), "no worker was killed")
        import pyarrow.parquet

        found = pyarrow.parquet.read_table(self.folder / "quotes-by-spark").to_pylist()
        rows = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl", "--offsets", "chars").splitlines()]
        order = lambda row: (row["document"], row["start"])
        self.assertEqual(sorted(found, key=order), sorted(rows, key=order))

    def test_ray(self):
        # Nothing is to leave the machine, and Ray counts its users.
        with unittest.mock.patch.dict(os.environ, {"RAY_USAGE_STATS_ENABLED": "0"}):
            self.run_recipe("ray", "ray", "pandas", "pyarrow")
        import pyarrow.parquet

        found = pyarrow.parquet.read_table(self.folder / "quotes-by-ray").to_pylist()
        rows = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl", "--offsets", "chars").splitlines()]
        order = lambda row: (row["document"], row["start"])
        self.assertEqual(sorted(found, key=order), sorted(rows, key=order))

    def test_people_are_joined_to_their_quotations(self):
        self.run_recipe("people")
        people = [json.loads(line) for line in (self.folder / "people.jsonl").read_text(encoding="utf-8").splitlines()]
        quotes = [json.loads(line) for line in self.plain("--format", "quotes", "--as", "jsonl").splitlines()]
        links = [json.loads(line) for line in (self.folder / "who.jsonl").read_text(encoding="utf-8").splitlines()]
        who = {(link["document"], link["actor"]): link["person"] for link in links}
        of = collections.Counter(who.get((quote["document"], quote["speaker_id"])) for quote in quotes if quote["kind"] != "mention")
        self.assertEqual({person["id"]: person["quotations"] for person in people}, {id: of[id] for id in of if id})
        found = self.run_for("people-duckdb", "[row[0] for row in by_person]", "duckdb")
        self.assertEqual(sorted(set(found)), ["Ana Kovač", "Petra Holub", "Rui Tavares"])

    def needs_spark(self):
        if shutil.which("java") is None:
            self.skipTest("java is not installed")

    def test_parallel(self):
        if shutil.which("parallel") is None:
            self.skipTest("GNU parallel is not installed")
        self.run_recipe("parallel")
        found = (self.folder / "facts-by-parallel.jsonl").read_text(encoding="utf-8")
        self.assertEqual(found, self.plain())

    def test_a_run_that_was_killed_goes_on_without_loss_or_doubles(self):
        facts = self.folder / "facts.jsonl"
        with open(self.folder / "archive.jsonl", "rb") as archive, open(facts, "wb") as out:
            program = subprocess.Popen(["copydesk", "extract", "--jsonl"], stdin=archive, stdout=subprocess.PIPE)
            out.write(program.stdout.read(100_001))
            program.send_signal(signal.SIGKILL)
            program.stdout.close()
            program.wait()
        self.assertGreater(os.path.getsize(facts), 100_000)
        self.assertFalse(facts.read_bytes().endswith(b"\n"))
        self.run_recipe("resume")
        self.assertEqual(facts.read_text(encoding="utf-8"), self.plain())


if __name__ == "__main__":
    unittest.main()
