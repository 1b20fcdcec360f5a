#include "ingest/meaning/near_miss.h"

namespace dossier::ingest {
namespace {

/// Whether a mention may be of a class that the role takes; a post may be its holder.
bool may_be(const Mention& mention, std::span<const ontology::ClassId> allowed, const ontology::Schema& schema) {
  if (mention.kind == MentionKind::post || mention.kind == MentionKind::pronoun) return true;
  const auto type = mention.type ? mention.type : schema.class_named("Topic");
  return allowed.empty() || (type && schema.fits(*type, allowed));
}

/// Why nothing at the place is of a class that the role takes; empty when something is.
std::string misfit(const SentenceReading& reading, std::span<const Occupant> found, std::span<const ontology::ClassId> allowed, const std::string& role,
                   const ontology::Schema& schema) {
  std::string why;
  for (const Occupant& occupant : found) {
    if (occupant.date != nowhere || occupant.mention != nowhere) return {};
    for (const std::uint32_t p : occupant.group) {
      const Mention& mention = reading.row.mentions[reading.row.phrases[p].mention];
      if (may_be(mention, allowed, schema)) return {};
      why = mention.type ? "'" + mention.name + "' is of another class than its " + role + " may be" : "no class is known of '" + mention.name + "', its " + role;
    }
  }
  return why;
}

std::string lacking_around(const Surroundings& around, const SentenceReading& reading, const Pattern& pattern, const ontology::Schema& schema) {
  for (const Role& role : pattern.roles) {
    const auto found = around.at_end_of(role.path);
    if (found.empty()) return "nothing stands where its " + role.name + " does: " + to_string(role.path);
    const auto property = pattern.property ? pattern.property : schema.property_named(role.name);
    if (!property) continue;
    if (std::string why = misfit(reading, found, role.name == "subject" ? schema[*property].domain : schema[*property].range, role.name, schema); !why.empty()) return why;
  }
  return {};
}

}  // namespace

std::string lacking(const SentenceReading& reading, const Clause& clause, const Pattern& pattern, const ontology::Schema& schema) {
  return lacking_around(Surroundings(reading, clause), reading, pattern, schema);
}

std::string lacking(const SentenceReading& reading, std::uint32_t phrase, const Pattern& pattern, const ontology::Schema& schema) {
  return lacking_around(Surroundings(reading, phrase), reading, pattern, schema);
}

}  // namespace dossier::ingest
