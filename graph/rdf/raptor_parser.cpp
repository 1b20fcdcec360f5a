#include "graph/rdf/raptor_parser.h"

#include <raptor2.h>

#include <array>
#include <cstring>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#include "graph/error/error.h"
#include "graph/rdf/carried_text.h"
#include "graph/rdf/iri_text.h"
#include "graph/rdf/writable.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

const unsigned char* bytes(const char* text) { return reinterpret_cast<const unsigned char*>(text); }
std::string_view view(const unsigned char* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}

/// Raptor's worlds, one for each parse at a time. They are kept for the life of the process and never freed, because
/// raptor_free_world closes libxml2 for the whole process, whoever else may be using it.
class WorldPool {
 public:
  static WorldPool& instance() {
    static auto* pool = new WorldPool;  // never destroyed: a parse may outlive static destruction
    return *pool;
  }

  raptor_world* take(Syntax syntax) {
    const std::lock_guard lock(mutex_);
    std::vector<raptor_world*>& idle = idle_[interns(syntax)];
    if (idle.empty()) return make(interns(syntax));
    raptor_world* world = idle.back();
    idle.pop_back();
    return world;
  }

  void give_back(raptor_world* world, Syntax syntax) {
    const std::lock_guard lock(mutex_);
    raptor_world_set_log_handler(world, nullptr, nullptr);
    raptor_world_set_generate_bnodeid_handler(world, nullptr, nullptr);
    idle_[interns(syntax)].push_back(world);
  }

 private:
  /// Whether equal IRIs share memory. That takes longer (research/rdf.md), but Raptor forgets to free the datatype of
  /// each literal in the line syntaxes, and so forgets each datatype once only.
  static bool interns(Syntax syntax) { return syntax == Syntax::ntriples || syntax == Syntax::nquads; }

  static raptor_world* make(bool interning) {
    raptor_world* world = raptor_new_world();
    if (world == nullptr) throw std::bad_alloc();
    // Raptor leaves libxml2's error handlers, which belong to the process, and libcurl alone.
    raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_LIBXML_GENERIC_ERROR_SAVE, 0);
    raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_LIBXML_STRUCTURED_ERROR_SAVE, 0);
    raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_URI_INTERNING, interning ? 1 : 0);
    if (raptor_world_open(world) != 0) throw Error(ErrorKind::io, "cannot start Raptor, the reader of RDF");
    return world;
  }

  std::mutex mutex_;
  std::array<std::vector<raptor_world*>, 2> idle_;
};

constexpr std::string_view ours = "anon";

const char* raptor_name(Syntax syntax) {
  switch (syntax) {
    case Syntax::turtle: return "turtle";
    case Syntax::trig: return "trig";
    case Syntax::ntriples: return "ntriples";
    case Syntax::nquads: return "nquads";
    case Syntax::rdfxml: break;
  }
  return "rdfxml";
}

