"""What does anova_lm of statsmodels say of the sets?"""

import itertools
import math
import warnings

import pandas
import statsmodels.formula.api
from statsmodels.stats.anova import anova_lm

from sets import sets, write

warnings.simplefilter("ignore")


def hierarchical(terms):
    return all("".join(part) in terms for term in terms for part in itertools.combinations(term, len(term) - 1) if part)


def analyse(name, sizes, points, blocks, terms, values):
    data = pandas.DataFrame(points, columns=["blocks", *"abcdef"[:len(sizes) - 1]])
    coding = (lambda level: f"level{level}") if hierarchical(terms) else (lambda level: 2 * level - 1)
    for column in data.columns[1:]:
        data[column] = data[column].map(coding)
    data["blocks"] = data["blocks"].map(lambda r: f"block{r}")
    data["y"] = [float(value) for value in values]
    right = (["blocks"] if blocks else []) + [":".join(term.lower()) for term in terms]
    model = statsmodels.formula.api.ols("y ~ " + " + ".join(right), data).fit()
    if model.df_resid == 0:
        return  # anova_lm divides by the mean square of the residual
    table = anova_lm(model)
    for term, line in table.iterrows():
        tested = not math.isnan(line["F"])
        title = {"blocks": "Blocks", "Residual": "Residual"}.get(term, term.upper())
        yield name, title, int(line["df"]), float(line["sum_sq"]), float(line["F"]) if tested else None, float(line["PR(>F)"]) if tested else None


write("anova_lm.csv", [row for one in sets() for row in analyse(*one)])
