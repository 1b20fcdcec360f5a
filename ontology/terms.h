/// The IRIs that only the reading of ontologies has to know; the others are in graph/term/vocabulary.h. Private.
#pragma once

#include <string_view>

namespace dossier::ontology::terms {

inline constexpr std::string_view datatype = "http://www.w3.org/2000/01/rdf-schema#Datatype";
inline constexpr std::string_view literal = "http://www.w3.org/2000/01/rdf-schema#Literal";

inline constexpr std::string_view ontology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view union_of = "http://www.w3.org/2002/07/owl#unionOf";
inline constexpr std::string_view disjoint_with = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view transitive_property = "http://www.w3.org/2002/07/owl#TransitiveProperty";
inline constexpr std::string_view inverse_functional_property =
    "http://www.w3.org/2002/07/owl#InverseFunctionalProperty";

inline constexpr std::string_view shortcut = "https://w3id.org/dossier/public-affairs#Shortcut";
inline constexpr std::string_view shortcut_of = "https://w3id.org/dossier/public-affairs#shortcutOf";
inline constexpr std::string_view node = "https://w3id.org/dossier/public-affairs#node";
inline constexpr std::string_view from = "https://w3id.org/dossier/public-affairs#from";
inline constexpr std::string_view to = "https://w3id.org/dossier/public-affairs#to";
inline constexpr std::string_view self = "https://w3id.org/dossier/public-affairs#self";
inline constexpr std::string_view means_event_type = "https://w3id.org/dossier/public-affairs#meansEventType";
inline constexpr std::string_view when_planned = "https://w3id.org/dossier/public-affairs#whenPlanned";
inline constexpr std::string_view when_refused = "https://w3id.org/dossier/public-affairs#whenRefused";
inline constexpr std::string_view broader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view when = "https://w3id.org/dossier/public-affairs#when";
inline constexpr std::string_view unless = "https://w3id.org/dossier/public-affairs#unless";
inline constexpr std::string_view to_class = "https://w3id.org/dossier/public-affairs#toClass";
inline constexpr std::string_view at_most = "https://w3id.org/dossier/public-affairs#atMost";

inline constexpr std::string_view example = "https://w3id.org/dossier/public-affairs#example";
inline constexpr std::string_view counter_example = "https://w3id.org/dossier/public-affairs#counterExample";
inline constexpr std::string_view example_weight = "https://w3id.org/dossier/public-affairs#exampleWeight";

inline constexpr std::string_view cue = "https://w3id.org/dossier/public-affairs#cue";
inline constexpr std::string_view company = "https://w3id.org/dossier/public-affairs#company";
inline constexpr std::string_view argument_kinds = "https://w3id.org/dossier/public-affairs#argumentKinds";
inline constexpr std::string_view threshold = "https://w3id.org/dossier/public-affairs#threshold";

inline constexpr std::string_view official_name = "https://w3id.org/dossier/public-affairs#officialName";
inline constexpr std::string_view demonym = "https://w3id.org/dossier/public-affairs#demonym";
inline constexpr std::string_view metonym = "https://w3id.org/dossier/public-affairs#metonym";
inline constexpr std::string_view title = "https://w3id.org/dossier/public-affairs#Title";
inline constexpr std::string_view honorific = "https://w3id.org/dossier/public-affairs#Honorific";
inline constexpr std::string_view leads = "https://w3id.org/dossier/public-affairs#leads";
inline constexpr std::string_view title_of = "https://w3id.org/dossier/public-affairs#titleOf";

inline constexpr std::string_view schema_name = "http://schema.org/name";
inline constexpr std::string_view schema_name_https = "https://schema.org/name";
inline constexpr std::string_view foaf_name = "http://xmlns.com/foaf/0.1/name";

}  // namespace dossier::ontology::terms
