# SPDX-License-Identifier: Apache-2.0
"""Documents that might cost more than their length: each shape makes one of about a given size."""
import random

COMBINING = [chr(c) for c in range(0x300, 0x370)]
FLOODS = {
    "shares": "3 in 10 ",
    "shares of people": "9 out of 10 patients ",
    "percentages": "87% ",
    "numbers": "1234567 ",
    "doses": "5 mg ",
    "ranges": "3-5 days ",
    "dates": "12 May 2019 ",
    "phones": "555-123-4567 ",
    "money": "$49.95 ",
    "years": "1998 ",
    "decimals": "3.14159 ",
    "fractions": "¼ ½ ",
    "ordinals": "the 1st ",
    "negations": "not ",
    "pseudo-negations": "not only ",
    "never, never": "never, ",
    "hedges": "may ",
    "hedges and negations": "may not ",
    "attributions": "they say that ",
    "doubts": "is it true that ",
    "refutations": "studies do not bear this out ",
    "terminators": "but ",
    "conditionals": "if ",
    "and": "and ",
    "or": "or ",
    "of the": "of the ",
    "the": "the ",
    "you": "you ",
    "our": "our ",
    "it": "it ",
    "to": "to ",
    "in": "in ",
    "a": "a ",
    "no": "no ",
    "is": "is ",
    "that": "that ",
    "your body": "your body ",
    "first persons": "I ",
    "my pain": "my pain ",
    "titles": "Dr. Smith ",
    "citations": "(Smith et al., 2019) ",
    "reference marks": "[12] ",
    "digital object identifiers": "doi:10.1000/182 ",
    "links": "https://example.com/a?b=c ",
    "cure": "cure ",
    "cures arthritis": "cures arthritis ",
    "treats pain": "treats pain ",
    "safe": "safe ",
    "guaranteed": "guaranteed ",
    "heals": "heals ",
    "relieves": "relieves ",
    "knee": "knee ",
    "back pain": "back pain ",
    "liver or kidney": "liver or kidney ",
    "back and neck": "back and neck ",
    "pain": "pain ",
    "muscles of the": "muscles of the ",
    "acupuncture": "acupuncture ",
    "one letter": "a",
    "one letter in capitals": "A",
    "capitals": "MIRACLE CURE ",
    "capital words": "Miracle Cure ",
    "hyphens": "side-effect-free-",
    "apostrophes": "don't ",
    "commas": "pain, ",
    "commas alone": ", ",
    "dots": ". ",
    "ellipses": "... ",
    "semicolons": "pain; ",
    "colons": "pain: ",
    "slashes": "and/or/",
    "brackets": "(pain ",
    "closed brackets": "pain) ",
    "opening quotes": "\"pain ",
    "typographic opening quotes": "“It heals ",
    "closing quotes": "pain” ",
    "single quotes": "'it heals ",
    "quotation after quotation": "“It heals.” ",
    "questions": "Does it cure pain? ",
    "short questions": "Why? ",
    "exclamations": "Cured! ",
    "sentences": "It cures arthritis. ",
    "short sentences": "It is. ",
    "headings": "Does it cure arthritis\n\n",
    "capital headings": "MIRACLE CURE\n\n",
    "items": "- cures arthritis\n",
    "numbered items": "1. cures arthritis\n",
    "one-letter items": "- a\n",
    "empty items": "- \n",
    "lines": "It cures arthritis\n",
    "empty lines": "a\n\n",
    "testimonials": "“It cured my back pain in two days!” — Mary T., verified buyer\n\n",
    "testimonials without names": "“It cured my back pain.”\n\n",
    "stars": "★★★★★\n",
    "trademarks": "Arthrellium™ ",
    "signatures": "— Mary T., Leeds\n\n",
    "stories": "Mary, 54, had back pain for years. Then she found us. ",
    "glued words": "curesarthritisbackpain ",
    "misspelt words": "arthrits ",
    "spaced letters": "c u r e s ",
    "zero-width letters": "c​u​r​e​s ",
    "letters of other scripts": "сurеs раin ",
    "accents": "crème café ",
    "emoji": "👍 ",
    "curly apostrophes": "don’t ",
    "dashes": "pain — ",
    "tabs": "pain\t",
    "fullwidth letters": "ｃｕｒｅ ",
    "ligatures": "ﬁnd ",
    "fixed blanks": "no side effects ",
    "Chinese": "治疗疼痛。",
    "Thai": "รักษาอาการปวด",
    "Arabic": "علاج الألم ",
    "German": "Behandlung der Schmerzen ",
    "invalid bytes as marks": "� ",
    "control signs": "a\x07 ",
    "long words": "electroencephalographically" * 8 + " ",
    "ignore comments": "<!-- claimlint ignore -->\n",
    "tables": "| cures | arthritis |\n",
    "soft hyphens": "cu­res ",
    "abbreviations": "e.g. ",
    "initials": "J. R. R. ",
    "warnings": "How to spot a scam\n\n",
    "do not": "Don't\n\n- cure it\n",
    "selling": "book now ",
    "disclaimers": "These statements have not been evaluated by the FDA. ",
}


