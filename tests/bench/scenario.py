#!/usr/bin/env python3
"""Writes the scenario of the benchmarks: N requests from 10 segments to M minifactories over 10 periods.

Three nearest minifactories are asked; about three quarters of the requests become orders; an order carries 1 MB of product data; a
segment's orders keep 30 % of one line busy, and a minifactory has four lines. In the negotiated market some segments take the price of
the nearest minifactory, some talk about the best of three quotes, and some search before they talk.
"""
import argparse

SEGMENTS = 10
PERIODS = 10
PERIOD_DAYS = 26
SALES_SHARE = 0.76
LINE_LOAD = 0.3
LABOUR_COST = 18      # of a unit, EUR
ENERGY_PER_UNIT = 10  # kWh
TYPES = {"price_taker": 4, "negotiator": 3, "bargainer": 3}  # segments of each in the negotiated market
ROUNDS = 3            # of talks, on both sides
OPENING = 0.6
QUOTE_COST = 0.2      # EUR, of asking once more

TEMPLATE = """\
ccmsim: 1
name: Benchmark with {requests} requests and {minifactories} minifactories
seed: 1
time: {{period: {period_days} d, periods: {periods}}}
network: {{contention: {contention}}}
market: {market}
places:
  middle: {{at: [50.5, 10]}}
operator: {{place: middle, quotes: 3, contract_net: {contract_net}}}
services:
  print: {{parts: {{part: 1}}, product_data: 1 MB}}
parts:
  part: {{routes: [[{{machine: printer, minutes: {minutes}}}]]}}
customers:
{customers}minifactories:
  - name: minifactory
    count: {minifactories}
    at: [{{uniform: [47.5, 54]}}, {{uniform: [6, 14.5]}}]
    lines: 4
    processing_times: exponential
    energy_price: 0.2 EUR/kWh
    machines:
      printer: {{power: {power} kW}}
    workers:
      printing: {{wage: {wage} EUR/min, operates: [printer]}}
    pricing: {{strategy: cost_plus, markup: {{uniform: [0.1, 0.3]}}}}
{talks}"""
CUSTOMERS = """\
  - {{name: {name}, count: {count}, at: [{{uniform: [47.5, 54]}}, {{uniform: [6, 14.5]}}], type: {type}, service: print, alpha: {alpha}, beta: {beta}{talks}}}
"""

PLANNING_TEMPLATE = """\
ccmsim: 1
name: Benchmark of planning, {minifactories} minifactories with the plant of Qamar and Aziz (2023)
seed: 1
time: {{period: 26 d, periods: {periods}}}
places:
  middle: {{at: [50.5, 10]}}
operator: {{place: middle, quotes: 3}}
services:
  set: {{parts: {{P1: 1, P2: 1, P3: 1}}, product_data: 1 MB}}
parts:
  P1:
    setup_cost: 20
    holding_cost: 4
    move_cost: 1.2
    routes:
      - [{{machine: m1, minutes: 2}}, {{machine: m2, minutes: 2}}, {{machine: m4, minutes: 3}}, {{machine: m6, minutes: 4}}]
      - [{{machine: m2, minutes: 3}}, {{machine: m3, minutes: 4}}, {{machine: m5, minutes: 5}}, {{machine: m7, minutes: 4}}]
  P2:
    setup_cost: 30
    holding_cost: 3
    move_cost: 1.2
    routes:
      - [{{machine: m3, minutes: 4}}, {{machine: m4, minutes: 3}}, {{machine: m5, minutes: 3}}, {{machine: m7, minutes: 3}}]
      - [{{machine: m2, minutes: 2}}, {{machine: m3, minutes: 2}}, {{machine: m4, minutes: 4}}, {{machine: m5, minutes: 2}}, {{machine: m7, minutes: 4}}]
  P3:
    setup_cost: 25
    holding_cost: 5
    move_cost: 1.2
    routes:
      - [{{machine: m1, minutes: 4}}, {{machine: m2, minutes: 2}}, {{machine: m4, minutes: 3}}, {{machine: m5, minutes: 2}}, {{machine: m6, minutes: 2}}]
      - [{{machine: m2, minutes: 3}}, {{machine: m3, minutes: 4}}, {{machine: m7, minutes: 3}}]
customers:
  - {{name: segment, count: {segments}, at: [{{uniform: [47.5, 54]}}, {{uniform: [6, 14.5]}}], type: price_taker, service: set, alpha: {alpha}, beta: {beta}}}
minifactories:
  - name: minifactory
    count: {minifactories}
    at: [{{uniform: [47.5, 54]}}, {{uniform: [6, 14.5]}}]
    lines: 2
    energy_price: 2 EUR/kWh
    machines: {{m1: {{power: 12 kW{capacity}}}, m2: {{power: 7 kW{capacity}}}, m3: {{power: 4 kW{capacity}}}, m4: {{power: 6 kW{capacity}}}, m5: {{power: 12 kW{capacity}}}, m6: {{power: 6 kW{capacity}}}, m7: {{power: 8 kW{capacity}}}}}
    workers:
      w1: {{wage: 130 EUR/shift, operates: [m1, m4]}}
      w2: {{wage: 150 EUR/shift, operates: [m3, m5, m7]}}
      w3: {{wage: 180 EUR/shift, operates: [m2, m6]}}
      w4: {{wage: 200 EUR/shift, operates: [m2, m3, m5, m6, m7]}}
    group_sizes: [{{at_least: 2, at_most: 5}}, {{at_least: 2, at_most: 5}}]
    planning: {{routes: single}}
"""


