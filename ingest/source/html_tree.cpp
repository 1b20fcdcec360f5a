#include "ingest/source/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

const xmlAttr* find_attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return nullptr;
  for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next)
    if (view(attribute->name) == name) return attribute;
  return nullptr;
}

bool is_never_shown(std::string_view name) {
  constexpr std::array<std::string_view, 24> names = {"script", "style", "noscript", "template", "head",   "nav",
                                                      "footer", "aside", "form",     "button",   "select", "textarea",
                                                      "input",  "svg",   "canvas",   "iframe",   "audio",  "video",
                                                      "object", "embed", "dialog",   "map",      "math",   "datalist"};
  return std::ranges::find(names, name) != names.end();
}

bool is_furniture(std::string_view role) {
  constexpr std::array<std::string_view, 6> roles = {"navigation", "banner",        "contentinfo",
                                                     "search",     "complementary", "dialog"};
  return std::ranges::find(roles, role) != roles.end();
}

bool hides(std::string_view style) {
  std::string plain = lower_ascii(style);
  std::erase(plain, ' ');
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

/// For each end tag libxml2 looks through the open elements, and for each attribute through those before it: without
/// bounds, a page of a megabyte could be made to take hours.
constexpr int deepest = 2000;
constexpr std::size_t most_attributes = 2000;

void start_element(void* data, const xmlChar* name, const xmlChar** attributes) {
  auto* const context = static_cast<htmlParserCtxt*>(data);
  if (context->nameNr > deepest) return ::xmlStopParser(context);
  ::xmlSAX2StartElement(data, name, attributes);
}

/// The end of a part in which "<" begins no tag: a comment, a script; `at` itself when none begins there.
std::size_t skip_raw(std::string_view html, std::size_t at) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> raw = {
      std::pair{"<!--", "-->"}, std::pair{"<script", "</script"}, std::pair{"<style", "</style"}};
  for (const auto& [begin, end] : raw)
    if (lower_ascii(html.substr(at, begin.size())) == begin) return std::min(html.find(end, at), html.size());
  return at;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where the first tag begins that has more attributes than a person or a program would write; the size when none does.
std::size_t find_overgrown_tag(std::string_view html) {
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    if (const std::size_t after = skip_raw(html, at); after != at) {
      at = after;
      continue;
    }
    if (at + 1 < html.size() && !is_letter(html[at + 1])) continue;
    char quote = 0;
    std::size_t attributes = 0;
    for (std::size_t i = at + 1; i < html.size() && (html[i] != '>' || quote != 0); ++i) {
      if (quote != 0)
        quote = html[i] == quote ? '\0' : quote;
      else if ((html[i] == '"' || html[i] == '\'') && html[i - 1] == '=')
        quote = html[i];
      else if (html[i] == ' ' || html[i] == '\n' || html[i] == '\t')
        ++attributes;
      else if (html[i] == '<' && attributes == 0)
        break;
      if (attributes > most_attributes) return at;
    }
  }
  return html.size();
}

}  // namespace

ParsedHtml parse_html(std::string_view utf8) {
  ::xmlInitParser();
  const std::size_t end = find_overgrown_tag(utf8);
  ParsedHtml parsed{nullptr, end != utf8.size()};
  utf8 = utf8.substr(0, end);
  using Context = std::unique_ptr<htmlParserCtxt, decltype(&::htmlFreeParserCtxt)>;
  const Context context(::htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), ::htmlFreeParserCtxt);
  if (context == nullptr) return parsed;
  ::htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  // Old pages nest <font> and <b> by the hundred. libxml2 stops at a depth of 256, and has no option of HTML's to lift
  // it.
  context->options |= XML_PARSE_HUGE;
  ::xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  context->sax->startElement = start_element;
  ::htmlParseDocument(context.get());
  parsed.tree.reset(context->myDoc);
  parsed.is_cut = parsed.is_cut || context->nameNr > deepest;
  return parsed;
}

std::string_view name_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

std::string_view attribute(const xmlNode* node, const char* name) {
  const xmlAttr* const found = find_attribute(node, name);
  return found == nullptr || found->children == nullptr ? std::string_view() : view(found->children->content);
}

bool has_attribute(const xmlNode* node, const char* name) { return find_attribute(node, name) != nullptr; }

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool descend) {
  if (descend && node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root || node == nullptr ? nullptr : node->next;
}

std::string text_within(const xmlNode* node) {
  std::string text;
  for (const xmlNode* at = node; at != nullptr; at = next_node(at, node)) {
    if (at->type != XML_TEXT_NODE && at->type != XML_CDATA_SECTION_NODE) continue;
    for (const char c : view(at->content)) {
      const bool blank = c == ' ' || c == '\n' || c == '\t';
      if (!blank)
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    }
  }
  return std::string(trimmed(text));
}

bool is_hidden(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return false;
  return is_never_shown(name_of(node)) || is_furniture(attribute(node, "role")) || has_attribute(node, "hidden") ||
         attribute(node, "aria-hidden") == "true" || hides(attribute(node, "style"));
}

}  // namespace dossier::ingest
