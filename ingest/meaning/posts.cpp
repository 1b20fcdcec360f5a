#include "ingest/meaning/posts.h"

#include <algorithm>
#include <array>

#include "ingest/meaning/rules.h"

namespace dossier::ingest {
namespace {

/// A post without the state that it is named with: "Foreign Minister" of "Cambodian Foreign Minister", "President of France".
std::string without_state(std::string_view post, const ontology::Lexicon& lexicon) {
  if (const auto demonym = lexicon.longest(post, 0); demonym && demonym->length + 1 < post.size() && demonym->entries.front().kind == ontology::LabelKind::demonym) post.remove_prefix(demonym->length + 1);
  const std::size_t of = post.rfind(" of ");
  if (of == std::string_view::npos) return std::string(post);
  const std::size_t at = post.substr(of + 4).starts_with("the ") ? of + 8 : of + 4;
  const auto state = lexicon.longest(post, at);
  return std::string(state && at + state->length == post.size() ? post.substr(0, of) : post);
}

}  // namespace

void Posts::read(const SentenceReading& reading) {
  for (const Holding& one : reading.row.holdings) holding(reading, one);
  counterparts(reading);
}

void Posts::holding(const SentenceReading& reading, const Holding& holding) {
  const Mention& post_mention = reading.row.mentions[holding.post];
  const EntityIndex person = holding.person == nowhere ? no_entity : context_.entities().resolve(reading.row.mentions[holding.person], reading.sentence->number, {});
  if (person == no_entity) {
    if (!post_mention.name.empty() && (holding.of != nowhere || holding.portfolio)) context_.entities().resolve(post_mention, reading.sentence->number, {});
    return;
  }
  if (holding.title != nowhere) called_.push_back({person, &context_.ontology().lexicon.titles()[holding.title], reading.row.mentions[holding.person].first});
  if (const EntityIndex post = post_of(person, post_mention, reading.sentence->number); post != no_entity) tenure(reading, holding.former, person, post);
  affiliation(reading, holding, person);
}

/// "his Lao counterpart, Thongsavanh Keola" holds the same post for Laos that he holds for his own state.
void Posts::counterparts(const SentenceReading& reading) {
  constexpr auto words = std::to_array<std::string_view>({"colleague", "counterpart"});
  const auto& mentions = reading.row.mentions;
  for (const Mention& named : mentions) {
    if (named.kind != MentionKind::person || named.first < reading.words.first() + 2) continue;
    const std::uint32_t head = reading.words.word(named.first - 1) == "," ? named.first - 2 : named.first - 1;
    if (!std::ranges::binary_search(words, std::string_view(reading.sentences->lemma(head)))) continue;
    const auto adjective = context_.ontology().lexicon.longest(std::string_view(context_.document().text).substr(0, reading.words.span(head - 1, head).end), reading.words.span(head - 1, head).begin);
    if (!adjective || adjective->length != reading.words.word(head - 1).size()) continue;
    const auto demonym = std::ranges::find(adjective->entries, ontology::LabelKind::demonym, &ontology::Entry::kind);
    if (demonym == adjective->entries.end()) continue;
    const EntityIndex person = context_.entities().resolve(named, reading.sentence->number, {}), state = context_.entities().known(demonym->thing, reading.sentence->number);
    const auto other = std::find_if(called_.rbegin(), called_.rend(), [&](const Called& one) { return one.person != person && one.at < head; });
    if (person == no_entity || other == called_.rend()) continue;
    const ontology::Title& title = *other->title;
    const auto held_by_other = std::ranges::find(context_.posts(), other->person, [](const auto& one) { return one.first; });
    if (held_by_other == context_.posts().end()) continue;
    Mention post;
    post.kind = MentionKind::post;
    post.first = head - 1, post.last = named.last;
    post.name = reading.words.text(head - 1, head) + ' ' + without_state(context_.entity(held_by_other->second).name, context_.ontology().lexicon);
    post.type = schema().class_named("Post");
    if (const EntityIndex held = post_of(person, post, reading.sentence->number); held != no_entity) tenure(reading, false, person, held);
    called_.push_back({person, &title, named.first});
    const bool leads = title.leads && title_is_of(title, state);
    facts_.relate(person, leads ? "headOf" : "represents", state, ontology::Factuality::occurred, reading, rule::country_in_title);
  }
}

/// The post that is meant: a shorter form ("Vice Minister Choi") of one that the person is known to hold is that one.
EntityIndex Posts::post_of(EntityIndex person, const Mention& mention, std::uint32_t sentence) {
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

void Posts::tenure(const SentenceReading& reading, bool former, EntityIndex person, EntityIndex post) {
  const auto type = schema().class_named("Tenure");
  const auto holder = schema().property_named("holder"), held = schema().property_named("post"), attested = schema().property_named("attestedOn");
  if (!type || !holder || !held) return;
  Node node;
  node.type = *type;
  node.parts.emplace_back(*holder, person);
  node.parts.emplace_back(*held, post);
  const auto published = graph::Edtf::parse(context_.document().date);
  if (attested && published && !former) node.parts.emplace_back(*attested, DateValue{*published, {}, true});
  node.factuality = former ? ontology::Factuality::historical : ontology::Factuality::occurred;
  node.evidence = {reading.sentence->number, std::string(rule::title_beside_name), 0.95};
  derive_shortcuts(node, context_, derived_);
  out_.nodes.push_back(std::move(node));
}

/// Whom the holder leads, belongs to or acts for: by the title and by what the post is named with.
void Posts::affiliation(const SentenceReading& reading, const Holding& holding, EntityIndex person) {
  const ontology::Title* title = holding.title == nowhere ? nullptr : &context_.ontology().lexicon.titles()[holding.title];
  const ontology::Factuality factuality = holding.former ? ontology::Factuality::historical : ontology::Factuality::occurred;
  if (holding.of != nowhere) {
    const Mention& named = reading.row.mentions[holding.of];
    const EntityIndex of = named.known != nowhere ? context_.entities().known(named.known, reading.sentence->number) : context_.entities().resolve(named, reading.sentence->number, {});
    if (of == no_entity) return;
    if (!context_.is_class(context_.entity(of).type, "Agent")) return;  // "Minister for Central Asia" acts for no region
    const bool leads = title != nullptr && title->leads && !holding.portfolio && title_is_of(*title, of);
    facts_.relate(person, leads ? "headOf" : "represents", of, factuality, reading, rule::country_in_title);
    return;
  }
  // "Vice Minister of Unification": of the ministry of that field, when the document knows it
  const Mention& post = reading.row.mentions[holding.post];
  const std::size_t link = post.name.find(" of ");
  const auto ministry = schema().class_named("Ministry");
  if (link == std::string::npos || !ministry || !holding.portfolio) return;
  const std::string field = fold_name(post.name.substr(link + 4));
  if (const EntityIndex body = body_of_field(*ministry, field); body != no_entity) return facts_.relate(person, "memberOf", body, factuality, reading, rule::field_in_title);
  pending_.push_back({person, field, factuality, &reading});
}

bool Posts::title_is_of(const ontology::Title& title, EntityIndex of) const {
  return title.of.empty() || schema().fits(context_.entity(of).type, title.of);
}

/// The ministry of a field, folded, that the document knows; else no_entity.
EntityIndex Posts::body_of_field(ontology::ClassId ministry, const std::string& field) {
  for (const EntityIndex body : context_.entities().of_class(ministry))
    if (fold_name(context_.entity(body).name).find(field) != std::string::npos) return body;
  return no_entity;
}

void Posts::finish() {
  const auto ministry = schema().class_named("Ministry");
  if (!ministry) return;
  for (const auto& [person, field, factuality, reading] : pending_)
    facts_.relate(person, "memberOf", body_of_field(*ministry, field), factuality, *reading, rule::field_in_title);
}

}  // namespace dossier::ingest
