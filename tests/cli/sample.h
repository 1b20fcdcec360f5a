/// A small graph after docs/model.md, written by hand: what two invented documents say of Norway and Iceland.
#pragma once

#include <string>

namespace dossier::cli::test {

inline const std::string sample_trig = R"(@prefix pa: <https://w3id.org/dossier/public-affairs#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://w3id.org/dossier/id/> .
@prefix d: <https://w3id.org/dossier/id/document/> .
@prefix p: <https://w3id.org/dossier/id/person/> .
@prefix f: <https://w3id.org/dossier/id/fact/> .
@prefix s: <https://w3id.org/dossier/id/state/> .
@prefix e: <https://w3id.org/dossier/id/summit/> .
@prefix a: <https://w3id.org/dossier/id/agreement/> .
@prefix post: <https://w3id.org/dossier/id/post/> .

d:oslo {
  d:oslo a pa:Document ; pa:identifier "oslo" ; pa:name "Two states sign"@en ; pa:source "news/oslo.txt" ; pa:published "2020-03-04"^^xsd:date .
  <https://w3id.org/dossier/id/document/oslo#s1> a pa:Evidence ; oa:hasSource d:oslo ; pa:sentence 1 ; oa:start 0 ; oa:end 61 ; pa:byteStart 0 ; pa:byteEnd 61 ;
    oa:exact "Norway and Iceland signed the Fisheries Agreement on March 3."@en .
  <https://w3id.org/dossier/id/document/oslo#s2> a pa:Evidence ; oa:hasSource d:oslo ; pa:sentence 2 ; oa:start 62 ; oa:end 121 ; pa:byteStart 62 ; pa:byteEnd 121 ;
    oa:exact "Minister Kari Nordmann said Norway will not host the summit."@en .
  s:norway a pa:State ; pa:name "Norway"@en ; pa:altName "Kingdom of Norway"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> .
  s:iceland a pa:State ; pa:name "Iceland"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> .
  a:fisheries a pa:Agreement ; pa:name "Fisheries Agreement"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> .
  p:kari-nordmann a pa:Person ; pa:name "Kari Nordmann"@en ; pa:altName "Minister Kari Nordmann"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> .
  post:minister a pa:Post ; pa:name "Minister"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> .
  e:oslo-summit a pa:Summit ; pa:name "Oslo Summit"@en ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> .
  f:aaaa1111bbbb a pa:Fact ; rdf:subject a:fisheries ; rdf:predicate pa:between ; rdf:object s:norway ; pa:factuality pa:Occurred ;
    pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> ; pa:rule "example" ; pa:confidence 0.95 .
  f:bbbb2222cccc a pa:Fact ; rdf:subject a:fisheries ; rdf:predicate pa:between ; rdf:object s:iceland ; pa:factuality pa:Occurred ;
    pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> ; pa:rule "example" ; pa:confidence 0.95 .
  f:cccc3333dddd a pa:Fact ; rdf:subject a:fisheries ; rdf:predicate pa:signedOn ; rdf:object "2020-03-03"^^xsd:date ; pa:factuality pa:Occurred ;
    pa:evidence <https://w3id.org/dossier/id/document/oslo#s1> ; pa:rule "example" ; pa:confidence 0.9 ; pa:timePhrase "on March 3"@en ; pa:timeBasis pa:ResolvedAgainstDocument .
  f:dddd4444eeee a pa:Fact ; rdf:subject s:norway ; rdf:predicate pa:hosted ; rdf:object e:oslo-summit ; pa:factuality pa:Denied ;
    pa:speaker p:kari-nordmann ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> ; pa:rule "example" ; pa:confidence 0.8 .
  f:eeee5555ffff a pa:Fact ; rdf:subject p:kari-nordmann ; rdf:predicate pa:holdsPosition ; rdf:object post:minister ; pa:factuality pa:Occurred ;
    pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> ; pa:rule "title-before-name" ; pa:confidence 0.95 .
  a:fisheries pa:between s:norway , s:iceland ; pa:signedOn "2020-03-03"^^xsd:date .
  p:kari-nordmann pa:holdsPosition post:minister .
  :tenure1 a pa:Tenure ; pa:holder p:kari-nordmann ; pa:post post:minister ; pa:attestedOn "2020-03-04"^^xsd:date ; pa:evidence <https://w3id.org/dossier/id/document/oslo#s2> .
}

d:reykjavik {
  d:reykjavik a pa:Document ; pa:identifier "reykjavik" ; pa:source "news/reykjavik.txt" .
  <https://w3id.org/dossier/id/document/reykjavik#s1> a pa:Evidence ; oa:hasSource d:reykjavik ; pa:sentence 1 ; oa:start 0 ; oa:end 50 ; pa:byteStart 0 ; pa:byteEnd 52 ;
    oa:exact "Iceland will visit Ísafjörður; Norway, too, agreed."@en .
  s:iceland a pa:State ; pa:name "Iceland"@en ; pa:altName "Republic of Iceland"@en ; pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> .
  s:norway a pa:State ; pa:name "Norway"@en ; pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> .
  a:fisheries a pa:Agreement ; pa:name "Fisheries Agreement"@en ; pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> .
  :isafjordur a pa:Place ; pa:name "Ísafjörður"@en ; pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> .
  f:ffff6666aaaa a pa:Fact ; rdf:subject s:iceland ; rdf:predicate pa:visited ; rdf:object :isafjordur ; pa:factuality pa:Planned ;
    pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> ; pa:rule "example" ; pa:confidence 0.8 .
  f:aaaa1111bbbb a pa:Fact ; rdf:subject a:fisheries ; rdf:predicate pa:between ; rdf:object s:norway ; pa:factuality pa:Occurred ;
    pa:evidence <https://w3id.org/dossier/id/document/reykjavik#s1> ; pa:rule "example" ; pa:confidence 0.9 .
  a:fisheries pa:between s:norway .
}
)";

}  // namespace dossier::cli::test
