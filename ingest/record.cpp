#include "ingest/record.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/minted_iri.h"

namespace dossier::ingest {
namespace {

using graph::TermView;

/// "PublicBody" -> "public-body"
std::string kebab(std::string_view local) {
  std::string out;
  for (const char c : local) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !out.empty()) out += '-';
    out += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view local_name(std::string_view iri) {
  const std::size_t at = iri.find_last_of("#/");
  return at == std::string_view::npos ? iri : iri.substr(at + 1);
}

/// Writes one document.
class Recorder {
 public:
  Recorder(const Extraction& extraction, const ontology::Schema& schema, std::string_view base, graph::QuadSink& sink)
      : x_(extraction), schema_(schema), base_(base), sink_(sink), document_(document_iri(base, extraction.document.id)) {}

  void run() {
    describe_document();
    for (const auto& [sentence, text] : x_.sentences) describe_evidence(sentence, text);
    find_offices();
    for (std::size_t i = 0; i < x_.entities.size(); ++i) iris_.push_back(iri_of(x_.entities[i], offices_[i]));
    for (std::size_t i = 0; i < x_.entities.size(); ++i)
      if (!x_.entities[i].sentences.empty()) describe_entity(x_.entities[i], iris_[i]);
    for (const Node& node : x_.nodes) describe_node(node);
    for (const Utterance& utterance : x_.utterances) describe_utterance(utterance);
    for (const Statement& statement : x_.statements) describe_fact(statement);
  }

 private:
  void quad(const TermView& subject, std::string_view predicate, const TermView& object) {
    sink_.quad({subject, TermView::iri(predicate), object, TermView::iri(document_)});
  }
  [[nodiscard]] std::string mint(std::string_view kind, std::string_view rest) const {
    return base_ + std::string(kind) + '/' + std::string(rest);
  }
  [[nodiscard]] std::string place(std::uint32_t sentence) const { return slug(x_.document.id) + "-s" + std::to_string(sentence); }
  [[nodiscard]] std::string evidence_iri(std::uint32_t sentence) const { return mint("evidence", place(sentence)); }
  [[nodiscard]] TermView text(std::string_view value) const { return TermView::tagged(value, x_.document.language); }

  /// The first office that the document gives each of its people.
  void find_offices() {
    offices_.assign(x_.entities.size(), no_entity);
    const auto holder = schema_.property_named("holder"), post = schema_.property_named("post");
    const auto part = [](const Node& node, const auto& property) {
      for (const auto& [role, value] : node.parts)
        if (property && role == *property && value.index() == 0) return std::get<0>(value);
      return no_entity;
    };
    for (const Node& node : x_.nodes) {
      const EntityIndex who = part(node, holder), what = part(node, post);
      if (who != no_entity && offices_[static_cast<std::size_t>(who)] == no_entity) offices_[static_cast<std::size_t>(who)] = what;
    }
  }

  /// A person of whom a document knows one name only: there are many of that name.
  [[nodiscard]] bool is_half_named(const Entity& entity) const {
    const auto person = schema_.class_named("Person");
    return person && schema_.is_a(entity.type, *person) && entity.name.find(' ') == std::string::npos;
  }

  /// What a name alone does not tell apart has before a dot what does: a half-named person's office, else the document.
  [[nodiscard]] std::string iri_of(const Entity& entity, EntityIndex office) const {
    if (!entity.iri.empty()) return entity.iri;
    std::string before;
    if (!entity.local && is_half_named(entity) && office != no_entity)
      before = slug(x_.entities[static_cast<std::size_t>(office)].name) + '.';
    else if (entity.local || is_half_named(entity))
      before = slug(x_.document.id) + '.';
    return mint(kebab(local_name(schema_[entity.type].iri)), before + slug(entity.name));
  }

  void number(const TermView& subject, std::string_view predicate, std::uint64_t value) {
    const std::string digits = std::to_string(value);
    quad(subject, predicate, TermView::typed(digits, graph::xsd::integer));
  }

  void describe_document() {
    const TermView self = TermView::iri(document_);
    quad(self, graph::rdf::type, TermView::iri(graph::pa::document));
    quad(self, graph::pa::identifier, TermView::literal(x_.document.id));
    if (!x_.document.title.empty()) quad(self, graph::pa::name, text(x_.document.title));
    if (!x_.document.source.empty()) quad(self, graph::pa::source, TermView::literal(x_.document.source));
    if (!x_.digest.empty()) quad(self, graph::pa::digest, TermView::literal(x_.digest));
    if (const auto date = graph::Edtf::parse(x_.document.date)) quad(self, graph::pa::published, TermView::typed(x_.document.date, date->datatype()));
  }

