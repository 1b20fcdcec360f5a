#include "ontology/ontology.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "tests/ontology/written_files.h"

using namespace dossier;
using namespace dossier::ontology;
using dossier::ontology::test::WrittenFiles;

namespace {

std::string fault(const std::string& turtle) { return WrittenFiles{{"a.ttl", turtle}}.fault(); }

const std::string two_classes = ":Agent a owl:Class . :Event a owl:Class .\n";  // line 5

std::string found(const Ontology& ontology, const std::string& text) {
  const auto match = ontology.lexicon.longest(text, 0);
  std::string result;
  if (!match) return result;
  for (const Entry& entry : match->entries) {
    const bool is_class = entry.kind == LabelKind::class_label;
    const bool is_title = entry.kind == LabelKind::title || entry.kind == LabelKind::honorific;
    result += is_class   ? "class " + ontology.schema[ClassId{entry.thing}].iri
              : is_title ? "title " + ontology.lexicon.titles()[entry.thing].iri
                         : "entity " + ontology.lexicon.entities()[entry.thing].iri;
    result += ";";
  }
  return result;
}

}  // namespace

// ---- what makes an ontology unusable

BOOST_AUTO_TEST_CASE(tells_a_circle_of_classes) {
  BOOST_CHECK_EQUAL(fault(":C a owl:Class ; rdfs:subClassOf :A .\n"
                          ":A a owl:Class ;\n  rdfs:subClassOf :B .\n"
                          ":B a owl:Class ; rdfs:subClassOf :C .\n"),
                    "a.ttl:5: the classes run in a circle: :C -> :A -> :B -> :C "
                    "(take one rdfs:subClassOf away; two names for one class are skos:altLabel)");
  BOOST_CHECK_EQUAL(fault(":D a owl:Class ; rdfs:subClassOf :A .\n"
                          ":A a owl:Class ;\n  rdfs:subClassOf :B .\n"
                          ":B a owl:Class ; rdfs:subClassOf :A .\n"),
                    "a.ttl:7: the classes run in a circle: :A -> :B -> :A "
                    "(take one rdfs:subClassOf away; two names for one class are skos:altLabel)");
}

BOOST_AUTO_TEST_CASE(tells_an_unknown_class_and_the_nearest_known_one) {
  BOOST_CHECK_EQUAL(fault(two_classes + ":actor a owl:ObjectProperty ;\n  rdfs:domain :Evnet ."),
                    "a.ttl:7: unknown class :Evnet in the domain of :actor (did you mean :Event?)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":actor a owl:ObjectProperty ;\n  rdfs:range [ a owl:Class ;\n"
                                        "  owl:unionOf ( :Event\n  :Agents ) ] ."),
                    "a.ttl:9: unknown class :Agents in the range of :actor (did you mean :Agent?)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":Meeting a owl:Class ; rdfs:subClassOf :Lighthouse ."),
                    "a.ttl:6: unknown class :Lighthouse in the superclasses of :Meeting "
                    "(declare it: :Lighthouse a owl:Class)");
  BOOST_CHECK_EQUAL(fault(two_classes + "\n:Agnet rdfs:subClassOf foaf:Agent ."),
                    "a.ttl:7: unknown class :Agnet that has superclasses (did you mean :Agent?)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":met a pa:Shortcut ; pa:shortcutOf [\n  pa:node :event ] ."),
                    "a.ttl:7: unknown class :event in a shortcut of :met (did you mean :Event?)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":Meeting a owl:Class ; pa:whenPlanned :Evnet ."),
                    "a.ttl:6: unknown class :Evnet as pa:whenPlanned of :Meeting (did you mean :Event?)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":Meeting a owl:Class ; pa:whenRefused :Lighthouse ."),
                    "a.ttl:6: unknown class :Lighthouse as pa:whenRefused of :Meeting (declare it: :Lighthouse a owl:Class)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":p a rdf:Property ; pa:exampleWeight \"high [A]{subject}\" ."),
                    "a.ttl:6:38: a weight of an example does not begin with a number from 0 to 1: 'high [A]{subject}' "
                    "(write it like \"0.93 [Kim]{subject} met [Moon]{object}.\")");
}

