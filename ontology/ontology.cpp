#include "ontology/ontology.h"

#include <cstdlib>
#include <system_error>

#include "graph/error/error.h"
#include "graph/store/builder.h"
#include "ontology/lexicon_reader.h"
#include "ontology/reading.h"
#include "ontology/schema_reader.h"
#include "ontology/source_files.h"

namespace dossier::ontology {

namespace fs = std::filesystem;

Ontology read_ontology(std::span<const fs::path> files, const DiagnosticSink& diagnostics) {
  SourceFiles sources;
  graph::Builder builder;
  for (const fs::path& file : rdf_files(files)) sources.read(file, builder);
  graph::Store store = builder.build();
  const Reading reading(store, sources, diagnostics);
  Schema schema = read_schema(reading);
  if (schema.classes().empty()) reading.warn({}, "the ontology declares no class", "declare one: ex:Ship a owl:Class");
  Lexicon lexicon = read_lexicon(reading, schema);
  return {std::move(schema), std::move(lexicon), std::move(store)};
}

fs::path shipped_ontology() {
  if (const char* named = std::getenv("DOSSIER_ONTOLOGY"); named != nullptr && *named != '\0') {
    if (!fs::exists(named))
      throw Error(ErrorKind::io, std::string("cannot open ontology '") + named + "': no such file or folder",
                  "DOSSIER_ONTOLOGY names it");
    return named;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  fs::path installed = program.parent_path().parent_path() / "share/dossier/ontology/public-affairs";
  if (!error && fs::is_directory(installed, error)) return installed;
  fs::path source = DOSSIER_SOURCE_ONTOLOGY;
  if (fs::is_directory(source, error)) return source;
  throw Error(ErrorKind::io,
              "the ontology that ships is neither in '" + installed.string() + "' nor in '" + source.string() + "'",
              "name its folder in DOSSIER_ONTOLOGY");
}

}  // namespace dossier::ontology
