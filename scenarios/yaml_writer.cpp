// How is a tree written as YAML?

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

constexpr std::size_t most_on_one_line = 8;
constexpr std::size_t longest_plain = 100;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// A short text in which nothing means anything to YAML; as a whole it might still be a null.
bool is_plain(const std::string& text) {
  const auto means_nothing = [](char c) { return is_letter_or_digit(c) || c == '_' || c == '.' || c == '/' || c == ' '; };
  return !text.empty() && text.size() <= longest_plain && is_letter_or_digit(text.front()) && is_letter_or_digit(text.back()) &&
         std::ranges::all_of(text, means_nothing) && !YAML::IsNullString(text);
}

/// yaml-cpp matches patterns to find out whether a text needs quotes, which takes most of the time of writing. Names and numbers need none:
/// they are written as they are, like integers.
void emit_text(YAML::Emitter& out, const std::string& text) {
  is_plain(text) ? out.WriteIntegralType<const std::string&>(text) : out.Write(text);
}

void emit(YAML::Emitter& out, const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      out << YAML::Null;
      return;
    case Node::Kind::scalar:
      if (node.quoted)
        out << YAML::DoubleQuoted << node.text;
      else
        emit_text(out, node.text);
      return;
    case Node::Kind::list:
      if (size_of(node) <= most_on_one_line) out << YAML::Flow;
      out << YAML::BeginSeq;
      for (const Node& item : node.items) emit(out, item);
      out << YAML::EndSeq;
      return;
    case Node::Kind::map:
      out << YAML::BeginMap;
      for (const Entry& entry : node.entries) {
        out << YAML::Key;
        emit_text(out, entry.key.text);
        out << YAML::Value;
        emit(out, entry.value);
      }
      out << YAML::EndMap;
  }
}

}  // namespace

std::string to_yaml_line(const Node& node) {
  YAML::Emitter out;
  out.SetSeqFormat(YAML::Flow);
  out.SetMapFormat(YAML::Flow);
  emit(out, node);
  return out.c_str();
}

std::string to_yaml(const Node& node) {
  YAML::Emitter out;
  emit(out, node);
  return std::string(out.c_str()) + "\n";
}

}  // namespace ccm
