#!/usr/bin/env python3
"""Writes the scenario of the benchmarks: N requests from 10 segments to M minifactories over 10 periods.

Three nearest minifactories are asked; about three quarters of the requests become orders; an order carries 1 MB of product data; a
segment's orders keep 30 % of one line busy, and a minifactory has four lines.
"""
import argparse

SEGMENTS = 10
PERIODS = 10
PERIOD_DAYS = 26
SALES_SHARE = 0.76
LINE_LOAD = 0.3
LABOUR_COST = 18      # of a unit, EUR
ENERGY_PER_UNIT = 10  # kWh

TEMPLATE = """\
ccmsim: 1
name: Benchmark with {requests} requests and {minifactories} minifactories
seed: 1
time: {{period: {period_days} d, periods: {periods}}}
network: {{contention: {contention}}}
places:
  middle: {{at: [50.5, 10]}}
operator: {{place: middle, quotes: 3}}
services:
  print: {{parts: {{part: 1}}, product_data: 1 MB}}
parts:
  part: {{routes: [[{{machine: printer, minutes: {minutes}}}]]}}
customers:
  - {{name: segment, count: {segments}, at: [{{uniform: [47.5, 54]}}, {{uniform: [6, 14.5]}}], type: price_taker, service: print, alpha: {alpha}, beta: {beta}}}
minifactories:
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
"""


def minutes_per_unit(requests_per_period):
    """Machine time of a unit that keeps LINE_LOAD of a line busy with the orders of one segment."""
    return LINE_LOAD * PERIOD_DAYS * 1440 / (SALES_SHARE * requests_per_period)


def scenario(requests, minifactories, contention="bulk", periods=PERIODS):
    per_period = requests / SEGMENTS / periods
    minutes = minutes_per_unit(per_period)
    return TEMPLATE.format(
        requests=requests, minifactories=minifactories, contention=contention, periods=periods, period_days=PERIOD_DAYS,
        segments=SEGMENTS, minutes=minutes, power=ENERGY_PER_UNIT * 60 / minutes, wage=LABOUR_COST / minutes,
        alpha=per_period, beta=per_period / 100)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=int)
    parser.add_argument("minifactories", type=int)
    parser.add_argument("--contention", choices=["bulk", "all", "none"], default="bulk")
    parser.add_argument("--periods", type=int, default=PERIODS)
    arguments = parser.parse_args()
    print(scenario(arguments.requests, arguments.minifactories, arguments.contention, arguments.periods), end="")
