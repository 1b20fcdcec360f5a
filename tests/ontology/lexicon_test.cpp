#include "ontology/lexicon.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "ontology/lexicon_builder.h"

using namespace dossier::ontology;

namespace {

constexpr ClassId agreement{0}, meeting{1}, person{2}, group{3}, document{4};

Lexicon sample() {
  LexiconBuilder builder;
  const auto country = [&](const char* iri, const char* name, std::vector<std::string> names = {}) {
    return builder.add(KnownEntity{iri, name, ClassId{9}, std::move(names)});
  };
  const auto south = country("state/south-korea", "South Korea", {"Republic of Korea", "ROK", "한국"});
  builder.add(LabelKind::demonym, south, "South Korean");
  builder.add(LabelKind::metonym, south, "Seoul");
  country("place/seoul", "Seoul");
  country("state/us", "United States", {"U.S.", "US", "U.S.A."});
  country("group/two-koreas", "the two Koreas");
  country("state/ivory-coast", "Côte d'Ivoire");
  country("state/turkey", "Türkiye");
  country("state/chad", "Chad");
  country("place/korea", "Korea");
  builder.add(Title{"title/minister", "minister", true, false, {}});
  builder.add(Title{"title/foreign-minister", "foreign minister", true, false, {}});
  builder.add(Title{"title/secretary", "secretary of state", true, false, {}});
  builder.add(Title{"title/pm", "PM", true, false, {}});
  builder.add(Title{"honor/mr", "Mr.", false, true, {}});
  const auto label = [&](ClassId type, const char* text) {
    builder.add(LabelKind::class_label, static_cast<std::uint32_t>(type), text);
  };
  label(agreement, "agreement");
  label(agreement, "military agreement");
  label(agreement, "memorandum of understanding");
  label(agreement, "MoU");
  label(agreement, "cease-fire");
  label(meeting, "talks");
  label(person, "person");
  label(group, "people");
  label(document, "guideline");
  label(document, "guidelines");
  return builder.build();
}

const char* name_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::class_label:
      return "class";
    case LabelKind::name:
      return "name";
    case LabelKind::demonym:
      return "demonym";
    case LabelKind::metonym:
      return "metonym";
    case LabelKind::title:
      return "title";
    case LabelKind::honorific:
      return "honorific";
  }
  return "";
}

/// "South Korea = name South Korea": what is found at the first `start` of the text, or "".
std::string found(const std::string& text, const std::string& start = "") {
  static const Lexicon lexicon = sample();
  const std::size_t at = text.find(start);
  const auto match = lexicon.longest(text, at);
  if (!match) return "";
  std::string result = text.substr(at, match->length) + (match->plural ? " (plural) =" : " =");
  for (const Entry& entry : match->entries) result += std::string(" ") + name_of(entry.kind) + " " + entry.label + ";";
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_longest_label_wins) {
  BOOST_CHECK_EQUAL(found("South Korean troops"), "South Korean = demonym South Korean;");
  BOOST_CHECK_EQUAL(found("South Korea and"), "South Korea = name South Korea;");
  BOOST_CHECK_EQUAL(found("foreign minister Cho"), "foreign minister = title foreign minister;");
  BOOST_CHECK_EQUAL(found("military agreement"), "military agreement = class military agreement;");
  BOOST_CHECK_EQUAL(found("military parade"), "");
}

BOOST_AUTO_TEST_CASE(a_match_ends_where_a_word_ends) {
  BOOST_CHECK_EQUAL(found("Korea's economy"), "Korea = name Korea;");
  BOOST_CHECK_EQUAL(found("Korea’s economy"), "Korea = name Korea;");
  BOOST_CHECK_EQUAL(found("South Korea-Japan ties"), "South Korea = name South Korea;");
  BOOST_CHECK_EQUAL(found("Koreatown"), "");
  BOOST_CHECK_EQUAL(found("Koreaé"), "");
  BOOST_CHECK_EQUAL(found("Korea2"), "");
  BOOST_CHECK_EQUAL(found("Korea\xCC\x81"), "");  // a mark on the a
  BOOST_CHECK_EQUAL(found("Korea。"), "Korea = name Korea;");
  BOOST_CHECK_EQUAL(found("Seoulite"), "");
}

BOOST_AUTO_TEST_CASE(abbreviations_keep_their_dots) {
  BOOST_CHECK_EQUAL(found("U.S. officials"), "U.S. = name U.S.;");
  BOOST_CHECK_EQUAL(found("U.S.-Mexico border"), "U.S. = name U.S.;");
  BOOST_CHECK_EQUAL(found("U.S.A. it is"), "U.S.A. = name U.S.A.;");
  BOOST_CHECK_EQUAL(found("US officials"), "US = name US;");
  BOOST_CHECK_EQUAL(found("the U.S.", "U.S."), "U.S. = name U.S.;");
  BOOST_CHECK_EQUAL(found("U.S.S.R. it was"), "");
  BOOST_CHECK_EQUAL(found("Mr. Kim"), "Mr. = honorific Mr.;");
  BOOST_CHECK_EQUAL(found("MR. PRICE"), "MR. = honorific Mr.;");
}

