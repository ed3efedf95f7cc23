#!/usr/bin/python3
"""The protocol of the benchmark scenario as a SimPy 3 model: what does the same simulation cost in a general-purpose simulator?

Usage: peer_simpy.py REQUESTS MINIFACTORIES [--negotiated] [--contract-net full].  Messages take the time of an idle route; no table is
written. The parameters are those of scenario.py; positions and prices are drawn from the same distributions, not from the same streams.
"""
import argparse
import math
import random

import simpy

import scenario

DAY, HOUR = 86400.0, 3600.0
LATENCY, BANDWIDTH = 0.01, 12.5e6
MESSAGE_SIZE, PRODUCT_DATA = 1000.0, 1e6
QUOTES, LINES = 3, 4
PATIENCE, QUOTE_DEADLINE, PROMISE_MARGIN = 5 * DAY, HOUR, HOUR
DETOUR, SPEED_KMH = 1.3, 60.0
UNIT_COST, COMMISSION = 20.0, 0.05
ANSWER_WITHIN = HOUR


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
        self.report = None

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
    def __init__(self, minifactories, mean_gap, highest_value, kind, contract_net):
        place = random_place()
        by_road = sorted((great_circle_km(place, m.place) * DETOUR, i) for i, m in enumerate(minifactories))
        asked = {"price_taker": 1, "bargainer": len(minifactories)}.get(kind, QUOTES)
        self.suppliers = [(minifactories[i], km / SPEED_KMH * HOUR) for km, i in by_road[:asked]]
        self.searches = kind == "bargainer"
        self.talks = kind in ("negotiator", "bargainer")
        self.tells_others = contract_net == "full"
        self.mean_gap = mean_gap
        self.highest_value = highest_value
        self.report = None  # the lowest and the highest price of the bulletin
        self.requests = self.sales = self.delivered = self.on_time = self.without_offer = self.talked = self.messages = 0
        self.paid = self.lead_time = 0.0

    def is_worth_stopping_at(self, price):
        if self.report is None:
            return True
        lowest, highest = self.report
        return price <= lowest + math.sqrt(2 * scenario.QUOTE_COST * (highest - lowest))


def quote(env, supplier):
    """The operator calls one minifactory; the value of the process is its quote."""
    minifactory, delivery_time = supplier
    yield env.timeout(MESSAGE_TIME)
    start = minifactory.earliest_start(env.now + ORDER_TIME)
    promised = start + minifactory.mean_time + delivery_time + PROMISE_MARGIN
    yield env.timeout(MESSAGE_TIME)
    return minifactory.price, promised, minifactory, delivery_time


def tell(env, segment, count):
    """Messages on whose arrival nothing happens."""
    if segment.tells_others:
        segment.messages += count
        for _ in range(count):
            env.timeout(MESSAGE_TIME)


def call_for_quotes(env, segment, suppliers):
    """The operator's part up to the offer; the value of the process is the best quote, if any."""
    yield env.timeout(MESSAGE_TIME)
    calls = [env.process(quote(env, supplier)) for supplier in suppliers]
    yield env.all_of(calls) | env.timeout(QUOTE_DEADLINE)
    quotes = [call.value for call in calls if call.processed]
    tell(env, segment, len(quotes) - 1)
    yield env.timeout(MESSAGE_TIME)
    segment.messages += 2 + 2 * len(quotes)
    return min(quotes, key=lambda q: q[0], default=None)


def search(env, segment):
    """One minifactory after the other, until a price is worth stopping at; after the last, the best one."""
    best = None
    for supplier in segment.suppliers:
        found = yield from call_for_quotes(env, segment, [supplier])
        if segment.is_worth_stopping_at(found[0]):
            return found
        if best is None or found[0] < best[0]:
            best = found
    return best


