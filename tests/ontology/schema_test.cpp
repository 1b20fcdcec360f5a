#include "ontology/schema.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/ontology/written_files.h"

using namespace dossier::ontology;
using dossier::ontology::test::WrittenFiles;

namespace {

const std::string ships = R"(
:Thing a owl:Class ; rdfs:label "Ding"@de , "thing"@en ; pa:exchangeType "Thing" .
:Vessel a owl:Class ; rdfs:subClassOf :Thing , foaf:Agent ; rdfs:comment "What floats."@en .
:Home a rdfs:Class ; rdfs:subClassOf :Thing ; pa:exchangeType "Place" .
:Houseboat a owl:Class ; rdfs:subClassOf :Vessel , :Home , :Houseboat , [ a owl:Restriction ] .
:Person a owl:Class ; owl:disjointWith :Thing .
:Voyage a owl:Class ; pa:meansEventType :sailing .
:owns a owl:ObjectProperty ; rdfs:domain :Person ; rdfs:range [ a owl:Class ; owl:unionOf ( :Vessel :Home ) ] .
:ownedBy a owl:ObjectProperty ; owl:inverseOf :owns ; rdfs:domain owl:Thing ; rdfs:range :Person .
:met a owl:ObjectProperty , owl:SymmetricProperty , pa:Shortcut ; rdfs:domain foaf:Agent ; rdfs:range foaf:Document ;
  pa:carries pa:Planned , pa:Pledged ;
  pa:shortcutOf [ pa:node :Voyage ; pa:from :crew ; pa:to pa:self ; pa:toClass :Voyage ; pa:when :kind ; pa:atMost 2 ] ;
  pa:example "[Kim]{subject} met [Moon]{object}." ; pa:counterExample "[Kim]{subject} met [a goal]{object}." .
:crew a rdf:Property ; rdfs:range :Person .
:captain a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:subPropertyOf :crew .
:length a rdf:Property ; rdfs:range xsd:decimal .
:named a owl:DatatypeProperty ; rdfs:range rdfs:Literal .
:Voyage pa:example "[Kim]{captain} sailed." .
:Cruise a owl:Class ; rdfs:subClassOf :Voyage .
:Race a owl:Class ; rdfs:subClassOf :Voyage ; pa:meansEventType :regatta .
:regatta skos:broader :contest . :contest skos:broader :kind . :kind skos:broader :contest .
)";

const Ontology& sample() {
  static const Ontology ontology = WrittenFiles{{"ships.ttl", ships}}.read();
  return ontology;
}
const Schema& schema() { return sample().schema; }

ClassId a_class(std::string_view name) { return schema().class_named(name).value(); }
const Property& property(std::string_view name) { return schema()[schema().property_named(name).value()]; }

