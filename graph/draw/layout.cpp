#include "graph/draw/layout.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include "graph/draw/dot.h"
#include "graph/draw/label_text.h"
#include "graph/error/error.h"

namespace dossier::graph {
namespace {

constexpr double page_width = 1200, page_height = 900;  // points
constexpr double max_zoom = 2.5;
constexpr double max_height_points = 24000;                   // cairo's surfaces end at 32767 pixels
constexpr double points_per_inch = 72, pixels_per_inch = 96;  // the latter is what Graphviz's cairo device assumes

/// What Graphviz has complained about since the last call of `listen`. A global, as Graphviz's own hook is one.
std::string& complaints() {
  static std::string text;
  return text;
}

int listen_to_graphviz(char* message) {
  if (complaints().size() < 2000) complaints() += message;
  return 0;
}

[[noreturn]] void fail(const std::string& what) {
  const std::string why = clean_text(complaints(), 300);
  throw Error(ErrorKind::io, "cannot draw: " + what + (why.empty() ? "" : " (" + why + ")"));
}

/// Graphviz's context: one for the process, never freed. Its pango plug-in remembers a pointer to the last font's name,
/// which belongs to the context, and compares it with the next font's, whichever context that one is of.
GVC_t* graphviz() {
  static GVC_t* const context = gvContext();
  return context;
}

/// One picture inside Graphviz: read, laid out, and freed in the order that the library asks for.
class Drawing {
 public:
  Drawing(const Picture& picture, const Style& style)
      : errors_before_(agseterrf(listen_to_graphviz)), context_(graphviz()) {
    complaints().clear();
    std::string dot = to_dot(picture, style);
    graph_.reset(context_ ? agmemread(dot.c_str()) : nullptr);
    const char* engine = is_dense(picture) ? "sfdp" : "dot";
    std::srand(1);  // sfdp coarsens by rand() before it seeds it: the second picture of a process would differ
    laid_out_ = graph_ && gvLayout(context_, graph_.get(), engine) == 0;
    if (!laid_out_) {
      release();
      fail(std::string("Graphviz's layout '") + engine + "' is missing or failed");
    }
  }
  ~Drawing() { release(); }
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  [[nodiscard]] Agraph_t* graph() const noexcept { return graph_.get(); }
  [[nodiscard]] boxf extent() const { return GD_bb(graph_.get()); }

  void set(const char* name, const std::string& value) {
    agsafeset(graph_.get(), const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
  }

  [[nodiscard]] std::string render(const char* format) {
    char* bytes = nullptr;
    unsigned length = 0;
    if (gvRenderData(context_, graph_.get(), format, &bytes, &length) != 0 || bytes == nullptr)
      fail(std::string("Graphviz cannot write ") + format);
    std::string result(bytes, length);
    gvFreeRenderData(bytes);
    return result;
  }

 private:
  void release() {
    if (laid_out_) gvFreeLayout(context_, graph_.get());
    graph_.reset();
    agseterrf(errors_before_);
  }

  struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
  };

