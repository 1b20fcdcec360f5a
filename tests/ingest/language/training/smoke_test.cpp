// The whole training on a sliver of the data: it must be the same on each run, learn, and make a model that can be read.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>

#include "ingest/language/language_model.h"
#include "ingest/language/training/recipe.h"

using namespace dossier::ingest;
using namespace dossier::ingest::training;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // matrices take many times as long there: less is trained, and nothing asked of what is learned
#else
constexpr bool sanitized = false;
#endif

bool data_is_here() {
  if (std::filesystem::exists(std::filesystem::path(DOSSIER_SHARED) / "data/treebanks")) return true;
  std::cout << "skipped: the treebanks are not here\n";
  return false;
}

Recipe recipe_of(std::uint64_t seed) {
  Recipe recipe = smoke_recipe();
  recipe.data.shared = DOSSIER_SHARED;
  recipe.data.own = DOSSIER_LANGUAGE_SOURCES;
  recipe.seed = seed;
  if (sanitized) {
    recipe.data.part = 0.004;
    recipe.taught_tokens = 500;
    recipe.student_fit.rounds = recipe.teacher_fit.rounds = 2;
  }
  return recipe;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_data_and_seed_give_the_same_model) {
  if (!data_is_here()) return;
  const std::string once = train(recipe_of(1));
  BOOST_CHECK(once == train(recipe_of(1)));
  const LanguageModel model(once, "smoke model");
  BOOST_CHECK(sanitized || model.about().find("\"studentRounds\":8") != std::string_view::npos);
  Document document;
  document.text = "The President met with the Prime Minister in Washington.";
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  const Sentences read = model.read(document);
  BOOST_REQUIRE_EQUAL(read.sentences.size(), 1U);
  BOOST_REQUIRE_EQUAL(read.tokens.size(), 10U);
  if (sanitized) return;
  // what even a sliver teaches
  BOOST_CHECK(read.tokens[0].word_class == WordClass::DET && read.tokens[0].tag == Tag::DT);
  BOOST_CHECK(read.tokens[9].word_class == WordClass::PUNCT && read.tokens[9].tag == Tag::stop);
  BOOST_CHECK_EQUAL(read.lemma(4), "the");
}

BOOST_AUTO_TEST_CASE(more_rounds_lower_the_loss) {
  if (sanitized || !data_is_here()) return;
  Recipe recipe = recipe_of(2);
  recipe.teachers = 0;
  recipe.student_fit.rounds = 5;
  std::vector<double> losses;  // "student, round 1: loss 5.43…"
  recipe.report = [&losses](const std::string& line) {
    const std::size_t at = line.find(": loss ");
    if (line.starts_with("student, round ") && at != std::string::npos) losses.push_back(std::stod(line.substr(at + 7)));
  };
  static_cast<void>(train(recipe));
  BOOST_REQUIRE_EQUAL(losses.size(), 5U);
  for (std::size_t i = 1; i < losses.size(); ++i) BOOST_CHECK_LT(losses[i], losses[i - 1]);
  BOOST_CHECK_LT(losses.back(), 0.75 * losses.front());
  std::cout << "loss a token, round after round:";
  for (const double loss : losses) std::cout << ' ' << loss;
  std::cout << '\n';
}
