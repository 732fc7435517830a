# SPDX-License-Identifier: Apache-2.0
"""The words and expressions of the shipped lexicons, and texts that an expression matches."""
import random
import re
import tomllib
import warnings

from host import ROOT

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_parse

CODE_POINT = re.compile(r"\\x\{([0-9a-fA-F]+)\}")
CLASS = re.compile(r"\{([a-z_|]+)\}")
MOST_REPEATS = 3
ANY = "abcdefghijklmnopqrstuvwxyz"


class Lexicons:
    def __init__(self):
        self.expressions = {}  # by id, of rules, their other senses, cues and statements
        self.rules = []
        self.terms = []
        self.names = {}
        self.classes = {}
        for path in sorted((ROOT / "lexicons").glob("*.toml")):
            self.read(tomllib.loads(path.read_text(encoding="utf-8")))

    def read(self, file):
        for table in ("rule", "cue", "textbook"):
            for entry in file.get(table, []):
                self.add(table, entry)
        for concept in file.get("concept", []):
            names = [concept["name"], *concept.get("terms", [])]
            self.names.setdefault(concept["id"].split(".")[0], []).extend(names)
            self.terms += names

    def add(self, table, entry):
        words = entry.get("terms", []) + entry.get("verbs", [])
        self.terms += words
        if table == "cue":
            self.classes.setdefault(entry["class"], []).append(entry)
        if table == "rule":
            self.rules.append(entry)
        if "pattern" in entry:
            self.expressions[entry["id"]] = entry["pattern"]
        for number, other in enumerate(entry.get("unless", [])):
            self.expressions[f"{entry['id']} unless {number + 1}"] = other

    def without_classes(self, expression, any_of):
        """The expression with each {class} made into the expression `any_of` gives for its cues."""
        def replace(found):
            cues = [cue for name in found.group(1).split("|") for cue in self.classes.get(name, [])]
            return f"({any_of(cues)})" if cues else found.group(0)

        return CLASS.sub(replace, expression)

    def one_cue(self, chance):
        def pick(cues):
            cue = chance.choice(cues)
            words = cue.get("terms", []) + cue.get("verbs", [])
            if "pattern" in cue and (not words or chance.random() < 0.7):
                return self.without_classes(cue["pattern"], pick)
            return re.escape(chance.choice(words))

        return pick

    def every_cue(self, cues):
        parts = []
        for cue in cues:
            parts += [re.escape(word) for word in cue.get("terms", []) + cue.get("verbs", [])]
            if "pattern" in cue:
                parts.append(self.without_classes(cue["pattern"], self.every_cue))
        return "|".join(parts)

    def sample(self, expression, chance):
        """A text that the expression matches."""
        whole = self.without_classes(expression, self.one_cue(chance))
        whole = CODE_POINT.sub(lambda found: re.escape(chr(int(found.group(1), 16))), whole)
        return "".join(draw(part, chance) for part in sre_parse.parse(whole))


def draw(part, chance):
    kind, value = part
    name = str(kind)
    if name == "LITERAL":
        return chr(value)
    if name == "ANY":
        return chance.choice(ANY)
    if name == "NOT_LITERAL":
        return chance.choice(ANY.replace(chr(value), ""))
    if name == "IN":
        return draw_of_set(value, chance)
    if name == "BRANCH":
        return "".join(draw(p, chance) for p in chance.choice(value[1]))
    if name == "SUBPATTERN":
        return "".join(draw(p, chance) for p in value[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        count = chance.randint(least, max(least, min(int(most), MOST_REPEATS)))
        return "".join(draw(p, chance) for _ in range(count) for p in inner)
    return ""


def draw_of_set(items, chance):
    if str(items[0][0]) == "NEGATE":
        return chance.choice(ANY)
    kind, value = chance.choice(items)
    if str(kind) == "RANGE":
        return chr(chance.randint(*value))
    if str(kind) == "CATEGORY":
        return {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " "}.get(str(value), chance.choice(ANY))
    return chr(value)


def chance_of(seed):
    return random.Random(seed)
