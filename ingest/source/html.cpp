#include "ingest/source/html.h"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/source/block_writer.h"
#include "ingest/source/characters.h"
#include "ingest/source/header_lines.h"
#include "ingest/source/html_metadata.h"
#include "ingest/source/html_tree.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t shortest_main = 200;  // bytes; a main part with less is furniture that calls itself so

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}
bool is_list_item(std::string_view name) { return is_one_of(name, {"li", "dt", "dd"}); }
bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

bool is_block(std::string_view name) {
  return is_heading(name) || is_list_item(name) || is_cell(name) ||
         is_one_of(name, {"p",      "div",      "section", "article", "main",       "header",  "blockquote",
                          "pre",    "ul",       "ol",      "dl",      "table",      "thead",   "tbody",
                          "tfoot",  "tr",       "caption", "figure",  "figcaption", "address", "hr",
                          "center", "fieldset", "details", "summary", "body",       "html",    "legend"});
}

std::size_t visible_size(const xmlNode* root) {
  std::size_t size = 0;
  for (const xmlNode* node = root; node != nullptr;) {
    const bool shown = node == root || !is_hidden(node);
    if (shown && node->type == XML_TEXT_NODE && node->content != nullptr)
      size += trimmed(reinterpret_cast<const char*>(node->content)).size();
    node = next_node(node, root, shown);
  }
  return size;
}

/// The element that holds what the page is about: the one <article> that has most of the text, else <main>, else
/// <body>.
const xmlNode* main_part(const xmlNode* root) {
  const xmlNode* body = root;
  const xmlNode* main = nullptr;
  std::vector<const xmlNode*> articles;  // outermost ones
  for (const xmlNode* node = root; node != nullptr;) {
    const std::string_view name = name_of(node);
    const bool shown = node == root || name == "head" || !is_hidden(node);
    if (name == "body" && body == root) body = node;
    if (shown && main == nullptr && (name == "main" || attribute(node, "role") == "main")) main = node;
    const bool is_article = shown && name == "article";
    if (is_article) articles.push_back(node);
    node = next_node(node, root, shown && !is_article);
  }
  const xmlNode* best = main;
  std::size_t all = 0;
  std::size_t largest = 0;
  for (const xmlNode* article : articles) {
    const std::size_t size = visible_size(article);
    all += size;
    if (size <= largest) continue;
    largest = size;
    if (size * 2 > (main != nullptr ? visible_size(main) : 0)) best = article;
  }
  // A page of many articles is a list of them: all of it is meant.
  if (articles.size() > 1 && largest * 4 < all * 3) best = main;
  if (best == nullptr) return body;
  return visible_size(best) >= std::min(shortest_main, visible_size(body)) ? best : body;
}

/// Walks the main part and writes its blocks.
class HtmlReader {
 public:
  explicit HtmlReader(Document& document) : document_(document), writer_(document) {}

  void read(const xmlNode* root, bool with_header) {
    root_ = root;
    in_main_ = with_header || name_of(root) == "main" || name_of(root) == "article";
    for (const xmlNode* node = root; node != nullptr;) {
      const bool descends = enter(node);
      const xmlNode* const next = next_node(node, root, descends);
      leave_up_to(node, next, descends);
      node = next;
    }
    writer_.end();
  }

