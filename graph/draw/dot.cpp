#include "graph/draw/dot.h"

#include <algorithm>
#include <cmath>

#include "graph/draw/label_text.h"
#include "graph/draw/legend.h"

namespace dossier::graph {
namespace {

// Graphviz's own reader takes strings of any length, others stop at 16384 bytes; escapes may double a text
constexpr std::size_t max_text = 6000;
constexpr std::size_t name_width = 22, detail_width = 26, label_width = 22;
constexpr std::size_t name_lines = 4, detail_lines = 3, label_lines = 4, max_details = 4, max_labels = 5;

void statement(std::string& out, unsigned depth, const std::string& text) {
  out.append(std::size_t{2} * depth, ' ').append(text).append("\n");
}

std::string joined(const std::vector<std::string>& lines, std::string_view separator) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += separator;
    text += line;
  }
  return text;
}

/// Each line broken into more where it is long, at most `most` of them, then "+2 more".
std::vector<std::string> broken(const std::vector<std::string>& lines, std::size_t width, std::size_t each,
                                std::size_t most) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
    for (auto& line : wrap_text(clean_text(lines[i], 400), width, each)) all.push_back(std::move(line));
  if (lines.size() > most) all.push_back("+" + std::to_string(lines.size() - most) + " more");
  return all;
}

std::string html_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> escaped;
  std::transform(lines.begin(), lines.end(), std::back_inserter(escaped), html_text);
  return joined(escaped, "<br/>");
}

std::string node_label(const PictureNode& node) {
  const auto name = broken({node.name}, name_width, name_lines, 1);
  const auto details = broken(node.details, detail_width, detail_lines, max_details);
  const std::string title = "<b>" + (name.empty() ? std::string("?") : html_lines(name)) + "</b>";
  if (details.empty()) return "<" + title + ">";
  // rows, since a line break into a smaller font leaves no room for what hangs below the line ("agreement")
  const auto row = [](const std::string& text) { return "<tr><td>" + text + "</td></tr>"; };
  return "<<table border=\"0\" cellborder=\"0\" cellpadding=\"0\" cellspacing=\"0\">" + row(title) +
         row("<font point-size=\"9\">" + html_lines(details) + "</font>") + "</table>>";
}

std::string tooltip(const std::string& text) {
  const std::string clean = clean_text(text, max_text, true);
  return clean.empty() ? std::string() : " tooltip=" + dot_string(clean);
}

void write_graph(const Picture& picture, const Style& style, std::string& out) {
  const bool dense = is_dense(picture);
  statement(out, 1, "bgcolor=\"" + std::string(background_colour) + "\"");
  statement(out, 1, "charset=\"UTF-8\"");
  statement(out, 1, "fontcolor=\"" + std::string(text_colour) + "\"");
  statement(out, 1, "fontname=" + dot_string(style.font));
  statement(out, 1, "label=" + heading_label(picture, style));
  statement(out, 1, "labeljust=l");
  statement(out, 1, "labelloc=t");
  if (dense) {
    statement(out, 1, "layout=sfdp");
    statement(out, 1, "outputorder=edgesfirst");
    statement(out, 1, "overlap=prism");
    statement(out, 1, "sep=\"+6\"");
    statement(out, 1, "splines=line");
  } else {
    statement(out, 1, "layout=dot");
    statement(out, 1, "nodesep=0.22");
    statement(out, 1, style.direction == Direction::down ? "rankdir=TB" : "rankdir=LR");
    statement(out, 1, "ranksep=0.35");
  }
}

void write_defaults(const Style& style, std::string& out) {
  const std::string font = " fontname=" + dot_string(style.font);
  statement(out, 1,
            "node [fontcolor=\"" + std::string(text_colour) + "\"" + font +
                " fontsize=11 height=0.3 id=\"\\N\" margin=\"0.11,0.05\" width=0.3]");
  statement(out, 1, "edge [arrowsize=0.6" + font + " fontsize=9]");
}

void write_nodes(const Picture& picture, std::string& out) {
  for (const auto& [kind, look] : node_looks(picture)) {
    const std::string name = id_text(kind);
    statement(out, 1, "subgraph kind_" + name + " {");
    std::string defaults =
        "node [class=" + dot_string(name) + " color=\"" + look.border + "\" fillcolor=\"" + look.fill;
    if (look.shape == "octagon" || look.shape == "hexagon") defaults += "\" margin=\"0,0.01";  // they are roomy
    if (look.peripheries != 1) defaults += "\" peripheries=\"" + std::to_string(look.peripheries);
    statement(out, 2, defaults + "\" shape=" + look.shape + " style=\"" + look.style + "\"]");
    for (const PictureNode& node : picture.nodes)
      if (node.kind == kind) statement(out, 2, node.id + " [label=" + node_label(node) + tooltip(node.tooltip) + "]");
    statement(out, 1, "}");
  }
}

std::string width_text(double width) {
  const auto tenths = std::lround(width * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

/// The words on a line. Where lines run down, a space keeps the words off them.
std::string edge_label(const PictureEdge& edge, const Picture& picture, const Style& style) {
  if (is_dense(picture)) return {};
  auto lines = broken(edge.labels, label_width, label_lines, max_labels);
  if (lines.empty()) return {};
  if (style.direction == Direction::down)
    for (std::string& line : lines) line.insert(0, 1, ' ').append(" ");
  return " label=" + dot_string(joined(lines, "\n"));
}

std::string edge_statement(const PictureEdge& edge, std::size_t number, const std::string& label) {
  std::string text = edge.from + " -> " + edge.to + " [";
  if (!edge.directed) text += "dir=none ";
  return text + "id=e" + std::to_string(number) + label + tooltip(edge.tooltip) + "]";
}

void write_edges(const Picture& picture, const Style& style, std::string& out) {
  for (std::size_t line = 0; line < line_kinds; ++line) {
    const LineLook& look = line_look(static_cast<LineKind>(line));
    bool begun = false;
    for (std::size_t i = 0; i < picture.edges.size(); ++i) {
      if (picture.edges[i].line != static_cast<LineKind>(line)) continue;
      if (!begun) {
        statement(out, 1, "subgraph lines_" + look.name + " {");
        statement(out, 2,
                  "edge [class=" + look.name + " color=\"" + look.colour + "\" fontcolor=\"" + look.text_colour +
                      "\" penwidth=" + width_text(look.width) + " style=" + look.style + "]");
        begun = true;
      }
      statement(out, 2, edge_statement(picture.edges[i], i + 1, edge_label(picture.edges[i], picture, style)));
    }
    if (begun) statement(out, 1, "}");
  }
}

}  // namespace

std::string to_dot(const Picture& picture, const Style& style) {
  std::string out = "digraph dossier {\n";
  write_graph(picture, style, out);
  write_defaults(style, out);
  if (picture.nodes.empty())
    statement(out, 1,
              "nothing [label=\"No facts to draw\" fontcolor=\"" + std::string(faint_text_colour) + "\" shape=plain]");
  write_nodes(picture, out);
  write_edges(picture, style, out);
  return out + "}\n";
}

}  // namespace dossier::graph
