/// What every step of reading an ontology looks at. Private to ontology/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error/diagnostic.h"
#include "graph/store/store.h"
#include "ontology/schema.h"
#include "ontology/source_files.h"

namespace dossier::ontology {

/// The triples of an ontology, where they stand, and whom to tell. All graphs count as one.
class Reading {
 public:
  Reading(const graph::Store& store, const SourceFiles& files, const DiagnosticSink& diagnostics)
      : store_(store), files_(files), diagnostics_(diagnostics) {}

  [[nodiscard]] const SourceFiles& files() const noexcept { return files_; }
  [[nodiscard]] graph::TermView term(graph::TermId id) const { return store_.term(id); }
  [[nodiscard]] std::string_view text(graph::TermId id) const { return store_.term(id).text; }
  /// The number of an IRI that some triple has.
  [[nodiscard]] std::optional<graph::TermId> find(std::string_view iri) const;

  /// What the subject has under this predicate: each once, in the order of terms.
  [[nodiscard]] std::vector<graph::TermId> objects(graph::TermId subject, std::string_view predicate) const;
  [[nodiscard]] std::vector<graph::TermId> objects(std::string_view subject, std::string_view predicate) const;
  [[nodiscard]] std::vector<graph::TermId> objects(graph::TermId subject, std::optional<graph::TermId> predicate) const;
  /// What has this object under this predicate.
  [[nodiscard]] std::vector<graph::TermId> subjects(std::string_view predicate, std::string_view object) const;
  /// What has anything under this predicate.
  [[nodiscard]] std::vector<graph::TermId> subjects(std::string_view predicate) const;
  [[nodiscard]] bool has(std::string_view subject, std::string_view predicate, std::string_view object) const;

  /// The members of an RDF list.
  [[nodiscard]] std::vector<graph::TermId> list(graph::TermId head) const;

  /// The IRI as messages write it: "pa:Meeting", or in angle brackets.
  [[nodiscard]] std::string name(std::string_view iri) const;

  void warn(const Place& place, std::string message, std::string hint = {}) const;

 private:
  const graph::Store& store_;
  const SourceFiles& files_;
  const DiagnosticSink& diagnostics_;
};

/// Whether a literal is English or has no language.
[[nodiscard]] bool is_english_or_untagged(const graph::TermView& literal);

/// The best of some literals: English, then of no language, then, if `any`, the first by language. The shortest of two
/// in one language, then the first by spelling. Nothing when there is none.
[[nodiscard]] std::optional<std::string> best_text(const Reading& reading, const std::vector<graph::TermId>& literals,
                                                   bool any = false);

/// "did you mean pa:Agent?", or nothing: among the IRIs whose local names are nearest to that of `iri`.
[[nodiscard]] std::string did_you_mean(const Reading& reading, std::string_view iri,
                                       const std::vector<std::string>& known);

/// Tells classes of this ontology, which must be declared, from those of others.
class ClassResolver {
 public:
  ClassResolver(const Reading& reading, const Schema& schema);

  /// The class of an IRI; nothing for one of another vocabulary. `role` says where in the description of `subject` it
  /// stands ("in the domain of"). Throws Error(bad_input) for one that this ontology ought to declare.
  [[nodiscard]] std::optional<ClassId> resolve(std::string_view iri, std::string_view role,
                                               std::string_view subject) const;

 private:
  const Reading& reading_;
  const Schema& schema_;
  std::set<std::string, std::less<>> spaces_;  // the namespaces in which the ontology declares classes
};

}  // namespace dossier::ontology