BOOST_AUTO_TEST_CASE(names_keep_their_case_or_stand_in_capitals) {
  BOOST_CHECK_EQUAL(found("us officials"), "");
  BOOST_CHECK_EQUAL(found("south korea"), "");
  BOOST_CHECK_EQUAL(found("SOUTH KOREA SAYS"), "SOUTH KOREA = name South Korea;");
  BOOST_CHECK_EQUAL(found("CHAD"), "");  // four letters
  BOOST_CHECK_EQUAL(found("CÔTE D’IVOIRE"), "CÔTE D’IVOIRE = name Côte d'Ivoire;");
  BOOST_CHECK_EQUAL(found("TÜRKIYE"), "TÜRKIYE = name Türkiye;");
  BOOST_CHECK_EQUAL(found("the two Koreas agreed"), "the two Koreas = name the two Koreas;");
  BOOST_CHECK_EQUAL(found("The two Koreas agreed"), "The two Koreas = name the two Koreas;");
  BOOST_CHECK_EQUAL(found("the Two Koreas agreed"), "");
}

BOOST_AUTO_TEST_CASE(classes_and_titles_match_in_any_case_and_in_the_plural) {
  BOOST_CHECK_EQUAL(found("Agreement on"), "Agreement = class agreement;");
  BOOST_CHECK_EQUAL(found("agreements on"), "agreements (plural) = class agreement;");
  BOOST_CHECK_EQUAL(found("Foreign Minister Cho"), "Foreign Minister = title foreign minister;");
  BOOST_CHECK_EQUAL(found("FOREIGN MINISTERS"), "FOREIGN MINISTERS (plural) = title foreign minister;");
  BOOST_CHECK_EQUAL(found("secretaries of state met"), "secretaries of state (plural) = title secretary of state;");
  BOOST_CHECK_EQUAL(found("Memoranda of Understanding"),
                    "Memoranda of Understanding (plural) = class memorandum of understanding;");
  BOOST_CHECK_EQUAL(found("talks in"), "talks = class talks;");
  BOOST_CHECK_EQUAL(found("agreementses"), "");
}

BOOST_AUTO_TEST_CASE(abbreviated_classes_and_titles_keep_their_case) {
  BOOST_CHECK_EQUAL(found("PM Modi"), "PM = title PM;");
  BOOST_CHECK_EQUAL(found("at 3 pm", "pm"), "");
  BOOST_CHECK_EQUAL(found("two MoUs", "MoUs"), "MoUs (plural) = class MoU;");
  BOOST_CHECK_EQUAL(found("mou"), "");
}

BOOST_AUTO_TEST_CASE(a_label_as_written_goes_before_the_plural_of_another) {
  BOOST_CHECK_EQUAL(found("people"), "people = class people;");
  BOOST_CHECK_EQUAL(found("persons"), "persons (plural) = class person;");
  BOOST_CHECK_EQUAL(found("guidelines"), "guidelines (plural) = class guidelines;");
}

BOOST_AUTO_TEST_CASE(one_text_may_mean_several_things) {
  BOOST_CHECK_EQUAL(found("Seoul said"), "Seoul = name Seoul; metonym Seoul;");
}

BOOST_AUTO_TEST_CASE(marks_and_white_space_do_not_matter) {
  BOOST_CHECK_EQUAL(found("South  \n Korea."), "South  \n Korea = name South Korea;");
  BOOST_CHECK_EQUAL(found("South\u00A0Korea"), "South\u00A0Korea = name South Korea;");
  BOOST_CHECK_EQUAL(found("cease\u2011fire"), "cease\u2011fire = class cease-fire;");
  BOOST_CHECK_EQUAL(found("CEASE–FIRES"), "CEASE–FIRES (plural) = class cease-fire;");
  BOOST_CHECK_EQUAL(found("한국 정부"), "한국 = name 한국;");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_end_a_label) {
  BOOST_CHECK_EQUAL(found("Korea\xFF"), "Korea = name Korea;");
  BOOST_CHECK_EQUAL(found("South\xE2\x80"), "");
  BOOST_CHECK_EQUAL(found("\xC3"), "");
  BOOST_CHECK_EQUAL(found(std::string("Korea\0", 6)), "Korea = name Korea;");
}

BOOST_AUTO_TEST_CASE(looks_whole_labels_up) {
  const Lexicon lexicon = sample();
  BOOST_CHECK_EQUAL(lexicon.lookup("Seoul").size(), 2U);
  BOOST_CHECK_EQUAL(lexicon.lookup("Seoul ").size(), 2U);
  BOOST_CHECK(lexicon.lookup("Seoul city").empty());
  BOOST_CHECK(lexicon.lookup("").empty());
  const auto entries = lexicon.lookup("ROK");
  BOOST_REQUIRE_EQUAL(entries.size(), 1U);
  BOOST_CHECK_EQUAL(lexicon.entities()[entries[0].thing].name, "South Korea");
  BOOST_CHECK_EQUAL(lexicon.titles().size(), 5U);
}

BOOST_AUTO_TEST_CASE(an_empty_lexicon_knows_nothing) {
  const Lexicon lexicon;
  BOOST_CHECK(!lexicon.longest("Seoul", 0));
  BOOST_CHECK(!lexicon.longest("Seoul", 5));
  BOOST_CHECK(lexicon.entities().empty());
}
