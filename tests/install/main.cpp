// Another project: reads one sentence with the installed library and the ontology that came with it.
#include <iostream>

#include "ingest/language/language_model.h"
#include "ingest/pipeline.h"

int main() {
  using namespace dossier;
  ingest::Document document;
  document.id = "note";
  document.text = "Norway met Iceland.";
  document.blocks.push_back({ingest::BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  const ingest::Sentences sentences = ingest::analyse(document);
  for (const ingest::Token& token : sentences.tokens) std::cout << document.view(token.span) << ' ';
  std::cout << '\n';
}
