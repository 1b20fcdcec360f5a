#include "ingest/meaning/near_miss.h"

namespace dossier::ingest {
namespace {

/// Whether something at the place is of a class that the role takes; what it is called goes to `name`.
bool fits(const SentenceReading& reading, std::span<const Occupant> found, std::span<const ontology::ClassId> allowed, const ontology::Schema& schema,
          std::string& name) {
  bool fits = false;
  for (const Occupant& occupant : found) {
    fits |= occupant.date != nowhere || occupant.mention != nowhere;
    for (const std::uint32_t p : occupant.group) {
      const Mention& mention = reading.row.mentions[reading.row.phrases[p].mention];
      fits |= !mention.type || mention.kind == MentionKind::post || schema.fits(*mention.type, allowed);
      name = mention.name;
    }
  }
  return fits;
}

std::string lacking_around(const Surroundings& around, const SentenceReading& reading, const Pattern& pattern, const ontology::Schema& schema) {
  for (const Role& role : pattern.roles) {
    const auto found = around.at_end_of(role.path);
    if (found.empty()) return "nothing stands where its " + role.name + " does: " + to_string(role.path);
    const auto property = pattern.property ? pattern.property : schema.property_named(role.name);
    if (!property) continue;
    std::string name;
    if (!fits(reading, found, role.name == "subject" ? schema[*property].domain : schema[*property].range, schema, name))
      return "'" + name + "' is of another class than its " + role.name + " may be";
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
