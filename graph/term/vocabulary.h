/// The IRIs that the code itself has to know. Everything else comes from the ontology.
#pragma once

#include <string_view>

namespace dossier::graph {

namespace rdf {
inline constexpr std::string_view space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view property = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
inline constexpr std::string_view lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view space = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view class_ = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view comment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view domain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view range = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view sub_property_of = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
}  // namespace rdfs

namespace owl {
inline constexpr std::string_view space = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view class_ = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view object_property = "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr std::string_view datatype_property = "http://www.w3.org/2002/07/owl#DatatypeProperty";
inline constexpr std::string_view annotation_property = "http://www.w3.org/2002/07/owl#AnnotationProperty";
inline constexpr std::string_view symmetric_property = "http://www.w3.org/2002/07/owl#SymmetricProperty";
inline constexpr std::string_view functional_property = "http://www.w3.org/2002/07/owl#FunctionalProperty";
inline constexpr std::string_view inverse_of = "http://www.w3.org/2002/07/owl#inverseOf";
}  // namespace owl

namespace xsd {
inline constexpr std::string_view space = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view double_ = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view date_time = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view g_year = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view g_year_month = "http://www.w3.org/2001/XMLSchema#gYearMonth";
}  // namespace xsd

/// Dates of less than full precision and intervals (Library of Congress, Extended Date/Time Format).
namespace edtf {
inline constexpr std::string_view space = "http://id.loc.gov/datatypes/edtf/";
inline constexpr std::string_view edtf = "http://id.loc.gov/datatypes/edtf/EDTF";
}  // namespace edtf

namespace skos {
inline constexpr std::string_view space = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view alt_label = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view exact_match = "http://www.w3.org/2004/02/skos/core#exactMatch";
}  // namespace skos

/// Web Annotation: where in a document (https://www.w3.org/TR/annotation-vocab/).
namespace oa {
inline constexpr std::string_view space = "http://www.w3.org/ns/oa#";
inline constexpr std::string_view has_source = "http://www.w3.org/ns/oa#hasSource";
inline constexpr std::string_view start = "http://www.w3.org/ns/oa#start";
inline constexpr std::string_view end = "http://www.w3.org/ns/oa#end";
inline constexpr std::string_view exact = "http://www.w3.org/ns/oa#exact";
}  // namespace oa

/// PLOVER event types (ontology/public-affairs/events.ttl).
namespace pl {
inline constexpr std::string_view space = "https://w3id.org/dossier/plover#";
}  // namespace pl

/// The terms of Dossier's own model that the code reads and writes (ontology/public-affairs/core.ttl describes each).
namespace pa {
inline constexpr std::string_view space = "https://w3id.org/dossier/public-affairs#";
// A statement as it is kept: one node a fact, with what it says, whether it happened, and which sentence says so.
inline constexpr std::string_view fact = "https://w3id.org/dossier/public-affairs#Fact";
inline constexpr std::string_view factuality = "https://w3id.org/dossier/public-affairs#factuality";
inline constexpr std::string_view carries = "https://w3id.org/dossier/public-affairs#carries";
inline constexpr std::string_view speaker = "https://w3id.org/dossier/public-affairs#speaker";
inline constexpr std::string_view confidence = "https://w3id.org/dossier/public-affairs#confidence";
inline constexpr std::string_view rule = "https://w3id.org/dossier/public-affairs#rule";
inline constexpr std::string_view time_phrase = "https://w3id.org/dossier/public-affairs#timePhrase";
inline constexpr std::string_view stated_date = "https://w3id.org/dossier/public-affairs#Stated";
inline constexpr std::string_view resolved_against_document = "https://w3id.org/dossier/public-affairs#ResolvedAgainstDocument";
// A statement: who said what.
inline constexpr std::string_view statement = "https://w3id.org/dossier/public-affairs#Statement";
inline constexpr std::string_view on_behalf_of = "https://w3id.org/dossier/public-affairs#onBehalfOf";
inline constexpr std::string_view content = "https://w3id.org/dossier/public-affairs#content";
inline constexpr std::string_view quotation = "https://w3id.org/dossier/public-affairs#quotation";
inline constexpr std::string_view time_basis = "https://w3id.org/dossier/public-affairs#timeBasis";
// Evidence: a sentence of a document.
inline constexpr std::string_view evidence = "https://w3id.org/dossier/public-affairs#evidence";
inline constexpr std::string_view evidence_class = "https://w3id.org/dossier/public-affairs#Evidence";
inline constexpr std::string_view sentence = "https://w3id.org/dossier/public-affairs#sentence";
inline constexpr std::string_view byte_start = "https://w3id.org/dossier/public-affairs#byteStart";
inline constexpr std::string_view byte_end = "https://w3id.org/dossier/public-affairs#byteEnd";
// Documents: each is also the name of the graph that holds all that was read in it.
inline constexpr std::string_view document = "https://w3id.org/dossier/public-affairs#Document";
inline constexpr std::string_view identifier = "https://w3id.org/dossier/public-affairs#identifier";
inline constexpr std::string_view source = "https://w3id.org/dossier/public-affairs#source";
inline constexpr std::string_view published = "https://w3id.org/dossier/public-affairs#published";
inline constexpr std::string_view digest = "https://w3id.org/dossier/public-affairs#digest";
inline constexpr std::string_view decision = "https://w3id.org/dossier/public-affairs#decision";
inline constexpr std::string_view as_read = "https://w3id.org/dossier/public-affairs#asRead";
// Entities.
inline constexpr std::string_view name = "https://w3id.org/dossier/public-affairs#name";
inline constexpr std::string_view alt_name = "https://w3id.org/dossier/public-affairs#altName";
inline constexpr std::string_view exchange_type = "https://w3id.org/dossier/public-affairs#exchangeType";
}  // namespace pa

/// Where minted IRIs live unless `--base` says otherwise: base + class + "/" + slug of the name.
inline constexpr std::string_view default_base = "https://w3id.org/dossier/id/";

}  // namespace dossier::graph
