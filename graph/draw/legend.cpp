#include "graph/draw/legend.h"

#include <algorithm>
#include <set>

#include "graph/draw/dot.h"
#include "graph/draw/kinds.h"
#include "graph/draw/label_text.h"

namespace dossier::graph {
namespace {

constexpr std::size_t max_captions = 8, max_kinds = 16, max_columns = 8;

/// One sample of the key with what it means: two cells of a row.
struct Entry {
  std::string sample, meaning;
};

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(value).append("\"");
}

/// A table of fixed size, which its cell does not stretch.
std::string sample(const std::string& attributes, const std::string& rows) {
  return "<table cellborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" fixedsize=\"true\" width=\"26\" height=\"12\"" +
         attributes + ">" + rows + "</table>";
}

Entry kind_entry(const NodeLook& look) {
  std::string attributes = attribute("bgcolor", look.fill) + attribute("border", look.peripheries > 1 ? "2" : "1");
  attributes += attribute("color", look.border);
  if (look.style.find("dashed") != std::string::npos)
    attributes += attribute("style", "dashed");
  else if (look.style.find("rounded") != std::string::npos)
    attributes += attribute("style", "rounded");
  return {sample(attributes, "<tr><td></td></tr>"), clean_text(look.legend, 60)};
}

/// The line is the lower border of an empty cell.
Entry line_entry(const LineLook& look) {
  std::string cell = "<td" + attribute("border", look.width > 1 && look.style != "dashed" ? "2" : "1");
  cell += attribute("color", look.colour) + attribute("sides", "b");
  if (look.style != "solid") cell += attribute("style", look.style);
  cell += attribute("width", "26") + attribute("height", "6") + "></td></tr>";
  return {sample(attribute("border", "0"), "<tr>" + cell + "<tr><td height=\"6\"></td></tr>"), look.legend};
}

/// Broad kinds in their own order, then the user's by name.
std::vector<Entry> kind_entries(const Picture& picture) {
  const auto looks = node_looks(picture);
  std::vector<Entry> entries;
  for (const std::string_view kind : broad_kinds)
    if (const auto look = looks.find(std::string(kind)); look != looks.end())
      entries.push_back(kind_entry(look->second));
  for (const auto& [kind, look] : looks) {
    if (entries.size() == max_kinds) break;
    if (std::find(broad_kinds.begin(), broad_kinds.end(), kind) == broad_kinds.end())
      entries.push_back(kind_entry(look));
  }
  return entries;
}

std::vector<Entry> line_entries(const Picture& picture) {
  std::set<LineKind> lines;
  for (const PictureEdge& edge : picture.edges) lines.insert(edge.line);
  std::vector<Entry> entries;
  if (lines.empty() || lines == std::set{LineKind::happened}) return entries;
  for (const LineKind line : lines) entries.push_back(line_entry(line_look(line)));
  return entries;
}

/// A row that leaves the room right of it to nobody.
std::string row(const std::string& cell) {
  return "<tr><td align=\"left\"" + attribute("colspan", std::to_string(2 * max_columns)) + ">" + cell + "</td></tr>";
}

std::string font(std::string_view size, std::string_view colour, const std::string& text) {
  return "<font" + attribute("color", colour) + attribute("point-size", size) + ">" + text + "</font>";
}

/// The entries in columns, as many rows as it takes.
std::string key(const std::vector<Entry>& entries, std::size_t columns, std::string_view size) {
  std::string rows;
  for (std::size_t at = 0; at < entries.size(); at += columns) {
    rows += "<tr>";
    for (std::size_t i = at; i < std::min(at + columns, entries.size()); ++i)
      rows += "<td>" + entries[i].sample + "</td><td align=\"left\">" +
              font(size, text_colour, html_text(entries[i].meaning) + "&#160;&#160;") + "</td>";
    rows += "</tr>";
  }
  return rows;
}

}  // namespace

std::string heading_label(const Picture& picture, const Style& style) {
  // as wide as the picture will about be: a heading must not make a small picture wide
  const bool small = picture.nodes.size() < 8, large = is_dense(picture);
  const std::size_t width = small ? 60 : 120, columns = small ? 3 : max_columns;
  std::string rows;
  for (const auto& line : wrap_text(clean_text(picture.title, 400), width / 2, 3))
    rows += row(font(large ? "40" : "16", text_colour, "<b>" + html_text(line) + "</b>"));
  for (std::size_t i = 0; i < std::min(picture.caption.size(), max_captions); ++i)
    for (const auto& line : wrap_text(clean_text(picture.caption[i], 600), width, 4))
      rows += row(font(large ? "20" : "9", faint_text_colour, html_text(line)));
  if (style.legend && !picture.nodes.empty())
    for (const auto& entries : {kind_entries(picture), line_entries(picture)})
      rows += key(entries, columns, large ? "18" : "9");
  rows += row("&#160;");
  return "<<table border=\"0\" cellborder=\"0\" cellpadding=\"1\" cellspacing=\"2\">" + rows + "</table>>";
}

}  // namespace dossier::graph
