#include <algorithm>
#include <array>
#include <tuple>

#include "graph/error/error.h"
#include "ontology/example_markup.h"
#include "ontology/schema_reader.h"
#include "ontology/terms.h"

namespace dossier::ontology {
namespace {

constexpr std::array<std::string_view, 2> property_roles{"subject", "object"};

class ExampleReader {
 public:
  ExampleReader(const Reading& reading, const Schema& schema) : reading_(reading), schema_(schema) {}

  std::vector<Example> run() {
    read(terms::example, false);
    read(terms::counter_example, true);
    std::ranges::sort(examples_, {},
                      [](const auto& one) { return std::tie(one.first, one.second.text, one.second.teaches); });
    std::vector<Example> result;
    for (auto& [place, example] : examples_) result.push_back(std::move(example));
    return result;
  }

 private:
  void read(std::string_view predicate, bool counter) {
    for (const graph::TermId subject : reading_.subjects(predicate)) {
      const std::string_view teaches = reading_.text(subject);
      if (!schema_.find_class(teaches) && !schema_.find_property(teaches)) {
        warn_of_unknown(teaches);
        continue;
      }
      for (const graph::TermId id : reading_.objects(subject, predicate)) {
        Example example{std::string(teaches), std::string(reading_.text(id)), counter, {}};
        const Place place = reading_.files().literal(teaches, example.text);
        example.declared = reading_.files().location(place);
        check(example);
        examples_.emplace_back(place, std::move(example));
      }
    }
  }

  void warn_of_unknown(std::string_view teaches) const {
    std::vector<std::string> known;
    for (const Class& one : schema_.classes()) known.push_back(one.iri);
    for (const Property& one : schema_.properties()) known.push_back(one.iri);
    reading_.warn(reading_.files().mention(teaches, terms::example),
                  "an example of " + reading_.name(teaches) + ", which is neither a class nor a property",
                  did_you_mean(reading_, teaches, known));
  }

  void check(const Example& example) const {
    const Markup markup = read_markup(example.text);
    if (!markup.fault.empty())
      throw Error(ErrorKind::bad_input, example.declared,
                  "an example of " + reading_.name(example.teaches) + " is marked wrongly: " + markup.fault,
                  "mark arguments like this: [Kim]{subject} met [Moon]{object}.");
    for (const Mark& mark : markup.marks)
      if (!is_known(mark.role, example)) throw_unknown_role(mark.role, example);
  }

  [[nodiscard]] bool is_known(std::string_view role, const Example& example) const {
    if (schema_.find_class(example.teaches)) return schema_.property_named(role).has_value();
    return std::ranges::find(property_roles, role) != property_roles.end();
  }

  [[noreturn]] void throw_unknown_role(const std::string& role, const Example& example) const {
    std::string hint = "the roles in an example of a property are {subject} and {object}";
    if (schema_.find_class(example.teaches)) {
      std::vector<std::string> known;
      for (const Property& one : schema_.properties()) known.push_back(one.iri);
      hint = did_you_mean(reading_, role, known);
    }
    throw Error(ErrorKind::bad_input, example.declared,
                "unknown role {" + role + "} in an example of " + reading_.name(example.teaches), hint);
  }

  const Reading& reading_;
  const Schema& schema_;
  std::vector<std::pair<Place, Example>> examples_;
};

}  // namespace

std::vector<Example> read_examples(const Reading& reading, const Schema& schema) {
  return ExampleReader(reading, schema).run();
}

}  // namespace dossier::ontology
