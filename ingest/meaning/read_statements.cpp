#include "ingest/meaning/read_statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "graph/term/vocabulary.h"
#include "ingest/meaning/acts.h"
#include "ingest/meaning/learned_facts.h"
#include "ingest/meaning/match_patterns.h"
#include "ingest/meaning/rules.h"
#include "ingest/source/text_offsets.h"

namespace dossier::ingest {
namespace {

using ontology::Factuality;

/// Tokens. Sentences of prose have a few hundred at most; what is longer, a table or a list without stops, is passed
/// over: the steps below look at pairs of words, and would take minutes.
constexpr std::uint32_t longest_sentence = 2000;

class DocumentReader {
 public:
  DocumentReader(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns, Standing standing)
      : document_(document), sentences_(sentences), schema_(ontology.schema), lexicon_(ontology.lexicon), patterns_(patterns), context_(document, ontology, standing),
        learned_(document, sentences, patterns) {}

  Extraction run() {
    for (const Sentence& sentence : sentences_.sentences) {
      if (sentence.last - sentence.first > longest_sentence) continue;
      readings_.push_back(read_sentence(document_, sentences_, sentence, context_.ontology()));
    }
    for (SentenceReading& reading : readings_) lengthen_names(reading);
    for (const SentenceReading& reading : readings_)
      for (const Mention& mention : reading.row.mentions) context_.entities().announce(mention);
    find_voices();
    for (const SentenceReading& reading : readings_) read(reading);
    return finish();
  }

 private:
  // ---- voices

  /// "Statement by [Jane Doe]" above a text is its author; "we" in it are the country or body that acts in it most.
  void find_voices() {
    constexpr auto forms = std::to_array<std::string_view>({"address", "article", "interview", "letter", "message", "remark", "speech", "statement"});
    EntityIndex author = no_entity;
    for (std::size_t r = 0; r < readings_.size() && r < 3 && author == no_entity; ++r) {
      const SentenceReading& reading = readings_[r];
      bool is_form = false;
      for (std::uint32_t i = reading.words.first(); i < reading.words.last(); ++i) is_form |= std::ranges::binary_search(forms, sentences_.lemma(i));
      for (const Mention& mention : reading.row.mentions)
        if (is_form && mention.kind == MentionKind::person && author == no_entity && has_by_before(reading, mention)) author = context_.entities().resolve(mention, reading.sentence->number, {});
    }
    std::map<std::uint32_t, unsigned> acts;  // of known states and bodies
    for (const SentenceReading& reading : readings_)
      for (const Clause& clause : reading.clauses.clauses)
        for (const std::uint32_t p : clause.subject) {
          if (reading.row.phrases[p].mention == nowhere) continue;
          const Mention& mention = reading.row.mentions[reading.row.phrases[p].mention];
          if (mention.kind == MentionKind::known && !mention.demonym && mention.type && is_class(*mention.type, "Agent")) ++acts[mention.known];
        }
    const auto most = std::ranges::max_element(acts, {}, [](const auto& x) { return x.second; });
    EntityIndex house = no_entity;
    if (most != acts.end() && most->second >= 2 && std::ranges::count(acts, most->second, [](const auto& x) { return x.second; }) == 1) house = context_.entities().known(most->first, 1);
    context_.speaks(author, house);
  }

  [[nodiscard]] static bool has_by_before(const SentenceReading& reading, const Mention& mention) {
    for (std::uint32_t i = mention.extent_first; i > reading.words.first() && i + 8 > mention.extent_first; --i)
      if (const std::string word = reading.words.lower(i - 1); word == "by" || word == "from" || word == "of") return true;
    return false;
  }

  /// "Following the meeting the Minister said:"
  void voice(const SentenceReading& reading) {
    for (const Clause& clause : reading.clauses.clauses) {
      const VerbGroup& verb = reading.clauses.verbs[clause.chain.front()];
      const auto subject = context_.resolve(reading, clause.subject, context_.agents(), &clause);
      if (subject.size() != 1) continue;
      const bool told = reading.row.mentions[reading.row.phrases[clause.subject.front()].mention].kind != MentionKind::pronoun;
      if (told && subject.front() == context_.voice()) context_.hands_over(no_entity);
      if ((verb.lemma == "say" || verb.lemma == "add" || verb.lemma == "state") && reading.words.word(reading.words.last() - 1) == ":") context_.hands_over(subject.front());
    }
  }

