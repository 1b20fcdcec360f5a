// What things are called: the part of facts.h that needs no facts.
#include <algorithm>
#include <tuple>

#include "graph/query/facts.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

int language_rank(std::string_view language) {
  if (language == "en") return 0;
  if (language.starts_with("en-")) return 1;
  return language.empty() ? 2 : 3;
}

/// Of the names that a property gives: English before untagged before others, then what most documents say, then
/// the first.
std::optional<std::string_view> best_name(const Store& store, TermId thing, TermId property) {
  std::optional<std::string_view> best;
  auto best_key = std::tuple(0, std::size_t{0});
  for (const TermId name : objects(store, thing, property)) {
    if (store.kind(name) != TermKind::literal) continue;
    const TermView literal = store.term(name);
    const std::size_t silent = store.size() - store.match({thing, property, name, {}}).size();
    const auto key = std::tuple(language_rank(literal.language), silent);
    if (best && best_key <= key) continue;
    best = literal.text;
    best_key = key;
  }
  return best;
}

/// Whether a word begins at `at`: "holds|Position", "US|President", but not inside "NATO".
bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0 || !is_upper(text[at])) return false;
  return is_lower(text[at - 1]) || (is_upper(text[at - 1]) && at + 1 < text.size() && is_lower(text[at + 1]));
}

/// "holdsPosition" -> "holds position", "vice-minister" -> "vice minister", "NATOSummit" -> "NATO summit".
std::string readable(std::string_view local) {
  std::string text;
  for (std::size_t at = 0; at < local.size(); ++at) {
    const bool begins = begins_word(local, at);
    if (begins && text.back() != ' ') text += ' ';
    const bool capitalised =
        (begins || at == 0) && is_upper(local[at]) && at + 1 < local.size() && is_lower(local[at + 1]);
    if (local[at] == '-' || local[at] == '_') {
      text += ' ';
    } else {
      text += capitalised ? static_cast<char>(local[at] - 'A' + 'a') : local[at];
    }
  }
  return text;
}

}  // namespace

std::string display_name(const Store& store, TermId id) {
  const TermView term = store.term(id);
  if (term.is_literal()) return std::string(term.text);
  for (const std::string_view property : {pa::name, skos::pref_label, rdfs::label})
    if (const auto name = best_name(store, id, id_of(store, property))) return std::string(*name);
  if (term.is_blank()) return "_:" + std::string(term.text);
  const std::string_view local = local_name(term.text);
  return local.empty() ? std::string(term.text) : readable(local);
}

std::vector<TermId> types(const Store& store, TermId id) { return objects(store, id, id_of(store, rdf::type)); }

std::string_view local_name(std::string_view iri) {
  const std::size_t cut = iri.find_last_of("#/");
  return cut == std::string_view::npos ? iri : iri.substr(cut + 1);
}

}  // namespace dossier::graph
