#include "graph/term/prefixes.h"

#include <algorithm>

#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The part of PN_LOCAL that needs neither escapes nor a table of Unicode ranges.
bool is_plain_local_name(std::string_view local) {
  if (local.empty()) return false;
  if (!is_alphanumeric(local.front()) && local.front() != '_') return false;
  if (local.back() == '.') return false;
  return std::ranges::all_of(local, [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '.'; });
}

}  // namespace

void Prefixes::declare(std::string_view name, std::string_view iri) {
  namespaces_.insert_or_assign(std::string(name), std::string(iri));
}

std::optional<std::string> Prefixes::shorten(std::string_view iri) const {
  const std::string* best_name = nullptr;
  std::size_t best_length = 0;
  for (const auto& [name, space] : namespaces_) {
    if (space.size() <= best_length || !iri.starts_with(space)) continue;
    if (!is_plain_local_name(iri.substr(space.size()))) continue;
    best_name = &name;
    best_length = space.size();
  }
  if (best_name == nullptr) return std::nullopt;
  return *best_name + ':' + std::string(iri.substr(best_length));
}

std::optional<std::string> Prefixes::expand(std::string_view name) const {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto found = namespaces_.find(name.substr(0, colon));
  if (found == namespaces_.end()) return std::nullopt;
  return found->second + std::string(name.substr(colon + 1));
}

Prefixes Prefixes::usual() {
  Prefixes prefixes;
  prefixes.declare("rdf", rdf::space);
  prefixes.declare("rdfs", rdfs::space);
  prefixes.declare("owl", owl::space);
  prefixes.declare("xsd", xsd::space);
  prefixes.declare("skos", skos::space);
  prefixes.declare("oa", oa::space);
  prefixes.declare("edtf", edtf::space);
  prefixes.declare("pa", pa::space);
  prefixes.declare("pl", pl::space);
  return prefixes;
}

}  // namespace dossier::graph
