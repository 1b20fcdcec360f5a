#include "graph/draw/kinds.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "graph/query/facts.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// Local names of classes: our own, those of the exchange types, and the usual ones of schema.org, FOAF and SEM.
const std::map<std::string_view, std::string_view>& kinds_of_classes() {
  static const std::map<std::string_view, std::string_view> kinds = {
      {"Person", "person"},
      {"State", "state"},
      {"Country", "state"},
      {"Agreement", "agreement"},
      {"Treaty", "agreement"},
      {"Event", "event"},
      {"Meeting", "event"},
      {"Summit", "event"},
      {"Visit", "event"},
      {"Signing", "event"},
      {"MilitaryActivity", "event"},
      {"Appointment", "event"},
      {"Post", "post"},
      {"Position", "post"},
      {"Role", "post"},
      {"Policy", "policy"},
      {"PolicyGoal", "policy"},
      {"Topic", "policy"},
      {"Concept", "policy"},
      {"Document", "document"},
      {"Statement", "document"},
      {"NewsArticle", "document"},
      {"Article", "document"},
      {"Place", "place"},
      {"City", "place"},
      {"Location", "place"},
      {"Agent", "body"},
      {"AgentGroup", "body"},
      {"Group", "body"},
      {"Organization", "body"},
      {"Organisation", "body"},
      {"PublicBody", "body"},
      {"GovernmentBody", "body"},
      {"GovernmentOrganization", "body"},
      {"Ministry", "body"},
      {"Military", "body"},
      {"Party", "body"},
      {"IntergovernmentalOrganization", "body"},
      {"NewsOrganization", "body"},
  };
  return kinds;
}

std::string_view own_kind(const Store& store, TermId type) {
  const TermView term = store.term(type);
  if (!term.is_iri()) return {};
  if (const auto kind = broad_kind(local_name(term.text)); !kind.empty()) return kind;
  const TermId exchange = first_object(store, type, id_of(store, pa::exchange_type));
  return exchange == no_term ? std::string_view() : broad_kind(store.term(exchange).text);
}

/// Of a class, or of the nearest of its superclasses that has one.
std::string_view class_kind(const Store& store, TermId type) {
  const TermId sub_class_of = id_of(store, rdfs::sub_class_of);
  std::set<TermId> seen = {type};
  for (std::vector<TermId> level = {type}; !level.empty();) {
    std::vector<TermId> above;
    for (const TermId each : level) {
      if (const auto kind = own_kind(store, each); !kind.empty()) return kind;
      for (const TermId super : objects(store, each, sub_class_of))
        if (seen.insert(super).second) above.push_back(super);
    }
    level = std::move(above);
  }
  return {};
}

}  // namespace

std::string_view broad_kind(std::string_view class_name) {
  const auto found = kinds_of_classes().find(class_name);
  return found == kinds_of_classes().end() ? std::string_view() : found->second;
}

std::string kind_of(const Store& store, TermId thing) {
  auto best = broad_kinds.end();
  std::set<std::string> own;
  for (const TermId type : types(store, thing)) {
    const auto kind = class_kind(store, type);
    if (kind.empty())
      own.insert(display_name(store, type));
    else
      best = std::min(best, std::find(broad_kinds.begin(), broad_kinds.end(), kind));
  }
  if (best != broad_kinds.end()) return std::string(*best);
  return own.empty() ? "thing" : *own.begin();
}

}  // namespace dossier::graph