BOOST_AUTO_TEST_CASE(classes_of_other_vocabularies_need_no_declaration) {
  BOOST_CHECK_EQUAL(fault(two_classes + ":Agent rdfs:subClassOf foaf:Agent , skos:Concept , owl:Thing .\n"
                                        ":p a rdf:Property ; rdfs:domain foaf:Person ; rdfs:range xsd:date .\n"
                                        ":q a rdf:Property ; rdfs:domain rdfs:Resource ; rdfs:range rdfs:Class ."),
                    "");
}

BOOST_AUTO_TEST_CASE(tells_a_shortcut_that_follows_from_nothing) {
  BOOST_CHECK_EQUAL(fault(two_classes + ":met a pa:Shortcut ; pa:shortcutOf [ pa:from :actor ] ."),
                    "a.ttl:6: a shortcut of :met does not say from which class of nodes it follows "
                    "(give it one pa:node, a class of this ontology)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":actor a owl:ObjectProperty .\n"
                                        ":met a pa:Shortcut ; pa:shortcutOf [ pa:node :Event ; pa:from :actr ] ."),
                    "a.ttl:7: unknown property :actr in a shortcut of :met (did you mean :actor?)");
}

BOOST_AUTO_TEST_CASE(tells_what_is_class_and_property) {
  BOOST_CHECK_EQUAL(fault(two_classes + "\n:Event a owl:ObjectProperty ."),
                    "a.ttl:5: :Event is declared both as a class and as a property");
}

BOOST_AUTO_TEST_CASE(tells_two_entities_with_one_iri) {
  const std::string hint = " (give one of them an IRI of its own; a second name of one entity is a pa:altName)";
  BOOST_CHECK_EQUAL(
      fault(two_classes + ":korea a :Agent ; pa:name \"South Korea\"@en .\n"
                          ":korea a :Agent ; pa:name \"North Korea\"@en ."),
      "a.ttl:7:27: two entities have one IRI: :korea has the pa:name \"South Korea\"@en and \"North Korea\"@en" + hint);
  WrittenFiles two_files{{"a.ttl", two_classes + ":x a :Agent ; skos:prefLabel \"A\" ."},
                         {"b.ttl", "\n:x skos:prefLabel \"B\" ."}};
  BOOST_CHECK_EQUAL(two_files.fault(),
                    "b.ttl:6:19: two entities have one IRI: :x has the skos:prefLabel \"A\" and \"B\"" + hint);
  BOOST_CHECK_EQUAL(
      fault(two_classes +
            ":x a :Agent ; pa:name \"A\"@en , \"B\"@de , \"C\" ; pa:altName \"D\"@en ; rdfs:label \"E\" , \"F\" ."),
      "");
  BOOST_CHECK_EQUAL(fault(two_classes + ":Agent owl:disjointWith :Event .\n:x a :Agent , :Event ; rdfs:label \"X\" ."),
                    "a.ttl:7: two entities have one IRI: :x is both :Agent and :Event, which have nothing in common");
}

BOOST_AUTO_TEST_CASE(tells_examples_that_are_marked_wrongly) {
  BOOST_CHECK_EQUAL(
      fault(two_classes +
            ":met a owl:ObjectProperty ; pa:example\n \"[A]{subject} met [B]{object}.\" ,\n \"[A{subject} met\" ."),
      "a.ttl:8:2: an example of :met is marked wrongly: a bracket is not closed at \"[A{subject} met\" "
      "(mark arguments like this: [Kim]{subject} met [Moon]{object}.)");
  BOOST_CHECK_EQUAL(fault(two_classes + ":met a owl:ObjectProperty ;\n pa:counterExample \"[A]{actor} met\" ."),
                    "a.ttl:7:20: unknown role {actor} in an example of :met "
                    "(the roles in an example of a property are {subject} and {object})");
  BOOST_CHECK_EQUAL(fault(two_classes + ":actor a owl:ObjectProperty .\n:Event pa:example \"[A]{acter} met\" ."),
                    "a.ttl:7:19: unknown role {acter} in an example of :Event (did you mean :actor?)");
}

BOOST_AUTO_TEST_CASE(tells_a_syntax_error_with_its_line) {
  const std::string told = fault(":Agent a owl:Class .\n:Event a owl:Class\n:x a :Event .\n");
  BOOST_CHECK_MESSAGE(told.starts_with("a.ttl:7"), told);
}

