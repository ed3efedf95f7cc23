// What does an editor need to know of scenario files?

#include "scenarios/schema.hpp"

namespace ccm {
namespace {

const Json drawn_reference = {{"$ref", "#/$defs/drawn"}};

/// Allows `like` in every map, and then forgives required keys, which the template may hold.
void allow_templates(Json& schema) {
  if (schema.is_array())
    for (Json& part : schema) allow_templates(part);
  if (!schema.is_object()) return;
  for (auto& [key, part] : schema.items()) allow_templates(part);
  if (schema.value("type", Json()) != "object" || !schema.contains("properties")) return;
  schema["properties"]["like"] = {{"type", "string"}, {"description", "Name of a template that this map starts from."}};
  if (!schema.contains("required")) return;
  schema["anyOf"] = Json::array({Json{{"required", schema["required"]}}, Json{{"required", Json::array({"like"})}}});
  schema.erase("required");
}

/// Allows {each: ...} and draws in place of every value inside an item that may be counted.
void allow_draws(Json& schema) {
  for (const char* part : {"properties", "additionalProperties", "items"}) {
    if (!schema.contains(part) || !schema[part].is_object()) continue;
    if (std::string(part) != "properties") {
      allow_draws(schema[part]);
      schema[part] = {{"anyOf", Json::array({schema[part], drawn_reference})}};
      continue;
    }
    for (auto& [key, property] : schema[part].items()) {
      allow_draws(property);
      const Json description = property.value("description", Json(""));
      property = {{"description", description}, {"anyOf", Json::array({property, drawn_reference})}};
    }
  }
}

Json drawn_definition() {
  const Json list = {{"type", "array"}, {"minItems", 1}};
  Json definition = {{"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}, {"additionalProperties", false}};
  for (const char* word : {"each", "uniform", "normal", "choice"}) definition["properties"][word] = list;
  return definition;
}

}  // namespace

Json with_templates(Json schema) {
  allow_templates(schema);
  schema["properties"].erase("like");
  schema["properties"]["templates"] = {{"type", "object"}, {"description", "Maps that other maps take over with 'like: NAME'."}};
  return schema;
}

Json scenario_json_schema() {
  Json schema = scenario_type().json_schema();
  for (const char* list : {"customers", "minifactories", "events"}) {
    Json& item = schema["properties"][list]["items"];
    allow_draws(item);
    item["properties"]["count"] = {
        {"type", "integer"}, {"minimum", 0}, {"maximum", 100000}, {"description", "Makes that many items of this kind."}};
  }
  schema = with_templates(std::move(schema));
  schema["$defs"]["drawn"] = drawn_definition();
  Json head = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "ccmsim scenario"}};
  head.update(schema);
  return head;
}

}  // namespace ccm
