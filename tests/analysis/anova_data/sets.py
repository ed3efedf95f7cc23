"""Reading sets.csv."""

import csv
import itertools


def sets():
    """Each set with its points, one per value: the replication and the level of each factor."""
    for row in csv.DictReader(open("sets.csv")):
        levels, n = [int(count) for count in row["levels"].split()], int(row["n"])
        points = [point[::-1] for point in itertools.product(*(range(count) for count in reversed([n, *levels])))]
        yield row["set"], [n, *levels], points, row["replications"] == "blocks", row["terms"].split(), row["values"].split()


def write(file_name, rows):
    """Rows of set, term, df, ss, f and p; None is empty."""
    text = lambda cell: "" if cell is None else f"{cell:.15g}" if isinstance(cell, float) else str(cell)
    with open(file_name, "w") as file:
        file.write("set,term,df,ss,f,p\n")
        file.writelines(",".join(map(text, row)) + "\n" for row in rows)
