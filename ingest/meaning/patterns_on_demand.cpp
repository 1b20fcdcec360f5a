#include "ingest/meaning/patterns_on_demand.h"

#include "ingest/meaning/useful_examples.h"

namespace dossier::ingest {

std::shared_ptr<const Patterns> PatternsOnDemand::of(std::string_view text, const Sentences& sentences) const {
  constexpr std::size_t few = 1000;  // examples: all are made at once, so that what is amiss with them is told
  const auto examples = ontology_.schema.examples();
  const std::scoped_lock lock(making_);
  if (!all_ && examples.size() > few && spent_ < examples.size()) {
    const std::vector<std::uint32_t> useful = useful_examples(examples, text, sentences);
    if (spent_ + useful.size() < examples.size()) {
      spent_ += useful.size();
      return std::make_shared<const Patterns>(ontology_, useful, diagnostics_);
    }
  }
  if (!all_) all_ = std::make_shared<const Patterns>(ontology_, diagnostics_);
  return all_;
}

}  // namespace dossier::ingest
