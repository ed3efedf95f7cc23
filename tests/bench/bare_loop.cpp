// What does the protocol of the benchmark scenario cost with nothing but a heap of events?
//
// The floor: fixed message times instead of a network, no models, no tables. Usage: bare_loop REQUESTS MINIFACTORIES.
// The parameters are those of scenario.py; positions and prices are drawn from the same distributions, not from the same streams.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <queue>
#include <random>
#include <vector>

namespace {

constexpr double hour = 3600, day = 24 * hour, period = 26 * day;
constexpr int periods = 10, segment_count = 10, quotes = 3, lines = 4;
constexpr double message_time = 0.13018247422680412, order_time = 0.21265670103092784;  // 10 ms, 12.5 MB/s; 1 kB and 1.001 MB
constexpr double patience = 5 * day, quote_deadline = hour, promise_margin = hour, commission = 0.05;
constexpr double line_load = 0.3, sales_share = 0.76, unit_cost = 20, highest_value = 100;

using Random = std::mt19937_64;

double uniform(Random& random, double low, double high) { return std::uniform_real_distribution(low, high)(random); }
double exponential(Random& random, double mean) { return std::exponential_distribution(1 / mean)(random); }

enum class What : std::uint8_t {
  arrival,
  request,
  call,
  quote,
  deadline,
  give_up,
  offer,
  acceptance,
  rejection,
  order,
  finish,
  delivery,
  payment,
  payout
};

struct Event {
  double time;
  std::uint64_t sequence;
  std::uint32_t visit;  // or the segment, of an arrival
  What what;
  std::uint8_t supplier;
  bool operator>(const Event& other) const { return time != other.time ? time > other.time : sequence > other.sequence; }
};

struct Point {
  double latitude, longitude;
};

struct Supplier {
  std::uint32_t minifactory;
  double delivery_time;
};

struct Visit {
  std::uint32_t segment = 0;
  double requested = 0, value = 0, price = 0, promised = 0;
  std::uint8_t answers = 0, best = 0, timers = 0;
  bool ended = false;
};

struct Minifactory {
  Point at;
  double price, revenue = 0, kept = 0;
  int running = 0;
  std::vector<double> free_at = std::vector<double>(lines);
  std::deque<std::pair<std::uint32_t, double>> waiting;
};

double road_km(Point a, Point b) {
  const double degree = std::acos(-1.0) / 180;
  const double lat = std::sin((b.latitude - a.latitude) * degree / 2), lon = std::sin((b.longitude - a.longitude) * degree / 2);
  return 1.3 * 2 * 6371.0088 * std::asin(std::sqrt(lat * lat + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * lon * lon));
}

class Loop {
 public:
  Loop(double requests, std::size_t minifactories)
      : per_period_(requests / segment_count / periods), mean_time_(line_load * period / (sales_share * per_period_)) {
    for (std::size_t m = 0; m < minifactories; ++m) minifactories_.push_back({place(), unit_cost * (1 + uniform(random_, 0.1, 0.3))});
    for (std::uint32_t s = 0; s < segment_count; ++s) add_segment(s);
  }

  void run() {
    while (!events_.empty() && events_.top().time <= period * periods) {
      const Event event = events_.top();
      events_.pop();
      now_ = event.time;
      happen(event);
    }
    std::printf("requests %lld sales %lld delivered %lld on_time %lld lead_time_d %.3f\n", requests_, sales_, delivered_, on_time_,
                lead_time_ / day / static_cast<double>(delivered_));
  }

 private:
  Point place() { return {uniform(random_, 47.5, 54), uniform(random_, 6, 14.5)}; }

  void add_segment(std::uint32_t segment) {
    const Point here = place();
    std::vector<Supplier> suppliers;
    for (std::uint32_t m = 0; m < minifactories_.size(); ++m) suppliers.push_back({m, road_km(here, minifactories_[m].at) / 60 * hour});
    std::ranges::sort(suppliers, {}, &Supplier::delivery_time);
    suppliers.resize(std::min<std::size_t>(quotes, suppliers.size()));
    suppliers_.push_back(suppliers);
    after(exponential(random_, period / per_period_), What::arrival, segment);
  }

  void after(double delay, What what, std::uint32_t visit, std::uint8_t supplier = 0) {
    events_.push({now_ + delay, sequence_++, visit, what, supplier});
  }

  const Supplier& supplier(std::uint32_t visit, std::uint8_t index) const { return suppliers_[visits_[visit].segment][index]; }
  Minifactory& maker(std::uint32_t visit) { return minifactories_[supplier(visit, visits_[visit].best).minifactory]; }