BOOST_AUTO_TEST_CASE(tells_files_that_are_not_there_or_not_rdf) {
  const auto told = [](const std::filesystem::path& path) -> std::string {
    const std::filesystem::path paths[] = {path};
    try {
      (void)read_ontology(paths, {});
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  };
  BOOST_CHECK_EQUAL(told("/nowhere/a.ttl"), "cannot open ontology '/nowhere/a.ttl': no such file or folder");
  const WrittenFiles files{{"notes.txt", "x"}};
  BOOST_CHECK_EQUAL(told(files.folder()), "no RDF file in folder '" + files.folder().string() + "'");
  BOOST_CHECK_EQUAL(told(files.folder() / "notes.txt"),
                    "cannot tell the RDF syntax of '" + (files.folder() / "notes.txt").string() + "' from its name");
}

// ---- what is told and goes on

BOOST_AUTO_TEST_CASE(warns_of_labels_that_two_things_share) {
  WrittenFiles files{
      {"a.ttl", two_classes + ":x a :Agent ; pa:name \"Georgia\"@en .\n:y a :Agent ; pa:altName \"Georgia\" ."}};
  (void)files.read();
  BOOST_CHECK_EQUAL(files.warnings(), "a.ttl:7:26: \"Georgia\" is a name of :x and :y\n");
}

BOOST_AUTO_TEST_CASE(warns_of_examples_of_nothing_and_of_unknown_factualities) {
  WrittenFiles files{
      {"a.ttl", two_classes + ":evnt pa:example \"Nothing.\" .\n:p a rdf:Property ;\n pa:carries pa:Pledge ."}};
  (void)files.read();
  BOOST_CHECK_EQUAL(files.warnings(),
                    "a.ttl:8: :p carries pa:Pledge, which is no factuality (did you mean pa:Pledged?)\n"
                    "a.ttl:6: an example of :evnt, which is neither a class nor a property (did you mean :Event?)\n");
}

BOOST_AUTO_TEST_CASE(warns_of_an_ontology_without_classes) {
  WrittenFiles files{{"a.ttl", ":x rdfs:label \"X\" ."}};
  BOOST_CHECK(files.read().lexicon.entities().empty());
  BOOST_CHECK_EQUAL(files.warnings(), "a.ttl: the ontology declares no class (declare one: ex:Ship a owl:Class)\n");
}

// ---- an ontology that knows nothing of ours

BOOST_AUTO_TEST_CASE(plain_rdfs_and_skos_are_enough) {
  WrittenFiles files{{"lights.ttl", R"(
:Lighthouse a rdfs:Class ; rdfs:label "lighthouse"@en , "Leuchtturm"@de ; skos:altLabel "light station" .
:Keeper a owl:Class ; rdfs:label "keeper" .
:keptBy a rdf:Property ; rdfs:domain :Lighthouse ; rdfs:range :Keeper .
:callSign a rdf:Property ; rdfs:subPropertyOf skos:altLabel .
:eddystone a :Lighthouse ; rdfs:label "Eddystone Lighthouse"@en ; skos:altLabel "the Eddystone" ; :callSign "EDST" .
:pharos a :Lighthouse ; foaf:name "Φάρος" .
:hook a :Lighthouse ; <https://schema.org/name> "Hook Head"@en ; skos:prefLabel "Rinn Duáin"@ga .
:nameless a :Lighthouse .
_:b a :Lighthouse ; rdfs:label "Nobody's Light" .
)"},
                     {"more.nt",
                      "<https://example.org/fanad> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
                      "<https://example.org/Lighthouse> .\n<https://example.org/fanad> "
                      "<http://www.w3.org/2000/01/rdf-schema#label> \"Fanad Head\" .\n"}};
  const Ontology lights = files.read();
  BOOST_CHECK_EQUAL(files.warnings(), "");
  BOOST_CHECK_EQUAL(found(lights, "Lighthouses of"), "class https://example.org/Lighthouse;");
  BOOST_CHECK_EQUAL(found(lights, "light stations"), "class https://example.org/Lighthouse;");
  BOOST_CHECK_EQUAL(found(lights, "Leuchtturm"), "");
  BOOST_CHECK_EQUAL(found(lights, "Eddystone Lighthouse"), "entity https://example.org/eddystone;");
  BOOST_CHECK_EQUAL(found(lights, "The Eddystone was"), "entity https://example.org/eddystone;");
  BOOST_CHECK_EQUAL(found(lights, "EDST"), "entity https://example.org/eddystone;");
  BOOST_CHECK_EQUAL(found(lights, "Φάρος"), "entity https://example.org/pharos;");
  BOOST_CHECK_EQUAL(found(lights, "Hook Head"), "entity https://example.org/hook;");
  BOOST_CHECK_EQUAL(found(lights, "Rinn Duáin"), "entity https://example.org/hook;");
  BOOST_CHECK_EQUAL(found(lights, "Fanad Head"), "entity https://example.org/fanad;");
  BOOST_CHECK_EQUAL(found(lights, "Nobody's Light"), "");
  BOOST_CHECK_EQUAL(lights.lexicon.entities().size(), 4U);
  BOOST_CHECK(lights.schema[lights.schema.property_named("keptBy").value()].domain.front() ==
              *lights.schema.class_named("Lighthouse"));
}

BOOST_AUTO_TEST_CASE(the_most_specific_type_counts) {
  WrittenFiles files{{"a.ttl",
                      ":A a owl:Class . :B a owl:Class ; rdfs:subClassOf :A . :C a owl:Class .\n"
                      ":x a :A , :B ; rdfs:label \"X\" . :y a :C , :B ; rdfs:label \"Y\" ."}};
  const Ontology ontology = files.read();
  for (const KnownEntity& entity : ontology.lexicon.entities())
    BOOST_CHECK_EQUAL(ontology.schema[entity.type].iri, "https://example.org/B");
}

BOOST_AUTO_TEST_CASE(titles_and_the_models_own_terms_are_no_entities) {
  WrittenFiles files{{"a.ttl", R"(pa:Title a owl:Class . pa:Honorific a owl:Class . pa:Factuality a owl:Class .
:State a owl:Class ; rdfs:label "state" .
pa:Pledged a pa:Factuality ; rdfs:label "pledged"@en .
:minister a pa:Title ; rdfs:label "minister"@en ; skos:altLabel "sec." ; pa:leads true ; pa:titleOf :State .
:mr a pa:Honorific ; rdfs:label "Mr."@en .
:korea a :State ; pa:name "Korea"@en ; pa:demonym "Korean"@en ; pa:metonym "Seoul"@en .
)"}};
  const Ontology ontology = files.read();
  BOOST_CHECK_EQUAL(found(ontology, "pledged"), "");
  BOOST_CHECK_EQUAL(found(ontology, "title"), "");
  BOOST_CHECK_EQUAL(found(ontology, "Ministers"), "title https://example.org/minister;");
  BOOST_CHECK_EQUAL(found(ontology, "Sec."), "title https://example.org/minister;");
  BOOST_CHECK_EQUAL(found(ontology, "Mr. Kim"), "title https://example.org/mr;");
  BOOST_CHECK_EQUAL(found(ontology, "Korean"), "entity https://example.org/korea;");
  BOOST_CHECK_EQUAL(found(ontology, "Seoul"), "entity https://example.org/korea;");
  BOOST_REQUIRE_EQUAL(ontology.lexicon.titles().size(), 2U);
  const Title& minister = ontology.lexicon.titles()[0];
  BOOST_CHECK(minister.leads && !minister.honorific);
  BOOST_REQUIRE_EQUAL(minister.of.size(), 1U);
  BOOST_CHECK(minister.of[0] == *ontology.schema.class_named("State"));
}

BOOST_AUTO_TEST_CASE(rdfxml_has_no_lines_but_is_read) {
  WrittenFiles files{{"a.rdf", R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:owl="http://www.w3.org/2002/07/owl#">
  <owl:Class rdf:about="https://example.org/Ship"><rdfs:subClassOf rdf:resource="https://example.org/Boat"/></owl:Class>
</rdf:RDF>)"}};
  BOOST_CHECK_EQUAL(files.fault(),
                    "a.rdf: unknown class <https://example.org/Boat> in the superclasses of "
                    "<https://example.org/Ship> (declare it: <https://example.org/Boat> a owl:Class)");
}

BOOST_AUTO_TEST_CASE(the_environment_names_the_shipped_ontology) {
  ::setenv("DOSSIER_ONTOLOGY", "/nowhere", 1);
  BOOST_CHECK_EXCEPTION((void)shipped_ontology(), Error,
                        [](const Error& error) { return error.kind() == ErrorKind::io; });
  ::setenv("DOSSIER_ONTOLOGY", "/tmp", 1);
  BOOST_CHECK_EQUAL(shipped_ontology(), "/tmp");
  ::unsetenv("DOSSIER_ONTOLOGY");
  BOOST_CHECK(std::filesystem::exists(shipped_ontology() / "core.ttl"));
}
