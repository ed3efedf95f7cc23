// What does a YAML text say, and where?

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "scenarios/yaml.hpp"

namespace ccm {
namespace {

constexpr std::string_view yaml_tags = "tag:yaml.org,2002:";

/// yaml-cpp counts lines from 0 and columns in bytes.
Mark mark_in(const std::shared_ptr<const Source>& source, const YAML::Mark& at) {
  const auto line = static_cast<std::size_t>(std::max(0, at.line));
  const std::string before =
      line < source->lines.size() ? source->lines[line].substr(0, static_cast<std::size_t>(std::max(0, at.column))) : "";
  const auto inner_bytes = std::ranges::count_if(before, [](unsigned char c) { return (c & 0xC0) == 0x80; });
  return {source, at.line + 1, at.column + 1 - static_cast<int>(inner_bytes)};
}

/// Builds the tree from yaml-cpp's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::shared_ptr<const Source> source, Mistakes& mistakes, const Limits& limits)
      : source_(std::move(source)), mistakes_(mistakes), limits_(limits) {}

  Node take() { return std::move(root_); }
  /// Where the innermost list or map that is still open begins, and where the last value begins.
  [[nodiscard]] Mark innermost() const { return levels_.empty() ? last_ : levels_.back().node.mark; }
  [[nodiscard]] const Mark& last() const { return last_; }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& at, YAML::anchor_t anchor) override { add(node(Node::Kind::null, at), anchor); }

  void OnScalar(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    Node scalar = node(Node::Kind::scalar, at);
    scalar.text = value;
    scalar.quoted = tag == "!";
    refuse_tag(tag, scalar.mark);
    const bool says_nothing = !scalar.quoted && (value == "~" || value == "null" || value == "Null" || value == "NULL" || value.empty());
    if (says_nothing) scalar.kind = Node::Kind::null;
    add(std::move(scalar), anchor);
  }

  void OnAlias(const YAML::Mark& at, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) fail_at(mark(at), "an alias inside its own anchor", "A value cannot contain itself.");
    spend(found->second.size, mark(at));
    place(found->second.node);
  }

  void OnSequenceStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(node(Node::Kind::list, at), tag, anchor);
  }
  void OnMapStart(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(node(Node::Kind::map, at), tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    Node node;
    YAML::anchor_t anchor = 0;
    std::size_t spent_before = 0;
    bool has_key = false;
    Node key;
    std::set<std::string> keys;
  };
  struct Anchored {
    Node node;
    std::size_t size = 1;
  };

  Mark mark(const YAML::Mark& at) const { return mark_in(source_, at); }

  Node node(Node::Kind kind, const YAML::Mark& at) {
    Node made;
    made.kind = kind;
    made.mark = mark(at);
    spend(1, made.mark);
    last_ = made.mark;
    return made;
  }

  void spend(std::size_t nodes, const Mark& where) {
    spent_ += nodes;
    if (spent_ > limits_.nodes)
      fail_at(where, fmt::format("the file unfolds to more than {} values", limits_.nodes), "Aliases of aliases grow very fast.");
  }

  void refuse_tag(const std::string& tag, const Mark& where) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    const std::string written = tag.starts_with(yaml_tags) ? "!!" + tag.substr(yaml_tags.size()) : tag;
    mistakes_.add(where, fmt::format("the tag {} is not used here", in_quotes(written)), "Write the plain value.");
  }

  void open(Node made, const std::string& tag, YAML::anchor_t anchor) {
    refuse_tag(tag, made.mark);
    if (levels_.size() >= limits_.depth) fail_at(made.mark, fmt::format("the file nests deeper than {} levels", limits_.depth));
    levels_.push_back({std::move(made), anchor, spent_ - 1, false, {}, {}});
  }

  void close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    if (level.anchor) anchors_[level.anchor] = {level.node, spent_ - level.spent_before};
    place(std::move(level.node));
  }

  void add(Node made, YAML::anchor_t anchor) {
    if (anchor) anchors_[anchor] = {made, 1};
    place(std::move(made));
  }

  void place(Node made) {
    if (levels_.empty()) {
      root_ = std::move(made);
    } else if (Level& level = levels_.back(); level.node.is(Node::Kind::list)) {
      level.node.items.push_back(std::move(made));
    } else if (!level.has_key) {
      level.key = std::move(made);
      level.has_key = true;
    } else {
      place_value(level, std::move(made));
    }
  }

  void place_value(Level& level, Node value) {
    level.has_key = false;
    const Mark where = level.key.mark;
    if (!level.key.is(Node::Kind::scalar)) {
      mistakes_.add(where, fmt::format("a key must be text, not {}", kind_name(level.key)));
    } else if (level.key.text == "<<" && !level.key.quoted) {
      mistakes_.add(where, "merge keys ('<<') are not used here", "Put the common part under 'templates:' and write 'like: NAME'.");
    } else if (!level.keys.insert(level.key.text).second) {
      const int first = level.node.find(level.key.text)->mark.line;
      mistakes_.add(where, fmt::format("{} is given twice", in_quotes(level.key.text)),
                    fmt::format("It stands already in line {}.", first));
    } else {
      level.node.entries.push_back({std::move(level.key), std::move(value)});
    }
  }

  std::shared_ptr<const Source> source_;
  Mistakes& mistakes_;
  Limits limits_;
  std::size_t spent_ = 0;
  Mark last_;
  Node root_;
  std::vector<Level> levels_;
  std::map<YAML::anchor_t, Anchored> anchors_;
};

