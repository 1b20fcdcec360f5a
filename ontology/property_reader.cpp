#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ontology/factuality.h"
#include "ontology/schema_reader.h"
#include "ontology/terms.h"

namespace dossier::ontology {
namespace {

using graph::TermId;

/// What is a datatype, or all literals.
bool is_datatype(const Reading& reading, std::string_view iri) {
  return iri.starts_with(graph::xsd::space) || iri.starts_with(graph::edtf::space) || iri == terms::literal ||
         iri == graph::rdf::lang_string || reading.has(iri, graph::rdf::type, terms::datatype);
}

class PropertyReader {
 public:
  PropertyReader(const Reading& reading, const Schema& schema)
      : reading_(reading), schema_(schema), resolver_(reading, schema) {}

  std::vector<Property> run() {
    declare();
    for (std::uint32_t i = 0; i < properties_.size(); ++i) {
      read_domain_and_range(properties_[i]);
      read_parents(properties_[i]);
      read_carried(properties_[i]);
      read_derivations(properties_[i]);
      read_learned(properties_[i]);
    }
    read_inverses();
    return std::move(properties_);
  }

 private:
  [[nodiscard]] bool is(std::string_view iri, std::string_view type) const {
    return reading_.has(iri, graph::rdf::type, type);
  }

  /// All properties with what stands in them alone.
  void declare() {
    std::vector<std::pair<Place, Property>> found;
    for (const TermId id : declared_properties()) {
      Property one;
      one.iri = reading_.text(id);
      one.label =
          best_text(reading_, reading_.objects(id, graph::rdfs::label)).value_or(std::string(local_name(one.iri)));
      one.comment = best_text(reading_, reading_.objects(id, graph::rdfs::comment)).value_or("");
      one.symmetric = is(one.iri, graph::owl::symmetric_property);
      one.functional = is(one.iri, graph::owl::functional_property);
      one.literal = is(one.iri, graph::owl::datatype_property);
      one.shortcut = is(one.iri, terms::shortcut);
      const Place place = reading_.files().declared(one.iri);
      one.declared = reading_.files().location(place);
      found.emplace_back(place, std::move(one));
    }
    std::ranges::stable_sort(found, {}, &std::pair<Place, Property>::first);
    for (auto& [place, one] : found) {
      by_iri_.emplace(one.iri, PropertyId{static_cast<std::uint32_t>(properties_.size())});
      properties_.push_back(std::move(one));
    }
  }

  [[nodiscard]] std::set<TermId> declared_properties() const {
    std::set<TermId> found;
    for (const std::string_view type :
         {graph::owl::object_property, graph::owl::datatype_property, graph::rdf::property, terms::shortcut,
          graph::owl::symmetric_property, graph::owl::functional_property, terms::transitive_property,
          terms::inverse_functional_property})
      for (const TermId id : reading_.subjects(graph::rdf::type, type))
        if (reading_.term(id).is_iri()) found.insert(id);
    return found;
  }

  [[nodiscard]] std::optional<PropertyId> find(std::string_view iri) const {
    const auto found = by_iri_.find(iri);
    if (found == by_iri_.end()) return std::nullopt;
    return found->second;
  }

  /// The classes and datatypes that a domain or range names, lists of owl:unionOf taken apart.
  [[nodiscard]] std::vector<std::string_view> named(const Property& property, std::string_view predicate) const {
    std::vector<std::string_view> iris;
    for (const TermId id : reading_.objects(property.iri, predicate)) {
      if (reading_.term(id).is_iri()) {
        iris.push_back(reading_.text(id));
        continue;
      }
      const auto unions = reading_.objects(id, terms::union_of);
      if (unions.empty()) iris.push_back(graph::owl::space);  // an expression that we do not know: anything
      for (const TermId head : unions)
        for (const TermId member : reading_.list(head))
          iris.push_back(reading_.term(member).is_iri() ? reading_.text(member) : graph::owl::space);
    }
    return iris;
  }

