// What did materials, energy, labour and waste cost at each machine, and what became of it?

#include "analysis/report/mfca_flows.hpp"

#include <fmt/format.h>

#include "analysis/report/rows.hpp"

namespace ccm::report {
namespace {

constexpr std::int64_t minifactories_apart = 10;
constexpr double negligible = 1e-9;

using Kinds = std::vector<std::string>;
const Kinds carried_kinds{"material", "energy", "system"};
const Kinds all_kinds{"material", "energy", "system", "waste"};

/// The columns of a cost matrix, of which the table has one for each kind.
struct CostColumn {
  std::string name;
  Kinds kinds;
};

const std::vector<CostColumn> cost_columns{
    {"carried", carried_kinds}, {"new", all_kinds}, {"product", carried_kinds}, {"loss", all_kinds}, {"recycled", carried_kinds}};
const std::vector<std::string> masses{"in_kg", "product_kg", "loss_kg"};

std::string mean_of(const std::string& column, const RunTables& tables) {
  return fmt::format(", SUM({0}) / {1} AS {0}", column, tables.replications().size());
}

std::string means_of_columns(const RunTables& tables) {
  std::string means;
  for (const std::string& mass : masses) means += mean_of(mass, tables);
  for (const CostColumn& column : cost_columns)
    for (const std::string& kind : column.kinds) means += mean_of(column.name + "_" + kind, tables);
  return means;
}

/// Means per replication after the warm-up by centre, of all minifactories together.
Json rows_of_all(const RunTables& tables) {
  return objects_of(
      tables.query(fmt::format("SELECT '' AS minifactory, quantity_centre AS name{} FROM mfca WHERE basis = 'actual' AND period > {} "
                               "GROUP BY quantity_centre ORDER BY MIN(rowid)",
                               means_of_columns(tables), tables.setting().warm_up)));
}

/// The same of those that are shown, by rank.
Json rows_of_shown(const RunTables& tables) {
  return objects_of(tables.query(fmt::format(
      "SELECT minifactory, quantity_centre AS name{} FROM mfca JOIN ranked ON ranked.name = minifactory WHERE rank <= {} AND basis = 'actual' "
      "AND period > {} GROUP BY rank, quantity_centre ORDER BY rank, MIN(mfca.rowid)",
      means_of_columns(tables), minifactories_apart, tables.setting().warm_up)));
}

Json nested(const Json& row) {
  Json centre{{"name", row["name"]}};
  for (const std::string& mass : masses) centre[mass] = row[mass];
  for (const CostColumn& column : cost_columns)
    for (const std::string& kind : column.kinds) centre[column.name][kind] = row[column.name + "_" + kind];
  return centre;
}

double sum_of(const Json& centres, const std::string& column, const std::string& kind) {
  double sum = 0;
  for (const Json& centre : centres) sum += centre[column][kind].get<double>();
  return sum;
}

/// What left as product: of what centres handed on, and gave back by recycling, that which no centre took over.
///     made = sum product + sum recycled - sum carried = sum new - sum loss
Json made(const Json& centres) {
  Json costs = Json::object();
  for (const std::string& kind : carried_kinds) costs[kind] = sum_of(centres, "new", kind) - sum_of(centres, "loss", kind);
  return costs;
}

/// A machine whose name is also that of another node.
std::string node_of(const std::string& centre) {
  for (const char* fixed : {"New ", "In production", "Product", "Recycled ", "Loss at "})
    if (centre.starts_with(fixed)) return centre + " (machine)";
  return centre;
}

/// The flows of one kind: new costs enter at the centres, are in production together, and leave as product or as loss at a centre. What
/// is recycled leaves and comes back. At each node what enters is what leaves.
class Links {
 public:
  explicit Links(const Json& centres) : centres_(centres) {}

  void add_kind(const std::string& kind, double made) {
    for (const Json& centre : centres_) {
      const std::string name = centre["name"], node = node_of(name);
      add("New " + kind, node, kind, centre["new"][kind]);
      add(node, "In production", kind, centre["new"][kind]);
      add("In production", "Loss at " + name, kind, centre["loss"][kind]);
      add("In production", "Recycled at " + name, kind, centre["recycled"][kind]);
    }
    add("Recycled material", "In production", kind, sum_of(centres_, "recycled", kind));
    add("In production", "Product", kind, made);
  }

  /// All of it is loss at once.
  void add_waste() {
    for (const Json& centre : centres_) {
      const std::string name = centre["name"], node = node_of(name);
      add("New waste", node, "waste", centre["new"]["waste"]);
      add(node, "Loss at " + name, "waste", centre["loss"]["waste"]);
    }
  }

  [[nodiscard]] Json take() { return std::move(links_); }

 private:
  void add(const std::string& from, const std::string& to, const std::string& kind, double value) {
    if (value > negligible) links_.push_back({{"from", from}, {"to", to}, {"kind", kind}, {"value", value}});
  }

  const Json& centres_;
  Json links_ = Json::array();
};

Json flows_of(const std::string& minifactory, const Json& centres) {
  const Json product = made(centres);
  Links links(centres);
  for (const std::string& kind : carried_kinds) links.add_kind(kind, product[kind]);
  links.add_waste();
  return {{"name", minifactory}, {"centres", centres}, {"made", product}, {"links", links.take()}};
}

/// Adds the flows of rows that stand together by minifactory.
void add_flows(const Json& rows, Json& list) {
  for (std::size_t i = 0; i < rows.size();) {
    const std::string minifactory = rows[i]["minifactory"];
    Json centres = Json::array();
    for (; i < rows.size() && rows[i]["minifactory"] == minifactory; ++i) centres.push_back(nested(rows[i]));
    list.push_back(flows_of(minifactory, centres));
  }
}

}  // namespace

Json mfca(const RunTables& tables) {
  if (!tables.has_rows("mfca")) return nullptr;
  Json list = Json::array();
  add_flows(rows_of_all(tables), list);
  add_flows(rows_of_shown(tables), list);
  return {{"basis", "actual"}, {"minifactories", std::move(list)}};
}

}  // namespace ccm::report