/// Says yaml-cpp's error in the words of a user, at the place that has to change.
[[noreturn]] void explain(const YAML::Exception& error, const TreeBuilder& builder, const std::shared_ptr<const Source>& source) {
  using namespace YAML::ErrorMsg;
  const Mark where = mark_in(source, error.mark);
  const auto line = static_cast<std::size_t>(std::max(0, error.mark.line));
  if (line < source->lines.size() && source->lines[line].find('\t') < source->lines[line].find_first_not_of(" \t"))
    fail_at({source, where.line, 1}, "a tab indents this line", "Indent with blanks.");
  if (error.msg == END_OF_MAP_FLOW) fail_at(builder.innermost(), "this '{' is never closed", "A '}' or a ',' is missing.");
  if (error.msg == END_OF_SEQ_FLOW) fail_at(builder.innermost(), "this '[' is never closed", "A ']' or a ',' is missing.");
  if (error.msg == EOF_IN_SCALAR) fail_at(builder.last(), "a quote that opens after this is never closed");
  if (error.msg == MAP_VALUE) fail_at(where, "no key can stand here", "Check the indentation, and write texts with ': ' in quotes.");
  if (error.msg == UNKNOWN_ANCHOR)
    fail_at(where, "no '&' defines this alias", "An anchor stands before its aliases; texts that begin with '*' need quotes.");
  fail_at(where, "this is not YAML: " + error.msg);
}

void require_single_document(YAML::Parser& parser, const std::shared_ptr<const Source>& source, const Limits& limits) {
  Mistakes ignored;
  TreeBuilder second(source, ignored, limits);
  if (!parser.HandleNextDocument(second)) return;
  const Mark where = second.take().mark;
  fail_at({source, where.line, where.column}, "a second YAML document begins here",
          "One file is one scenario: remove the line '---' or split the file.");
}

}  // namespace

Node parse_yaml(const std::string& text, const std::string& name, Mistakes& mistakes, const Limits& limits) {
  const std::string plain = without_byte_order_mark(text);
  return parse_yaml(plain, source_of(name, plain), mistakes, limits);
}

Node parse_yaml(const std::string& text, const std::shared_ptr<const Source>& source, Mistakes& mistakes, const Limits& limits) {
  require_utf8(text, source);
  TreeBuilder builder(source, mistakes, limits);
  std::istringstream stream(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));  // yaml-cpp overlooks an open quote before a line break
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) fail_at({source, 0, 0}, "nothing is written here", "Start from a shipped scenario.");
    require_single_document(parser, source, limits);
  } catch (const YAML::DeepRecursion& error) {
    fail_at(mark_in(source, error.mark), fmt::format("the file nests deeper than {} levels", limits.depth));
  } catch (const YAML::Exception& error) {
    explain(error, builder, source);
  }
  return builder.take();
}

}  // namespace ccm
