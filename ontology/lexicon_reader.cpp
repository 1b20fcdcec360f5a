#include "ontology/lexicon_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ontology/lexicon_builder.h"
#include "ontology/terms.h"
#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

using graph::TermId;

/// The first that is there gives an entity its name; the others and their sub-properties give other names.
constexpr std::array name_properties{graph::pa::name,      graph::skos::pref_label,  graph::rdfs::label,
                                     terms::schema_name,   terms::schema_name_https, terms::foaf_name,
                                     terms::official_name, graph::pa::alt_name,      graph::skos::alt_label};
constexpr std::array label_properties{graph::rdfs::label, graph::skos::pref_label, graph::skos::alt_label};
/// Of these an individual has one in each language (SKOS, S14).
constexpr std::array unique_names{graph::pa::name, graph::skos::pref_label};

class LexiconReader {
 public:
  LexiconReader(const Reading& reading, const Schema& schema)
      : reading_(reading), schema_(schema), resolver_(reading, schema), names_(naming_properties()) {}

  Lexicon run() {
    add_class_labels();
    for (const auto& [id, types] : individuals()) {
      const ClassId type = most_specific(types);
      if (is_below(types, terms::title) || is_below(types, terms::honorific))
        add_title(id, is_below(types, terms::honorific));
      else if (!reading_.text(id).starts_with(graph::pa::space))
        add_entity(id, type, types);
    }
    warn_of_shared_labels();
    return builder_.build();
  }

 private:
  using Types = std::vector<ClassId>;

  // ---- classes

  void add_class_labels() {
    for (std::uint32_t i = 0; i < schema_.classes().size(); ++i) {
      const Class& one = schema_[ClassId{i}];
      if (one.iri.starts_with(graph::pa::space) && one.exchange_type.empty()) continue;
      for (const std::string_view predicate : label_properties)
        for (const TermId id : reading_.objects(one.iri, predicate))
          if (is_english_or_untagged(reading_.term(id))) add(LabelKind::class_label, i, reading_.text(id), one.iri);
    }
  }

  // ---- individuals

  /// What has a declared class and is neither class nor property, by IRI.
  [[nodiscard]] std::map<TermId, Types> individuals() const {
    std::map<TermId, Types> found;
    for (std::uint32_t i = 0; i < schema_.classes().size(); ++i)
      for (const TermId id : reading_.subjects(graph::rdf::type, schema_[ClassId{i}].iri))
        if (is_individual(id)) found[id].push_back(ClassId{i});
    return found;
  }

  [[nodiscard]] bool is_individual(TermId id) const {
    return reading_.term(id).is_iri() && !schema_.find_class(reading_.text(id)) &&
           !schema_.find_property(reading_.text(id));
  }

  [[nodiscard]] bool is_below(const Types& types, std::string_view iri) const {
    const auto wanted = schema_.find_class(iri);
    return wanted && std::ranges::any_of(types, [&](ClassId type) { return schema_.is_a(type, *wanted); });
  }

  /// A type that no other type is below; the first by IRI.
  [[nodiscard]] ClassId most_specific(const Types& types) const {
    const auto is_lowest = [&](ClassId one) {
      return std::ranges::none_of(types, [&](ClassId other) { return other != one && schema_.is_a(other, one); });
    };
    Types lowest;
    std::ranges::copy_if(types, std::back_inserter(lowest), is_lowest);
    return *std::ranges::min_element(lowest, {}, [this](ClassId id) { return std::string_view(schema_[id].iri); });
  }

  // ---- titles

  void add_title(TermId id, bool honorific) {
    std::vector<TermId> labels;
    for (const TermId predicate : names_)
      for (const TermId literal : reading_.objects(id, predicate))
        if (is_english_or_untagged(reading_.term(literal))) labels.push_back(literal);
    if (labels.empty()) return;
    check_unique_names(id);
    Title title;
    title.iri = reading_.text(id);
    title.honorific = honorific;
    title.label = best_name(id, false).value_or(std::string(reading_.text(labels.front())));
    for (const TermId leads : reading_.objects(id, terms::leads))
      title.leads |= reading_.text(leads) == "true" || reading_.text(leads) == "1";
    for (const TermId of : reading_.objects(id, terms::title_of))
      if (const auto known = resolver_.resolve(reading_.text(of), "in the pa:titleOf of", title.iri))
        title.of.push_back(*known);
    const std::string iri = title.iri;
    const std::uint32_t thing = builder_.add(std::move(title));
    for (const TermId label : labels)
      add(honorific ? LabelKind::honorific : LabelKind::title, thing, reading_.text(label), iri);
  }

  // ---- entities

