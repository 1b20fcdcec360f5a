#include <algorithm>
#include <set>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ontology/schema_reader.h"
#include "ontology/terms.h"

namespace dossier::ontology {
namespace {

constexpr std::size_t index(ClassId id) noexcept { return static_cast<std::size_t>(id); }

/// The event types that a class says its events have, and behind them those above them; a circle is gone round once.
std::vector<std::string> event_types(const Reading& reading, graph::TermId of) {
  std::vector<graph::TermId> types = reading.objects(of, terms::means_event_type);
  for (std::size_t i = 0; i < types.size(); ++i)
    for (const graph::TermId above : reading.objects(types[i], terms::broader))
      if (std::ranges::find(types, above) == types.end()) types.push_back(above);
  std::vector<std::string> result;
  result.reserve(types.size());
  for (const graph::TermId type : types) result.emplace_back(reading.text(type));
  return result;
}

/// The class of the act that tells of an event of this class, by one of the two properties that say so; of several the first.
std::string act_class(const Reading& reading, graph::TermId of, std::string_view property) {
  const auto found = reading.objects(of, property);
  return found.empty() ? std::string() : std::string(reading.text(found.front()));
}

/// The classes without parents.
std::vector<Class> declared_classes(const Reading& reading) {
  std::set<graph::TermId> found;
  for (const std::string_view type : {graph::owl::class_, graph::rdfs::class_})
    for (const graph::TermId id : reading.subjects(graph::rdf::type, type))
      if (reading.term(id).is_iri()) found.insert(id);
  std::vector<std::pair<Place, Class>> classes;
  for (const graph::TermId id : found) {
    Class one;
    one.iri = reading.text(id);
    one.label = best_text(reading, reading.objects(id, graph::rdfs::label)).value_or(std::string(local_name(one.iri)));
    one.comment = best_text(reading, reading.objects(id, graph::rdfs::comment)).value_or("");
    one.exchange_type = best_text(reading, reading.objects(id, graph::pa::exchange_type)).value_or("");
    one.event_types = event_types(reading, id);
    one.when_planned = act_class(reading, id, terms::when_planned);
    one.when_refused = act_class(reading, id, terms::when_refused);
    const Place place = reading.files().declared(one.iri);
    one.declared = reading.files().location(place);
    classes.emplace_back(place, std::move(one));
  }
  std::ranges::stable_sort(classes, {}, &std::pair<Place, Class>::first);
  std::vector<Class> result;
  result.reserve(classes.size());
  for (auto& [place, one] : classes) result.push_back(std::move(one));
  return result;
}

void read_parents(const Reading& reading, std::vector<Class>& classes) {
  const Schema schema(classes);
  const ClassResolver resolver(reading, schema);
  // what is not declared as a class is not looked at again, so a slip of the pen on the left must be told here
  for (const graph::TermId id : reading.subjects(graph::rdfs::sub_class_of))
    if (reading.term(id).is_iri()) (void)resolver.resolve(reading.text(id), "that has superclasses", reading.text(id));
  for (std::uint32_t i = 0; i < classes.size(); ++i) {
    for (const graph::TermId id : reading.objects(classes[i].iri, graph::rdfs::sub_class_of)) {
      if (!reading.term(id).is_iri()) continue;  // a restriction
      const auto parent = resolver.resolve(reading.text(id), "in the superclasses of", classes[i].iri);
      if (parent && *parent != ClassId{i}) classes[i].parents.push_back(*parent);  // RDFS: each class is below itself
    }
  }
}

void check_acts(const Reading& reading, const std::vector<Class>& classes) {
  const Schema schema(classes);
  const ClassResolver resolver(reading, schema);
  for (const Class& one : classes) {
    if (!one.when_planned.empty()) (void)resolver.resolve(one.when_planned, "as pa:whenPlanned of", one.iri);
    if (!one.when_refused.empty()) (void)resolver.resolve(one.when_refused, "as pa:whenRefused of", one.iri);
  }
}

/// Looks for a circle by going up from one class after the other.
class CircleSearch {
 public:
  explicit CircleSearch(const std::vector<Class>& classes) : classes_(classes), done_(classes.size()) {}

  /// The classes of a circle, beginning with the one declared first; empty when there is none.
  std::vector<ClassId> run() {
    for (std::uint32_t i = 0; i < classes_.size(); ++i)
      if (climb(ClassId{i})) return circle_;
    return {};
  }

 private:
  bool climb(ClassId id) {
    if (done_[index(id)]) return false;
    if (const auto met = std::ranges::find(path_, id); met != path_.end()) {
      circle_.assign(met, path_.end());
      std::ranges::rotate(circle_, std::ranges::min_element(circle_));
      return true;
    }
    path_.push_back(id);
    for (const ClassId parent : classes_[index(id)].parents)
      if (climb(parent)) return true;
    path_.pop_back();
    done_[index(id)] = true;
    return false;
  }

  const std::vector<Class>& classes_;
  std::vector<bool> done_;
  std::vector<ClassId> path_, circle_;
};

void check_no_circle(const Reading& reading, const std::vector<Class>& classes) {
  const std::vector<ClassId> circle = CircleSearch(classes).run();
  if (circle.empty()) return;
  std::string names;
  for (const ClassId id : circle) names += reading.name(classes[index(id)].iri) + " -> ";
  const Class& first = classes[index(circle.front())];
  const Class& second = classes[index(circle[1])];
  throw Error(ErrorKind::bad_input, reading.files().location(reading.files().mention(first.iri, second.iri)),
              "the classes run in a circle: " + names + reading.name(first.iri),
              "take one rdfs:subClassOf away; two names for one class are skos:altLabel");
}

/// What the nearest superclass says that says anything; of several equally near ones, the first by IRI.
template <typename Value>
Value inherited(const std::vector<Class>& classes, ClassId of, Value Class::* what) {
  std::vector<ClassId> level{of};
  while (!level.empty()) {
    std::vector<ClassId> above;
    for (const ClassId id : level) {
      if (!(classes[index(id)].*what).empty()) return classes[index(id)].*what;
      above.insert(above.end(), classes[index(id)].parents.begin(), classes[index(id)].parents.end());
    }
    std::ranges::sort(above, {}, [&classes](ClassId id) { return std::string_view(classes[index(id)].iri); });
    const auto repeated = std::ranges::unique(above);
    above.erase(repeated.begin(), repeated.end());
    level = std::move(above);
  }
  return {};
}

}  // namespace

std::vector<Class> read_classes(const Reading& reading) {
  std::vector<Class> classes = declared_classes(reading);
  read_parents(reading, classes);
  check_no_circle(reading, classes);
  check_acts(reading, classes);
  std::vector<Class> result = classes;
  for (std::uint32_t i = 0; i < classes.size(); ++i) {
    result[i].exchange_type = inherited(classes, ClassId{i}, &Class::exchange_type);
    result[i].event_types = inherited(classes, ClassId{i}, &Class::event_types);
    result[i].when_planned = inherited(classes, ClassId{i}, &Class::when_planned);
    result[i].when_refused = inherited(classes, ClassId{i}, &Class::when_refused);
  }
  return result;
}

}  // namespace dossier::ontology
