#include "cli/fact_ids.h"

#include <algorithm>

#include "graph/error/error.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::cli {

FactIds::FactIds(const graph::Store& store) : store_(store) {
  facts_ = graph::subjects(store, graph::id_of(store, graph::rdf::type), graph::id_of(store, graph::pa::fact));
  std::ranges::sort(facts_, {}, [this](graph::TermId fact) { return hash(fact); });
  for (std::size_t i = 1; i < facts_.size(); ++i) {
    const std::string_view a = hash(facts_[i - 1]), b = hash(facts_[i]);
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    length_ = std::max(length_, same + 1);
  }
}

std::string_view FactIds::hash(graph::TermId fact) const { return graph::local_name(store_.term(fact).text); }

std::string FactIds::short_id(graph::TermId fact) const { return std::string(hash(fact).substr(0, length_)); }

std::vector<graph::TermId> FactIds::find(std::string_view text) const {
  std::vector<graph::TermId> found;
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') text = text.substr(1, text.size() - 2);
  if (text.empty()) return found;
  for (const graph::TermId fact : facts_) {
    if (store_.term(fact).text == text) return {fact};
    if (hash(fact).starts_with(text)) found.push_back(fact);
  }
  return found;
}

std::optional<graph::Fact> FactIds::only(const std::string& text) const {
  const auto found = find(text);
  if (found.size() <= 1) return found.empty() ? std::nullopt : graph::fact(store_, found.front());
  constexpr std::size_t shown = 5;
  std::string ids;
  for (std::size_t i = 0; i < std::min(found.size(), shown); ++i) ids += (i == 0 ? "" : ", ") + short_id(found[i]);
  throw Error(ErrorKind::usage, std::to_string(found.size()) + " facts have ids that begin with '" + text + "'",
              "write more of it: " + ids + (found.size() > shown ? ", …" : ""));
}

}  // namespace dossier::cli