  /// The classes of these IRIs. A class of another vocabulary stands for ours below it; where there is none, and where
  /// anything may stand, nothing.
  [[nodiscard]] std::vector<ClassId> classes(const std::vector<std::string_view>& iris, std::string_view role,
                                             const Property& property) const {
    std::vector<ClassId> found;
    for (const std::string_view iri : iris) {
      if (const auto known = resolver_.resolve(iri, role, property.iri)) {
        found.push_back(*known);
        continue;
      }
      const std::size_t before = found.size();
      for (const TermId below : reading_.subjects(graph::rdfs::sub_class_of, iri))
        if (const auto ours = schema_.find_class(reading_.text(below))) found.push_back(*ours);
      if (found.size() == before) return {};
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  }

  void read_domain_and_range(Property& property) const {
    property.domain = classes(named(property, graph::rdfs::domain), "in the domain of", property);
    const std::vector<std::string_view> range = named(property, graph::rdfs::range);
    const auto is_literal = [this](std::string_view iri) { return is_datatype(reading_, iri); };
    if (!range.empty() && std::ranges::all_of(range, is_literal)) property.literal = true;
    if (property.literal) {
      if (!range.empty() && range.front() != terms::literal) property.datatype = range.front();
    } else {
      property.range = classes(range, "in the range of", property);
    }
  }

  void read_parents(Property& property) const {
    for (const TermId id : reading_.objects(property.iri, graph::rdfs::sub_property_of)) {
      const auto parent = find(reading_.text(id));
      if (parent && reading_.text(id) != property.iri) property.parents.push_back(*parent);
    }
  }

  void read_carried(Property& property) const {
    for (const TermId id : reading_.objects(property.iri, graph::pa::carries)) {
      property.carries.emplace_back(reading_.text(id));
      if (from_iri(reading_.text(id))) continue;
      std::vector<std::string> known;
      for (const Factuality factuality : all_factualities) known.emplace_back(to_iri(factuality));
      reading_.warn(
          reading_.files().mention(property.iri, reading_.text(id)),
          reading_.name(property.iri) + " carries " + reading_.name(reading_.text(id)) + ", which is no factuality",
          did_you_mean(reading_, reading_.text(id), known));
    }
  }

  void read_learned(Property& property) const {
    property.learned.cues = weights(property, terms::cue);
    property.learned.company = weights(property, terms::company);
    for (const TermId id : reading_.objects(property.iri, terms::argument_kinds)) property.learned.kinds.emplace_back(reading_.text(id));
    for (const TermId id : reading_.objects(property.iri, terms::threshold)) property.learned.threshold = number(property, reading_.text(id)).second;
  }

  /// Literals like "1.25 on path found".
  [[nodiscard]] std::vector<std::pair<std::string, double>> weights(const Property& property, std::string_view predicate) const {
    std::vector<std::pair<std::string, double>> found;
    for (const TermId id : reading_.objects(property.iri, predicate)) {
      auto [cue, weight] = number(property, reading_.text(id));
      if (!cue.empty()) found.emplace_back(std::move(cue), weight);
    }
    return found;
  }

  /// The number that a literal begins with, and what follows behind a space.
  [[nodiscard]] std::pair<std::string, double> number(const Property& property, std::string_view text) const {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || (end != text.data() + text.size() && *end != ' '))
      throw Error(ErrorKind::bad_input, reading_.files().location(reading_.files().literal(property.iri, text)),
                  "a weight of " + reading_.name(property.iri) + " does not begin with a number: '" + std::string(text) + "'",
                  "write it like \"1.25 on path found\"");
    const auto at = static_cast<std::size_t>(end - text.data());
    return {std::string(text.substr(std::min(at + 1, text.size()))), value};
  }

  void read_derivations(Property& property) const {
    for (const TermId rule : reading_.objects(property.iri, terms::shortcut_of))
      property.derivations.push_back(derivation(rule, property));
    const auto key = [](const Derivation& d) { return std::tie(d.node, d.from, d.to, d.when, d.unless, d.to_class); };
    std::ranges::sort(property.derivations, {}, key);  // blank nodes have no order of their own
  }

  [[nodiscard]] Derivation derivation(TermId rule, const Property& property) const {
    Derivation result;
    const auto nodes = reading_.objects(rule, terms::node);
    const auto node =
        nodes.size() == 1 ? resolver_.resolve(reading_.text(nodes[0]), "in a shortcut of", property.iri) : std::nullopt;
    if (!node)
      throw Error(ErrorKind::bad_input,
                  reading_.files().location(reading_.files().mention(property.iri, terms::shortcut_of)),
                  "a shortcut of " + reading_.name(property.iri) + " does not say from which class of nodes it follows",
                  "give it one pa:node, a class of this ontology");
    result.node = *node;
    result.from = role(rule, terms::from, property);
    result.to = role(rule, terms::to, property);
    result.when = iris(rule, terms::when);
    result.unless = iris(rule, terms::unless);
    for (const std::string& iri : iris(rule, terms::to_class))
      if (const auto known = resolver_.resolve(iri, "in a shortcut of", property.iri))
        result.to_class.push_back(*known);
    for (const TermId id : reading_.objects(rule, terms::at_most)) {
      const std::string_view number = reading_.text(id);
      std::from_chars(number.data(), number.data() + number.size(), result.at_most);
    }
    return result;
  }

  [[nodiscard]] std::vector<std::string> iris(TermId rule, std::string_view predicate) const {
    std::vector<std::string> result;
    for (const TermId id : reading_.objects(rule, predicate)) result.emplace_back(reading_.text(id));
    return result;
  }

  /// The property that is a rule's subject or object; nothing for the node itself.
  [[nodiscard]] std::optional<PropertyId> role(TermId rule, std::string_view end, const Property& property) const {
    const auto values = reading_.objects(rule, end);
    if (values.empty() || reading_.text(values.front()) == terms::self) return std::nullopt;
    const std::string_view iri = reading_.text(values.front());
    if (const auto found = find(iri)) return found;
    std::vector<std::string> known;
    for (const Property& one : properties_) known.push_back(one.iri);
    throw Error(ErrorKind::bad_input, reading_.files().location(reading_.files().mention(property.iri, iri)),
                "unknown property " + reading_.name(iri) + " in a shortcut of " + reading_.name(property.iri),
                did_you_mean(reading_, iri, known));
  }

  void read_inverses() {
    for (std::uint32_t i = 0; i < properties_.size(); ++i) {
      for (const TermId id : reading_.objects(properties_[i].iri, graph::owl::inverse_of)) {
        const auto other = find(reading_.text(id));
        if (!other) continue;
        Property& one = properties_[i];
        Property& inverse = properties_[static_cast<std::size_t>(*other)];
        if (!one.inverse) one.inverse = other;
        if (!inverse.inverse) inverse.inverse = PropertyId{i};
      }
    }
  }

  const Reading& reading_;
  const Schema& schema_;
  ClassResolver resolver_;
  std::vector<Property> properties_;
  std::map<std::string, PropertyId, std::less<>> by_iri_;
};

}  // namespace

std::vector<Property> read_properties(const Reading& reading, const Schema& schema) {
  return PropertyReader(reading, schema).run();
}

}  // namespace dossier::ontology