  void happen(const Event& event) {
    const std::uint32_t visit = event.visit;
    switch (event.what) {
      case What::arrival:
        return arrive(visit);
      case What::request:
        return call_for_quotes(visit);
      case What::call:
        return after(message_time, What::quote, visit, event.supplier);
      case What::quote:
        return hear_quote(visit, event.supplier);
      case What::deadline:
      case What::give_up:
        return end_timer(visit);
      case What::offer:
        return decide(visit);
      case What::acceptance:
        return after(order_time, What::order, visit);
      case What::rejection:
        return end(visit);
      case What::order:
        return join(visit);
      case What::finish:
        return finish(visit);
      case What::delivery:
        return receive(visit);
      case What::payment:
        return after(message_time, What::payout, visit);
      case What::payout:
        return settle(visit);
    }
  }

  void arrive(std::uint32_t segment) {
    after(exponential(random_, period / per_period_), What::arrival, segment);
    const std::uint32_t visit = new_visit();
    visits_[visit] = {.segment = segment, .requested = now_, .value = uniform(random_, 0, highest_value), .timers = 2};
    ++requests_;
    after(message_time, What::request, visit);
    after(patience, What::give_up, visit);
  }

  std::uint32_t new_visit() {
    if (free_.empty()) return visits_.emplace_back(), static_cast<std::uint32_t>(visits_.size() - 1);
    const std::uint32_t visit = free_.back();
    free_.pop_back();
    return visit;
  }

  void call_for_quotes(std::uint32_t visit) {
    const auto asked = suppliers_[visits_[visit].segment].size();
    for (std::uint8_t i = 0; i < asked; ++i) after(message_time, What::call, visit, i);
    after(quote_deadline, What::deadline, visit);
  }

  void hear_quote(std::uint32_t index, std::uint8_t from) {
    Visit& visit = visits_[index];
    const Supplier& asked = supplier(index, from);
    const Minifactory& minifactory = minifactories_[asked.minifactory];
    if (visit.answers++ == 0 || minifactory.price < visit.price) {
      visit.best = from;
      visit.price = minifactory.price;
      visit.promised = std::max(now_, std::ranges::min(minifactory.free_at)) + mean_time_ + asked.delivery_time + promise_margin;
    }
    if (visit.answers == suppliers_[visit.segment].size()) after(message_time, What::offer, index);
  }

  void decide(std::uint32_t visit) {
    const bool buys = visits_[visit].value >= visits_[visit].price;
    sales_ += buys;
    after(message_time, buys ? What::acceptance : What::rejection, visit);
  }

  void join(std::uint32_t visit) {
    Minifactory& minifactory = maker(visit);
    const double duration = exponential(random_, mean_time_);
    double& first_free = *std::ranges::min_element(minifactory.free_at);
    first_free = std::max(first_free, now_) + duration;
    if (minifactory.running == lines) return minifactory.waiting.emplace_back(visit, duration), void();
    ++minifactory.running;
    after(duration, What::finish, visit);
  }

  void finish(std::uint32_t visit) {
    Minifactory& minifactory = maker(visit);
    after(supplier(visit, visits_[visit].best).delivery_time, What::delivery, visit);
    if (minifactory.waiting.empty()) return --minifactory.running, void();
    const auto [next, duration] = minifactory.waiting.front();
    minifactory.waiting.pop_front();
    after(duration, What::finish, next);
  }

  void receive(std::uint32_t visit) {
    ++delivered_;
    on_time_ += now_ <= visits_[visit].promised;
    lead_time_ += now_ - visits_[visit].requested;
    after(message_time, What::payment, visit);
  }

  void settle(std::uint32_t visit) {
    maker(visit).revenue += visits_[visit].price;
    maker(visit).kept += commission * visits_[visit].price;
    end(visit);
  }

  void end(std::uint32_t visit) { visits_[visit].ended = true, free_if_forgotten(visit); }
  void end_timer(std::uint32_t visit) { --visits_[visit].timers, free_if_forgotten(visit); }
  void free_if_forgotten(std::uint32_t visit) {
    if (visits_[visit].ended && visits_[visit].timers == 0) free_.push_back(visit);
  }

  Random random_{1};
  double per_period_, mean_time_, now_ = 0, lead_time_ = 0;
  std::uint64_t sequence_ = 0;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::vector<Minifactory> minifactories_;
  std::vector<std::vector<Supplier>> suppliers_;
  std::vector<Visit> visits_;
  std::vector<std::uint32_t> free_;
  long long requests_ = 0, sales_ = 0, delivered_ = 0, on_time_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: bare_loop REQUESTS MINIFACTORIES\n", stderr), 2;
  Loop(std::atof(argv[1]), static_cast<std::size_t>(std::atoll(argv[2]))).run();
}
