/// Who holds which post, and whom that makes him lead, belong to or act for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/meaning/match_patterns.h"
#include "ingest/meaning/plain_facts.h"

namespace dossier::ingest {

/// Reads titles beside names, sentence after sentence. Borrows all that it is made from.
class Posts {
 public:
  /// Tenures and facts go to `out`, what follows from the tenures to `derived`.
  Posts(Context& context, Readings& out, std::vector<Statement>& derived) : context_(context), facts_(context, out.statements), out_(out), derived_(derived) {}

  void read(const SentenceReading& reading);
  /// What later sentences had to tell: the ministry of "Vice Minister of Unification Choi".
  void finish();

 private:
  struct Pending {
    EntityIndex person;
    std::string field;
    ontology::Factuality factuality;
    const SentenceReading* reading;
  };

  /// That a person was called by a title.
  struct Called {
    EntityIndex person;
    const ontology::Title* title;
    std::uint32_t at;  ///< the first token of the name
  };

  void holding(const SentenceReading& reading, const Holding& holding);
  void counterparts(const SentenceReading& reading);
  EntityIndex post_of(EntityIndex person, const Mention& mention, std::uint32_t sentence);
  void tenure(const SentenceReading& reading, bool former, EntityIndex person, EntityIndex post);
  void affiliation(const SentenceReading& reading, const Holding& holding, EntityIndex person);
  [[nodiscard]] EntityIndex body_of_field(ontology::ClassId ministry, const std::string& field);
  [[nodiscard]] bool title_is_of(const ontology::Title& title, EntityIndex of) const;
  [[nodiscard]] const ontology::Schema& schema() const { return context_.ontology().schema; }

  Context& context_;
  PlainFacts facts_;
  Readings& out_;
  std::vector<Statement>& derived_;
  std::vector<Pending> pending_;
  std::vector<Called> called_;  ///< in order
};

}  // namespace dossier::ingest