  void describe_evidence(const EvidenceSentence& sentence, std::string_view quote) {
    const std::string iri = evidence_iri(sentence.number);
    const TermView self = TermView::iri(iri);
    quad(self, graph::rdf::type, TermView::iri(graph::pa::evidence_class));
    quad(self, graph::oa::has_source, TermView::iri(document_));
    number(self, graph::pa::sentence, sentence.number);
    number(self, graph::oa::start, sentence.start);
    number(self, graph::oa::end, sentence.end);
    number(self, graph::pa::byte_start, sentence.span.begin);
    number(self, graph::pa::byte_end, sentence.span.end);
    quad(self, graph::oa::exact, text(quote));
  }

  void describe_entity(const Entity& entity, const std::string& iri) {
    const TermView self = TermView::iri(iri);
    quad(self, graph::rdf::type, TermView::iri(schema_[entity.type].iri));
    quad(self, entity.described ? graph::rdfs::label : graph::pa::name, text(entity.name));  // "officials" are described, not named
    for (const std::string& alias : entity.aliases) quad(self, graph::pa::alt_name, text(alias));
    describe_event(self, entity.type);
    if (!entity.state.empty())
      if (const auto state = schema_.property_named("state")) quad(self, schema_[*state].iri, TermView::iri(entity.state));
    for (const std::uint32_t sentence : entity.sentences) quad(self, graph::pa::evidence, TermView::iri(evidence_iri(sentence)));
  }

  /// What kind of act an event is: the category, and the modes that say how it was done.
  void describe_event(const TermView& self, ontology::ClassId type) {
    const auto category = schema_.property_named("eventType"), mode = schema_.property_named("mode");
    const std::vector<std::string>& types = schema_[type].event_types;
    for (const std::string& one : types)
      if (const auto property = &one == &types.back() ? category : mode) quad(self, schema_[*property].iri, TermView::iri(one));
  }

  /// The term of a part, kept in `hold` while it is used.
  TermView term(const std::variant<EntityIndex, DateValue>& value, std::string& hold) const {
    if (value.index() == 0) return TermView::iri(iris_[static_cast<std::size_t>(std::get<EntityIndex>(value))]);
    const DateValue& date = std::get<DateValue>(value);
    hold = graph::to_string(date.date);
    return TermView::typed(hold, date.date.datatype());
  }

  /// A node of its own is named after its parts when they identify it (who held which post), else after its place.
  [[nodiscard]] std::string node_iri(const Node& node) {
    if (node.self != no_entity) return iris_[static_cast<std::size_t>(node.self)];
    const std::string kind = kebab(local_name(schema_[node.type].iri));
    if (kind == "tenure") {
      std::vector<std::pair<std::string_view, std::string_view>> parts;
      for (const auto& [property, value] : node.parts)
        if (value.index() == 0) parts.emplace_back(schema_[property].iri, iris_[static_cast<std::size_t>(std::get<0>(value))]);
      return mint(kind, tenure_name(std::move(parts)));
    }
    const std::string where = place(node.evidence.sentence);
    const unsigned many = ++node_numbers_[kind + where];
    return mint(kind, where + (many > 1 ? '-' + std::to_string(many) : std::string()));
  }

  void describe_node(const Node& node) {
    const std::string iri = node_iri(node);
    const TermView self = TermView::iri(iri);
    quad(self, graph::rdf::type, TermView::iri(schema_[node.type].iri));
    describe_event(self, node.type);
    for (const auto& [property, value] : node.parts) {
      std::string hold;
      quad(self, schema_[property].iri, term(value, hold));
    }
    quad(self, graph::pa::factuality, TermView::iri(ontology::to_iri(node.factuality)));
    quad(self, graph::pa::evidence, TermView::iri(evidence_iri(node.evidence.sentence)));
  }

