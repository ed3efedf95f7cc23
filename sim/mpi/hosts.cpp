// Which machines are there?

#include "sim/mpi/hosts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>

#include "scenarios/mistake.hpp"

namespace ccm {
namespace {

int slots_in(const std::string& word) {
  int slots = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), slots);
  if (error != std::errc() || end != word.data() + word.size() || slots < 1)
    throw HostError(fmt::format("a host has a whole number of slots from 1, not {}", in_quotes(word)));
  return slots;
}

Host host_of(const std::string& item) {
  const std::size_t colon = item.find(':');
  const std::string name = item.substr(0, colon);
  if (name.empty()) throw HostError("a name is missing in the list of hosts");
  return {name, colon == std::string::npos ? 1 : slots_in(item.substr(colon + 1))};
}

Host host_of_line(std::istringstream& words) {
  Host host;
  words >> host.name;
  for (std::string word; words >> word;) {
    if (!word.starts_with("slots=")) throw HostError(fmt::format("a line of the hostfile is NAME slots=N, without {}", in_quotes(word)));
    host.slots = slots_in(word.substr(6));
  }
  return host;
}

}  // namespace

std::vector<Host> hosts_of_list(const std::string& list) {
  std::vector<Host> hosts;
  std::istringstream items(list);
  for (std::string item; std::getline(items, item, ',');) hosts.push_back(host_of(item));
  return hosts;
}

std::vector<Host> hosts_of_file(const std::string& file) {
  std::ifstream lines(file);
  if (!lines) throw HostError(fmt::format("cannot read the hostfile {}", in_quotes(file)));
  std::vector<Host> hosts;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find('#')));
    if (const Host host = host_of_line(words); !host.name.empty()) hosts.push_back(host);
  }
  return hosts;
}

std::string to_text(const std::vector<Host>& hosts) {
  std::vector<std::string> items;
  for (const Host& host : hosts) items.push_back(fmt::format("{}:{}", host.name, host.slots));
  return fmt::format("{}", fmt::join(items, ","));
}

int slots_of(const std::vector<Host>& hosts) {
  return std::accumulate(hosts.begin(), hosts.end(), 0, [](int sum, const Host& host) { return sum + host.slots; });
}

}  // namespace ccm