  agusererrf errors_before_;
  GVC_t* context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_;
  bool laid_out_ = false;
};

/// How much the drawing grows on the page until it touches an edge.
double zoom_on_page(const Picture& picture, Style style, Direction direction) {
  style.direction = direction;
  const Drawing drawing(picture, style);
  const boxf box = drawing.extent();
  return std::min(page_width / std::max(box.UR.x - box.LL.x, 1.0), page_height / std::max(box.UR.y - box.LL.y, 1.0));
}

Style with_direction(const Picture& picture, Style style) {
  style.direction = best_direction(picture, style);
  return style;
}

Box box_around(std::string of, pointf center, double width, double height, pointf origin) {
  const double left = center.x - width / 2 - origin.x, bottom = center.y - height / 2 - origin.y;
  return {std::move(of), left, bottom, left + width, bottom + height};
}

/// What <title> says, by the id of the box or line.
std::map<std::string, std::string> titles(const Picture& picture) {
  std::map<std::string, std::string> titles, names;
  const auto with_tooltip = [](const std::string& title, const std::string& tooltip) {
    return clean_text(tooltip.empty() ? title : title + "\n" + tooltip, 6000, true);
  };
  for (const PictureNode& node : picture.nodes) {
    names[node.id] = node.name;
    titles[node.id] = with_tooltip(node.name, node.tooltip);
  }
  for (std::size_t i = 0; i < picture.edges.size(); ++i) {
    const PictureEdge& edge = picture.edges[i];
    const std::string ends = names[edge.from] + (edge.directed ? " → " : " — ") + names[edge.to];
    titles["e" + std::to_string(i + 1)] = with_tooltip(ends, edge.tooltip);
  }
  titles["graph0"] = clean_text(picture.title.empty() ? "Dossier" : picture.title, 400);
  return titles;
}

/// Graphviz's <title> holds our ids; readers and screen readers want names and sentences.
std::string with_titles(const std::string& svg, const std::map<std::string, std::string>& titles) {
  constexpr std::string_view id_begin = "<g id=\"", title_begin = "<title>", title_end = "</title>";
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = svg.find(id_begin); at != std::string::npos; at = svg.find(id_begin, at + 1)) {
    const std::size_t id = at + id_begin.size();
    const auto title = titles.find(svg.substr(id, svg.find('"', id) - id));
    const std::size_t from = svg.find(title_begin, id), to = svg.find(title_end, id);
    if (title == titles.end() || from == std::string::npos || to == std::string::npos) continue;
    out.append(svg, done, from + title_begin.size() - done).append(html_text(title->second));
    done = to;
  }
  return out.append(svg, done);
}

}  // namespace

Direction best_direction(const Picture& picture, const Style& style) {
  if (style.direction != Direction::automatic) return style.direction;
  if (is_dense(picture) || picture.edges.empty()) return Direction::right;
  const double right = zoom_on_page(picture, style, Direction::right);
  return right >= zoom_on_page(picture, style, Direction::down) ? Direction::right : Direction::down;
}

Arrangement arrange(const Picture& picture, const Style& style) {
  const Drawing drawing(picture, with_direction(picture, style));
  const boxf extent = drawing.extent();
  Arrangement all{extent.UR.x - extent.LL.x, extent.UR.y - extent.LL.y, {}, {}};
  for (Agnode_t* node = agfstnode(drawing.graph()); node; node = agnxtnode(drawing.graph(), node)) {
    all.nodes.push_back(box_around(agnameof(node), ND_coord(node), ND_width(node) * points_per_inch,
                                   ND_height(node) * points_per_inch, extent.LL));
    for (Agedge_t* edge = agfstout(drawing.graph(), node); edge; edge = agnxtout(drawing.graph(), edge))
      if (const textlabel_t* label = ED_label(edge))
        all.labels.push_back(box_around(std::string(agnameof(node)) + "->" + agnameof(aghead(edge)), label->pos,
                                        label->dimen.x, label->dimen.y, extent.LL));
  }
  const auto by_name = [](const Box& a, const Box& b) { return a.of < b.of; };
  std::stable_sort(all.nodes.begin(), all.nodes.end(), by_name);
  std::stable_sort(all.labels.begin(), all.labels.end(), by_name);
  return all;
}

std::string to_svg(const Picture& picture, const Style& style) {
  Drawing drawing(picture, with_direction(picture, style));
  return with_titles(drawing.render("svg"), titles(picture));
}

std::string to_png(const Picture& picture, const Style& style, unsigned width_px) {
  if (width_px < 16 || width_px > 20000)
    throw Error(ErrorKind::usage, "a picture cannot be " + std::to_string(width_px) + " pixels wide", "16 to 20000");
  Drawing drawing(picture, with_direction(picture, style));
  const boxf extent = drawing.extent();
  constexpr double pad = 8;  // Graphviz's own, on both sides
  const double width = width_px * points_per_inch / pixels_per_inch;
  const double high = extent.UR.y - extent.LL.y + pad;
  const double zoom = std::min({width / (extent.UR.x - extent.LL.x + pad), max_zoom, max_height_points / high});
  char viewport[80];
  std::snprintf(viewport, sizeof viewport, "%.6f,%.6f,%.6f", width, zoom * high, zoom);
  drawing.set("viewport", viewport);
  return drawing.render("png:cairo");
}

}  // namespace dossier::graph
