// dossier analyze: what the language models see in documents.
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/chosen_model.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/sentences_json.h"
#include "cli/verb.h"
#include "graph/error/error.h"
#include "ingest/language/conllu.h"
#include "ingest/source/document_stream.h"

namespace dossier::cli {
namespace {

struct AnalyzeOptions {
  std::vector<std::filesystem::path> inputs;
  std::filesystem::path output, models;
  std::string format;
};

enum class Form { conllu, json, lines };

/// What -f says, else the extension of -o, else CoNLL-U.
Form choose(const AnalyzeOptions& options, bool json) {
  if (json || options.format == "json") return Form::json;
  if (options.format == "jsonl") return Form::lines;
  if (!options.format.empty()) return Form::conllu;
  const std::string extension = options.output.extension().string();
  if (extension == ".gz")
    throw Error(ErrorKind::usage, Location{options.output.string()}, "compressed output is not written", "write to standard output and pipe it into gzip");
  return extension == ".json" ? Form::json : extension == ".jsonl" ? Form::lines : Form::conllu;
}

/// Writes documents one behind another.
class DocumentWriter {
 public:
  DocumentWriter(Form form, std::ostream& out) : form_(form), out_(out) {}

  void write(const ingest::Document& document, const ingest::Sentences& sentences) {
    if (form_ == Form::conllu) return ingest::write_conllu(document, sentences, out_);
    if (form_ == Form::json) out_ << (documents_ == 0 ? "[" : ",\n");
    write_sentences_json(document, sentences, out_);
    if (form_ == Form::lines) out_ << '\n';
    ++documents_;
  }
  void finish() {
    if (form_ == Form::json) out_ << "]\n";
  }

 private:
  Form form_;
  std::ostream& out_;
  std::uint64_t documents_ = 0;
};

ExitCode run(const AnalyzeOptions& options, Session& session) {
  const Form form = choose(options, session.options.json);
  const ChosenModel model(options.models);
  ingest::SourceOptions source;
  source.diagnostics = session.messages.sink();
  ingest::DocumentStream documents(options.inputs, std::move(source));
  Output out(options.output);
  std::optional<ProgressBar> bar;
  if (out.is_file()) bar.emplace(session);  // else the results themselves show how far it is
  const InterruptWatch watch;
  DocumentWriter writer(form, out.stream());
  std::uint64_t number = 0, sentences = 0, words = 0, names = 0;
  while (const auto document = documents.next()) {
    const ingest::Sentences is = model->read(*document);
    writer.write(*document, is);
    ++number, sentences += is.sentences.size(), words += is.tokens.size(), names += is.names.size();
    InterruptWatch::check();
    if (bar) bar->update(number, documents.bytes_done(), documents.bytes_total());
  }
  bar.reset();
  if (number == 0) throw Error(ErrorKind::bad_input, "no document could be read; nothing is written");
  writer.finish();
  out.finish();
  session.messages.detail(fmt::format("documents {}, sentences {}, words and marks {}, names {}", number, sentences, words, names));
  return documents.failed() > 0 ? ExitCode::bad_input : ExitCode::done;
}

}  // namespace

Action declare_analyze(CLI::App& app) {
  auto options = std::make_shared<AnalyzeOptions>();
  app.add_option("INPUTS", options->inputs, "txt, md, html, jsonl (also .gz), folders of them, - for standard input")->required()->type_name("");
  app.add_option("-f,--format", options->format, "conllu, json (one array), jsonl (a document a line); default by the file's extension, else conllu")
      ->check(CLI::IsMember({"conllu", "json", "jsonl"}).description(""))
      ->type_name("FORMAT");
  app.add_option("-o,--output", options->output, "the file to write, whole or not at all; default standard output")->type_name("FILE");
  app.add_option("--models", options->models, "read with these models; default those built in")->type_name("FILE");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli
