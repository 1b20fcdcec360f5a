#include "cli/naming.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "cli/exit_code.h"
#include "graph/error/error.h"
#include "graph/query/model_ids.h"
#include "graph/query/names.h"
#include "graph/term/vocabulary.h"
#include "ontology/factuality.h"

namespace dossier::cli {
namespace {

using graph::Store;
using graph::TermId;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + quoted(name);
  return text;
}

std::string did_you_mean(const std::vector<std::string>& near, const std::string& otherwise) {
  return near.empty() ? otherwise : "did you mean " + listed(near) + "?";
}

/// Letters and digits alone, lower case: "holds position", "holdsPosition" and "HOLDS_POSITION" are one.
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

/// One of a few terms, by IRI, local name or what it is called.
TermId require_one_of(const Store& store, const std::vector<TermId>& terms, const std::string& name, const char* what) {
  std::vector<std::string> known;
  for (const TermId term : terms) {
    const std::string_view iri = store.term(term).text;
    const std::string_view local = graph::local_name(iri);
    const std::string prefixed = graph::Prefixes::usual().expand(name).value_or("");
    if (iri == name || iri == prefixed || squeezed(local) == squeezed(name) ||
        squeezed(graph::display_name(store, term)) == squeezed(name))
      return term;
    known.emplace_back(local);
  }
  throw NothingFound(std::string("there is no ") + what + ' ' + quoted(name) + " in the graph",
                     did_you_mean(graph::nearest_words(known, name, 3), "dossier stats lists them"));
}

std::vector<TermId> documents(const Store& store) {
  return graph::subjects(store, graph::id_of(store, graph::rdf::type), graph::id_of(store, graph::pa::document));
}

void tell_others(const Store& store, const std::vector<TermId>& things, const std::string& name, Messages& messages) {
  if (things.size() < 2) return;
  std::string others;
  for (std::size_t i = 1; i < std::min<std::size_t>(things.size(), 4); ++i)
    others += (others.empty() ? "" : ", ") + std::string(store.term(things[i]).text);
  if (things.size() > 4) others += ", …";
  messages.note(quoted(name) + " names " + std::to_string(things.size()) + " things; this is " +
                    std::string(store.term(things[0]).text),
                "the others: " + others);
}

}  // namespace

TermId require_thing(const Store& store, const std::string& name, Messages& messages) {
  const auto things = graph::things_named(store, name);
  if (things.empty()) {
    std::vector<std::string> near;
    for (const auto& each : graph::nearest_names(store, name, 5)) near.push_back(each.name);
    throw NothingFound("nothing in the graph is called " + quoted(name),
                       did_you_mean(near, "dossier facts lists what is there"));
  }
  tell_others(store, things, name, messages);
  return things.front();
}

TermId require_relation(const Store& store, const std::string& name) {
  return require_one_of(store, graph::distinct_objects(store, graph::id_of(store, graph::rdf::predicate)), name,
                        "relation");
}

TermId require_class(const Store& store, const std::string& name) {
  return require_one_of(store, graph::distinct_objects(store, graph::id_of(store, graph::rdf::type)), name, "class");
}

TermId require_document(const Store& store, const std::string& name) {
  const TermId identifier = graph::id_of(store, graph::pa::identifier);
  std::vector<std::string> known;
  for (const TermId document : documents(store)) {
    if (store.term(document).text == name) return document;
    for (const TermId id : graph::objects(store, document, identifier)) {
      if (store.term(id).text == name) return document;
      known.emplace_back(store.term(id).text);
    }
  }
  throw NothingFound("there is no document " + quoted(name) + " in the graph",
                     did_you_mean(graph::nearest_words(known, name, 3), "dossier stats lists them"));
}

std::vector<std::string> factualities_named(const std::vector<std::string>& lists) {
  std::vector<std::string> known, names;
  for (const auto each : ontology::all_factualities) known.emplace_back(ontology::label(each));
  for (const std::string& list : lists) {
    std::istringstream words(list);
    for (std::string word; std::getline(words, word, ',');) {
      const std::string wanted = squeezed(word);
      if (std::ranges::find(known, wanted) == known.end())
        throw Error(ErrorKind::usage, "there is no status " + quoted(word),
                    did_you_mean(graph::nearest_words(known, word, 2), "one of " + listed(known)));
      names.push_back(wanted);
    }
  }
  return names;
}

}  // namespace dossier::cli
