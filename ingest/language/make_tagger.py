#!/usr/bin/env python3
"""Counts the tagger's model from UD treebanks (Penn tags in column 5).

    make_tagger.py TREEBANK.conllu… > tagger.tsv

The model is a trigram hidden Markov model after T. Brants, "TnT - a statistical part-of-speech tagger" (2000):
transition probabilities by linear interpolation with weights from deleted interpolation, word emissions by counting,
unknown words by their endings and capitals. Hyphens are left inside words, as Dossier's tokenizer leaves them.
"""
import collections, math, sys

# Tags that differ only in ways that no later step looks at are one.
MERGE = {"``": "''", "-LRB-": "(", "-RRB-": ")", "NFP": ":", "ADD": "NNP", "GW": "FW", "AFX": "JJ", "LS": "CD", "HYPH": ":", "XX": "FW"}
START = "<s>"


def sentences(path):
    sentence = []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if sentence:
                yield join_hyphens(sentence)
            sentence = []
        elif not line.startswith("#"):
            column = line.split("\t")
            if column[0].isdigit():
                tag = MERGE.get(column[4], column[4])
                sentence.append((column[1], tag, column[2], column[4] == "HYPH", "SpaceAfter=No" in column[9]))


def join_hyphens(sentence):
    """"inter" "-" "Korean" is one token with the tag of its last part, when no space stands between."""
    out, i = [], 0
    while i < len(sentence):
        form, tag, lemma, _, glued = sentence[i]
        while glued and i + 2 < len(sentence) and sentence[i + 1][3] and sentence[i + 1][4]:
            form += sentence[i + 1][0] + sentence[i + 2][0]
            tag, lemma, glued = sentence[i + 2][1], form, sentence[i + 2][4]
            if tag in ("VBN", "VBD", "NNS"):
                tag = "JJ" if tag != "NNS" else tag
            i += 2
        out.append((form, tag, lemma))
        i += 1
    return out


def shape(word):
    """What the model knows of an unknown word beside its ending."""
    if any(c.isdigit() for c in word):
        return "d"
    if word[:1].isupper():
        return "U" if len(word) > 1 and word.isupper() else "u"
    return "-" if "-" in word else "l"


def main():
    uni, bi, tri = collections.Counter(), collections.Counter(), collections.Counter()
    words = collections.defaultdict(collections.Counter)
    lemmas = collections.defaultdict(collections.Counter)
    for path in sys.argv[1:]:
        for sentence in sentences(path):
            a, b = START, START
            for index, (form, tag, lemma) in enumerate(sentence):
                key = form.lower() if index == 0 and tag not in ("NNP", "NNPS") else form
                words[key][tag] += 1
                if tag[:2] in ("VB", "MD") or tag == "NNS":
                    lemmas[(key.lower(), tag[:2])][lemma.lower()] += 1
                uni[tag] += 1
                bi[(b, tag)] += 1
                tri[(a, b, tag)] += 1
                a, b = b, tag
    # deleted interpolation
    total = sum(uni.values())
    ctx1, ctx2 = collections.Counter(), collections.Counter()
    for (b, c), n in bi.items():
        ctx1[b] += n
    for (a, b, c), n in tri.items():
        ctx2[(a, b)] += n
    weight = [0.0, 0.0, 0.0]
    for (a, b, c), n in tri.items():
        score = [(uni[c] - 1) / (total - 1), (bi[(b, c)] - 1) / (ctx1[b] - 1) if ctx1[b] > 1 else 0,
                 (n - 1) / (ctx2[(a, b)] - 1) if ctx2[(a, b)] > 1 else 0]
        weight[score.index(max(score))] += n
    weight = [w / sum(weight) for w in weight]
    out = sys.stdout
    out.write("# Counted from Universal Dependencies treebanks by make_tagger.py; see NOTICE for sources and licence (CC BY-SA 4.0)\n")
    out.write("weights\t%s\n" % "\t".join("%.6f" % w for w in weight))
    for tag, n in sorted(uni.items()):
        out.write(f"tag\t{tag}\t{n}\n")
    for (b, c), n in sorted(bi.items()):
        out.write(f"bi\t{b}\t{c}\t{n}\n")
    for (a, b, c), n in sorted(tri.items()):
        if n > 1:
            out.write(f"tri\t{a}\t{b}\t{c}\t{n}\n")
    # endings of rare words, by shape: up to four letters, kept when they tell something
    endings = collections.defaultdict(collections.Counter)
    for word, tags in words.items():
        if sum(tags.values()) <= 5:
            for tag, n in tags.items():
                for length in range(0, 5):
                    if length < len(word):
                        endings[(shape(word), word.lower()[len(word) - length:])][tag] += n
    for (form, ending), tags in sorted(endings.items()):
        if sum(tags.values()) >= 6:
            out.write("end\t%s\t%s\t%s\n" % (form, ending, " ".join(f"{t}:{n}" for t, n in sorted(tags.items(), key=lambda x: (-x[1], x[0])))))
    for word, tags in sorted(words.items()):
        if sum(tags.values()) < 2 and not word.islower():
            continue
        if "\t" in word or " " in word:
            continue
        out.write("word\t%s\t%s\n" % (word, " ".join(f"{t}:{n}" for t, n in sorted(tags.items(), key=lambda x: (-x[1], x[0])))))
    for (form, kind), options in sorted(lemmas.items()):
        lemma = sorted(options.items(), key=lambda x: (-x[1], x[0]))[0][0]
        out.write(f"lemma\t{kind}\t{form}\t{lemma}\n")


main()