def planning_scenario(requests, minifactories, periods, capacity=""):
    """Every minifactory has a plant of seven machines and makes three parts; `capacity` such as ", capacity: 2 h" makes it bind."""
    per_period = requests / SEGMENTS / periods
    return PLANNING_TEMPLATE.format(minifactories=minifactories, periods=periods, segments=SEGMENTS, alpha=per_period,
                                    beta=per_period / 70, capacity=capacity)


def minutes_per_unit(requests_per_period):
    """Machine time of a unit that keeps LINE_LOAD of a line busy with the orders of one segment."""
    return LINE_LOAD * PERIOD_DAYS * 1440 / (SALES_SHARE * requests_per_period)


def segments(negotiated, per_period):
    common = {"alpha": per_period, "beta": per_period / 100}
    if not negotiated:
        return CUSTOMERS.format(name="segment", count=SEGMENTS, type="price_taker", talks="", **common)
    talks = {"price_taker": "", "negotiator": f", talks: {{rounds: {ROUNDS}, opening: {OPENING}}}",
             "bargainer": f", talks: {{rounds: {ROUNDS}, opening: {OPENING}, quote_cost: {QUOTE_COST}}}"}
    return "".join(CUSTOMERS.format(name=kind, count=count, type=kind, talks=talks[kind], **common) for kind, count in TYPES.items())


def scenario(requests, minifactories, contention="bulk", periods=PERIODS, negotiated=False, contract_net="brief"):
    per_period = requests / SEGMENTS / periods
    minutes = minutes_per_unit(per_period)
    return TEMPLATE.format(
        requests=requests, minifactories=minifactories, contention=contention, periods=periods, period_days=PERIOD_DAYS,
        market="{prices: negotiated, bulletin: 1 d}" if negotiated else "{prices: seller}", contract_net=contract_net,
        customers=segments(negotiated, per_period), minutes=minutes, power=ENERGY_PER_UNIT * 60 / minutes, wage=LABOUR_COST / minutes,
        talks=f"    talks: {{rounds: {ROUNDS}}}\n" if negotiated else "")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=int)
    parser.add_argument("minifactories", type=int)
    parser.add_argument("--contention", choices=["bulk", "all", "none"], default="bulk")
    parser.add_argument("--periods", type=int, default=PERIODS)
    parser.add_argument("--negotiated", action="store_true")
    parser.add_argument("--contract-net", choices=["brief", "full"], default="brief")
    arguments = parser.parse_args()
    print(scenario(arguments.requests, arguments.minifactories, arguments.contention, arguments.periods, arguments.negotiated,
                   arguments.contract_net), end="")
