/// A page as libxml2's tree, and the few ways in which we look at it. libxml2 is seen in html*.cpp files only.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace dossier::ingest {

struct FreeHtml {
  void operator()(xmlDoc* tree) const noexcept { ::xmlFreeDoc(tree); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeHtml>;

struct ParsedHtml {
  HtmlTree tree;        ///< null for text without any element
  bool is_cut = false;  ///< the rest of the page is not in it: no page nests as deep, or has tags as large, as here
};

/// Never fails for broken HTML.
[[nodiscard]] ParsedHtml parse_html(std::string_view utf8);

/// The element's name; empty for text and comments.
[[nodiscard]] std::string_view name_of(const xmlNode* node);

/// The attribute's value; empty when there is none.
[[nodiscard]] std::string_view attribute(const xmlNode* node, const char* name);
[[nodiscard]] bool has_attribute(const xmlNode* node, const char* name);

/// The node after `node` in document order within `root`; null at the end. With `descend` false, its children are
/// passed over. A loop over this needs no stack, however deep the page is nested.
[[nodiscard]] const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool descend = true);

/// All text within, white space collapsed.
[[nodiscard]] std::string text_within(const xmlNode* node);

/// What no reader of the page sees, or what is not part of what it says.
[[nodiscard]] bool is_hidden(const xmlNode* node);

}  // namespace dossier::ingest