def talk(env, segment, value, asked):
    """Bids at the ticks 1, 3, ..., and answers; both sides concede evenly. The value of the process is the price agreed, if any."""
    limit, floor, standing = min(asked, value), min(asked, UNIT_COST), asked
    opening, last = scenario.OPENING * limit, 2 * scenario.ROUNDS
    for tick in range(1, last, 2):
        bid = opening + tick / (last - 1) * (limit - opening)
        if standing <= bid:
            return standing
        yield env.timeout(MESSAGE_TIME)
        ask = asked + (tick + 1) / last * (floor - asked)
        yield env.timeout(MESSAGE_TIME)
        segment.messages += 2
        if bid >= ask:
            return bid
        standing = ask
    return standing if value >= standing else None


def customer(env, segment):
    requested = env.now
    value = random.uniform(0, segment.highest_value)
    segment.requests += 1
    offer = env.process(search(env, segment) if segment.searches else call_for_quotes(env, segment, segment.suppliers))
    yield offer | env.timeout(PATIENCE)
    if not (offer.processed and offer.value):
        segment.without_offer += 1
        return
    price, promised, minifactory, delivery_time = offer.value
    if segment.talks:
        segment.talked += 1
        talks = env.process(talk(env, segment, value, price))
        yield talks | env.timeout(ANSWER_WITHIN)
        price = talks.value if talks.processed and talks.value else price
    segment.messages += 1
    yield env.timeout(MESSAGE_TIME)  # the acceptance or the rejection
    if value < price:
        tell(env, segment, 1)
        return
    segment.sales += 1
    yield env.timeout(ORDER_TIME)
    yield from minifactory.produce(delivery_time, random.expovariate(1 / minifactory.mean_time))
    tell(env, segment, 1)
    segment.delivered += 1
    segment.on_time += env.now <= promised
    segment.lead_time += env.now - requested
    segment.paid += price
    segment.messages += 3  # with the order
    yield env.timeout(MESSAGE_TIME)  # the payment
    yield env.timeout(MESSAGE_TIME)  # the payout
    minifactory.revenue += price
    minifactory.commission += COMMISSION * price


def read(env, reader, report):
    yield env.timeout(MESSAGE_TIME)
    reader.report = report


def bulletin(env, segments, minifactories):
    """The lowest and the highest price, to everybody, once a day."""
    while True:
        yield env.timeout(DAY)
        prices = [minifactory.price for minifactory in minifactories]
        for reader in (*segments, *minifactories):
            env.process(read(env, reader, (min(prices), max(prices))))


def arrivals(env, segment):
    while True:
        yield env.timeout(random.expovariate(1 / segment.mean_gap))
        env.process(customer(env, segment))


def segment_kinds(negotiated):
    if not negotiated:
        return ["asks three"] * scenario.SEGMENTS
    return [kind for kind, count in scenario.TYPES.items() for _ in range(count)]


def simulate(requests, count, negotiated, contract_net):
    random.seed(1)
    env = simpy.Environment()
    period = scenario.PERIOD_DAYS * DAY
    per_period = requests / scenario.SEGMENTS / scenario.PERIODS
    mean_time = scenario.minutes_per_unit(per_period) * 60
    minifactories = [Minifactory(env, mean_time) for _ in range(count)]
    segments = [Segment(minifactories, period / per_period, 100.0, kind, contract_net) for kind in segment_kinds(negotiated)]
    for segment in segments:
        env.process(arrivals(env, segment))
    if negotiated:
        env.process(bulletin(env, segments, minifactories))
    env.run(until=period * scenario.PERIODS)
    return segments


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=int)
    parser.add_argument("minifactories", type=int)
    parser.add_argument("--negotiated", action="store_true")
    parser.add_argument("--contract-net", choices=["brief", "full"], default="brief")
    arguments = parser.parse_args()
    result = simulate(arguments.requests, arguments.minifactories, arguments.negotiated, arguments.contract_net)
    for name in ("requests", "talked", "sales", "delivered", "messages"):
        print(name, sum(getattr(segment, name) for segment in result), end=" ")
    print()
