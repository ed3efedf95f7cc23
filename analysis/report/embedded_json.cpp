// How do data get into a page without becoming part of its text?

#include "analysis/report/embedded_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace ccm {
namespace {

struct Escape {
  std::string_view bytes, written;
};

constexpr std::array<Escape, 5> escapes{
    {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}}};

const Escape* escape_at(std::string_view text) {
  for (const Escape& escape : escapes)
    if (text.starts_with(escape.bytes)) return &escape;
  return nullptr;
}

}  // namespace

std::string plain_json(const nlohmann::ordered_json& data) {
  return data.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string embedded_json(const nlohmann::ordered_json& data) {
  const std::string json = plain_json(data);
  std::string text;
  text.reserve(json.size() + json.size() / 64);
  for (std::size_t at = 0; at < json.size();) {
    const Escape* escape = escape_at(std::string_view(json).substr(at));
    text += escape ? escape->written : std::string_view(json).substr(at, 1);
    at += escape ? escape->bytes.size() : 1;
  }
  return text;
}

}  // namespace ccm