  void describe_utterance(const Utterance& utterance) {
    const std::string iri = mint("statement", place(utterance.evidence.sentence));
    const TermView self = TermView::iri(iri);
    quad(self, graph::rdf::type, TermView::iri(graph::pa::statement));
    quad(self, graph::pa::speaker, TermView::iri(iris_[static_cast<std::size_t>(utterance.speaker)]));
    if (utterance.on_behalf_of != no_entity) quad(self, graph::pa::on_behalf_of, TermView::iri(iris_[static_cast<std::size_t>(utterance.on_behalf_of)]));
    quad(self, graph::pa::content, text(utterance.content));
    quad(self, graph::pa::quotation, TermView::typed(utterance.quotation ? "true" : "false", graph::xsd::boolean));
    quad(self, graph::pa::evidence, TermView::iri(evidence_iri(utterance.evidence.sentence)));
  }

  void describe_fact(const Statement& statement) {
    const TermView subject = TermView::iri(iris_[static_cast<std::size_t>(statement.subject)]);
    const ontology::Property& property = schema_[statement.predicate];
    std::string hold;
    const TermView object = term(statement.object, hold);
    const std::string_view factuality = ontology::to_iri(statement.factuality);
    const std::string_view speaker = statement.speaker == no_entity ? std::string_view() : iris_[static_cast<std::size_t>(statement.speaker)];
    const std::string iri = mint("fact", fact_name({subject.text, property.iri, object.text, factuality, speaker}));
    const TermView self = TermView::iri(iri);
    quad(self, graph::rdf::type, TermView::iri(graph::pa::fact));
    quad(self, graph::rdf::subject, subject);
    quad(self, graph::rdf::predicate, TermView::iri(property.iri));
    quad(self, graph::rdf::object, object);
    quad(self, graph::pa::factuality, TermView::iri(factuality));
    if (!speaker.empty()) quad(self, graph::pa::speaker, TermView::iri(speaker));
    quad(self, graph::pa::evidence, TermView::iri(evidence_iri(statement.evidence.sentence)));
    quad(self, graph::pa::rule, TermView::literal(statement.evidence.rule));
    std::string confidence = std::to_string(statement.evidence.confidence);
    confidence.resize(confidence.find('.') + 3);
    quad(self, graph::pa::confidence, TermView::typed(confidence, graph::xsd::decimal));
    if (const auto* date = std::get_if<DateValue>(&statement.object)) {
      quad(self, graph::pa::time_phrase, text(date->phrase));
      quad(self, graph::pa::time_basis, TermView::iri(date->resolved ? graph::pa::resolved_against_document : graph::pa::stated_date));
    }
    if (ontology::is_plain(statement.factuality, property)) quad(subject, property.iri, object);
  }

  const Extraction& x_;
  const ontology::Schema& schema_;
  std::string base_;
  graph::QuadSink& sink_;
  std::string document_;
  std::vector<std::string> iris_;
  std::vector<EntityIndex> offices_;  // of each entity
  std::map<std::string, unsigned> node_numbers_;
};

}  // namespace

std::string slug(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::io, "ICU's normalisation data cannot be loaded");
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  text.foldCase();
  text = decompose->normalize(text, status);
  icu::UnicodeString kept;
  bool latin = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool mark = u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
    if (mark && (latin || kept.isEmpty())) continue;
    if (u_isalnum(c) || mark) {
      UErrorCode ignored = U_ZERO_ERROR;
      if (!mark) latin = uscript_getScript(c, &ignored) == USCRIPT_LATIN;
      kept.append(c);
    } else if (c != '\'' && c != 0x2019 && !kept.isEmpty() && kept[kept.length() - 1] != '-') {
      kept.append(static_cast<char16_t>('-'));
    }
  }
  while (!kept.isEmpty() && kept[kept.length() - 1] == '-') kept.truncate(kept.length() - 1);
  kept = compose->normalize(kept, status);
  std::string out;
  kept.toUTF8String(out);
  return out.empty() ? "unnamed" : out;
}

void declare_prefixes(const ontology::Schema& schema, std::string_view base, graph::QuadSink& sink) {
  const auto declare = [&](const std::string& kind) {
    const bool plain = std::ranges::all_of(kind, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (plain && !kind.empty() && kind.front() >= 'a') sink.prefix(kind, std::string(base) + kind + '/');
  };
  for (const char* kind : {"document", "evidence", "fact", "statement"}) declare(kind);
  for (const ontology::Class& one : schema.classes()) declare(kebab(local_name(one.iri)));
}

std::string document_iri(std::string_view base, std::string_view id) { return std::string(base) + "document/" + slug(id); }

void record(const Extraction& extraction, const ontology::Schema& schema, std::string_view base, graph::QuadSink& sink) {
  Recorder(extraction, schema, base, sink).run();
}

}  // namespace dossier::ingest
