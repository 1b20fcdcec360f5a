#include "ingest/source/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
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

}  // namespace

HtmlTree parse_html(std::string_view utf8) {
  ::xmlInitParser();
  using Context = std::unique_ptr<htmlParserCtxt, decltype(&::htmlFreeParserCtxt)>;
  const Context context(::htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), ::htmlFreeParserCtxt);
  if (context == nullptr) return nullptr;
  ::htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  // Old pages nest <font> and <b> by the hundred. libxml2 stops at a depth of 256, and has no option of HTML's to lift
  // it.
  context->options |= XML_PARSE_HUGE;
  ::xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  ::htmlParseDocument(context.get());
  return HtmlTree(context->myDoc);
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
