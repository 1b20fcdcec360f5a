/// Documents on their way in: what build, add and sync have in common.
#pragma once

#include <boost/json/object.hpp>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "cli/ontology_option.h"
#include "cli/session.h"
#include "graph/store/store.h"
#include "graph/term/quad.h"
#include "ingest/pipeline.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct ReadingOptions {
  std::vector<std::filesystem::path> inputs;
  OntologyOption ontology;
  std::string date, source, base;
  unsigned threads = 0;
  bool keep_going = true;

  /// --ontology, --date, --source, --base, -j, --keep-going. The verb declares the inputs.
  void declare(CLI::App& app);
  /// Throws Error(usage) for a date or a base that is none.
  void check() const;
};

/// What is asked while documents are read.
struct ReadingHooks {
  const ingest::Decisions* decisions = nullptr;
  std::function<bool(const std::string& iri, const std::string& digest)> is_known;
};

/// Everything that was read, into `sink`. Throws Interrupted.
ingest::Summary read_documents(const ReadingOptions& options, const ontology::Ontology& ontology, const ReadingHooks& hooks,
                               graph::QuadSink& sink, Session& session);

/// "korea.txt: 24 sentences, 19 entities, 31 facts (7 reported, 4 planned)  0.02 s"
[[nodiscard]] std::string summary_line(const ReadingOptions& options, const ingest::Summary& summary, double seconds);
/// "1 document", "2 documents"
[[nodiscard]] std::string count_of(std::uint64_t number, const char* what);
[[nodiscard]] boost::json::object summary_json(const ingest::Summary& summary);

/// Passes quads on, and notes the graphs that they stand in.
class GraphNames final : public graph::QuadSink {
 public:
  explicit GraphNames(graph::QuadSink& sink) : sink_(sink) {}
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override {
    if (quad.graph && quad.graph->text != last_) names_.emplace(last_ = quad.graph->text);
    sink_.quad(quad);
  }
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }

 private:
  graph::QuadSink& sink_;
  std::string last_;
  std::set<std::string> names_;
};

/// The numbers that these graphs have in a store that holds some of them.
[[nodiscard]] std::vector<graph::TermId> graphs_in(const graph::Store& store, const std::set<std::string>& names);

}  // namespace dossier::cli
