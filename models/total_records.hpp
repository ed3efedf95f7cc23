#pragma once
/// What a run leaves of its totals: messages by kind, hosts and accounts by participant. See records.hpp.

#include <cstdint>
#include <optional>
#include <tuple>

#include "models/record_table.hpp"

namespace ccm {

/// The messages of one kind.
struct MessageRecord {
  std::string_view kind;
  std::int64_t sent = 0, delivered = 0, duplicates = 0, lost = 0;
  double size_b = 0;
};

template <>
struct Table<MessageRecord> {
  using R = MessageRecord;
  static constexpr std::string_view name = "messages";
  static constexpr std::string_view doc = "one row per kind of message";
  static constexpr auto columns =
      std::tuple{Column{"kind", &R::kind, "kind of message"},
                 Column{"sent", &R::sent, "how many were put on the network, repetitions included"},
                 Column{"delivered", &R::delivered, "how many were heard"},
                 Column{"duplicates", &R::duplicates, "how many arrived that had been heard before, since their acknowledgement was lost"},
                 Column{"lost", &R::lost, "how many were lost because a host or link was down"},
                 Column{"size_b", &R::size_b, "bytes sent; of a transfer that broke off, those that got through"}};
};

/// What the host of one actor did.
struct HostRecord {
  std::string_view actor, host;
  std::int64_t sent = 0, received = 0;
  double sent_b = 0, received_b = 0;
  std::optional<double> energy_kwh;
};

template <>
struct Table<HostRecord> {
  using R = HostRecord;
  static constexpr std::string_view name = "hosts";
  static constexpr std::string_view doc = "one row per actor on the information network";
  static constexpr auto columns =
      std::tuple{Column{"actor", &R::actor, "the operator, a customer segment or a minifactory"},
                 Column{"host", &R::host, "its host; on a platform file, several may share one"},
                 Column{"sent", &R::sent, "messages that it sent, repetitions included"},
                 Column{"received", &R::received, "messages that arrived at it, duplicates included"},
                 Column{"sent_b", &R::sent_b, "bytes sent; of a transfer that broke off, those that got through"},
                 Column{"received_b", &R::received_b, "bytes of the messages that arrived"},
                 Column{"energy_kwh", &R::energy_kwh,
                        "energy of the host until the horizon; empty without 'network.power', and for all but the first actor on a host"}};
};

/// What one participant paid and received.
struct AccountRecord {
  std::string_view account, role;
  double paid = 0, received = 0;
};

template <>
struct Table<AccountRecord> {
  using R = AccountRecord;
  static constexpr std::string_view name = "accounts";
  static constexpr std::string_view doc = "one row per participant; the sum of `paid` equals the sum of `received`";
  static constexpr auto columns = std::tuple{Column{"account", &R::account, "the participant"},
                                             Column{"role", &R::role, "operator, minifactory, customers, third party or carriers"},
                                             Column{"paid", &R::paid, "money paid until the horizon"},
                                             Column{"received", &R::received, "money received until the horizon"}};
};

}  // namespace ccm
