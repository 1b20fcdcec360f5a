// dossier render: the picture.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/graph_option.h"
#include "cli/interrupt.h"
#include "cli/naming.h"
#include "cli/output_format.h"
#include "cli/verb.h"
#include "cli/write_graph.h"
#include "graph/error/error.h"

namespace dossier::cli {
namespace {

struct RenderOptions {
  GraphOption graph;
  OutputOption output;
  std::vector<std::string> about, status;
  unsigned depth = 1, width = 1600;
  std::size_t max_nodes = 30;
  bool no_legend = false, sources = false;
};

ExitCode run(const RenderOptions& options, Session& session) {
  const Format format = options.output.choose(PictureFormat::svg);
  if (!std::holds_alternative<PictureFormat>(format))
    throw Error(ErrorKind::usage, "that is not the format of a picture",
                "-f dot, svg or png; dossier export writes RDF");
  const graph::Store store = options.graph.open(session.messages);
  WriteOptions how;
  for (const std::string& name : options.about)
    how.selection.about.push_back(require_thing(store, name, session.messages));
  how.selection.depth = options.depth;
  how.selection.max_nodes = options.max_nodes;
  how.selection.factuality = factualities_named(options.status);
  how.selection.bookkeeping = options.sources;
  how.legend = !options.no_legend;
  how.width = options.width;
  const InterruptWatch watch;
  write_graph(store, options.output, format, how, session);
  return ExitCode::done;
}

}  // namespace

Action declare_render(CLI::App& app) {
  auto options = std::make_shared<RenderOptions>();
  options->graph.declare(app);
  options->output.declare(app, "svg, png, dot");
  app.add_option("--about", options->about, "what is around this thing; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--depth", options->depth, "so many steps around it")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  app.add_option("--max-nodes", options->max_nodes, "the most important ones; 0: all")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  app.add_option("--status", options->status, "only facts of this factuality: occurred,pledged,…")
      ->type_name("STATUS")
      ->allow_extra_args(false);
  app.add_option("--width", options->width, "of a PNG, in pixels")
      ->type_name("PIXELS")
      ->check(CLI::Range(16U, 20000U).description(""))
      ->capture_default_str();
  app.add_flag("--sources", options->sources, "documents and statements as boxes, too");
  app.add_flag("--no-legend", options->no_legend, "without the key");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli
