#include "ingest/meaning/plain_facts.h"

namespace dossier::ingest {

void PlainFacts::relate(EntityIndex subject, std::string_view property, std::variant<EntityIndex, DateValue> object, ontology::Factuality factuality,
            const SentenceReading& reading, std::string_view rule, double confidence) {
  const auto predicate = context_.ontology().schema.property_named(property);
  if (!predicate || subject == no_entity || (object.index() == 0 && (std::get<0>(object) == no_entity || std::get<0>(object) == subject))) return;
  out_.push_back({subject, *predicate, std::move(object), factuality, no_entity, {reading.sentence->number, std::string(rule), confidence}});
}

}  // namespace dossier::ingest
