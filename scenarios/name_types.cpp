// How are names, references to names, and words of a fixed set read and described?

#include <fmt/ranges.h>

#include <algorithm>

#include "scenarios/type.hpp"

namespace ccm {
namespace {

class NameType : public Type<std::string> {
 public:
  NameType(std::string kind, bool local) : kind_(std::move(kind)), local_(local) {}
  std::string expected() const override {
    return fmt::format("a name for the {} of 1 to 80 characters without spaces or any of . , ; : [ ] {{ }} # \" '", kind_);
  }
  Json json_schema() const override { return {{"type", "string"}, {"pattern", R"(^[^\s.,;:\[\]{}#"'\u0000-\u001f]{1,80}$)"}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::scalar) || !valid(node.text)) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    reader.define({kind_, local_ ? reader.local_scope() : "", node.text, node.mark});
    return node.text;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  static bool valid(const std::string& text) {
    const auto allowed = [](unsigned char c) {
      return c > 0x20 && c != 0x7f && std::string_view(".,;:[]{}#\"'").find(static_cast<char>(c)) == std::string_view::npos;
    };
    return !text.empty() && text.size() <= 80 && std::ranges::all_of(text, allowed);
  }

  std::string kind_;
  bool local_;
};

class ReferenceType : public Type<std::string> {
 public:
  ReferenceType(std::string kind, bool local) : kind_(std::move(kind)), local_(local) {}
  std::string expected() const override { return fmt::format("the name of the {}", kind_); }
  Json json_schema() const override { return {{"type", "string"}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (!node.is(Node::Kind::scalar)) {
      reader.unexpected(node, expected());
      return std::nullopt;
    }
    reader.use({kind_, local_ ? reader.local_scope() : "", node.text, node.mark});
    return node.text;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  std::string kind_;
  bool local_;
};

class WordType : public Type<std::string> {
 public:
  explicit WordType(std::vector<std::string> words) : words_(std::move(words)) {}
  std::string expected() const override { return fmt::format("one of {}", fmt::join(words_, ", ")); }
  Json json_schema() const override { return {{"enum", words_}}; }
  std::optional<std::string> read(const Node& node, Reader& reader) const override {
    if (node.is(Node::Kind::scalar) && std::ranges::find(words_, node.text) != words_.end()) return node.text;
    const std::string hint = node.is(Node::Kind::scalar) ? did_you_mean(node.text, words_) : "";
    const std::string given = node.is(Node::Kind::scalar) ? in_quotes(node.text) : std::string(kind_name(node));
    reader.mistake(node.mark, fmt::format("expected {}, not {}{}", expected(), given, hint));
    return std::nullopt;
  }
  Node write(const std::string& value, const UnitContext&) const override { return scalar_node(value); }

 private:
  std::vector<std::string> words_;
};

}  // namespace

TypePtr<std::string> name_type(std::string kind, bool local) { return std::make_shared<NameType>(std::move(kind), local); }
TypePtr<std::string> reference_type(std::string kind, bool local) { return std::make_shared<ReferenceType>(std::move(kind), local); }
std::optional<std::size_t> WordChoice::read(const Node& node, Reader& reader) const {
  const auto word = word_->read(node, reader);
  if (!word) return std::nullopt;
  return static_cast<std::size_t>(std::ranges::find(words_, *word) - words_.begin());
}

TypePtr<std::string> word_type(std::vector<std::string> words) { return std::make_shared<WordType>(std::move(words)); }

}  // namespace ccm
