/// Short names for IRIs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::graph {

/// Prefix name -> namespace IRI. Ordered, so that what is written is the same on each run.
class Prefixes {
 public:
  /// A later declaration of the same name replaces the earlier one.
  void declare(std::string_view name, std::string_view iri);

  /// "pa:signed" for an IRI in a declared namespace, when the local part needs no escaping in Turtle (PN_LOCAL);
  /// the longest namespace wins. Nothing when there is none.
  [[nodiscard]] std::optional<std::string> shorten(std::string_view iri) const;

  /// The IRI of "pa:signed"; nothing when the prefix is unknown or there is no colon.
  [[nodiscard]] std::optional<std::string> expand(std::string_view name) const;

  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const noexcept { return namespaces_; }

  /// rdf, rdfs, owl, xsd, skos, pa, pl and the others that Dossier's own graphs use.
  [[nodiscard]] static Prefixes usual();

 private:
  std::map<std::string, std::string, std::less<>> namespaces_;
};

}  // namespace dossier::graph
