#include "ontology/example_markup.h"

#include <boost/test/unit_test.hpp>

using dossier::ontology::read_markup;

BOOST_AUTO_TEST_CASE(reads_the_roles) {
  const auto markup = read_markup("[Kim Jong-un]{actor} met [Moon]{recipient} in [Panmunjom]{place}.");
  BOOST_CHECK_EQUAL(markup.fault, "");
  std::vector<std::string> told;
  for (const auto& mark : markup.marks) told.push_back(mark.role + ": " + markup.sentence.substr(mark.begin, mark.end - mark.begin));
  const std::vector<std::string> expected{"actor: Kim Jong-un", "recipient: Moon", "place: Panmunjom"};
  BOOST_TEST(told == expected, boost::test_tools::per_element());
  BOOST_CHECK_EQUAL(markup.sentence, "Kim Jong-un met Moon in Panmunjom.");
  BOOST_CHECK(read_markup("Nothing is marked.").marks.empty());
  BOOST_CHECK_EQUAL(read_markup("Nothing is marked.").sentence, "Nothing is marked.");
  BOOST_CHECK_EQUAL(read_markup("Nothing is marked.").fault, "");
}

BOOST_AUTO_TEST_CASE(tells_what_is_wrong_and_where) {
  BOOST_CHECK_EQUAL(read_markup("[Kim{actor} met").fault, "a bracket is not closed at \"[Kim{actor} met\"");
  BOOST_CHECK_EQUAL(read_markup("He met [Kim").fault, "a bracket is not closed at \"[Kim\"");
  BOOST_CHECK_EQUAL(read_markup("[the [minister]{of}]{actor}").fault,
                    "a bracket is not closed at \"[the [minister]{of}]{act…\"");
  BOOST_CHECK_EQUAL(read_markup("Kim]{actor} met").fault, "a bracket or brace stands alone at \"]{actor} met\"");
  BOOST_CHECK_EQUAL(read_markup("Kim {actor} met").fault, "a bracket or brace stands alone at \"{actor} met\"");
  BOOST_CHECK_EQUAL(read_markup("[Kim] met").fault, "no {role} follows the brackets at \"[Kim] met\"");
  BOOST_CHECK_EQUAL(read_markup("[Kim] {actor}").fault, "no {role} follows the brackets at \"[Kim] {actor}\"");
  BOOST_CHECK_EQUAL(read_markup("[Kim]{} met").fault, "no {role} follows the brackets at \"[Kim]{} met\"");
  BOOST_CHECK_EQUAL(read_markup("[Kim]{actor met").fault, "a brace is not closed at \"{actor met\"");
  BOOST_CHECK_EQUAL(read_markup("[]{actor} met").fault, "nothing stands in the brackets at \"[]{actor} met\"");
}
