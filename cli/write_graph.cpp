#include "cli/write_graph.h"

#include <unistd.h>

#include <ostream>

#include "cli/exchange.h"
#include "cli/interrupt.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "graph/draw/dot.h"
#include "graph/draw/layout.h"
#include "graph/error/error.h"
#include "graph/rdf/writer.h"
#include "graph/store/kg_file.h"

namespace dossier::cli {
namespace {

std::string draw(const graph::Store& store, PictureFormat format, const WriteOptions& options, Messages& messages) {
  const graph::Selection selection = graph::select(store, options.selection);
  const graph::Picture picture = graph::make_picture(store, selection);
  graph::Style style;
  style.legend = options.legend;
  style.direction = graph::best_direction(picture, style);
  messages.detail("the picture has " + std::to_string(picture.nodes.size()) + " boxes and " +
                  std::to_string(picture.edges.size()) + " lines");
  if (selection.left_out > 0)
    messages.note(std::to_string(selection.left_out) + " less important things are not in the picture",
                  "--max-nodes N shows more, --about NAME another part");
  switch (format) {
    case PictureFormat::dot:
      return graph::to_dot(picture, style);
    case PictureFormat::svg:
      return graph::to_svg(picture, style);
    case PictureFormat::png:
      break;
  }
  return graph::to_png(picture, style, options.width);
}

void require_no_terminal(const OutputOption& output, const char* what) {
  if (output.to_stdout() && ::isatty(STDOUT_FILENO) != 0)
    throw Error(ErrorKind::usage, std::string(what) + " is not for a terminal", "name a file with -o");
}

}  // namespace

void write_rdf(const graph::Store& store, graph::Syntax syntax, graph::Provenance provenance, std::ostream& out) {
  const auto writer = graph::make_writer(out, {syntax, graph::Prefixes::usual()});
  InterruptibleSink sink(*writer);
  graph::send_with_provenance(store, provenance, sink);
  writer->finish();
}

void write_graph(const graph::Store& store, const OutputOption& output, const Format& format,
                 const WriteOptions& options, Session& session) {
  if (std::holds_alternative<KgFormat>(format)) {
    if (output.to_stdout())
      throw Error(ErrorKind::usage, "a .kg file cannot go to standard output", "name a file with -o");
    return graph::save(store, output.file);
  }
  if (format == Format(PictureFormat::png)) require_no_terminal(output, "a PNG");
  Output out(output.file);
  if (const auto* syntax = std::get_if<graph::Syntax>(&format)) {
    write_rdf(store, *syntax, options.provenance.value_or(usual_provenance(*syntax)), out.stream());
  } else if (const auto* picture = std::get_if<PictureFormat>(&format)) {
    out.stream() << draw(store, *picture, options, session.messages);
  } else if (options.schema != nullptr) {
    write_exchange(store, {}, *options.schema, out.stream());
  } else {
    write_exchange(store, {}, OntologyOption().load(session.messages).schema, out.stream());
  }
  InterruptWatch::check();
  out.finish();
}

}  // namespace dossier::cli
