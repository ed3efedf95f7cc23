// How is a tree written as YAML?

#include <yaml-cpp/yaml.h>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

constexpr std::size_t most_on_one_line = 8;

void emit(YAML::Emitter& out, const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      out << YAML::Null;
      return;
    case Node::Kind::scalar:
      out << (node.quoted ? YAML::DoubleQuoted : YAML::Auto) << node.text;
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
        out << YAML::Key << entry.key.text << YAML::Value;
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
