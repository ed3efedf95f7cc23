// Which text does a file hold, and can it be one of ours?

#include <fmt/format.h>

#include <boost/locale/utf.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

void require_utf8(const std::string& text, const std::shared_ptr<const Source>& source) {
  using Utf8 = boost::locale::utf::utf_traits<char>;
  int line = 1, column = 1;
  for (auto at = text.begin(); at != text.end();) {
    const auto point = Utf8::decode(at, text.end());
    const bool wrong = point == boost::locale::utf::illegal || point == boost::locale::utf::incomplete;
    if (wrong) fail_at({source, line, column}, "the file is not UTF-8 text here", "Save it in the encoding UTF-8.");
    if (point == 0) fail_at({source, line, column}, "the file contains a zero byte", "It does not look like a text file.");
    ++column;
    if (point == '\n') ++line, column = 1;
  }
}

std::string without_byte_order_mark(const std::string& text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

std::shared_ptr<const Source> source_of(std::string name, const std::string& text) {
  return std::make_shared<const Source>(Source{std::move(name), lines_of(text)});
}

std::string read_file(const std::string& path, const Limits& limits) {
  const auto source = std::make_shared<const Source>(Source{path, {}});
  const Mark whole{source, 0, 0};
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) fail_at(whole, "this is a directory", "Name the scenario file in it.");
  std::ifstream file(path, std::ios::binary);
  if (!file) fail_at(whole, fmt::format("cannot open the file: {}", std::strerror(errno)));
  std::string text;
  char block[1u << 16];
  while (text.size() <= limits.bytes && (file.read(block, sizeof block), file.gcount() > 0))
    text.append(block, static_cast<std::size_t>(file.gcount()));
  if (file.bad()) fail_at(whole, "cannot read the file");
  if (text.size() > limits.bytes)
    fail_at(whole, fmt::format("the file is larger than {} MiB", limits.bytes >> 20),
            "Long lists of similar items fit into one with 'count'.");
  return text;
}

}  // namespace ccm
