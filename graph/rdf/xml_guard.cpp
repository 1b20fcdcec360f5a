#include "graph/rdf/xml_guard.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "graph/error/error.h"
#include "graph/rdf/raptor_parser.h"
#include "graph/rdf/writable.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

constexpr std::size_t smallest_start = 4;  // bytes, from which libxml2 guesses the encoding

std::string_view view(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

/// libxml2's message as one line, lower case, without a full stop.
std::string clean(const char* text) {
  std::string out = text == nullptr ? "the XML is not well-formed" : text;
  std::ranges::replace_if(
      out, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
  const bool word = out.size() > 1 && out[1] >= 'a' && out[1] <= 'z';
  if (word && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return "the XML is not well-formed: " + out;
}

}  // namespace

struct XmlGuard::State {
  std::string source;
  RaptorParser raptor;
  xmlSAXHandler handler{};
  xmlParserCtxtPtr context = nullptr;
  std::string start;  // the first bytes, until there are enough to begin with
  std::exception_ptr thrown;

  State(const ReadOptions& options, QuadSink& sink)
      : source(options.source),
        raptor({options.syntax, options.base.empty() ? std::string(no_base) : options.base, options.source,
                options.blank_prefix, options.diagnostics, true},
               sink) {
    xmlInitParser();
    xmlSAXVersion(&handler, 2);
    // Entities are declared and looked up as usual; no tree is built, nothing else is loaded, nothing is printed.
    handler.startElementNs = &State::on_element;
    handler.endElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = [](void*, const xmlChar*, int) {};
    handler.comment = [](void*, const xmlChar*) {};
    handler.processingInstruction = [](void*, const xmlChar*, const xmlChar*) {};
    handler.reference = [](void*, const xmlChar*) {};
    handler.externalSubset = [](void*, const xmlChar*, const xmlChar*, const xmlChar*) {};
    handler.resolveEntity = [](void*, const xmlChar*, const xmlChar*) -> xmlParserInputPtr { return nullptr; };
    handler.entityDecl = &State::on_entity;
    handler.error = handler.warning = handler.fatalError = nullptr;
    handler.serror = &State::on_error;
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (context == nullptr) return;
    if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }

  void parse(std::string_view chunk, bool last) {
    if (context == nullptr) {
      if (chunk.empty()) throw Error(ErrorKind::bad_input, Location{source, 1, 1}, "the XML has no element");
      const auto size = static_cast<int>(std::min(chunk.size(), smallest_start));
      context = xmlCreatePushParserCtxt(&handler, nullptr, chunk.data(), size, nullptr);
      if (context == nullptr) throw std::bad_alloc();
      context->_private = this;
      xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT);
      chunk.remove_prefix(static_cast<std::size_t>(size));
    }
    const int failed = xmlParseChunk(context, chunk.data(), static_cast<int>(chunk.size()), last ? 1 : 0);
    if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
    if (failed != 0 && context->wellFormed == 0)
      throw Error(ErrorKind::bad_input, here(), "the XML is not well-formed");
  }

  [[nodiscard]] Location here() const {
    Location place{source, 0, 0};
    if (context == nullptr || context->input == nullptr) return place;
    place.line = static_cast<std::uint64_t>(std::max(context->input->line, 1));
    place.column = static_cast<std::uint64_t>(std::max(context->input->col, 1));
    return place;
  }

  /// Runs `action` so that nothing it throws reaches libxml2.
  template <typename Action>
  static void guarded(void* parser, const Action& action) noexcept {
    auto* context = static_cast<xmlParserCtxtPtr>(parser);
    auto& state = *static_cast<State*>(context->_private);
    if (state.thrown) return;
    try {
      action(state);
    } catch (...) {
      state.thrown = std::current_exception();
      xmlStopParser(context);
    }
  }

  static void on_element(void* parser, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int count,
                         int, const xmlChar** attributes) {
    guarded(parser, [&](State& state) {
      constexpr int fields = 5;  // local name, prefix, namespace, and where the value begins and ends
      for (int i = 0; i < count; ++i, attributes += fields) {
        const std::string_view name = view(attributes[0]);
        if (view(attributes[2]) == rdf::space && (name == "aboutEach" || name == "aboutEachPrefix"))
          throw Error(ErrorKind::bad_input, state.here(), "rdf:" + std::string(name) + " is not part of RDF any more");
        if (name != "lang" || view(attributes[1]) != "xml") continue;
        const auto size = static_cast<std::size_t>(attributes[4] - attributes[3]);
        state.check_language({reinterpret_cast<const char*>(attributes[3]), size});
      }
    });
  }

  void check_language(std::string_view tag) const {
    if (tag.size() > longest_language_tag)
      throw Error(ErrorKind::bad_input, here(),
                  "the language tag is longer than " + std::to_string(longest_language_tag) + " bytes");
    std::string spelt(tag);
    std::ranges::replace(spelt, '_', '-');  // as Raptor has it
    if (!spelt.empty() && !is_language_tag(spelt))
      throw Error(ErrorKind::bad_input, here(), "'" + std::string(tag) + "' is not a language tag");
  }

  static void on_entity(void* parser, const xmlChar* name, int type, const xmlChar* public_id, const xmlChar* system_id,
                        xmlChar* content) {
    guarded(parser, [&](State& state) {
      if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY)
        throw Error(ErrorKind::bad_input, state.here(),
                    "the entity '" + std::string(view(name)) + "' is in another file, and no other file is read");
      xmlSAX2EntityDecl(parser, name, type, public_id, system_id, content);
    });
  }

  static void on_error(void* parser, xmlErrorPtr error) {
    if (error->level < XML_ERR_ERROR) return;
    guarded(parser, [&](State& state) {
      Location place = state.here();
      if (error->line > 0) place.line = static_cast<std::uint64_t>(error->line);
      if (error->int2 > 0) place.column = static_cast<std::uint64_t>(error->int2);
      throw Error(ErrorKind::bad_input, place, clean(error->message));
    });
  }
};

XmlGuard::XmlGuard(const ReadOptions& options, QuadSink& sink) : state_(std::make_unique<State>(options, sink)) {}
XmlGuard::~XmlGuard() = default;
XmlGuard::XmlGuard(XmlGuard&&) noexcept = default;
XmlGuard& XmlGuard::operator=(XmlGuard&&) noexcept = default;

void XmlGuard::feed(std::string_view chunk) {
  State& state = *state_;
  if (state.context == nullptr) {
    state.start += chunk;
    if (state.start.size() < smallest_start) return;
    const std::string start = std::exchange(state.start, {});
    state.parse(start, false);
    state.raptor.feed(start);
    return;
  }
  state.parse(chunk, false);
  state.raptor.feed(chunk);
}

std::uint64_t XmlGuard::finish() {
  State& state = *state_;
  state.parse(state.start, true);
  if (!state.start.empty()) state.raptor.feed(state.start);
  state.raptor.finish(1, no_base);
  return state.raptor.quads();
}

}  // namespace dossier::graph
