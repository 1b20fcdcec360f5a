#include "ingest/source/html_metadata.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <string_view>

#include "ingest/source/characters.h"
#include "ingest/source/dateline.h"
#include "ingest/source/html_tree.h"

namespace dossier::ingest {
namespace {

/// The first datePublished of a JSON-LD block, in whatever of its objects; Boost.JSON bounds the depth.
std::string published_in(const boost::json::value& value) {
  if (const auto* array = value.if_array()) {
    for (const auto& element : *array)
      if (auto date = published_in(element); !date.empty()) return date;
  }
  const auto* object = value.if_object();
  if (object == nullptr) return {};
  if (const auto* date = object->if_contains("datePublished"); date != nullptr && date->is_string())
    return date_of_field(date->get_string());
  for (const auto& member : *object)
    if (auto date = published_in(member.value()); !date.empty()) return date;
  return {};
}

std::string date_of_json_ld(std::string_view json) {
  boost::system::error_code problem;
  const boost::json::value value = boost::json::parse(json, problem);
  return problem ? std::string() : published_in(value);
}

bool is_date_name(std::string_view name) {
  constexpr std::array<std::string_view, 14> names = {
      "date",          "dc.date",         "dcterms.date", "dc.date.issued", "dcterms.created",  "dcterms.issued",
      "datepublished", "pubdate",         "publish-date", "publishdate",    "publication_date", "article.published",
      "sailthru.date", "parsely-pub-date"};
  return std::ranges::find(names, name) != names.end();
}

/// Collects in one pass over the whole page; the best of each is chosen at the end.
struct Findings {
  std::string og_title, h1, title;
  std::string published, json_ld, meta_date, time;
  std::string language, canonical, og_url;

  void look_at(const xmlNode* node);
  void look_at_meta(const xmlNode* node);
};

void keep_first(std::string& kept, std::string_view found) {
  if (kept.empty()) kept = std::string(trimmed(found));
}

void Findings::look_at_meta(const xmlNode* node) {
  const std::string_view content = attribute(node, "content");
  std::string name = lower_ascii(attribute(node, "property"));
  if (name.empty()) name = lower_ascii(attribute(node, "name"));
  if (name.empty()) name = lower_ascii(attribute(node, "itemprop"));
  if (name == "og:title") keep_first(og_title, content);
  if (name == "og:url") keep_first(og_url, content);
  if (name == "article:published_time") keep_first(published, date_of_field(content));
  if (is_date_name(name)) keep_first(meta_date, date_of_field(content));
}

void Findings::look_at(const xmlNode* node) {
  const std::string_view name = name_of(node);
  if (name == "meta") look_at_meta(node);
  if (name == "html") keep_first(language, attribute(node, "lang"));
  if (name == "h1" && h1.empty()) h1 = text_within(node);
  if (name == "title" && title.empty()) title = text_within(node);
  if (name == "time") keep_first(time, date_of_field(attribute(node, "datetime")));
  if (name == "link" && attribute(node, "rel") == "canonical") keep_first(canonical, attribute(node, "href"));
  if (name == "script" && attribute(node, "type") == "application/ld+json" && json_ld.empty() &&
      node->children != nullptr && node->children->content != nullptr)
    json_ld = date_of_json_ld(reinterpret_cast<const char*>(node->children->content));
}

bool is_furniture(std::string_view name) {
  return name == "nav" || name == "footer" || name == "aside" || name == "svg";
}

/// "Headline | The Paper" is the headline, when the page has that as its heading.
std::string title_of(const Findings& found) {
  if (found.og_title.empty()) return found.h1.empty() ? found.title : found.h1;
  return !found.h1.empty() && found.og_title.starts_with(found.h1) ? found.h1 : found.og_title;
}

}  // namespace

HtmlMetadata read_html_metadata(const xmlNode* root) {
  Findings found;
  for (const xmlNode* node = root; node != nullptr;) {
    found.look_at(node);
    node = next_node(node, root, !is_furniture(name_of(node)));
  }
  HtmlMetadata page{title_of(found), {}, found.language, found.canonical.empty() ? found.og_url : found.canonical};
  for (const std::string* date : {&found.published, &found.json_ld, &found.meta_date, &found.time})
    if (page.date.empty()) page.date = *date;
  return page;
}

}  // namespace dossier::ingest
