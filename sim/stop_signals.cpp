// Does the user want to stop?

#include "sim/stop_signals.hpp"

#include <signal.h>

#include <array>
#include <csignal>

namespace ccm {
namespace {

constexpr std::array stopping{SIGINT, SIGTERM};

volatile std::sig_atomic_t stop_requested = 0;
std::array<struct sigaction, stopping.size()> earlier;

void request_stop(int) { stop_requested = 1; }

}  // namespace

StopSignals::StopSignals() {
  stop_requested = 0;
  struct sigaction action {};
  action.sa_handler = request_stop;
  for (std::size_t i = 0; i < stopping.size(); ++i) sigaction(stopping[i], &action, &earlier[i]);
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < stopping.size(); ++i) sigaction(stopping[i], &earlier[i], nullptr);
}

bool StopSignals::requested() { return stop_requested != 0; }

}  // namespace ccm
