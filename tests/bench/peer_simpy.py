#!/usr/bin/python3
"""The protocol of the benchmark scenario as a SimPy 3 model: what does the same simulation cost in a general-purpose simulator?

Usage: peer_simpy.py REQUESTS MINIFACTORIES.  Messages take the time of an idle route; no table is written.
The parameters are those of scenario.py; positions and prices are drawn from the same distributions, not from the same streams.
"""
import math
import random
import sys

import simpy

import scenario

DAY, HOUR = 86400.0, 3600.0
LATENCY, BANDWIDTH = 0.01, 12.5e6
MESSAGE_SIZE, PRODUCT_DATA = 1000.0, 1e6
QUOTES, LINES = 3, 4
PATIENCE, QUOTE_DEADLINE, PROMISE_MARGIN = 5 * DAY, HOUR, HOUR
DETOUR, SPEED_KMH = 1.3, 60.0
UNIT_COST, COMMISSION = 20.0, 0.05


def transfer_time(size):
    return 13.01 * LATENCY + size / (0.97 * min(BANDWIDTH, 4194304 / (2 * LATENCY)))


MESSAGE_TIME = transfer_time(MESSAGE_SIZE)
ORDER_TIME = transfer_time(MESSAGE_SIZE + PRODUCT_DATA)


def random_place():
    return random.uniform(47.5, 54), random.uniform(6, 14.5)


def great_circle_km(a, b):
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b[1] - a[1]) / 2
    return 2 * 6371.0088 * math.asin(math.sqrt(math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2))


class Minifactory:
    def __init__(self, env, mean_time):
        self.env = env
        self.place = random_place()
        self.price = UNIT_COST * (1 + random.uniform(0.1, 0.3))
        self.mean_time = mean_time
        self.lines = simpy.Resource(env, capacity=LINES)
        self.free_at = [0.0] * LINES
        self.revenue = self.commission = 0.0
        self.produced = 0

    def earliest_start(self, now):
        return max(now, min(self.free_at))

    def produce(self, delivery_time, duration):
        first = self.free_at.index(min(self.free_at))
        self.free_at[first] = max(self.free_at[first], self.env.now) + duration
        with self.lines.request() as line:
            yield line
            yield self.env.timeout(duration)
        self.produced += 1
        yield self.env.timeout(delivery_time)


class Segment:
    def __init__(self, minifactories, mean_gap, highest_value):
        place = random_place()
        by_road = sorted((great_circle_km(place, m.place) * DETOUR, i) for i, m in enumerate(minifactories))
        self.suppliers = [(minifactories[i], km / SPEED_KMH * HOUR) for km, i in by_road[:QUOTES]]
        self.mean_gap = mean_gap
        self.highest_value = highest_value
        self.requests = self.sales = self.delivered = self.on_time = self.without_offer = 0
        self.paid = self.lead_time = 0.0


def quote(env, supplier):
    """The operator calls one minifactory; the value of the process is its quote."""
    minifactory, delivery_time = supplier
    yield env.timeout(MESSAGE_TIME)
    start = minifactory.earliest_start(env.now + ORDER_TIME)
    promised = start + minifactory.mean_time + delivery_time + PROMISE_MARGIN
    yield env.timeout(MESSAGE_TIME)
    return minifactory.price, promised, minifactory, delivery_time


def call_for_quotes(env, segment):
    """The operator's part up to the offer; the value of the process is the best quote, if any."""
    yield env.timeout(MESSAGE_TIME)
    calls = [env.process(quote(env, supplier)) for supplier in segment.suppliers]
    yield env.all_of(calls) | env.timeout(QUOTE_DEADLINE)
    best = min((call.value for call in calls if call.processed), key=lambda q: q[0], default=None)
    yield env.timeout(MESSAGE_TIME)
    return best


def customer(env, segment):
    requested = env.now
    value = random.uniform(0, segment.highest_value)
    segment.requests += 1
    offer = env.process(call_for_quotes(env, segment))
    yield offer | env.timeout(PATIENCE)
    if not (offer.processed and offer.value):
        segment.without_offer += 1
        return
    price, promised, minifactory, delivery_time = offer.value
    yield env.timeout(MESSAGE_TIME)  # the acceptance or the rejection
    if value < price:
        return
    segment.sales += 1
    yield env.timeout(ORDER_TIME)
    yield from minifactory.produce(delivery_time, random.expovariate(1 / minifactory.mean_time))
    segment.delivered += 1
    segment.on_time += env.now <= promised
    segment.lead_time += env.now - requested
    segment.paid += price
    yield env.timeout(MESSAGE_TIME)  # the payment
    yield env.timeout(MESSAGE_TIME)  # the payout
    minifactory.revenue += price
    minifactory.commission += COMMISSION * price


def arrivals(env, segment):
    while True:
        yield env.timeout(random.expovariate(1 / segment.mean_gap))
        env.process(customer(env, segment))


def simulate(requests, count):
    random.seed(1)
    env = simpy.Environment()
    period = scenario.PERIOD_DAYS * DAY
    per_period = requests / scenario.SEGMENTS / scenario.PERIODS
    mean_time = scenario.minutes_per_unit(per_period) * 60
    minifactories = [Minifactory(env, mean_time) for _ in range(count)]
    segments = [Segment(minifactories, period / per_period, 100.0) for _ in range(scenario.SEGMENTS)]
    for segment in segments:
        env.process(arrivals(env, segment))
    env.run(until=period * scenario.PERIODS)
    return segments


if __name__ == "__main__":
    result = simulate(int(sys.argv[1]), int(sys.argv[2]))
    print("requests", sum(s.requests for s in result), "sales", sum(s.sales for s in result), "delivered", sum(s.delivered for s in result))
