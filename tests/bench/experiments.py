"""Experiments for the benchmarks: short runs, runs of nothing, and very many points."""

SCENARIO = """ccmsim: 1
name: Runs of an experiment
currency: EUR
time: {{period: 26 d, periods: {periods}}}
places: {{bolzano: {{at: [46.498, 11.354]}}}}
operator: {{place: bolzano}}
parts: {{P1: {{routes: [[{{machine: m1, minutes: 2}}]]}}}}
services: {{bracket: {{parts: {{P1: 1}}}}}}
customers: [{{name: takers, type: price_taker, place: bolzano, service: bracket, alpha: {alpha}, beta: 1.5}}]
minifactories:
  - {{name: forge, place: bolzano, machines: {{m1: {{power: 12 kW}}}}, workers: {{w1: {{wage: 130 EUR/shift, operates: [m1]}}}}}}
"""

EXPERIMENT = """experiment: 1
name: Runs of an experiment
scenario: scenario.yaml
replications: {replications}
factors: [{{name: slope, key: customers.takers.beta, range: [1.4, 1.6]}}]
design: {{kind: latin_hypercube, points: {points}}}
outputs: [requests, sales]
"""


def write(directory, points, replications, periods=1, alpha=1):
    """An experiment of that many runs; with the least alpha and one period a run has hardly a customer."""
    (directory / "scenario.yaml").write_text(SCENARIO.format(periods=periods, alpha=alpha))
    path = directory / "experiment.yaml"
    path.write_text(EXPERIMENT.format(points=points, replications=replications))
    return path
