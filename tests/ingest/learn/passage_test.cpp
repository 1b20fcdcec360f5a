#include "ingest/learn/passage.h"

#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <string>

#include "ingest/language/language_model.h"
#include "ingest/source/document.h"

using namespace dossier::ingest;

namespace {

/// A text that is read, with all that its passage borrows.
struct Read {
  explicit Read(std::string words, const ListedNames& listed = {})
      : text(std::move(words)), sentences(analyse(one_paragraph(text))), passage(read_passage(text, sentences, listed)) {}
  std::string text;
  Sentences sentences;
  Passage passage;

  [[nodiscard]] const Argument& at(std::string_view words, std::size_t which = 0) const {
    for (const Argument& argument : passage.arguments)
      if (passage.words(argument) == words && !is_rival(argument.kind) && which-- == 0) return argument;
    BOOST_FAIL("no argument '" << words << "' in '" << text << "'");
    return passage.arguments.front();
  }
  [[nodiscard]] bool has(std::string_view words, ArgumentKind kind) const {
    return std::ranges::any_of(passage.arguments, [&](const Argument& a) { return a.kind == kind && passage.words(a) == words; });
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(kinds_of_arguments) {
  const Read read("She joined the Norwegian company Fjordline in Bergen on 3 May 2014 with 12 small boats.");
  BOOST_TEST(read.has("She", ArgumentKind::pronoun));
  BOOST_TEST(read.has("Norwegian", ArgumentKind::adjective));
  BOOST_TEST(read.has("Bergen", ArgumentKind::place));
  BOOST_TEST(read.has("3 May 2014", ArgumentKind::date));
  BOOST_TEST(read.has("12", ArgumentKind::number));
  BOOST_TEST(read.has("small boats", ArgumentKind::phrase));
  BOOST_TEST(read.has("boats", ArgumentKind::part));
}

BOOST_AUTO_TEST_CASE(dates_as_they_are_written) {
  for (const char* date : {"1987", "May 1987", "May 3, 1987", "3 May 1987", "3rd of May 1987", "May 3"}) {
    const Read read("The ferry was built on " + std::string(date) + " in Turku.");
    BOOST_TEST(read.has(date, ArgumentKind::date), date);
  }
  BOOST_TEST(!Read("They may come in 20 minutes.").has("20", ArgumentKind::date));
}

BOOST_AUTO_TEST_CASE(titles_run_over_small_words) {
  const Read read("The Keeper of the Northern Lights was directed by Anna Berg.");
  BOOST_TEST(read.has("The Keeper of the Northern Lights", ArgumentKind::title));
  BOOST_TEST(Read("He sang \"low tide at noon\" in Oslo.").has("low tide at noon", ArgumentKind::title));
}

BOOST_AUTO_TEST_CASE(listed_names_are_found_inside_of_others) {
  const ListedNames listed({"comedy horror", "men's curling", "Prime Minister of Norway", "Mad Max: Fury Road"});
  BOOST_TEST(Read("It is a supernatural comedy horror film.", listed).has("comedy horror", ArgumentKind::listed));
  BOOST_TEST(Read("She follows men 's curling closely.", listed).has("men 's curling", ArgumentKind::listed));
  BOOST_TEST(Read("He was the third prime minister of Norway.", listed).has("prime minister of Norway", ArgumentKind::listed));
  BOOST_TEST(!Read("It is a comedy horrorshow.", listed).has("comedy horror", ArgumentKind::listed));
  BOOST_TEST(!Read("It is a supernatural comedy horror film.").has("comedy horror", ArgumentKind::listed));
}

BOOST_AUTO_TEST_CASE(a_title_may_end_before_what_it_is_given_for) {
  BOOST_TEST(Read("She won the Grand Prize for Best Actress for Cold Lantern.").has("Grand Prize for Best Actress", ArgumentKind::title));
}

BOOST_AUTO_TEST_CASE(pronouns_stand_for_things) {
  const Read read("Anna Berg founded Fjordline in 1987, and she still leads it with her brother.");
  BOOST_TEST(read.at("she").thing == read.at("Anna Berg").thing);
  BOOST_TEST(read.at("her").thing == read.at("Anna Berg").thing);
  BOOST_TEST(read.at("it").thing == read.at("Fjordline").thing);
  BOOST_TEST(read.at("it").thing != read.at("she").thing);
}

BOOST_AUTO_TEST_CASE(relative_pronouns_stand_for_what_their_clause_hangs_on) {
  const Read read("Tom Hansen, who was born in Oslo, works for Fjordline, which owns three ferries.");
  BOOST_TEST(read.at("who").thing == read.at("Tom Hansen").thing);
  BOOST_TEST(read.at("which").thing == read.at("Fjordline").thing);
}

BOOST_AUTO_TEST_CASE(short_forms_of_names) {
  const Read read("Anna Berg was born in Oslo. Berg moved to Bergen in 1990.");
  BOOST_TEST(read.at("Berg").thing == read.at("Anna Berg").thing);
  BOOST_TEST(read.at("Oslo").thing != read.at("Bergen").thing);
}

BOOST_AUTO_TEST_CASE(any_text) {
  for (const std::string text : {"", " ", "((((", "\xC3\xA9\xC3\xA9", "the of and", "\"", "1 2 3 4 5 6 7 8 9"}) {
    const Read read(text);
    BOOST_TEST(read.passage.starts.size() == read.sentences.sentences.size() + 1);
    for (const Argument& argument : read.passage.arguments) {
      BOOST_TEST(argument.first < argument.last);
      BOOST_TEST(argument.head >= argument.first);
      BOOST_TEST(argument.head < argument.last);
    }
  }
}