/// Raptor's message in our form: one line, lower case at the start, no full stop.
std::string clean(std::string_view text) {
  std::string out;
  for (const char character : text) {
    const bool control = static_cast<unsigned char>(character) < 0x20;
    if (control && (out.empty() || out.back() == ' ')) continue;
    out += control ? ' ' : character;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
  const bool word = out.size() > 1 && out[1] >= 'a' && out[1] <= 'z';
  if (word && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out.empty() ? "cannot be read" : out;
}

}  // namespace

struct RaptorParser::State {
  RaptorOptions options;
  QuadSink& sink;
  raptor_world* world;
  raptor_parser* parser = nullptr;
  std::exception_ptr thrown;
  std::uint64_t first_line = 1;
  std::uint64_t quads = 0;
  std::uint64_t anonymous = 0;
  std::deque<std::string> expected_languages;
  std::string language, literal_text;
  std::string subject, predicate, object, graph, datatype;  // texts as the sink is told them

  State(RaptorOptions given, QuadSink& to) : options(std::move(given)), sink(to), world(WorldPool::instance().take(options.syntax)) {
    raptor_world_set_log_handler(world, this, &State::on_log);
    raptor_world_set_generate_bnodeid_handler(world, this, &State::on_blank_node);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (parser != nullptr) raptor_free_parser(parser);
    WorldPool::instance().give_back(world, options.syntax);
  }

  void open() {
    parser = raptor_new_parser(world, raptor_name(options.syntax));
    if (parser == nullptr) throw Error(ErrorKind::io, std::string("Raptor cannot read ") + raptor_name(options.syntax));
    raptor_parser_set_statement_handler(parser, this, &State::on_statement);
    raptor_parser_set_namespace_handler(parser, this, &State::on_namespace);
    raptor_parser_set_uri_filter(parser, &State::refuse, nullptr);
    const auto set = [this](raptor_option option, int value) {
      raptor_parser_set_option(parser, option, nullptr, value);
    };
    set(RAPTOR_OPTION_NO_NET, 1);
    set(RAPTOR_OPTION_NO_FILE, 1);
    set(RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0);
    set(RAPTOR_OPTION_NORMALIZE_LANGUAGE, 0);
    raptor_uri* base = raptor_new_uri(world, bytes(options.base.c_str()));
    const int failed = base == nullptr ? 1 : raptor_parser_parse_start(parser, base);
    if (base != nullptr) raptor_free_uri(base);
    rethrow();
    if (failed != 0) throw Error(ErrorKind::bad_input, location(), "cannot use '" + options.base + "' as the base IRI");
  }

  void close() {
    raptor_free_parser(parser);
    parser = nullptr;
  }

  void parse(std::string_view text, bool last) {
    if (parser == nullptr) open();
    constexpr std::size_t largest = 1U << 20U;  // Raptor counts in int
    int failed = 0;
    do {
      const std::string_view part = text.substr(0, largest);
      text.remove_prefix(part.size());
      failed = raptor_parser_parse_chunk(parser, bytes(part.data()), part.size(), last && text.empty() ? 1 : 0);
      rethrow();
    } while (!text.empty());
    if (failed != 0) throw Error(ErrorKind::bad_input, location(), "cannot be read");
  }

  void rethrow() {
    if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
  }

  [[nodiscard]] Location location() const {
    if (parser == nullptr) return {options.source, first_line, 0};
    return location(raptor_parser_get_locator(parser));
  }
  [[nodiscard]] Location location(const raptor_locator* locator) const {
    Location place{options.source, 0, 0};
    if (locator == nullptr || locator->line <= 0) return place;
    place.line = first_line + static_cast<std::uint64_t>(locator->line) - 1;
    if (locator->column > 0) place.column = static_cast<std::uint64_t>(locator->column);
    return place;
  }

  /// Runs `action` so that nothing it throws reaches Raptor.
  template <typename Action>
  void guarded(const Action& action) noexcept {
    if (thrown) return;
    try {
      action();
    } catch (...) {
      thrown = std::current_exception();
      if (parser != nullptr) raptor_parser_parse_abort(parser);
    }
  }

  static int refuse(void*, raptor_uri*) { return 1; }

  static void on_log(void* self, raptor_log_message* message) {
    auto& state = *static_cast<State*>(self);
    state.guarded([&] {
      if (message->level < RAPTOR_LOG_LEVEL_WARN) return;
      const Location place = state.location(message->locator);
      if (message->level >= RAPTOR_LOG_LEVEL_ERROR) throw Error(ErrorKind::bad_input, place, clean(message->text));
      if (state.options.warnings) state.options.warnings({Severity::warning, place, clean(message->text), {}});
    });
  }

  static unsigned char* on_blank_node(void* self, unsigned char* label) {
    auto& state = *static_cast<State*>(self);
    std::string name;
    if (label == nullptr) {
      name = std::string(ours) + std::to_string(++state.anonymous);
    } else {
      name = kept_label(reinterpret_cast<const char*>(label));
      if (name == reinterpret_cast<const char*>(label)) return label;
      raptor_free_memory(label);
    }
    auto* copy = static_cast<unsigned char*>(raptor_alloc_memory(name.size() + 1));
    if (copy != nullptr) std::memcpy(copy, name.c_str(), name.size() + 1);
    return copy;
  }

  static void on_namespace(void* self, raptor_namespace* space) {
    auto& state = *static_cast<State*>(self);
    if (!state.options.tell_prefixes) return;
    state.guarded([&] {
      const unsigned char* name = raptor_namespace_get_prefix(space);
      raptor_uri* uri = raptor_namespace_get_uri(space);
      std::size_t size = 0;
      const unsigned char* iri = uri == nullptr ? nullptr : raptor_uri_as_counted_string(uri, &size);
      if (iri == nullptr) return;
      state.sink.prefix(name == nullptr ? "" : reinterpret_cast<const char*>(name), view(iri, size));
    });
  }

  static void on_statement(void* self, raptor_statement* statement) {
    auto& state = *static_cast<State*>(self);
    state.guarded([&] {
      QuadView quad;
      quad.subject = state.term(*statement->subject, state.subject);
      quad.predicate = state.term(*statement->predicate, state.predicate);
      quad.object = state.term(*statement->object, state.object);
      if (statement->graph != nullptr) quad.graph = state.graph_term(*statement->graph);
      ++state.quads;
      state.sink.quad(quad);
    });
  }

  [[nodiscard]] std::string_view iri(raptor_uri* uri, std::string& room) const {
    std::size_t size = 0;
    const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
    std::string_view iri = view(text, size);
    const bool turtle = options.syntax == Syntax::turtle || options.syntax == Syntax::trig;
    if (turtle && is_carried(iri)) iri = room = uncarried(iri);
    if (iri.starts_with(no_base)) throw Error(ErrorKind::bad_input, location(), "a relative IRI, and there is no base");
    if (!is_absolute_iri(iri))
      throw Error(ErrorKind::bad_input, location(), "'" + std::string(iri) + "' is not an absolute IRI");
    return iri;
  }

  /// The tag as it was written, which is told beforehand where Raptor changes it.
  std::string_view language_tag(std::string_view tag) {
    if (expected_languages.empty()) return tag;
    language = std::move(expected_languages.front());
    expected_languages.pop_front();
    return language;
  }

  TermView term(const raptor_term& term, std::string& room) {
    switch (term.type) {
      case RAPTOR_TERM_TYPE_URI: return TermView::iri(iri(term.value.uri, room));
      case RAPTOR_TERM_TYPE_BLANK:
        room = options.blank_prefix;
        room += view(term.value.blank.string, term.value.blank.string_len);
        return TermView::blank(room);
      default: break;
    }
    const auto& literal = term.value.literal;
    std::string_view text = view(literal.string, literal.string_len);
    if (is_carried(text) && options.syntax != Syntax::rdfxml) text = literal_text = uncarried(text);
    if (literal.language != nullptr)
      return TermView::tagged(text, language_tag(reinterpret_cast<const char*>(literal.language)));
    return literal.datatype == nullptr ? TermView::literal(text)
                                       : TermView::typed(text, iri(literal.datatype, datatype));
  }

  TermView graph_term(const raptor_term& given) {
    const TermView name = term(given, graph);
    if (options.syntax != Syntax::trig || !name.text.starts_with(blank_graphs)) return name;
    graph = options.blank_prefix + std::string(name.text.substr(blank_graphs.size()));
    return TermView::blank(graph);
  }
};

std::string kept_label(std::string_view label) {
  if (!is_blank_label(label)) return std::string(ours) + '-' + std::string(label) + '_';
  if (!label.starts_with(ours)) return std::string(label);
  return std::string(ours) + '_' + std::string(label.substr(ours.size()));
}

RaptorParser::RaptorParser(RaptorOptions options, QuadSink& sink)
    : state_(std::make_unique<State>(std::move(options), sink)) {}
RaptorParser::~RaptorParser() = default;
RaptorParser::RaptorParser(RaptorParser&&) noexcept = default;
RaptorParser& RaptorParser::operator=(RaptorParser&&) noexcept = default;

void RaptorParser::feed(std::string_view text) { state_->parse(text, false); }

void RaptorParser::finish(std::uint64_t line, std::string_view base) {
  state_->parse({}, true);
  state_->close();
  state_->first_line = line;
  state_->options.base = base;
}

void RaptorParser::expect_language(std::string_view tag) { state_->expected_languages.emplace_back(tag); }

std::string RaptorParser::resolve(std::string_view reference, std::string_view base) const {
  raptor_uri* from = raptor_new_uri(state_->world, bytes(std::string(base).c_str()));
  raptor_uri* uri = from == nullptr ? nullptr
                                    : raptor_new_uri_relative_to_base_counted(
                                          state_->world, from, bytes(reference.data()), reference.size());
  std::size_t size = 0;
  std::string resolved;
  if (uri != nullptr) {
    const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
    resolved = view(text, size);
    raptor_free_uri(uri);
  }
  if (from != nullptr) raptor_free_uri(from);
  return resolved;
}

std::uint64_t RaptorParser::quads() const noexcept { return state_->quads; }

}  // namespace dossier::graph
