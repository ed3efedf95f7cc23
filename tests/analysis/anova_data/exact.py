"""Sums of squares and F of the sets in rational arithmetic, from the doubles nearest to the values.

SS of a set S of directions = sum over its subsets T of (-1)^(|S| - |T|) sum of (totals over T)^2 / values per total.
"""

import itertools
from fractions import Fraction
from math import prod

from sets import sets, write


def squared_totals(values, points, directions):
    totals = {}
    for value, point in zip(values, points):
        key = tuple(point[i] for i in directions)
        totals[key] = totals.get(key, 0) + value
    return sum(total * total for total in totals.values()) * len(totals) / len(values)


def analyse(name, sizes, points, blocks, terms, values):
    exact = [Fraction(float(value)) for value in values]
    known = {}

    def totals(directions):
        if directions not in known:
            known[directions] = squared_totals(exact, points, directions)
        return known[directions]

    def squares(directions):
        return sum((-1) ** (len(directions) - size) * totals(part)
                   for size in range(len(directions) + 1) for part in itertools.combinations(directions, size))

    lines = [("Blocks", (0,))] * blocks + [(":".join(term), tuple(1 + "ABCDEF".index(letter) for letter in term)) for term in terms]
    table = [(title, prod(sizes[i] - 1 for i in directions), squares(directions)) for title, directions in lines]
    total = totals(tuple(range(len(sizes)))) - totals(())
    error, free = total - sum(ss for _, _, ss in table), len(exact) - 1 - sum(df for _, df, _ in table)
    for title, df, ss in table:
        yield name, title, df, float(ss), float(ss / df / (error / free)) if free else None, None
    if free:
        yield name, "Residual", free, float(error), None, None


write("exact.csv", [row for one in sets() for row in analyse(*one)])
