#include "ingest/record.h"

#include <boost/test/unit_test.hpp>

using dossier::ingest::slug;

BOOST_AUTO_TEST_CASE(slugs) {
  BOOST_CHECK_EQUAL(slug("Vice Minister of Unification"), "vice-minister-of-unification");
  BOOST_CHECK_EQUAL(slug("Mevlüt Çavuşoğlu"), "mevlut-cavusoglu");
  BOOST_CHECK_EQUAL(slug("ROK-U.S. alliance"), "rok-u-s-alliance");
  BOOST_CHECK_EQUAL(slug("Leader’s Summit"), "leaders-summit");
  BOOST_CHECK_EQUAL(slug("통일부 장관"), "통일부-장관");
  BOOST_CHECK_EQUAL(slug("—"), "unnamed");
  BOOST_CHECK_EQUAL(slug(""), "unnamed");
}

BOOST_AUTO_TEST_CASE(document_iris) {
  BOOST_CHECK_EQUAL(dossier::ingest::document_iri("https://example.org/", "2022/Briefing"), "https://example.org/document/2022-briefing");
}
