"""pyahocorasick for our task: whole words in any case, start and end of each match.

Says what it is, then scans once for each line of standard input: seconds, matches, sum of matches.
"""
import sys
import time

import ahocorasick

MASK = (1 << 64) - 1


def mix(phrase, start, end):
    mixed = (phrase * 0x9E3779B97F4A7C15 & MASK) ^ (start * 0xC2B2AE3D27D4EB4F & MASK) ^ (end * 0x165667B19E3779F9 & MASK)
    return (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9 & MASK


def is_word(unit):
    return unit == "_" or (unit.isascii() and unit.isalnum())


automaton = ahocorasick.Automaton()
for number, phrase in enumerate(open(sys.argv[1], encoding="utf-8").read().splitlines()):
    automaton.add_word(phrase, (number, len(phrase)))
automaton.make_automaton()
# A byte a character, so that places are those of the other contenders.
lines = open(sys.argv[2], encoding="latin-1", newline="\n").read().split("\n")[:-1]

print("pyahocorasick, lower-cased, boundaries in Python, a call a narrative", flush=True)
for _ in sys.stdin:
    found = []
    began = time.monotonic()
    offset = 0
    for line in lines:
        for last, (number, length) in automaton.iter(line.lower()):
            start, end = last + 1 - length, last + 1
            if (start == 0 or not is_word(line[start - 1])) and (end == len(line) or not is_word(line[end])):
                found.append((number, offset + start, offset + end))
        offset += len(line) + 1
    seconds = time.monotonic() - began
    print(f"{seconds:.6f} {len(found)} {sum(mix(*match) for match in found) & MASK:016x}", flush=True)
