"""Measures `copydesk actors merge`: how often it makes two people one, and one person two.

    python tests/archive/measure_people.py --bin target/release/copydesk [--articles archive.jsonl] [--seed 1]

Two sets are made, each with who is really who. *Invented* drafts tell of invented people: namesakes, namesakes of one
trade, last names alone, changes of office, middle initials, initials, fathers and sons, accents and hyphens that some
documents leave out. *Renamed* takes articles (lines of `extract --jsonl`), finds the people who are in several of
them, and gives two of them at a time one invented name, so that the program has to tell them apart. Here the same full name
in two articles is taken for the same person, which is nearly always so.

It is a measurement and no test: it prints figures, and nothing is compared with them.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import json
import random
import subprocess
import tempfile
from pathlib import Path

GIVEN = """Ana Rosa Tom Rui Mirela Hanne Karl Vera Nils Ida Otto Lena Paul Greta Simon Edith Marco Alma Felix Nora Hugo
Clara Jonas Marta Viktor Elena Emil Ruth Anton Olga José Zoë André Inés Jean-Luc Anne-Marie""".split()
FAMILY = """Weil Holt Kovač Tavares Dovak Brandt Lindqvist Ambe Holub Marsh Soto-Reyes Oduya Prenn Velden Sarkan Tilbury
Norgard Ashe Castell Dunmore Eklund Farrow Gantz Hollis Imrie Jarvik Keele Lorne Maddox Nesbit Orbel Pryce Quill Rusk
Strand Thorne Ulm Varga Wexley Yarrow Zeller Brede Corvin Drax Elster Fenn""".split()
OFFICES = """harbour captain|head teacher|police spokeswoman|union secretary|city engineer|chief surgeon|bank director
football coach|opera singer|court clerk|tax lawyer|ferry owner|wine grower|museum curator|fire chief|school nurse
mayor|foreign minister|finance minister|defence minister|trade minister|bishop|judge|prosecutor|architect|novelist
brewer|climate researcher|history professor|bus driver|data analyst|theatre critic|customs officer|energy commissioner
transport secretary|housing secretary|prime minister|chief executive officer|chief financial officer""".replace("\n", "|").split("|")
TOPICS = ["the new bridge", "the budget", "the strike", "the flood", "the trial", "the merger", "the vote", "the storm"]


class Somebody:
    """A person as the generator knows them."""

    def __init__(self, number: int, given: str, family: str, offices: list[tuple[int, str]], circle: int) -> None:
        self.number, self.given, self.family, self.offices, self.circle = number, given, family, offices, circle
        self.middle = ""
        self.suffix = ""

    def office(self, day: int) -> str:
        """What they are on a day."""
        return [office for since, office in self.offices if since <= day][-1]

    def written(self, dice: random.Random) -> str:
        """The full name as one document has it."""
        given = self.given
        kind = dice.random()
        if self.middle and kind < 0.4:
            given = f"{given} {self.middle}."
        elif kind > 0.96:
            given = f"{given[0]}."
        name = f"{given} {self.family}"
        if self.suffix and dice.random() < 0.8:
            name = f"{name} {self.suffix}"
        if dice.random() < 0.2:
            name = plain(name)
        return name


def plain(name: str) -> str:
    """A name as a keyboard without accents has it, and without its hyphens."""
    for accent, letter in zip("čéëíóúñ", "ceeioun", strict=True):
        name = name.replace(accent, letter)
    return name.replace("-", " ")


def population(dice: random.Random, size: int) -> list[Somebody]:
    """People, one in ten with a namesake, one in thirty with a namesake of the same trade, some with a parent of the name."""
    people: list[Somebody] = []
    pairs = [(given, family) for given in GIVEN for family in FAMILY]
    dice.shuffle(pairs)
    for given, family in pairs[:size]:
        circle = dice.randrange(size // 8)
        office = dice.choice(OFFICES)
        one = Somebody(len(people), given, family, [(0, office)], circle)
        if dice.random() < 0.15:
            one.offices.append((dice.randrange(300, 700), dice.choice(OFFICES)))
        if dice.random() < 0.1:
            one.middle = dice.choice("BCDEFGHKLM")
        people.append(one)
        kind = dice.random()
        if kind < 0.1:
            other = dice.choice([other for other in OFFICES if other != office])
            people.append(Somebody(len(people), given, family, [(0, other)], dice.randrange(size // 8)))
        elif kind < 0.13:
            people.append(Somebody(len(people), given, family, [(0, office)], dice.randrange(size // 8)))
        elif kind < 0.16:
            one.suffix = "Jr."
            parent = Somebody(len(people), given, family, [(0, dice.choice([office, dice.choice(OFFICES)]))], circle)
            parent.suffix = "Sr."
            people.append(parent)
    return people


def invented(dice: random.Random, size: int, documents: int) -> tuple[list[dict], dict, list[Somebody]]:
    """Documents about them, who each name in a document is, and the people."""
    people = population(dice, size)
    circles = collections.defaultdict(list)
    for one in people:
        circles[one.circle].append(one)
    lines, gold = [], {}
    for number in range(documents):
        day = dice.randrange(1000)
        circle = circles[dice.choice(list(circles))]
        here = dice.sample(circle, min(len(circle), dice.randint(1, 3)))
        if dice.random() < 0.6:
            here.append(dice.choice(people))
        families = collections.Counter(plain(one.family).split()[-1] for one in here)
        here = [one for one in here if families[plain(one.family).split()[-1]] == 1]
        sentences = [f"Much was said about {dice.choice(TOPICS)} on this day."]
        for one in here:
            kind = dice.random()
            office = one.office(day)
            if kind < 0.08:
                shown = one.family
                sentences.append(f"“It will take years,” {shown} said.")
            elif kind < 0.3:
                shown = one.written(dice)
                sentences.append(f"“It will take years,” {shown} said.")
            elif kind < 0.65:
                shown = one.written(dice)
                sentences.append(f"{shown}, the {office}, said that it was late. “We will see,” {one.family} said.")
            else:
                shown = one.written(dice)
                title = " ".join(word.capitalize() for word in office.split())
                sentences.append(f"{title} {shown} spoke of {dice.choice(TOPICS)}.")
            gold[str(number), plain(one.family).split()[-1].lower()] = one.number
        date = datetime.date(2030, 1, 1) + datetime.timedelta(days=day)
        lines.append({"id": str(number), "text": "\n\n".join(sentences), "reference_date": date.isoformat()})
    return lines, gold, people


def run(binary: str, *arguments: str, given: str = "") -> str:
    """What the program prints."""
    done = subprocess.run([binary, *arguments], input=given, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return done.stdout + ("" if arguments[0] == "extract" else done.stderr)


def extracted(binary: str, lines: list[dict]) -> list[dict]:
    """The facts of documents."""
    text = "".join(json.dumps(line) + "\n" for line in lines)
    facts = run(binary, "extract", "--jsonl", "--isolated", "--fields", "quotes,actors", "--on-error", "skip", given=text)
    return [json.loads(line) for line in facts.splitlines()]


def merged(binary: str, facts: list[dict]) -> tuple[list[dict], str]:
    """The links, and the summary."""
    with tempfile.TemporaryDirectory() as folder:
        links = Path(folder, "links.jsonl")
        text = "".join(json.dumps(line) + "\n" for line in facts)
        told = run(binary, "actors", "merge", "--isolated", "--links", str(links), given=text).splitlines()[-1]
        return [json.loads(line) for line in links.read_text(encoding="utf-8").splitlines()], told


def last_name(name: str) -> str:
    """The word by which the invented people of a document are told apart."""
    words = [word for word in plain(name).lower().split() if word not in ("jr.", "sr.", "jr", "sr")]
    return words[-1] if words else ""


def report(title: str, pairs: list[tuple[object, object]], links: list[dict], told: str) -> None:
    """Pairwise and B-cubed figures: `pairs` has who somebody is and whom the program says, for each mention."""
    true, said, both = collections.Counter(), collections.Counter(), collections.Counter()
    for who, person in pairs:
        true[who] += 1
        said[person] += 1
        both[who, person] += 1

    def two(counts: collections.Counter) -> int:
        return sum(count * (count - 1) // 2 for count in counts.values())

    right = two(both)
    precision = sum(count * count / said[person] for (_, person), count in both.items()) / len(pairs)
    recall = sum(count * count / true[who] for (who, _), count in both.items()) / len(pairs)
    wrong = {person for (who, person), count in both.items() if count < said[person]}
    print(f"{title}: {len(pairs)} mentions of {len(true)} people")
    print(f"  pairs    precision {right / max(two(said), 1):.4f}  recall {right / max(two(true), 1):.4f}")
    print(f"  B-cubed  precision {precision:.4f}  recall {recall:.4f}")
    print(f"  people made of two or more: {len(wrong)} of {len(said)}")
    refusals = collections.Counter(link["refused"] for link in links if link["refused"])
    print(f"  mentions left open: {dict(refusals)}")
    print(f"  {told}")


def measure_invented(binary: str, dice: random.Random, show: int) -> None:
    """The figures of the first set: all mentions, those with a full name, and these without the people that nothing tells apart."""
    lines, gold, people = invented(dice, 400, 4000)
    facts = extracted(binary, lines)
    links, told = merged(binary, facts)
    twins = collections.Counter((one.given, one.family, one.offices[0][1]) for one in people)
    of_all, of_full, of_other = [], [], []
    for number, link in enumerate(links):
        who = gold.get((link["document"], last_name(link["name"])))
        if who is None:
            continue
        pair = (who, link["person"] or f"open {number}")
        of_all.append(pair)
        if link["refused"] != "lone-name":
            of_full.append(pair)
            one = people[who]
            if twins[one.given, one.family, one.offices[0][1]] == 1:
                of_other.append(pair)
    report("invented, all", of_all, links, told)
    report("invented, full names", of_full, links, told)
    report("invented, full names, without namesakes of one trade", of_other, links, told)
    shown(links, lambda link: gold.get((link["document"], last_name(link["name"]))), show)


def alike(name: str) -> str:
    """The first and the last word of a name: "Rosa B. Weil" is Rosa Weil here."""
    words = [word for word in plain(name).lower().replace(".", "").split() if word not in ("jr", "sr", "ii", "iii")]
    return f"{words[0]} {words[-1]}" if len(words) > 1 else ""


def renamed(facts: list[dict], dice: random.Random) -> dict:
    """Gives two people at a time one invented name, and says who everybody is."""
    documents = collections.defaultdict(set)
    for number, line in enumerate(facts):
        for actor in line.get("actors", []):
            if actor["type"] == "person" and len(actor["name"].split()) == 2 and actor["name"].istitle():
                documents[actor["name"]].add(number)
    several = sorted(name for name, where in documents.items() if 2 <= len(where) <= 60)
    dice.shuffle(several)
    names = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    dice.shuffle(names)
    new = {}
    # One pair in five: where everybody had a namesake, the people that two have in common would be namesakes, too.
    for one, other in list(zip(several[::2], several[1::2], strict=False))[::5]:
        if documents[one] & documents[other] or not names:
            continue
        name = names.pop()
        new[one] = new[other] = name
    gold = {}
    for line in facts:
        for actor in line.get("actors", []):
            if actor["type"] != "person":
                continue
            name = actor["name"]
            gold[str(line["id"]), actor["id"]] = name if name in new else alike(name)
            if name in new:
                actor["name"], actor["aliases"] = new[name], []
    return {"gold": gold, "new": new}


def measure_renamed(binary: str, articles: Path, dice: random.Random, show: int) -> None:
    """The figures of the second set, of those who share a name and of all."""
    lines = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    facts = extracted(binary, lines)
    made = renamed(facts, dice)
    links, told = merged(binary, facts)
    of_all, of_new = [], []
    for number, link in enumerate(links):
        who = made["gold"].get((link["document"], link["actor"]))
        if who is None or " " not in who:
            continue
        pair = (who, link["person"] or f"open {number}")
        of_all.append(pair)
        if who in made["new"]:
            of_new.append(pair)
    report("renamed, those who share a name", of_new, links, told)
    report("renamed, everybody with a full name", of_all, links, told)
    shown(links, lambda link: made["gold"].get((link["document"], link["actor"])), show)


def shown(links: list[dict], who_is, most: int) -> None:
    """Some of the people that were made of two."""
    of = collections.defaultdict(collections.Counter)
    for link in links:
        if link["person"] and (who := who_is(link)) is not None:
            of[link["person"]][who] += 1
    for person, who in [(person, who) for person, who in of.items() if len(who) > 1][:most]:
        print(f"  wrong: {person} {dict(who)}")


def main() -> None:
    """Measures both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="target/release/copydesk")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="how many wrong people to list")
    arguments = parser.parse_args()
    measure_invented(arguments.bin, random.Random(arguments.seed), arguments.show)
    if arguments.articles is None:
        print("renamed: left out; name articles with --articles")
    else:
        measure_renamed(arguments.bin, arguments.articles, random.Random(arguments.seed), arguments.show)


if __name__ == "__main__":
    main()
