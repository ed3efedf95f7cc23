// Which machines answer?

#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include "sim/mpi/child.hpp"
#include "sim/mpi/descriptor.hpp"
#include "sim/mpi/hosts.hpp"

namespace ccm {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto longest_probe = std::chrono::seconds(8);

bool is_own(const sockaddr* address, socklen_t size) {
  const Descriptor probe(socket(address->sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  return bind(probe.number(), address, size) == 0;
}

std::vector<std::string> agent() {
  const char* chosen = std::getenv("OMPI_MCA_plm_rsh_agent");
  std::istringstream text(chosen ? chosen : "ssh");
  std::vector<std::string> words;
  for (std::string word; text >> word && word != ":";) words.push_back(word);
  return words.empty() ? std::vector<std::string>{"ssh"} : words;
}

std::vector<std::string> probe_words(const std::string& host) {
  std::vector<std::string> words = agent();
  if (std::filesystem::path(words[0]).filename() == "ssh") words.insert(words.end(), {"-o", "BatchMode=yes", "-o", "ConnectTimeout=3"});
  words.insert(words.end(), {host, "true"});
  return words;
}

bool succeeds_until(pid_t probe, Clock::time_point deadline) {
  for (; Clock::now() < deadline; std::this_thread::sleep_for(std::chrono::milliseconds(10)))
    if (const auto ending = ending_of(probe)) return exit_code(*ending) == 0;
  kill(probe, SIGKILL);
  static_cast<void>(wait_for(probe));
  return false;
}

}  // namespace

bool is_this_machine(const std::string& name) {
  const addrinfo datagrams{.ai_socktype = SOCK_DGRAM};
  addrinfo* found = nullptr;
  if (getaddrinfo(name.c_str(), nullptr, &datagrams, &found) != 0) return false;
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
  for (const addrinfo* address = found; address; address = address->ai_next)
    if (is_own(address->ai_addr, address->ai_addrlen)) return true;
  return false;
}

std::vector<Host> living(const std::vector<Host>& hosts) {
  const Descriptor nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
  std::map<std::string, pid_t> probes;
  for (const Host& host : hosts)
    if (!is_this_machine(host.name) && !probes.contains(host.name))
      probes[host.name] = start({.words = probe_words(host.name), .input = nothing.number(), .output = nothing.number()});
  const auto deadline = Clock::now() + longest_probe;
  std::map<std::string, bool> answers;
  for (const auto& [name, probe] : probes) answers[name] = succeeds_until(probe, deadline);
  std::vector<Host> left;
  for (const Host& host : hosts)
    if (!probes.contains(host.name) || answers[host.name]) left.push_back(host);
  return left;
}

}  // namespace ccm
