#include "ontology/schema.h"

#include <algorithm>

namespace dossier::ontology {
namespace {

constexpr std::size_t index(ClassId id) noexcept { return static_cast<std::size_t>(id); }

template <class Id, class Index>
std::optional<Id> find(const Index& names, std::string_view name) {
  const auto found = names.find(name);
  if (found == names.end()) return std::nullopt;
  return Id{found->second};
}

/// Marks `of` and all classes above it.
void mark_ancestors(const std::vector<Class>& classes, ClassId of, std::vector<bool>& marked) {
  if (marked[index(of)]) return;
  marked[index(of)] = true;
  for (const ClassId parent : classes[index(of)].parents) mark_ancestors(classes, parent, marked);
}

}  // namespace

bool Derivation::holds_for(std::span<const std::string> event_types) const {
  const auto has = [event_types](const std::string& type) { return std::ranges::find(event_types, type) != event_types.end(); };
  return (when.empty() || std::ranges::any_of(when, has)) && std::ranges::none_of(unless, has);
}

Schema::Schema(std::vector<Class> classes, std::vector<Property> properties, std::vector<Example> examples,
               std::vector<std::pair<ClassId, ClassId>> disjoint)
    : classes_(std::move(classes)),
      properties_(std::move(properties)),
      examples_(std::move(examples)),
      disjoint_(std::move(disjoint)),
      ancestors_(classes_.size(), std::vector<bool>(classes_.size())),
      has_subclasses_(classes_.size()) {
  for (std::uint32_t i = 0; i < classes_.size(); ++i) {
    mark_ancestors(classes_, ClassId{i}, ancestors_[i]);
    for (const ClassId parent : classes_[i].parents) has_subclasses_[index(parent)] = true;
    class_iris_.emplace(classes_[i].iri, i);
    class_names_.emplace(local_name(classes_[i].iri), i);
  }
  for (std::uint32_t i = 0; i < properties_.size(); ++i) {
    property_iris_.emplace(properties_[i].iri, i);
    property_names_.emplace(local_name(properties_[i].iri), i);
  }
}

std::optional<ClassId> Schema::find_class(std::string_view iri) const { return find<ClassId>(class_iris_, iri); }

std::optional<PropertyId> Schema::find_property(std::string_view iri) const {
  return find<PropertyId>(property_iris_, iri);
}

std::optional<ClassId> Schema::class_named(std::string_view local) const { return find<ClassId>(class_names_, local); }

std::optional<PropertyId> Schema::property_named(std::string_view local) const {
  return find<PropertyId>(property_names_, local);
}

bool Schema::is_a(ClassId a, ClassId b) const { return ancestors_[index(a)][index(b)]; }

bool Schema::fits(ClassId one, std::span<const ClassId> allowed) const {
  return allowed.empty() || std::ranges::any_of(allowed, [&](ClassId other) { return is_a(one, other); });
}

bool Schema::disjoint(ClassId a, ClassId b) const {
  return std::ranges::any_of(disjoint_, [&](const auto& pair) {
    return (is_a(a, pair.first) && is_a(b, pair.second)) || (is_a(a, pair.second) && is_a(b, pair.first));
  });
}

std::string_view local_name(std::string_view iri) noexcept {
  const std::size_t mark = iri.find_last_of("#/:");
  return mark == std::string_view::npos ? iri : iri.substr(mark + 1);
}

}  // namespace dossier::ontology
