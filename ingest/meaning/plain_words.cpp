#include "ingest/meaning/plain_words.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {

bool is_passing_adjective(std::string_view word) noexcept {
  constexpr auto words = std::to_array<std::string_view>(
      {"additional", "adequate", "announced", "another", "appropriate", "certain", "clear", "close", "closer", "concrete", "considerable", "continued", "continuing", "critical", "crucial",
       "current", "deep", "deeper", "different", "effective", "enduring", "enhanced", "entire", "essential", "existing", "extensive", "firm", "forthcoming", "frank", "fruitful", "full",
       "further", "future", "good", "great", "greater", "growing", "historic", "immediate", "important", "increased", "increasing", "initial", "key", "landmark", "large", "larger", "last", "lasting",
       "late", "latest", "long-standing", "longstanding", "main", "major", "many", "meaningful", "new", "next", "numerous", "ongoing", "only", "other", "overall", "own", "particular", "planned",
       "positive", "possible", "potential", "present", "previous", "productive", "proposed", "recent", "related", "relevant", "renewed", "robust", "same", "scheduled", "serious", "several", "significant", "similar",
       "solid", "special", "specific", "stronger", "substantial", "successful", "such", "tremendous", "unprecedented", "unwavering", "upcoming", "urgent", "valuable", "various", "very", "vital", "wide", "wider"});
  return std::ranges::binary_search(words, word);
}

bool is_vacuous_noun(std::string_view lemma) noexcept {
  constexpr auto words = std::to_array<std::string_view>(
      {"absence", "act", "advantage", "answer", "area", "aspect", "attention", "bit", "case", "chance", "circumstance", "concern", "condition", "context", "course", "day", "degree", "detail", "effort", "end", "example", "extent", "face",
       "fact", "factor", "feature", "field", "form", "fundamental", "ground", "hand", "idea", "importance", "issue", "kind", "level", "light", "lot", "manner", "matter", "mean", "means", "moment", "month",
       "name", "nature", "need", "news", "note", "number", "occasion", "one", "opportunity", "order", "outcome", "pace", "part", "past", "path", "period", "person", "place", "player", "point", "position", "possibility",
       "presence", "present", "priority", "problem", "question", "rate", "reason", "regard", "relevance", "respect", "response", "result", "role", "sense", "side", "sign", "something", "sort", "spirit", "stage", "start",
       "state", "step", "task", "term", "thing", "time", "type", "view", "way", "week", "word", "year"});
  return std::ranges::binary_search(words, lemma);
}

bool is_measure_noun(std::string_view lemma) noexcept {
  constexpr auto words = std::to_array<std::string_view>({"array", "combination", "continuation", "group", "handful", "host", "kind", "lot", "majority", "number", "package", "pair", "part", "range", "renewal", "resumption", "round", "series", "set", "sort", "spectrum", "type", "variety", "wealth"});
  return std::ranges::binary_search(words, lemma);
}

}  // namespace dossier::ingest
