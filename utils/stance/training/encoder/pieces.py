"""Words into pieces: byte-pair merges learned on a sample name the pieces, the longest piece that fits is taken from the left."""
import re
from collections import Counter, defaultdict

PAD, MASK, SEP, UNKNOWN = range(4)
TASKS = {"opening": 4, "reply": 5, "remote": 6}
SPECIAL = ["<pad>", "<mask>", "<sep>", "<unknown>", "<opening>", "<reply>", "<remote>"]

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d|[^\s\w]")
LINK = re.compile(r"https?://\S+|www\.\S+")


def words_of(text):
    """Lower-case words (with their apostrophes), single digits, single marks."""
    return WORD.findall(LINK.sub(" link ", text.replace("’", "'")).lower())


def learn(texts, size=8192, least=3):
    """The pieces, most basic first. A piece that begins a word begins with '_'."""
    counts = Counter(word for text in texts for word in words_of(text))
    words = [(list("_" + word), count) for word, count in counts.items() if count >= least]
    letters = Counter()
    pairs, where = Counter(), defaultdict(set)
    for at, (parts, count) in enumerate(words):
        for letter in parts:
            letters[letter] += count
        for pair in zip(parts, parts[1:]):
            pairs[pair] += count
            where[pair].add(at)
    pieces = SPECIAL + sorted(letter for letter, count in letters.items() if count >= 50)
    while len(pieces) < size:
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        pieces.append("".join(best))
        for at in where.pop(best):
            parts, count = words[at]
            for pair in zip(parts, parts[1:]):
                pairs[pair] -= count
            merged, i = [], 0
            while i < len(parts):
                if tuple(parts[i : i + 2]) == best:
                    merged.append(pieces[-1])
                    i += 2
                else:
                    merged.append(parts[i])
                    i += 1
            words[at] = (merged, count)
            for pair in zip(merged, merged[1:]):
                pairs[pair] += count
                where[pair].add(at)
        del pairs[best]
    return pieces


class Pieces:
    def __init__(self, pieces):
        self.number = {piece: at for at, piece in enumerate(pieces)}
        self.longest = max(map(len, pieces))
        self.known = {}

    def ids(self, text):
        return [one for word in words_of(text) for one in self.of_word(word)]

    def of_word(self, word):
        found = self.known.get(word)
        if found is None:
            found, rest = [], "_" + word
            while rest:
                for end in range(min(len(rest), self.longest), 0, -1):
                    if rest[:end] in self.number:
                        found.append(self.number[rest[:end]])
                        break
                else:
                    found.append(UNKNOWN)
                rest = rest[end:]
            self.known[word] = found
        return found
