#include "graph/query/facts.h"

#include <charconv>

#include "graph/error/error.h"
#include "graph/query/fact_finder.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// The parts of one evidence node.
class EvidenceParts {
 public:
  EvidenceParts(const Store& store, TermId id) : store_(store), id_(id) {}

  [[nodiscard]] TermId required(std::string_view predicate) const {
    const TermId part = first_object(store_, id_, id_of(store_, predicate));
    if (part == no_term) fail("has no", predicate);
    return part;
  }

  template <class Number>
  [[nodiscard]] Number number(std::string_view predicate) const {
    const std::string_view text = store_.term(required(predicate)).text;
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size()) fail("has no number as", predicate);
    return value;
  }

 private:
  [[noreturn]] void fail(const std::string& what, std::string_view predicate) const {
    const std::string name = store_.prefixes().shorten(predicate).value_or(std::string(predicate));
    throw Error(ErrorKind::bad_input, "evidence " + to_ntriples(store_.term(id_)) + ' ' + what + ' ' + name);
  }

  const Store& store_;
  TermId id_;
};

std::string_view text_of(const Store& store, TermId thing, std::string_view predicate) {
  const TermId text = first_object(store, thing, id_of(store, predicate));
  return text == no_term ? std::string_view{} : store.term(text).text;
}

}  // namespace

std::vector<Fact> find_facts(const Store& store, const FactFilter& filter) { return FactFinder(store).find(filter); }

std::optional<Fact> fact(const Store& store, TermId id) { return FactReader(store).read(id); }

EvidenceView evidence(const Store& store, TermId id) {
  const EvidenceParts parts(store, id);
  EvidenceView view;
  view.id = id;
  view.document = parts.required(oa::has_source);
  view.document_id = text_of(store, view.document, pa::identifier);
  if (view.document_id.empty()) view.document_id = local_name(store.term(view.document).text);
  view.source = text_of(store, view.document, pa::source);
  view.sentence = parts.number<unsigned>(pa::sentence);
  view.start = parts.number<std::uint32_t>(oa::start);
  view.end = parts.number<std::uint32_t>(oa::end);
  view.byte_start = parts.number<std::uint32_t>(pa::byte_start);
  view.byte_end = parts.number<std::uint32_t>(pa::byte_end);
  view.quote = store.term(parts.required(oa::exact)).text;
  return view;
}

}  // namespace dossier::graph
