#include "graph/rdf/syntax.h"

#include <array>
#include <string>

namespace dossier::graph {
namespace {

struct Description {
  Syntax syntax;
  std::array<std::string_view, 9> names;  // the first is the one that is shown
  std::array<std::string_view, 3> extensions;
};

constexpr std::array descriptions{
    Description{Syntax::turtle, {"turtle", "ttl", "text/turtle", "application/x-turtle"}, {".ttl", ".turtle"}},
    Description{Syntax::trig, {"trig", "application/trig", "application/x-trig"}, {".trig"}},
    Description{Syntax::ntriples, {"ntriples", "nt", "n-triples", "application/n-triples"}, {".nt"}},
    Description{Syntax::nquads, {"nquads", "nq", "n-quads", "application/n-quads"}, {".nq"}},
    Description{
        Syntax::rdfxml,
        {"rdfxml", "rdf", "xml", "rdf/xml", "rdf-xml", "owl", "application/rdf+xml", "application/xml", "text/xml"},
        {".rdf", ".owl", ".xml"}},
};

constexpr std::array syntaxes{Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads, Syntax::rdfxml};

/// ASCII only: names of syntaxes do not depend on the locale.
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& character : out)
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  return out;
}

}  // namespace

std::span<const Syntax> all_syntaxes() noexcept { return syntaxes; }

std::string_view name_of(Syntax syntax) noexcept {
  return descriptions[static_cast<std::size_t>(syntax)].names.front();
}

std::optional<Syntax> syntax_named(std::string_view name) {
  std::string wanted = lower(name.substr(0, name.find(';')));  // media types may carry parameters
  wanted.erase(wanted.find_last_not_of(' ') + 1);
  if (wanted.empty()) return std::nullopt;
  for (const Description& description : descriptions)
    for (const std::string_view known : description.names)
      if (known == wanted) return description.syntax;
  return std::nullopt;
}

std::optional<Syntax> syntax_of(const std::filesystem::path& file) {
  std::string extension = lower(file.extension().string());
  if (extension == ".gz") extension = lower(file.stem().extension().string());
  if (extension.empty()) return std::nullopt;
  for (const Description& description : descriptions)
    for (const std::string_view known : description.extensions)
      if (known == extension) return description.syntax;
  return std::nullopt;
}

bool has_graphs(Syntax syntax) noexcept { return syntax == Syntax::trig || syntax == Syntax::nquads; }

}  // namespace dossier::graph
