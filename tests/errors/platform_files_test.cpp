// Is a platform file that does not fit its scenario refused with the name of what is wrong?

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.hpp"

using namespace ccm::test;

namespace {

/// Runs the base scenario with more lines, on this platform file.
Finished run_on(const std::string& platform, const std::string& more_lines = "") {
  const TemporaryDirectory directory;
  const std::string base = file_text(std::string(CCM_SOURCE_DIR) + "/tests/errors/base.yaml");
  write_file(directory / "scenario.yaml", base + "network: {platform: platform.xml}\n" + more_lines);
  write_file(directory / "platform.xml", platform);
  Finished finished = shell("cd " + directory.path() + " && " CCM_BINARY " run scenario.yaml --out results --replications 2 --quiet");
  CHECK(std::filesystem::exists(directory / "results") == (finished.code == 0));
  return finished;
}

std::string platform_with(const std::string& hosts) {
  return "<?xml version='1.0'?>\n<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">\n<platform version=\"4.1\">\n"
         "<zone id=\"world\" routing=\"Full\">\n" +
         hosts + "</zone>\n</platform>\n";
}

const std::string two_hosts = "<host id=\"operator\" speed=\"1Gf\"/>\n<host id=\"takers\" speed=\"1Gf\"/>\n";
const std::string all_hosts = two_hosts + "<host id=\"forge\" speed=\"1Gf\"/>\n<link id=\"wire\" bandwidth=\"10MBps\" latency=\"1ms\"/>\n";

std::string route(const std::string& from, const std::string& to) {
  return "<route src=\"" + from + "\" dst=\"" + to + "\"><link_ctn id=\"wire\"/></route>\n";
}

const std::string complete = platform_with(all_hosts + route("operator", "takers") + route("operator", "forge") + route("takers", "forge"));

}  // namespace

TEST_CASE("a platform that fits") { CHECK(run_on(complete).code == 0); }

TEST_CASE("a platform without a host of an actor") {
  const Finished finished = run_on(platform_with(two_hosts));
  CHECK(finished.code == 2);
  CHECK(finished.err == "ccmsim: error: the platform file has no host 'forge' for 'forge'; add it, or name another with 'host:'\n");
}

TEST_CASE("a platform without the link of an event") {
  const Finished finished = run_on(complete, "events: [{at: 3 d, link: wires, down: 1 d}]\n");
  CHECK(finished.code == 2);
  CHECK(finished.err == "ccmsim: error: the platform has no link 'wires'\n");
}

TEST_CASE("a platform without a route between two actors") {
  const Finished finished = run_on(platform_with(all_hosts + route("operator", "takers") + route("takers", "forge")));
  CHECK(finished.code == 2);
  CHECK(finished.err == "ccmsim: error: the platform file 'platform.xml' has no route between 'forge' and the operator\n");
}

TEST_CASE("a platform file that is not XML") {
  const Finished finished = run_on("hosts: [operator, takers, forge]\n");
  CHECK(finished.code == 2);
  CHECK(finished.err.find("ccmsim: error: the platform file 'platform.xml' is wrong: ") == 0);
}

TEST_CASE("a platform file that ends too early") {
  const Finished finished = run_on(complete.substr(0, complete.size() / 2));
  CHECK(finished.code == 2);
  CHECK(finished.err.find("ccmsim: error: the platform file 'platform.xml' is wrong: ") == 0);
}
