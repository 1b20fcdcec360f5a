#include "ingest/pipeline.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/decide.h"
#include "ingest/identity/minted_iri.h"
#include "ingest/language/language_model.h"
#include "ingest/meaning/read_statements.h"
#include "ingest/record.h"

namespace dossier::ingest {
namespace {

/// A few threads that read documents. Tasks begin in the order in which they came.
class Readers {
 public:
  Readers(const Pipeline& pipeline, unsigned threads) : pipeline_(pipeline) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
  ~Readers() {
    for (std::jthread& thread : threads_) thread.request_stop();
    ready_.notify_all();
  }
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  std::future<Extraction> submit(Document document) {
    std::packaged_task<Extraction()> task([this, document = std::move(document)] { return pipeline_.extract(document); });
    std::future<Extraction> result = task.get_future();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    ready_.notify_one();
    return result;
  }

 private:
  void work(const std::stop_token& stop) {
    for (;;) {
      std::packaged_task<Extraction()> task;
      {
        std::unique_lock lock(mutex_);
        if (!ready_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  const Pipeline& pipeline_;
  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::packaged_task<Extraction()>> tasks_;
  std::vector<std::jthread> threads_;
};

void count(const Extraction& extraction, Summary& summary) {
  ++summary.documents;
  summary.sentences += extraction.sentence_count;
  summary.words += extraction.word_count;
  for (const Entity& entity : extraction.entities) summary.entities += entity.sentences.empty() ? 0 : 1;
  summary.facts += extraction.statements.size();
  for (const Statement& statement : extraction.statements) ++summary.by_factuality[std::string(ontology::label(statement.factuality))];
}

std::string digest_of_knowledge(const ontology::Ontology& ontology) {
  std::string text(english().about());
  const graph::Store& store = ontology.store;
  for (std::uint32_t id = 1; id <= store.term_count(); ++id) text.append(store.term(graph::TermId{id}).text).append("\n");
  for (const graph::Quad& quad : store.quads())
    for (const graph::TermId id : {quad.subject, quad.predicate, quad.object}) text.append(std::to_string(graph::number_of(id))).append(" ");
  return digest(text);
}

}  // namespace

Pipeline::Pipeline(const ontology::Ontology& ontology, PipelineOptions options)
    : ontology_(ontology), options_(std::move(options)), patterns_(ontology, options_.diagnostics) {
  if (options_.base.empty()) options_.base = graph::default_base;
  if (options_.threads == 0) options_.threads = 1;
  knowledge_ = digest_of_knowledge(ontology);
}

Extraction Pipeline::extract(const Document& document) const {
  const Sentences sentences = analyse(document);                             // tokens, tags, lemmas, names, trees
  const auto patterns = patterns_.of(document.text, sentences);              // what the ontology's examples teach
  Extraction extraction = read_statements(document, sentences, ontology_, *patterns);  // names, entities, who did what
  extraction.digest = digest_of(document);
  return extraction;
}

std::string Pipeline::digest_of(const Document& document) const {
  std::string key = knowledge_;
  for (const auto part : {&Document::id, &Document::source, &Document::title, &Document::date, &Document::language, &Document::url, &Document::text})
    key.append(document.*part).push_back('\0');
  for (const Block& block : document.blocks)
    for (const std::uint32_t number : {static_cast<std::uint32_t>(block.kind), block.span.begin, block.span.end})
      key.append(std::to_string(number)).push_back(' ');
  return digest(key);
}

Summary Pipeline::run(DocumentStream& documents, graph::QuadSink& sink) const {
  declare_prefixes(ontology_.schema, options_.base, sink);
  for (const auto& [name, space] : ontology_.store.prefixes().all()) sink.prefix(name, space);
  Summary summary;
  std::optional<DecidingSink> resolved;  // costs time, so only where somebody decided something
  if (options_.decisions != nullptr && !options_.decisions->empty()) resolved.emplace(*options_.decisions, sink);
  Readers readers(*this, options_.threads);
  std::deque<std::future<Extraction>> pending;  // in input order, so that recording is
  const std::size_t ahead = std::size_t{4} * options_.threads;
  bool more = true;
  while (more || !pending.empty()) {
    while (more && pending.size() < ahead) {
      auto document = documents.next();
      more = document.has_value();
      if (more && options_.is_known && options_.is_known(document_iri(options_.base, document->id), digest_of(*document))) {
        ++summary.known;
        continue;
      }
      if (more) pending.push_back(readers.submit(std::move(*document)));
    }
    if (pending.empty()) break;
    const Extraction extraction = pending.front().get();
    pending.pop_front();
    record(extraction, ontology_.schema, options_.base, resolved ? *resolved : sink);
    if (resolved) resolved->finish();
    count(extraction, summary);
    if (options_.progress && !options_.progress(summary.documents)) {
      summary.stopped = true;
      break;
    }
  }
  for (auto& rest : pending) rest.wait();
  summary.failed = documents.failed();
  return summary;
}

}  // namespace dossier::ingest