def repeated(unit, size):
    return unit * max(1, size // max(1, len(unit.encode())))


def html(opening, inner, closing, size):
    depth = max(1, size // len((opening + inner + closing).encode()))
    return opening * depth + "<p>It cures arthritis.</p>" + (inner + closing) * depth


def of_markup():
    """Shapes of HTML and Markdown: name, extension, the document of a size."""
    yield "deep divisions", "html", lambda n: html("<div>", "", "</div>", n)
    yield "deep lists", "html", lambda n: html("<ul><li>", "cures pain", "</li></ul>", n)
    yield "deep quotations", "html", lambda n: html("<blockquote>", "it heals", "</blockquote>", n)
    yield "tags never closed", "html", lambda n: repeated("<b>pain ", n)
    yield "table cells", "html", lambda n: "<table><tr>" + repeated("<td>cures pain</td>", n)
    yield "comments", "html", lambda n: repeated("<!-- cures pain -->", n)
    yield "entities", "html", lambda n: repeated("&eacute;&nbsp;", n)
    yield "items of HTML", "html", lambda n: "<ul>" + repeated("<li>cures pain", n)
    yield "headings of HTML", "html", lambda n: repeated("<h2>Does it cure pain?</h2>", n)
    yield "deep quotations of Markdown", "md", lambda n: repeated("> ", min(n, 20000)) + repeated(
        "it heals ", n)
    yield "emphasis", "md", lambda n: repeated("*a **b ", n)
    yield "links of Markdown", "md", lambda n: repeated("[cures](http://a.b) ", n)
    yield "open brackets of Markdown", "md", lambda n: repeated("[", n)
    yield "headings of Markdown", "md", lambda n: repeated("# Cures pain\n", n)


def of_words(lexicons, seed):
    chance = random.Random(seed)
    for kind, names in sorted(lexicons.names.items()):
        some = chance.sample(names, min(400, len(names)))
        yield f"names of kind {kind}", "txt", lambda n, s=some: repeated(" ".join(s) + " ", n)
        yield f"list of names of kind {kind}", "txt", lambda n, s=some: repeated(", ".join(s) + ", ", n)
    everything = chance.sample(lexicons.terms, 2000)
    yield "names of all kinds", "txt", lambda n: repeated(" ".join(everything) + " ", n)
    words = sorted({word for name in lexicons.terms for word in name.split()})
    some = chance.sample(words, 2000)
    yield "words of names", "txt", lambda n: repeated(" ".join(some) + " ", n)
    matches = [lexicons.sample(e, chance) for e in lexicons.expressions.values()]
    yield "a match of each expression", "txt", lambda n: repeated(" ".join(matches) + " ", n)
    yield "matches as sentences", "txt", lambda n: repeated(". ".join(m.capitalize()
                                                                      for m in matches) + ". ", n)
    wants = [want for rule in lexicons.rules for want in rule["want"] if isinstance(want, str)]
    yield "examples of each rule", "txt", lambda n: repeated(" ".join(wants) + " ", n)
    yield "examples as one sentence", "txt", lambda n: repeated(
        " ".join(w.rstrip(".!?").replace(".", "") for w in wants) + " ", n)


def of_marks():
    def combining(size):
        chance = random.Random(5)
        return "".join(
            chance.choice("aeiou") + "".join(chance.choices(COMBINING, k=30)) for _ in range(size // 61))

    yield "combining marks", "txt", combining
    yield "one letter with combining marks", "txt", lambda n: "a" + "́" * (n // 2)
    yield "unclosed quotation before items", "txt", lambda n: "“" + repeated("- it heals\n", n)
    yield "a heading over all sentences", "txt", lambda n: "How to spot a scam\n\n" + repeated(
        "It cures arthritis. ", n)
    yield "items under a claim", "txt", lambda n: "It cures:\n\n" + repeated("- arthritis\n", n)


def written_shapes(lexicons, seed=1):
    """All shapes thought of by hand."""
    for name, unit in FLOODS.items():
        yield name, "txt", lambda n, u=unit: repeated(u, n)
    yield from of_marks()
    yield from of_markup()
    yield from of_words(lexicons, seed)


def expression_units(lexicons, seed=2):
    """For each expression what it matches, and beginnings and ends of it, as units to repeat."""
    chance = random.Random(seed)
    for name, expression in lexicons.expressions.items():
        match = lexicons.sample(expression, chance)
        yield f"matches of {name}", match + " "
        words = match.split()
        if len(words) > 1:
            yield f"beginnings of {name}", " ".join(words[:chance.randint(1, len(words) - 1)]) + " "
            yield f"ends of {name}", " ".join(words[chance.randint(1, len(words) - 1):]) + " "