  void add_entity(TermId id, ClassId type, const Types& types) {
    KnownEntity entity;
    entity.iri = reading_.text(id);
    entity.type = type;
    std::set<std::string> all;
    for (const TermId predicate : names_)
      for (const TermId name : reading_.objects(id, predicate))
        if (reading_.term(name).is_literal()) all.emplace(reading_.text(name));
    if (all.empty()) return;
    check_unique_names(id);
    check_kinds(entity.iri, types);
    entity.name = best_name(id, true).value_or(*all.begin());
    for (const std::string& name : all)
      if (name != entity.name) entity.names.push_back(name);
    const std::string iri = entity.iri;
    const std::uint32_t thing = builder_.add(std::move(entity));
    for (const std::string& name : all) note_label(LabelKind::name, thing, name, iri);
    add_all(id, terms::demonym, LabelKind::demonym, thing);
    add_all(id, terms::metonym, LabelKind::metonym, thing);
  }

  void add_all(TermId id, std::string_view predicate, LabelKind kind, std::uint32_t thing) {
    for (const TermId label : reading_.objects(id, predicate))
      if (reading_.term(label).is_literal()) builder_.add(kind, thing, reading_.text(label));
  }

  [[nodiscard]] std::optional<std::string> best_name(TermId id, bool any_language) const {
    for (const std::string_view predicate : name_properties)
      if (auto name = best_text(reading_, reading_.objects(id, predicate), any_language)) return name;
    return std::nullopt;
  }

  void check_unique_names(TermId id) const {
    for (const std::string_view predicate : unique_names) {
      std::map<std::string, std::string_view> by_language;
      for (const TermId name : reading_.objects(id, predicate)) {
        const graph::TermView literal = reading_.term(name);
        if (!literal.is_literal()) continue;
        const auto [other, added] = by_language.emplace(fold_all(literal.language), literal.text);
        if (!added && other->second != literal.text)
          throw_two_names(reading_.text(id), predicate, other->second, literal);
      }
    }
  }

  [[noreturn]] void throw_two_names(std::string_view iri, std::string_view predicate, std::string_view one,
                                    const graph::TermView& other) const {
    const Place place = reading_.files().literal(iri, one);
    const Place other_place = reading_.files().literal(iri, other.text);
    const bool in_order = place <= other_place;
    const std::string first(in_order ? one : other.text);
    const std::string second(in_order ? other.text : one);
    const std::string tag = other.language.empty() ? "" : "@" + std::string(other.language);
    throw Error(ErrorKind::bad_input, reading_.files().location(std::max(place, other_place)),
                "two entities have one IRI: " + reading_.name(iri) + " has the " + reading_.name(predicate) + " \"" +
                    first + "\"" + tag + " and \"" + second + "\"" + tag,
                "give one of them an IRI of its own; a second name of one entity is a pa:altName");
  }

  void check_kinds(std::string_view iri, const Types& types) const {
    for (std::size_t i = 0; i < types.size(); ++i)
      for (std::size_t j = i + 1; j < types.size(); ++j)
        if (schema_.disjoint(types[i], types[j]))
          throw Error(ErrorKind::bad_input, reading_.files().location(reading_.files().declared(iri)),
                      "two entities have one IRI: " + reading_.name(iri) + " is both " +
                          reading_.name(schema_[types[i]].iri) + " and " + reading_.name(schema_[types[j]].iri) +
                          ", which have nothing in common");
  }

  /// The properties that give names, with those below them, as numbers.
  [[nodiscard]] std::vector<TermId> naming_properties() const {
    std::vector<TermId> found;
    for (const std::string_view iri : name_properties)
      if (const auto id = reading_.find(iri)) found.push_back(*id);
    for (std::size_t i = 0; i < found.size(); ++i)
      for (const TermId below : reading_.subjects(graph::rdfs::sub_property_of, reading_.text(found[i])))
        if (std::ranges::find(found, below) == found.end()) found.push_back(below);
    return found;
  }

  // ---- labels that two things share

  void add(LabelKind kind, std::uint32_t thing, std::string_view label, const std::string& iri) {
    builder_.add(kind, thing, label);
    note_label(kind, thing, label, iri);
  }

  void note_label(LabelKind kind, std::uint32_t thing, std::string_view label, const std::string& iri) {
    const bool in_any_case = kind == LabelKind::class_label || kind == LabelKind::title;
    bearers_[{kind, in_any_case ? fold_all(label) : fold_marks(label)}].emplace(thing, iri);
  }

  void warn_of_shared_labels() const {
    for (const auto& [label, bearers] : bearers_) {
      if (bearers.size() < 2) continue;
      std::string names;
      Place last;
      for (const auto& [thing, iri] : bearers) {
        names += (names.empty() ? "" : " and ") + reading_.name(iri);
        last = std::max(last, reading_.files().literal(iri, label.second));
      }
      reading_.warn(last, "\"" + label.second + "\" is a name of " + names);
    }
  }

  const Reading& reading_;
  const Schema& schema_;
  ClassResolver resolver_;
  std::vector<TermId> names_;
  LexiconBuilder builder_;
  std::map<std::pair<LabelKind, std::string>, std::map<std::uint32_t, std::string>> bearers_;
};

}  // namespace

Lexicon read_lexicon(const Reading& reading, const Schema& schema) { return LexiconReader(reading, schema).run(); }

}  // namespace dossier::ontology
