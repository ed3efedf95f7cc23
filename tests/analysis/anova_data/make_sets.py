"""Data sets for the analysis of variance: effects and noise drawn once, values rounded so that they read well."""

import itertools
import random


def up_to(order, factors):
    return ["".join(term) for size in range(1, order + 1) for term in itertools.combinations("ABCDEF"[:factors], size)]


# name, levels, replications, blocks?, terms (or the order up to which all are taken), mean, size of effects, size of noise, decimals
SETS = [
    ("one_way_2", [2], 5, False, 1, 20, 2, 1, 2),
    ("one_way_5", [5], 6, False, 1, 20, 1, 1, 2),
    ("one_way_blocks", [3], 6, True, 1, 100, 4, 3, 1),
    ("one_way_nil", [4], 3, False, 1, 0, 0, 1, 3),
    ("two_way", [2, 2], 3, False, 2, 50, 3, 1, 2),
    ("two_way_once", [3, 4], 1, False, 1, 10, 2, 1, 2),
    ("two_way_once_all", [3, 3], 1, False, 2, 10, 2, 1, 2),
    ("two_way_twice", [3, 4], 2, False, 2, 10, 2, 1, 2),
    ("two_way_blocks", [5, 3], 4, True, 2, 30, 1, 2, 2),
    ("two_way_blocks_main", [2, 5], 3, True, 1, 30, 1, 2, 2),
    ("two_way_negative", [4, 2], 3, False, 2, -500, 20, 10, 1),
    ("three_way", [2, 3, 4], 2, False, 3, 8, 1, 0.5, 3),
    ("three_way_blocks", [2, 2, 2], 5, True, 2, 8, 1, 0.5, 3),
    ("three_way_once", [3, 3, 3], 1, False, 2, 8, 1, 0.5, 3),
    ("four_way_once", [2, 2, 2, 2], 1, False, 2, 70, 10, 3, 1),
    ("four_way", [2, 3, 2, 3], 3, False, 4, 70, 10, 3, 1),
    ("four_way_blocks", [5, 2, 2, 2], 2, True, 3, 70, 10, 3, 1),
    ("five_way_chosen", [2] * 5, 1, False, ["A", "C", "D", "E", "AC", "AD", "ADE"], 1000, 80, 30, 0),
    ("five_way", [2, 2, 3, 2, 2], 2, False, 2, 1000, 80, 30, 0),
    ("six_way_chosen", [2] * 6, 1, False, ["A", "C", "D", "E", "F", "AC", "AD", "AE", "AF", "DF", "ADE", "ADF"], 3000, 400, 100, 0),
    ("six_way_chosen_blocks", [2] * 6, 2, True, ["F", "A", "BE", "ABCDEF", "CD"], 3000, 100, 100, 0),
    ("six_way", [2] * 6, 2, False, 6, 5, 1, 1, 2),
    ("six_way_blocks", [2, 3, 2, 2, 2, 2], 2, True, 2, 5, 1, 1, 2),
    ("tiny", [2, 3], 4, False, 2, 3e-12, 1e-12, 5e-13, 14),
    ("huge", [3, 2], 3, False, 2, 4e12, 1e12, 2e12, -6),
    ("sure", [5, 4, 3], 6, False, 2, 100, 300, 1, 2),
    ("offset", [2, 3], 4, False, 2, 1e6, 1e-2, 1e-2, 4),
    ("offset_blocks", [2, 2, 2], 3, True, 3, 1e6, 1e-2, 1e-2, 4),
]


def values_of(draw, levels, n, blocks, mean, size, noise, decimals):
    subsets = [subset for order in range(1, len(levels) + 1) for subset in itertools.combinations(range(len(levels)), order)]
    effects = {(subset, cell): draw.gauss(0, size / len(subset) ** 2)
               for subset in subsets for cell in itertools.product(*(range(levels[i]) for i in subset))}
    shared = [draw.gauss(0, 2 * noise) if blocks else 0 for _ in range(n)]
    for reverse in itertools.product(*(range(count) for count in reversed(levels))):
        cell = reverse[::-1]
        height = mean + sum(effects[subset, tuple(cell[i] for i in subset)] for subset in subsets)
        yield from (f"{round(height + shared[r] + draw.gauss(0, noise), decimals):.15g}" for r in range(n))


with open("sets.csv", "w") as file:
    file.write("set,levels,n,replications,terms,values\n")
    for name, levels, n, blocks, terms, *sizes in SETS:
        chosen = terms if isinstance(terms, list) else up_to(terms, len(levels))
        values = values_of(random.Random(name), levels, n, blocks, *sizes)
        file.write(",".join([name, " ".join(map(str, levels)), str(n), "blocks" if blocks else "independent", " ".join(chosen),
                             " ".join(values)]) + "\n")