  // ---- names

  /// "joint briefing" is also called "joint briefing on policies for 2022".
  void lengthen_names(SentenceReading& reading) {
    for (const Attachment& attachment : reading.clauses.attachments) {
      const Phrase& phrase = reading.row.phrases[attachment.phrase];
      if (phrase.mention == nowhere) continue;
      Mention& mention = reading.row.mentions[phrase.mention];
      if (mention.kind != MentionKind::nominal && mention.kind != MentionKind::topic && mention.kind != MentionKind::named) continue;
      for (const Adjunct& adjunct : attachment.adjuncts) {
        constexpr auto identifying = std::to_array<std::string_view>({"about", "against", "between", "by", "for", "in", "of", "on", "over", "to", "with"});
        if (!std::ranges::binary_search(identifying, std::string_view(adjunct.preposition)) || mention.long_names.size() == 2) break;
        if (adjunct.date != nowhere && adjunct.preposition != "for" && adjunct.preposition != "of") break;
        const std::uint32_t last = adjunct.date != nowhere ? reading.row.dates[adjunct.date].last : reading.row.phrases[adjunct.group.back()].last;
        if (last <= mention.first || is_part(reading, attachment.phrase, adjunct.preposition)) break;
        mention.long_names.push_back(reading.words.text(mention.first, last));
      }
    }
  }

  /// Whether a node's example has one part at the object, or behind "of", and another behind this preposition.
  [[nodiscard]] static bool parts_at(const Pattern& pattern, std::string_view preposition) {
    const auto any = [&](auto&& stands) { return std::ranges::any_of(pattern.roles, [&](const Role& role) { return role.path.size() == 1 && stands(role); }); };
    return pattern.node && pattern.noun.empty() &&
           any([&](const Role& role) { return role.path.front().place == Place::adjunct && role.path.front().preposition == preposition; }) &&
           any([](const Role& role) { return role.name != "self" && (role.path.front().place == Place::object || role.path.front().preposition == "of"); });
  }

  /// In "will lend a sculpture to the museum" and "the loan of a sculpture to the museum" the sculpture is not called so: an example
  /// says that what follows "to" is a part of the loan.
  [[nodiscard]] bool is_part(const SentenceReading& reading, std::uint32_t phrase, std::string_view preposition) const {
    const auto takes = [&](const Pattern& pattern) { return parts_at(pattern, preposition); };
    const auto holds = [&](const Group& group) { return std::ranges::find(group, phrase) != group.end(); };
    for (const Clause& clause : reading.clauses.clauses)
      if (holds(clause.object) && std::ranges::any_of(patterns_.by_verb(reading.clauses.verbs[clause.chain.back()].lemma), takes)) return true;
    return std::ranges::any_of(reading.clauses.attachments, [&](const Attachment& attachment) {
      const bool of_it = std::ranges::any_of(attachment.adjuncts, [&](const Adjunct& a) { return a.preposition == "of" && holds(a.group); });
      return of_it && std::ranges::any_of(patterns_.by_noun(sentences_.lemma(reading.row.phrases[attachment.phrase].head)), takes);
    });
  }

  /// "the Australian Defence Force (ADF)"
  void abbreviations(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      const Mention& mention = mentions[m];
      if (mention.kind != MentionKind::named && mention.kind != MentionKind::known) continue;
      const std::uint32_t at = mention.last;
      if (reading.words.word(at) != "(" || reading.words.word(at + 2) != ")" || !reading.words.is_capital(at + 1)) continue;
      const EntityIndex entity = context_.entities().resolve(mention, reading.sentence->number, {});
      if (entity != no_entity) context_.entities().alias(entity, reading.words.word(at + 1));
    }
  }

