#include <algorithm>
#include <array>
#include <charconv>
#include <map>
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
    read_weights();
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
        Example example{std::string(teaches), std::string(reading_.text(id)), counter, {}, Example().weight};
        const Place place = reading_.files().literal(teaches, example.text);
        example.declared = reading_.files().location(place);
        check(example);
        if (const auto weight = weights_.find({example.teaches, example.text}); weight != weights_.end()) example.weight = weight->second;
        examples_.emplace_back(place, std::move(example));
      }
    }
  }

  /// "0.93 [Kim]{subject} met [Moon]{object}."
  void read_weights() {
    for (const graph::TermId subject : reading_.subjects(terms::example_weight))
      for (const graph::TermId id : reading_.objects(subject, terms::example_weight)) {
        const std::string_view text = reading_.text(id);
        double weight = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), weight);
        const auto at = static_cast<std::size_t>(end - text.data());
        if (fault != std::errc() || at == text.size() || text[at] != ' ' || weight < 0 || weight > 1)
          throw Error(ErrorKind::bad_input, reading_.files().location(reading_.files().literal(reading_.text(subject), text)),
                      "a weight of an example does not begin with a number from 0 to 1: '" + std::string(text) + "'", "write it like \"0.93 [Kim]{subject} met [Moon]{object}.\"");
        weights_[{std::string(reading_.text(subject)), std::string(text.substr(at + 1))}] = weight;
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
  std::map<std::pair<std::string, std::string>, double> weights_;  ///< by what is taught, and the example
};

}  // namespace

std::vector<Example> read_examples(const Reading& reading, const Schema& schema) {
  return ExampleReader(reading, schema).run();
}

}  // namespace dossier::ontology
