#include "ontology/factuality.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::ontology;

BOOST_AUTO_TEST_CASE(an_iri_leads_back_to_its_factuality) {
  for (const Factuality factuality : all_factualities) BOOST_CHECK(from_iri(to_iri(factuality)) == factuality);
  BOOST_CHECK(!from_iri("https://w3id.org/dossier/public-affairs#Certain"));
  BOOST_CHECK(!from_iri(""));
}

BOOST_AUTO_TEST_CASE(the_iri_ends_with_the_label) {
  BOOST_CHECK_EQUAL(to_iri(Factuality::reported), "https://w3id.org/dossier/public-affairs#Reported");
  BOOST_CHECK_EQUAL(label(Factuality::reported), "reported");
  for (const Factuality factuality : all_factualities)
    BOOST_CHECK(to_iri(factuality).ends_with(label(factuality).substr(1)));
}

BOOST_AUTO_TEST_CASE(what_happened_is_plain_with_any_property) {
  for (const Factuality factuality : {Factuality::occurred, Factuality::ongoing, Factuality::historical})
    BOOST_CHECK(is_plain(factuality, Property{}));
  for (const Factuality factuality :
       {Factuality::planned, Factuality::denied, Factuality::alleged, Factuality::reported})
    BOOST_CHECK(!is_plain(factuality, Property{}));
}

BOOST_AUTO_TEST_CASE(what_the_property_itself_says_is_plain) {
  Property pledged;
  pledged.carries = {std::string(to_iri(Factuality::pledged)), std::string(to_iri(Factuality::planned))};
  BOOST_CHECK(is_plain(Factuality::pledged, pledged));
  BOOST_CHECK(is_plain(Factuality::planned, pledged));
  BOOST_CHECK(!is_plain(Factuality::demanded, pledged));
}