  /// "three ministries – Unification, Foreign Affairs and National Defense –"
  void named_list(const SentenceReading& reading) {
    const Words& w = reading.words;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere || !(w.is_dash(phrase.last) || w.word(phrase.last) == ":" || w.word(phrase.last) == "(")) continue;
      const Mention& mention = reading.row.mentions[phrase.mention];
      const auto body = schema_.class_named("PublicBody");
      if (!mention.plural || !mention.type || !body || !schema_.is_a(*mention.type, *body)) continue;
      std::vector<EntityIndex> listed;
      std::uint32_t begin = phrase.last + 1;
      for (std::uint32_t i = begin; w.inside(i); ++i) {
        const bool ends = w.is_dash(i) || w.word(i) == ")" || w.word(i) == "." || w.word(i) == ";";
        if (!ends && w.word(i) != "," && w.lower(i) != "and") {
          if (!w.is_capital(i)) break;
          continue;
        }
        if (i > begin) listed.push_back(context_.entities().body_of(w.text(begin, i), *mention.type, reading.sentence->number));
        begin = i + 1;
        if (ends) break;
      }
      if (listed.size() > 1) context_.remember_list(phrase.head, std::move(listed));
    }
  }

  // ---- posts

  void holdings(const SentenceReading& reading) {
    for (const Holding& holding : reading.row.holdings) {
      const Mention& post_mention = reading.row.mentions[holding.post];
      const EntityIndex person = holding.person == nowhere ? no_entity : context_.entities().resolve(reading.row.mentions[holding.person], reading.sentence->number, {});
      if (person == no_entity) {
        if (!post_mention.name.empty() && (holding.of != nowhere || holding.portfolio)) context_.entities().resolve(post_mention, reading.sentence->number, {});
        continue;
      }
      if (const EntityIndex post = post_of(person, post_mention, reading.sentence->number); post != no_entity) tenure(reading, holding, person, post);
      affiliation(reading, holding, person);
    }
  }

  /// The post that is meant: a shorter form ("Vice Minister Choi") of one that the person is known to hold is that one.
  EntityIndex post_of(EntityIndex person, const Mention& mention, std::uint32_t sentence) {
    const std::string wanted = fold_name(mention.name);
    for (const auto& [holder, post] : context_.posts()) {
      if (holder != person) continue;
      const std::string name = fold_name(context_.entities()[post].name);
      if (name == wanted) return post;
      if (name.find(wanted) != std::string::npos) {
        context_.entities().mentioned(post, sentence);
        return no_entity;
      }
    }
    const EntityIndex post = context_.entities().resolve(mention, sentence, {});
    if (post != no_entity) context_.holds(person, post);
    return post;
  }

  void tenure(const SentenceReading& reading, const Holding& holding, EntityIndex person, EntityIndex post) {
    const auto type = schema_.class_named("Tenure");
    const auto holder = schema_.property_named("holder"), held = schema_.property_named("post"), attested = schema_.property_named("attestedOn");
    if (!type || !holder || !held) return;
    Node node;
    node.type = *type;
    node.parts.emplace_back(*holder, person);
    node.parts.emplace_back(*held, post);
    const auto published = graph::Edtf::parse(document_.date);
    if (attested && published && !holding.former) node.parts.emplace_back(*attested, DateValue{*published, {}, true});
    node.factuality = holding.former ? Factuality::historical : Factuality::occurred;
    node.evidence = {reading.sentence->number, std::string(rule::title_beside_name), 0.95};
    derive_shortcuts(node, context_, derived_);
    out_.nodes.push_back(std::move(node));
  }

  /// Whom the holder leads, belongs to or acts for: by the title and by what the post is named with.
  void affiliation(const SentenceReading& reading, const Holding& holding, EntityIndex person) {
    const ontology::Title* title = holding.title == nowhere ? nullptr : &lexicon_.titles()[holding.title];
    const Factuality factuality = holding.former ? Factuality::historical : Factuality::occurred;
    if (holding.of != nowhere) {
      const Mention& named = reading.row.mentions[holding.of];
      const EntityIndex of = named.known != nowhere ? context_.entities().known(named.known, reading.sentence->number) : context_.entities().resolve(named, reading.sentence->number, {});
      if (of == no_entity) return;
      if (!is_class(context_.entity(of).type, "Agent")) return;  // "Minister for Central Asia" acts for no region
      const bool leads = title != nullptr && title->leads && !holding.portfolio && title_is_of(*title, of);
      relate(person, leads ? "headOf" : "represents", of, factuality, reading, rule::country_in_title);
      return;
    }
    // "Vice Minister of Unification": of the ministry of that field, when the document knows it
    const Mention& post = reading.row.mentions[holding.post];
    const std::size_t link = post.name.find(" of ");
    const auto ministry = schema_.class_named("Ministry");
    if (link == std::string::npos || !ministry || !holding.portfolio) return;
    const std::string field = fold_name(post.name.substr(link + 4));
    for (const EntityIndex body : context_.entities().of_class(*ministry))
      if (fold_name(context_.entities()[body].name).find(field) != std::string::npos)
        return relate(person, "memberOf", body, factuality, reading, rule::field_in_title);
    pending_.push_back({person, field, factuality, &reading});
  }

  [[nodiscard]] bool title_is_of(const ontology::Title& title, EntityIndex of) const {
    return title.of.empty() || schema_.fits(context_.entity(of).type, title.of);
  }

  void relate(EntityIndex subject, std::string_view property, std::variant<EntityIndex, DateValue> object, Factuality factuality,
              const SentenceReading& reading, std::string_view rule, double confidence = 0.85) {
    const auto predicate = schema_.property_named(property);
    if (!predicate || subject == no_entity || (object.index() == 0 && (std::get<0>(object) == no_entity || std::get<0>(object) == subject))) return;
    out_.statements.push_back({subject, *predicate, std::move(object), factuality, no_entity, {reading.sentence->number, std::string(rule), confidence}});
  }

  // ---- what names say of themselves

  void names_themselves(const SentenceReading& reading) {
    const std::uint32_t number = reading.sentence->number;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere) continue;
      const Mention& mention = reading.row.mentions[phrase.mention];
      if (mention.kind != MentionKind::nominal && mention.kind != MentionKind::named && mention.parties.empty()) continue;
      const bool says = !mention.parties.empty() || mention.year != 0 || mention.state != nowhere;
      if (!says) continue;
      if (mention.parties.size() == 2 && (reading.sentences->lemma(phrase.head) == "relation" || reading.sentences->lemma(phrase.head) == "tie"))
        relate(context_.entities().known(mention.parties[0], number), "relationWith", context_.entities().known(mention.parties[1], number), Factuality::occurred, reading, rule::parties_in_name);
      if (!mention.type) continue;
      const bool deed = is_class(*mention.type, "Event") || is_class(*mention.type, "Agreement");
      const EntityIndex entity = deed ? context_.entities().resolve(mention, number, {}) : no_entity;
      if (entity == no_entity) continue;
      for (const std::uint32_t party : mention.parties) parties(reading, entity, party);
      if (mention.year != 0 && is_class(*mention.type, "Event"))
        relate(entity, "heldOn", DateValue{graph::Edtf{{static_cast<int>(mention.year), std::nullopt, std::nullopt}, std::nullopt}, std::to_string(mention.year), false},
               Factuality::occurred, reading, rule::year_in_name);
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
      relate(entity, "between", each, Factuality::occurred, reading, rule::parties_in_name);
  }

  /// "the Hanoi Summit", "the Brussels Conference"
  void place_in_name(const SentenceReading& reading, const Mention& mention, EntityIndex entity) {
    if (mention.kind != MentionKind::named || mention.state == nowhere || !is_class(*mention.type, "Meeting")) return;
    const ontology::KnownEntity& known = lexicon_.entities()[mention.state];
    if (is_class(known.type, "State") || !is_class(known.type, "Place")) return;
    relate(entity, "heldIn", context_.entities().known(mention.state, reading.sentence->number), Factuality::occurred, reading, rule::place_in_name, 0.75);
  }

  /// "Aceh, Indonesia"
  void place_after_place(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      const Mention& state = mentions[m];
      if (state.kind != MentionKind::known || state.demonym || !state.type || !is_class(*state.type, "State")) continue;
      if (reading.words.word(state.first - 1) != ",") continue;
      for (const Mention& place : mentions) {
        if (place.last + 1 != state.first || !place.type || !is_class(*place.type, "Place") || is_class(*place.type, "State")) continue;
        const std::string before = reading.words.lower(place.first - 1);
        if (before == "and" || before == ",") continue;  // an item of a list
        relate(context_.entities().resolve(place, reading.sentence->number, {}), "locatedIn", context_.entities().known(state.known, reading.sentence->number),
               Factuality::occurred, reading, rule::place_and_country);
      }
    }
  }

  [[nodiscard]] bool is_class(ontology::ClassId type, std::string_view name) const {
    const auto wanted = schema_.class_named(name);
    return wanted && schema_.is_a(type, *wanted);
  }

  /// "the Moon Jae-in administration" is led by him.
  void bodies_of_people(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere) continue;
      const Mention& body = mentions[phrase.mention];
      if (body.kind != MentionKind::nominal || !body.type || !is_class(*body.type, "PublicBody")) continue;
      for (const Mention& person : mentions) {
        if (person.kind != MentionKind::person || person.first < phrase.first || person.last != phrase.head) continue;
        const std::string head = reading.words.lower(phrase.head);
        if (head != "administration" && head != "government" && head != "cabinet") continue;
        relate(context_.entities().resolve(person, reading.sentence->number, {}), "headOf", context_.entities().resolve(body, reading.sentence->number, {}),
               Factuality::occurred, reading, rule::person_before_government);
      }
    }
  }

  // ---- who said what

  void utterances(const SentenceReading& reading) {
    constexpr auto verbs = std::to_array<std::string_view>({"acknowledge", "add", "announce", "declare", "note", "reiterate", "say", "state", "stress", "tell", "warn"});
    for (const Clause& clause : reading.clauses.clauses) {
      const VerbGroup& verb = reading.clauses.verbs[clause.chain.front()];
      if (!std::ranges::binary_search(verbs, std::string_view(verb.lemma)) || verb.passive || !verb.modal.empty() || verb.negated) continue;
      const auto speaker = context_.resolve(reading, clause.subject, context_.agents(), &clause);
      if (speaker.size() != 1) continue;
      Utterance utterance;
      utterance.speaker = speaker.front();
      const std::string_view text = document_.view(reading.sentence->span);
      utterance.quotation = text.find("“") != std::string_view::npos || text.find('"') != std::string_view::npos;
      utterance.content = said(reading, clause);
      utterance.evidence = {reading.sentence->number, std::string(rule::speech_verb), 0.8};
      if (!utterance.content.empty()) out_utterances_.push_back(std::move(utterance));
      return;  // one sentence, one speech act
    }
  }

  /// What follows the speech verb; for a quotation, what stands between its marks.
  [[nodiscard]] std::string said(const SentenceReading& reading, const Clause& clause) const {
    const Words& w = reading.words;
    std::uint32_t open = 0, close = 0;
    for (std::uint32_t i = w.first(); i < w.last(); ++i) {
      if (!w.is_quote(i)) continue;
      if (open == 0) open = i + 1;
      else close = i;
    }
    if (close > open + 2) return w.text(open, close);
    const std::uint32_t verb = reading.clauses.verbs[clause.chain.front()].last;
    std::uint32_t begin = w.lower(verb) == "that" ? verb + 1 : verb, end = w.last();
    while (end > begin && (w.word(end - 1) == "." || w.is_quote(end - 1))) --end;
    return end > begin + 2 ? w.text(begin, end) : std::string();
  }

  // ---- the whole

  void read(const SentenceReading& reading) {
    context_.begin_sentence();
    voice(reading);
    abbreviations(reading);
    named_list(reading);
    for (const Mention& mention : reading.row.mentions)
      if (mention.kind == MentionKind::person || mention.kind == MentionKind::named || mention.kind == MentionKind::unknown ||
          (mention.kind == MentionKind::known && !mention.demonym && !mention.metonym_possible))
        context_.entities().resolve(mention, reading.sentence->number, {});
    holdings(reading);
    names_themselves(reading);
    bodies_of_people(reading);
    actors(reading);
    Readings found;
    theme(reading);
    match_patterns(reading, patterns_, context_, found);
    for (const Node& node : found.nodes) derive_shortcuts(node, context_, derived_);  // of acts, the relations have examples of their own
    const std::size_t known = context_.entities().size();
    read_acts(reading, patterns_, context_, found);
    context_.entities().only_describe(known);
    for (Statement& statement : found.statements) out_.statements.push_back(std::move(statement));
    for (Node& node : found.nodes) out_.nodes.push_back(std::move(node));
    learned_.read(reading, context_, out_.statements);
    utterances(reading);
    capitals(reading);
  }

  [[nodiscard]] static bool is_name(const SentenceReading& reading, std::uint32_t phrase) {
    const std::uint32_t mention = reading.row.phrases[phrase].mention;
    return mention != nowhere && (reading.row.mentions[mention].kind == MentionKind::named || reading.row.mentions[mention].kind == MentionKind::known);
  }

  /// The subject of the first clause, as it is written: of a passive, what is acted upon. Names and things of a class only.
  void theme(const SentenceReading& reading) {
    if (reading.clauses.clauses.empty()) return;
    const Clause& clause = reading.clauses.clauses.front();
    const Group& subject = reading.clauses.verbs[clause.chain.front()].passive ? clause.object : clause.subject;
    if (subject.size() != 1) return;
    const std::uint32_t mention = reading.row.phrases[subject.front()].mention;
    if (mention == nowhere || !reading.row.mentions[mention].type) return;
    const auto things = context_.resolve(reading, subject, {}, &clause);
    if (things.size() == 1 && !context_.is(things.front(), "Person")) context_.is_about(things.front());
  }

  void actors(const SentenceReading& reading) {
    for (const Clause& clause : reading.clauses.clauses) {
      // of what is said, only a body that is named: "Choi said the Foreign Ministry will …"
      if (clause.inside != nowhere && (clause.subject.size() != 1 || !is_name(reading, clause.subject.front()))) continue;
      const auto subject = context_.resolve(reading, clause.subject, context_.agents(), &clause);
      if (subject.size() == 1 && (clause.inside == nowhere || is_class(context_.entity(subject.front()).type, "PublicBody"))) context_.acted(subject.front());
    }
  }

  /// A capital that no relation has taken for its state is the place.
  void capitals(const SentenceReading& reading) {
    const auto place = schema_.class_named("Place");
    if (!place) return;
    const std::array<ontology::ClassId, 1> allowed{*place};
    for (std::uint32_t m = 0; m < reading.row.mentions.size(); ++m) {
      const Mention& mention = reading.row.mentions[m];
      if (mention.kind != MentionKind::known || !mention.metonym_possible) continue;
      const std::string before = reading.words.lower(mention.first - 1);
      if (before == "in" || before == "at" || before == "to" || before == "from" || before == "near") context_.entities().resolve(mention, reading.sentence->number, allowed);
    }
  }

  void resolve_pending() {
    const auto ministry = schema_.class_named("Ministry");
    if (!ministry) return;
    for (const auto& [person, field, factuality, reading] : pending_)
      for (const EntityIndex body : context_.entities().of_class(*ministry))
        if (fold_name(context_.entity(body).name).find(field) != std::string::npos) {
          relate(person, "memberOf", body, factuality, *reading, rule::field_in_title);
          break;
        }
  }

  Extraction finish() {
    resolve_pending();
    for (Statement& statement : derived_) out_.statements.push_back(std::move(statement));
    Extraction result;
    result.sentence_count = static_cast<std::uint32_t>(sentences_.sentences.size());
    result.word_count = static_cast<std::uint32_t>(sentences_.tokens.size());
    result.statements = std::move(out_.statements);
    result.nodes = std::move(out_.nodes);
    result.utterances = std::move(out_utterances_);
    result.entities = context_.entities().take();
    forget_idle(result);
    keep_hosts(result.statements);
    unique(result.statements);
    result.document = document_;
    result.document.text.clear();
    result.document.blocks.clear();
    keep_sentences(result);
    return result;
  }

  /// A topic or a phrase ("a first visit") of which nothing is said is no entity. Names are.
  void forget_idle(Extraction& result) const {
    std::vector<bool> used(result.entities.size(), false);
    const auto use = [&](EntityIndex e) {
      if (e != no_entity) used[static_cast<std::size_t>(e)] = true;
    };
    for (const Statement& s : result.statements) {
      use(s.subject), use(s.speaker);
      if (s.object.index() == 0) use(std::get<0>(s.object));
    }
    const auto use_parts = [&](const Node& n) {
      use(n.self), use(n.speaker);
      for (const auto& part : n.parts)
        if (part.second.index() == 0) use(std::get<0>(part.second));
    };
    const auto act = schema_.class_named("Act");
    const auto is_act = [&](const Node& n) { return act && schema_.is_a(n.type, *act); };
    for (const Node& n : result.nodes)
      if (!is_act(n)) use_parts(n);
    for (const Utterance& u : result.utterances) use(u.speaker), use(u.on_behalf_of);
    for (std::size_t e = 0; e < used.size(); ++e) result.entities[e].described |= result.entities[e].local && !used[e];  // known from acts, if at all
    for (const Node& n : result.nodes)
      if (is_act(n)) use_parts(n);
    const auto topic = schema_.class_named("Topic");
    for (std::size_t e = 0; e < used.size(); ++e)
      if (!used[e] && (result.entities[e].local || (topic && result.entities[e].type == *topic))) result.entities[e].sentences.clear();
  }

  /// Who hosts also takes part: that need not be said.
  void keep_hosts(std::vector<Statement>& statements) const {
    const auto hosted = schema_.property_named("hosted"), took_part = schema_.property_named("participatedIn");
    if (!hosted || !took_part) return;
    std::set<std::pair<EntityIndex, EntityIndex>> hosts;
    for (const Statement& s : statements)
      if (s.predicate == *hosted && s.object.index() == 0) hosts.emplace(s.subject, std::get<0>(s.object));
    std::erase_if(statements, [&](const Statement& s) { return s.predicate == *took_part && s.object.index() == 0 && hosts.contains({s.subject, std::get<0>(s.object)}); });
  }

  /// The same fact read twice in one sentence is one; the first reading stays.
  static void unique(std::vector<Statement>& statements) {
    std::set<std::string> seen;
    std::erase_if(statements, [&](const Statement& s) {
      std::string key = std::to_string(static_cast<std::uint32_t>(s.subject)) + ' ' + std::to_string(static_cast<std::uint32_t>(s.predicate)) + ' ';
      key += s.object.index() == 0 ? std::to_string(static_cast<std::uint32_t>(std::get<0>(s.object))) : graph::to_string(std::get<1>(s.object).date);
      key += ' ' + std::to_string(static_cast<int>(s.factuality)) + ' ' + std::to_string(s.evidence.sentence);
      return !seen.insert(std::move(key)).second;
    });
  }

  void keep_sentences(Extraction& result) const {
    std::vector<bool> used(sentences_.sentences.size() + 1, false);
    for (const auto& s : result.statements) used[s.evidence.sentence] = true;
    for (const auto& n : result.nodes) used[n.evidence.sentence] = true;
    for (const auto& u : result.utterances) used[u.evidence.sentence] = true;
    for (const auto& e : result.entities)
      for (const std::uint32_t s : e.sentences) used[s] = true;
    const CodePointIndex offsets(document_.text);
    for (const Sentence& sentence : sentences_.sentences) {
      if (!used[sentence.number]) continue;
      result.sentences.push_back({{sentence.number, sentence.span, offsets.code_point(sentence.span.begin), offsets.code_point(sentence.span.end)},
                                  std::string(document_.view(sentence.span))});
    }
  }

  struct Pending {
    EntityIndex person;
    std::string field;
    Factuality factuality;
    const SentenceReading* reading;
  };

  const Document& document_;
  const Sentences& sentences_;
  const ontology::Schema& schema_;
  const ontology::Lexicon& lexicon_;
  const Patterns& patterns_;
  Context context_;
  std::vector<SentenceReading> readings_;
  LearnedFacts learned_;
  Readings out_;
  std::vector<Statement> derived_;  ///< from nodes, behind what was read itself
  std::vector<Utterance> out_utterances_;
  std::vector<Pending> pending_;
};

}  // namespace

Extraction read_statements(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns,
                           Standing standing) {
  return DocumentReader(document, sentences, ontology, patterns, standing).run();
}

}  // namespace dossier::ingest