std::string names(std::span<const ClassId> ids) {
  std::string result;
  for (const ClassId id : ids) result += (result.empty() ? "" : " ") + std::string(local_name(schema()[id].iri));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(classes_come_in_the_order_of_their_declaration) {
  std::string all;
  for (const Class& one : schema().classes()) all += std::string(local_name(one.iri)) + " ";
  BOOST_CHECK_EQUAL(all, "Thing Vessel Home Houseboat Person Voyage Cruise Race ");
  const Class& vessel = schema()[a_class("Vessel")];
  BOOST_CHECK_EQUAL(vessel.label, "Vessel");
  BOOST_CHECK_EQUAL(vessel.comment, "What floats.");
  BOOST_CHECK_EQUAL(vessel.declared.line, 7U);
  BOOST_CHECK_EQUAL(schema()[a_class("Thing")].label, "thing");
}

BOOST_AUTO_TEST_CASE(the_hierarchy_is_closed) {
  BOOST_CHECK_EQUAL(names(schema()[a_class("Houseboat")].parents), "Home Vessel");
  BOOST_CHECK(schema().is_a(a_class("Houseboat"), a_class("Thing")));
  BOOST_CHECK(schema().is_a(a_class("Thing"), a_class("Thing")));
  BOOST_CHECK(!schema().is_a(a_class("Thing"), a_class("Home")));
  BOOST_CHECK(!schema().is_a(a_class("Person"), a_class("Thing")));
}

BOOST_AUTO_TEST_CASE(the_exchange_type_comes_from_the_nearest_class_above) {
  BOOST_CHECK_EQUAL(schema()[a_class("Vessel")].exchange_type, "Thing");
  BOOST_CHECK_EQUAL(schema()[a_class("Houseboat")].exchange_type, "Place");
  BOOST_CHECK_EQUAL(schema()[a_class("Person")].exchange_type, "");
}

BOOST_AUTO_TEST_CASE(disjoint_classes_keep_those_below_them_apart) {
  BOOST_CHECK(schema().disjoint(a_class("Person"), a_class("Houseboat")));
  BOOST_CHECK(schema().disjoint(a_class("Houseboat"), a_class("Person")));
  BOOST_CHECK(!schema().disjoint(a_class("Vessel"), a_class("Home")));
  BOOST_CHECK(!schema().disjoint(a_class("Person"), a_class("Person")));
}

BOOST_AUTO_TEST_CASE(domains_and_ranges_are_any_of_their_classes) {
  BOOST_CHECK_EQUAL(names(property("owns").domain), "Person");
  BOOST_CHECK_EQUAL(names(property("owns").range), "Vessel Home");
  BOOST_CHECK(schema().fits(a_class("Houseboat"), property("owns").range));
  BOOST_CHECK(!schema().fits(a_class("Thing"), property("owns").range));
  BOOST_CHECK(schema().fits(a_class("Thing"), property("ownedBy").domain));  // owl:Thing: anything
}

BOOST_AUTO_TEST_CASE(classes_of_other_vocabularies_stand_for_ours_below_them) {
  BOOST_CHECK_EQUAL(names(property("met").domain), "Vessel");
  BOOST_CHECK_EQUAL(names(property("met").range), "");
}

BOOST_AUTO_TEST_CASE(properties_know_their_kind) {
  BOOST_CHECK(property("met").symmetric);
  BOOST_CHECK(property("met").shortcut);
  BOOST_CHECK(!property("owns").symmetric);
  BOOST_CHECK(property("captain").functional);
  BOOST_REQUIRE_EQUAL(property("captain").parents.size(), 1U);
  BOOST_CHECK(property("captain").parents[0] == *schema().property_named("crew"));
  BOOST_CHECK(property("length").literal);
  BOOST_CHECK_EQUAL(property("length").datatype, "http://www.w3.org/2001/XMLSchema#decimal");
  BOOST_CHECK(property("named").literal);
  BOOST_CHECK_EQUAL(property("named").datatype, "");
  BOOST_CHECK(!property("crew").literal);
  BOOST_CHECK_EQUAL(property("met").declared.line, 14U);
  BOOST_CHECK_EQUAL(property("met").carries.size(), 2U);
}

BOOST_AUTO_TEST_CASE(an_inverse_counts_both_ways) {
  BOOST_CHECK(property("owns").inverse == schema().property_named("ownedBy"));
  BOOST_CHECK(property("ownedBy").inverse == schema().property_named("owns"));
  BOOST_CHECK(!property("crew").inverse);
}

BOOST_AUTO_TEST_CASE(a_shortcut_says_from_what_it_follows) {
  BOOST_REQUIRE_EQUAL(property("met").derivations.size(), 1U);
  const Derivation& rule = property("met").derivations[0];
  BOOST_CHECK(rule.node == a_class("Voyage"));
  BOOST_CHECK(rule.from == schema().property_named("crew"));
  BOOST_CHECK(!rule.to);
  BOOST_CHECK_EQUAL(names(rule.to_class), "Voyage");
  BOOST_CHECK_EQUAL(rule.at_most, 2U);
  BOOST_REQUIRE_EQUAL(rule.when.size(), 1U);
  BOOST_CHECK_EQUAL(rule.when[0], "https://example.org/kind");
}

BOOST_AUTO_TEST_CASE(event_types_come_from_the_nearest_class_above_with_all_that_is_broader) {
  const auto types = [](std::string_view name) {
    std::string all;
    for (const std::string& iri : schema()[a_class(name)].event_types) all += std::string(local_name(iri)) + " ";
    return all;
  };
  BOOST_CHECK_EQUAL(types("Voyage"), "sailing ");
  BOOST_CHECK_EQUAL(types("Cruise"), "sailing ");
  BOOST_CHECK_EQUAL(types("Race"), "regatta contest kind ");
  BOOST_CHECK_EQUAL(types("Vessel"), "");
}

BOOST_AUTO_TEST_CASE(a_shortcut_holds_when_and_unless) {
  const std::vector<std::string> none, race{"regatta", "contest"};
  Derivation rule;
  BOOST_CHECK(rule.holds_for(none) && rule.holds_for(race));
  rule.when = {"kind", "contest"};
  BOOST_CHECK(!rule.holds_for(none) && rule.holds_for(race));
  rule.unless = {"regatta"};
  BOOST_CHECK(!rule.holds_for(race));
  rule.when.clear();
  BOOST_CHECK(rule.holds_for(none) && !rule.holds_for(race));
}

BOOST_AUTO_TEST_CASE(examples_come_in_the_order_of_the_file) {
  BOOST_REQUIRE_EQUAL(schema().examples().size(), 3U);
  const Example& counter = schema().examples()[1];  // those of one line by text
  BOOST_CHECK(counter.counter);
  BOOST_CHECK_EQUAL(counter.text, "[Kim]{subject} met [a goal]{object}.");
  BOOST_CHECK_EQUAL(counter.declared.line, 17U);
  BOOST_CHECK(!schema().examples()[0].counter);
  BOOST_CHECK_EQUAL(schema().examples()[2].teaches, "https://example.org/Voyage");
  BOOST_CHECK_EQUAL(schema().examples()[2].declared.line, 22U);
}

BOOST_AUTO_TEST_CASE(the_first_declared_of_one_local_name_wins) {
  WrittenFiles files{{"b.ttl", "<https://b.org/#Ship> a owl:Class ."},
                     {"a.ttl", "\n<https://z.org/#Ship> a owl:Class ."}};
  const Schema both = files.read().schema;
  BOOST_CHECK_EQUAL(both[both.class_named("Ship").value()].iri, "https://z.org/#Ship");
  BOOST_CHECK(both.find_class("https://b.org/#Ship"));
  BOOST_CHECK(!both.find_class("Ship"));
  BOOST_CHECK(!both.class_named("ship"));
}
