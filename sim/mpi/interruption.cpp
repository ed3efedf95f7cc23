// Has somebody asked this process to end?

#include "sim/mpi/interruption.hpp"

#include <signal.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace ccm {
namespace {

volatile std::sig_atomic_t last = 0;
pid_t parent = 0;  // 0: anybody

void note(int number) { last = number; }

}  // namespace

void note_interruptions() {
  struct sigaction action {};
  action.sa_handler = note;
  for (const int number : {SIGINT, SIGTERM}) sigaction(number, &action, nullptr);
}

void end_with_parent() { parent = getppid(); }

int interruption() {
  if (parent != 0 && getppid() != parent) last = SIGTERM;
  return last;
}

}  // namespace ccm