 private:
  /// False when the children are not to be seen.
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_text(reinterpret_cast<const char*>(node->content));
      return false;
    }
    if (node->type != XML_ELEMENT_NODE) return false;
    const std::string_view name = name_of(node);
    if (node != root_ && (is_hidden(node) || (name == "header" && !in_main_ && !is_within_article(node)))) return false;
    if (name == "br") add_line_break();
    if (!is_block(name)) return true;
    kinds_.push_back(kind_of(name));
    begin_block();
    if (name == "pre") ++pre_;
    if (is_list_item(name)) ++list_items_;
    return true;
  }

  void leave(const xmlNode* node) {
    const std::string_view name = name_of(node);
    if (!is_block(name)) return;
    if (name == "h1") end_title();
    if (name == "pre") --pre_;
    if (is_list_item(name)) --list_items_;
    kinds_.pop_back();
    begin_block();
  }

  /// Closes the elements between `node` and where the walk goes on.
  void leave_up_to(const xmlNode* node, const xmlNode* next, bool descends) {
    if (descends && next != nullptr && next->parent == node) return;
    if (!descends) {
      // Elements passed over were never entered.
    } else if (node->type == XML_ELEMENT_NODE) {
      leave(node);
    }
    const xmlNode* const stop = next == nullptr ? root_->parent : next->parent;
    for (const xmlNode* up = node == root_ ? stop : node->parent; up != stop; up = up->parent) leave(up);
  }

  [[nodiscard]] bool is_within_article(const xmlNode* node) const {
    for (const xmlNode* up = node->parent; up != nullptr && up != root_->parent; up = up->parent)
      if (name_of(up) == "article" || name_of(up) == "main") return true;
    return false;
  }

  [[nodiscard]] BlockKind kind_of(std::string_view name) const {
    if (name == "h1" && !has_title_) return BlockKind::title;
    if (is_heading(name)) return BlockKind::heading;
    return is_list_item(name) || is_cell(name) || list_items_ > 0 ? BlockKind::item : BlockKind::paragraph;
  }

  void begin_block() {
    breaks_ = 0;
    writer_.begin(kinds_.empty() ? BlockKind::paragraph : kinds_.back());
  }

  /// Only one block is the title, and only if there is something in it.
  void end_title() {
    writer_.end();
    if (!document_.blocks.empty() && document_.blocks.back().kind == BlockKind::title) has_title_ = true;
  }

  void add_line_break() {
    if (++breaks_ > 1)
      begin_block();
    else
      writer_.line_break();
  }

  void add_text(const char* content) {
    if (content == nullptr) return;
    const std::string_view text(content);
    if (text.find_first_not_of(" \t\n\r\f") != std::string_view::npos) breaks_ = 0;
    if (pre_ == 0) return writer_.append(text);
    add_preformatted(text);
  }

  /// A blank line ends a paragraph, as in plain text.
  void add_preformatted(std::string_view text) {
    for (;;) {
      const std::size_t end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      if (!trimmed(line).empty()) breaks_ = 0;
      writer_.append(line);
      if (end == std::string_view::npos) return;
      add_line_break();
      text.remove_prefix(end + 1);
    }
  }

  Document& document_;
  BlockWriter writer_;
  const xmlNode* root_ = nullptr;
  std::vector<BlockKind> kinds_;  // of the open block elements
  int pre_ = 0;
  int list_items_ = 0;
  int breaks_ = 0;  // <br>s since the last text
  bool in_main_ = false;
  bool has_title_ = false;
};

bool is_language_tag(std::string_view tag) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && std::ranges::all_of(tag, is_part);
}

}  // namespace

void read_html(std::string html, Document& document, const SourceOptions& options) {
  const ParsedHtml parsed = parse_html(html);
  html = {};  // the tree is several times as large; no need for both
  if (parsed.is_cut)
    options.diagnostics(
        {Severity::warning, Location{document.source}, "is too deeply nested; what follows is not read", {}});
  const xmlNode* const root = parsed.tree == nullptr ? nullptr : ::xmlDocGetRootElement(parsed.tree.get());
  if (root == nullptr) return;
  HtmlMetadata page = read_html_metadata(root);
  compose(page.title);
  document.title = std::move(page.title);
  document.date = std::move(page.date);
  document.url = std::move(page.url);
  if (is_language_tag(page.language)) document.language = page.language;
  HtmlReader(document).read(main_part(root), false);
  if (document.blocks.empty()) HtmlReader(document).read(root, true);  // all of it stands in a <header> left open
  read_block_header(document, options, false);
}

std::string declared_encoding(std::string_view html) {
  const std::string head = lower_ascii(html.substr(0, 4096));
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos; meta = head.find("<meta", meta + 5)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    std::size_t at = tag.find("charset");
    if (at == std::string_view::npos) continue;
    at = tag.find_first_not_of(" =\"'", at + 7);
    if (at == std::string_view::npos) continue;
    return std::string(tag.substr(at, tag.find_first_of(" \"';/>", at) - at));
  }
  return {};
}

}  // namespace dossier::ingest
