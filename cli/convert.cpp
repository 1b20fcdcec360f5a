// dossier convert: from one RDF syntax to another, or to and from a .kg file.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <ostream>
#include <unordered_set>

#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/output_format.h"
#include "cli/verb.h"
#include "graph/error/error.h"
#include "graph/rdf/writer.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/store/send.h"

namespace dossier::cli {
namespace {

struct ConvertOptions {
  std::string in, from;
  OutputOption output;
};

/// Passes quads on, counts them, and notes whether any stands in a named graph.
class Census final : public graph::QuadSink {
 public:
  explicit Census(graph::QuadSink& sink) : sink_(sink) {}
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override {
    ++quads_;
    named_ = named_ || quad.graph.has_value();
    sink_.quad(quad);
  }
  [[nodiscard]] std::uint64_t quads() const { return quads_; }
  [[nodiscard]] bool named_graphs() const { return named_; }

 private:
  graph::QuadSink& sink_;
  std::uint64_t quads_ = 0;
  bool named_ = false;
};

/// Everything in the input, whatever it is.
void read(const ConvertOptions& options, graph::QuadSink& sink, Session& session) {
  const auto syntax = options.from == "kg" ? std::nullopt : syntax_asked_for(options.from);
  if (!syntax && (options.from == "kg" || is_kg_file(options.in))) {
    if (options.in == "-")
      throw Error(ErrorKind::usage, "a .kg file cannot be read from standard input", "name the file");
    InterruptibleSink interruptible(sink);
    return graph::send(graph::open_store(options.in), interruptible);
  }
  read_rdf_input(options.in, syntax, sink, session.messages);
}

/// Passes prefixes on to a writer, which gets its quads later: those declared in the input win.
std::uint64_t write_kg(const ConvertOptions& options, Session& session) {
  if (options.output.to_stdout())
    throw Error(ErrorKind::usage, "a .kg file cannot go to standard output", "name a file");
  graph::Builder builder;
  Census census(builder);
  read(options, census, session);
  const graph::Store store = builder.build();
  InterruptWatch::check();
  graph::save(store, options.output.file);
  return census.quads();
}

std::uint64_t write_syntax(const ConvertOptions& options, graph::Syntax syntax, Session& session) {
  Output out(options.output.file);
  const auto writer = graph::make_writer(out.stream(), {syntax, graph::Prefixes::usual()});
  Census census(*writer);
  read(options, census, session);
  writer->finish();
  out.finish();
  if (census.named_graphs() && !graph::has_graphs(syntax))
    session.messages.warning(std::string(graph::name_of(syntax)) + " has no named graphs; all were written as one",
                             "trig and nquads keep them apart");
  return census.quads();
}

ExitCode run(const ConvertOptions& options, Session& session) {
  const Format format = options.output.choose(graph::Syntax::turtle);
  const auto* syntax = std::get_if<graph::Syntax>(&format);
  if (syntax == nullptr && !std::holds_alternative<KgFormat>(format))
    throw Error(ErrorKind::usage, "convert writes RDF and .kg files",
                "dossier render draws, dossier facts -f jsonl writes JSON lines");
  if (session.options.json && options.output.to_stdout())
    throw Error(ErrorKind::usage, "the summary as JSON and the RDF both want standard output", "name a file");
  const InterruptWatch watch;
  const std::uint64_t quads = syntax != nullptr ? write_syntax(options, *syntax, session) : write_kg(options, session);
  session.messages.detail(std::to_string(quads) + " triples");
  if (session.options.json) {
    Output out;
    out.stream() << boost::json::serialize(boost::json::object{{"quads", quads}, {"file", options.output.file}})
                 << '\n';
    out.finish();
  }
  return ExitCode::done;
}

}  // namespace

Action declare_convert(CLI::App& app) {
  auto options = std::make_shared<ConvertOptions>();
  app.add_option("IN", options->in, "RDF or .kg; - for standard input")->required()->type_name("");
  app.add_option("OUT,-o,--output", options->output.file,
                 "the file to write, whole or not at all; default standard output")
      ->type_name("FILE");
  app.add_option("--from", options->from, "the syntax of IN; default by its extension or its first bytes")
      ->type_name("FORMAT");
  app.add_option("-f,--format", options->output.format,
                 "ttl, trig, nt, nq, rdfxml, kg; default by the extension of OUT")
      ->type_name("FORMAT");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli
