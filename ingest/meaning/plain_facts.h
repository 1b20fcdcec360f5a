/// Plain facts that rules read, beside what examples say.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "ingest/meaning/context.h"

namespace dossier::ingest {

class PlainFacts {
 public:
  PlainFacts(const Context& context, std::vector<Statement>& out) : context_(context), out_(out) {}

  /// Adds a fact by the local name of its property, where the ontology has it and both ends are certain and not one.
  void relate(EntityIndex subject, std::string_view property, std::variant<EntityIndex, DateValue> object, ontology::Factuality factuality,
              const SentenceReading& reading, std::string_view rule, double confidence = 0.85);

 private:
  const Context& context_;
  std::vector<Statement>& out_;
};

}  // namespace dossier::ingest
