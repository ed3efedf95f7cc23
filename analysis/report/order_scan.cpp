// What is there about each order?

#include "analysis/report/order_scan.hpp"

namespace ccm::report {
namespace {

constexpr const char* order_facts_sql =
    "SELECT rowid, replication, request, segment, customer_type, state, minifactory, units, quotes, lots > 1, requested_at_d, accepted_at_d, "
    "joined_at_d, started_at_d, finished_at_d, delivered_at_d, price, unit_cost, freight_cost, distance_km FROM orders";

double number_or_nan(const SQLite::Column& column) {
  return column.isNull() ? std::numeric_limits<double>::quiet_NaN() : column.getDouble();
}

/// Reads the columns of a row from left to right.
class ColumnReader {
 public:
  ColumnReader(SQLite::Statement& query, NameNumbers& names) : query_(query), names_(names) {}

  void read(std::int64_t& value) { value = query_.getColumn(next_++).getInt64(); }
  void read(double& value) { value = number_or_nan(query_.getColumn(next_++)); }
  void read(bool& value) { value = query_.getColumn(next_++).getInt() != 0; }
  void read_name(std::size_t& number) {
    const SQLite::Column text = query_.getColumn(next_++);
    const char* start = text.getText();
    number = names_.of({start, static_cast<std::size_t>(text.getBytes())});
  }

 private:
  SQLite::Statement& query_;
  NameNumbers& names_;
  int next_ = 0;
};

OrderFacts facts_in(SQLite::Statement& query, NameNumbers& names) {
  OrderFacts order;
  ColumnReader columns(query, names);
  for (std::int64_t* value : {&order.row, &order.replication, &order.request}) columns.read(*value);
  for (std::size_t* number : {&order.segment, &order.type, &order.state, &order.minifactory}) columns.read_name(*number);
  columns.read(order.units);
  columns.read(order.quotes);
  columns.read(order.is_split);
  for (double* value : {&order.requested, &order.accepted, &order.joined, &order.started, &order.finished, &order.delivered, &order.price,
                        &order.unit_cost, &order.freight_cost, &order.distance_km})
    columns.read(*value);
  return order;
}

}  // namespace

std::size_t NameNumbers::of(std::string_view name) {
  if (const auto found = numbers_.find(name); found != numbers_.end()) return found->second;
  names_.emplace_back(name);
  return numbers_[names_.back()] = names_.size() - 1;
}

void for_each_order(const RunTables& tables, NameNumbers& names, const std::function<void(const OrderFacts&)>& visit) {
  SQLite::Statement query = tables.query(order_facts_sql);
  while (query.executeStep()) visit(facts_in(query, names));
}

}  // namespace ccm::report
