#include "ontology/plural.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using dossier::ontology::plurals;

namespace {

struct Case {
  const char* singular;
  const char* plural;  ///< joined by "|"
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.singular; }

const Case cases[] = {
    {"agreement", "agreements"},
    {"treaty", "treaties"},
    {"ministry", "ministries"},
    {"alloy", "alloys"},
    {"witness", "witnesses"},
    {"press conference", "press conferences"},
    {"speech", "speeches"},
    {"monarch", "monarchs"},
    {"crisis", "crises"},
    {"consensus", "consensuses"},
    {"embargo", "embargoes|embargos"},
    {"studio", "studios"},
    {"memorandum of understanding", "memoranda of understanding|memorandums of understanding"},
    {"secretary of state", "secretaries of state"},
    {"prime minister", "prime ministers"},
    {"editor-in-chief", "editors-in-chief"},
    {"commander in chief", "commanders in chief"},
    {"attorney general", "attorneys general|attorney generals"},
    {"secretary-general", "secretaries-general|secretary-generals"},
    {"president-elect", "presidents-elect|president-elects"},
    {"coup d'état", "coups d'état"},
    {"by-election", "by-elections"},
    {"head-of-state meeting", "head-of-state meetings"},
    {"spokeswoman", "spokeswomen"},
    {"spokesperson", "spokespeople|spokespersons"},
    {"human", "humans"},
    {"chief", "chiefs"},
    {"thief", "thieves"},
    {"NGO", "NGOs"},
    {"MoU", "MoUs"},
    {"talks", ""},
    {"armed forces", ""},
    {"police", ""},
    {"Gen.", ""},
    {"", ""},
};

}  // namespace

BOOST_DATA_TEST_CASE(puts_the_head_word_into_the_plural, boost::unit_test::data::make(cases), c) {
  std::string joined;
  for (const std::string& form : plurals(c.singular)) joined += (joined.empty() ? "" : "|") + form;
  BOOST_CHECK_EQUAL(joined, c.plural);
}
