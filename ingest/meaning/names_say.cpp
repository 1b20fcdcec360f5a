#include "ingest/meaning/names_say.h"

#include "ingest/meaning/rules.h"

namespace dossier::ingest {
namespace {

class NamesReader {
 public:
  NamesReader(Context& context, PlainFacts& facts) : context_(context), facts_(facts) {}

  void names_themselves(const SentenceReading& reading) {
    const std::uint32_t number = reading.sentence->number;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere) continue;
      const Mention& mention = reading.row.mentions[phrase.mention];
      if (mention.kind != MentionKind::nominal && mention.kind != MentionKind::named && mention.parties.empty()) continue;
      const bool says = !mention.parties.empty() || mention.year != 0 || mention.state != nowhere;
      if (!says) continue;
      if (mention.parties.size() == 2 && (reading.sentences->lemma(phrase.head) == "relation" || reading.sentences->lemma(phrase.head) == "tie"))
        facts_.relate(context_.entities().known(mention.parties[0], number), "relationWith", context_.entities().known(mention.parties[1], number), ontology::Factuality::occurred, reading, rule::parties_in_name);
      if (!mention.type) continue;
      const bool deed = context_.is_class(*mention.type, "Event") || context_.is_class(*mention.type, "Agreement");
      const EntityIndex entity = deed ? context_.entities().resolve(mention, number, {}) : no_entity;
      if (entity == no_entity) continue;
      for (const std::uint32_t party : mention.parties) parties(reading, entity, party);
      if (mention.year != 0 && context_.is_class(*mention.type, "Event"))
        facts_.relate(entity, "heldOn", DateValue{graph::Edtf{{static_cast<int>(mention.year), std::nullopt, std::nullopt}, std::nullopt}, std::to_string(mention.year), false},
               ontology::Factuality::occurred, reading, rule::year_in_name);
      place_in_name(reading, mention, entity);
    }
    place_after_place(reading);
  }

  void parties(const SentenceReading& reading, EntityIndex entity, std::uint32_t party) {
    const EntityIndex one = context_.entities().known(party, reading.sentence->number);
    Mention group;
    group.kind = MentionKind::known;
    group.known = party;
    group.type = context_.entity(one).type;
    SentenceReading copy = reading;
    copy.row.mentions.push_back(group);
    copy.row.phrases.push_back({0, 0, 0, static_cast<std::uint32_t>(copy.row.mentions.size() - 1), nowhere});
    for (const EntityIndex each : context_.resolve(copy, static_cast<std::uint32_t>(copy.row.phrases.size() - 1), {}, nullptr))
      facts_.relate(entity, "between", each, ontology::Factuality::occurred, reading, rule::parties_in_name);
  }

  /// "the Hanoi Summit", "the Brussels Conference"
  void place_in_name(const SentenceReading& reading, const Mention& mention, EntityIndex entity) {
    if (mention.kind != MentionKind::named || mention.state == nowhere || !context_.is_class(*mention.type, "Meeting")) return;
    const ontology::KnownEntity& known = context_.ontology().lexicon.entities()[mention.state];
    if (context_.is_class(known.type, "State") || !context_.is_class(known.type, "Place")) return;
    facts_.relate(entity, "heldIn", context_.entities().known(mention.state, reading.sentence->number), ontology::Factuality::occurred, reading, rule::place_in_name, 0.75);
  }

  /// "Aceh, Indonesia"
  void place_after_place(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      const Mention& state = mentions[m];
      if (state.kind != MentionKind::known || state.demonym || !state.type || !context_.is_class(*state.type, "State")) continue;
      if (reading.words.word(state.first - 1) != ",") continue;
      for (const Mention& place : mentions) {
        if (place.last + 1 != state.first || !place.type || !context_.is_class(*place.type, "Place") || context_.is_class(*place.type, "State")) continue;
        const std::string before = reading.words.lower(place.first - 1);
        if (before == "and" || before == ",") continue;  // an item of a list
        facts_.relate(context_.entities().resolve(place, reading.sentence->number, {}), "locatedIn", context_.entities().known(state.known, reading.sentence->number),
               ontology::Factuality::occurred, reading, rule::place_and_country);
      }
    }
  }

  /// "the Singapore-based Straits Institute"
  void seats(const SentenceReading& reading) {
    constexpr std::string_view end = "-based";
    for (const Mention& mention : reading.row.mentions) {
      if (mention.kind != MentionKind::named && mention.kind != MentionKind::unknown) continue;
      const std::string_view before = reading.words.word(mention.first - 1);
      if (!before.ends_with(end)) continue;
      const ontology::Lexicon& lexicon = context_.ontology().lexicon;
      for (const ontology::Entry& entry : lexicon.lookup(before.substr(0, before.size() - end.size()))) {
        if (entry.kind != ontology::LabelKind::name && entry.kind != ontology::LabelKind::metonym) continue;
        facts_.relate(context_.entities().resolve(mention, reading.sentence->number, {}), "locatedIn", context_.entities().known(entry.thing, reading.sentence->number),
                      ontology::Factuality::occurred, reading, rule::seat_before_name);
        break;
      }
    }
  }

  /// "the Moon Jae-in administration" is led by him.
  void bodies_of_people(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere) continue;
      const Mention& body = mentions[phrase.mention];
      if (body.kind != MentionKind::nominal || !body.type || !context_.is_class(*body.type, "PublicBody")) continue;
      for (const Mention& person : mentions) {
        if (person.kind != MentionKind::person || person.first < phrase.first || person.last != phrase.head) continue;
        const std::string head = reading.words.lower(phrase.head);
        if (head != "administration" && head != "government" && head != "cabinet") continue;
        facts_.relate(context_.entities().resolve(person, reading.sentence->number, {}), "headOf", context_.entities().resolve(body, reading.sentence->number, {}),
               ontology::Factuality::occurred, reading, rule::person_before_government);
      }
    }
  }

 private:
  Context& context_;
  PlainFacts& facts_;
};

}  // namespace

void read_what_names_say(const SentenceReading& reading, Context& context, PlainFacts& facts) {
  NamesReader reader(context, facts);
  reader.names_themselves(reading);
  reader.bodies_of_people(reading);
  reader.seats(reading);
}

}  // namespace dossier::ingest
