// Is the running mean the mean?

#include "models/running_mean.hpp"

#include <catch2/catch.hpp>

using namespace ccm;

TEST_CASE("there is no mean before the first price") { CHECK_FALSE(MeanPrice().mean().has_value()); }

TEST_CASE("prices count with their weights") {
  MeanPrice mean;
  mean.add(Money(10));
  CHECK(*mean.mean() == Money(10));
  mean.add(Money(20), 3);
  CHECK(mean.mean()->value() == Approx(17.5));  // (10 + 60) / 4
  mean.add(Money(-5.5), 4);
  CHECK(mean.mean()->value() == Approx(6));  // (70 - 22) / 8
}

TEST_CASE("equal prices have exactly their price as mean") {
  MeanPrice mean;
  for (const double weight : {1.0, 3.0, 0.7, 1e6}) mean.add(Money(0.1), weight);
  CHECK(*mean.mean() == Money(0.1));
}

TEST_CASE("the mean of large prices that differ little keeps the difference") {
  MeanPrice mean;
  for (int i = 0; i < 1000; ++i) mean.add(Money(i % 2 == 0 ? 1e9 : 1e9 + 1));
  // A thousand updates, each rounded to 1e9 epsilon / 2 = 1.1e-7 at most, of which later ones forget a part.
  CHECK(mean.mean()->value() - 1e9 == Approx(0.5).epsilon(0).margin(1e-4));
}
