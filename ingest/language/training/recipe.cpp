#include "ingest/language/training/recipe.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstdio>
#include <mutex>
#include <numeric>
#include <optional>

#include "ingest/language/model_file.h"
#include "ingest/language/name_tags.h"
#include "ingest/language/side_by_side.h"
#include "ingest/language/training/answers.h"
#include "ingest/language/training/export.h"
#include "ingest/language/training/teach.h"

namespace dossier::ingest::training {
namespace {

std::string in_words(const Scores& s) {
  std::array<char, 160> line{};
  std::snprintf(line.data(), line.size(), "UPOS %.2f, tags %.2f, UAS %.2f, LAS %.2f, names F1 %.2f", s.word_classes, s.tags, s.unlabelled, s.labelled, s.names);
  return line.data();
}

/// What happens with one network: told line by line.
class Kitchen {
 public:
  Kitchen(const Recipe& recipe, const TrainingData& data)
      : recipe_(&recipe), data_(&data), vocabulary_(data.vocabulary()), names_(data.name_lists()) {}

  void tell(const std::string& line) const {
    const std::scoped_lock lock(telling_);
    if (recipe_->report) recipe_->report(line);
  }

  /// A network that has read raw text: on one thread, where another reads beside it.
  [[nodiscard]] LearningNetwork prepared(Sizes sizes, const std::string& who, double foresight, std::uint64_t seed) const {
    sizes.words = static_cast<std::uint32_t>(data_->counts().size());
    sizes.name_classes = name_tag_count;
    LearningNetwork network(sizes, seed);
    ForeseeOptions options;
    options.epochs = foresight;
    options.seed = seed + 1;
    options.threads = recipe_->teachers > 0 ? 1 : 2;
    int calls = 0;
    options.progress = [&](double done, double loss) {
      if (++calls % 5 == 0) tell(who + " reads raw text: " + std::to_string(static_cast<int>(100 * done)) + " %, " + std::to_string(loss) + " nats a word");
    };
    if (foresight > 0) foresee(network, data_->corpus(), vocabulary_, names_, data_->counts(), options);
    return network;
  }

  void teach(LearningNetwork& network, const std::string& who, std::span<const Sample> taught, FitOptions options, std::uint64_t seed) const {
    options.seed = seed;
    options.progress = [&](std::uint32_t round, double loss) {
      std::string line = who + ", round " + std::to_string(round + 1) + ": loss " + std::to_string(loss);
      if (round % 4 == 3 || round + 1 == options.rounds) line += "; " + in_words(score(data_->development(), answers(network, data_->development())));
      tell(line);
    };
    fit(network, data_->samples(), taught, options);
  }

  /// Raw sentences with `tokens` tokens in all, in random order: all of the encyclopaedia's, which are few, and press statements.
  [[nodiscard]] std::vector<std::uint32_t> chosen(double tokens, std::uint64_t seed) const {
    Random random(seed);
    const auto shuffle = [&random](std::span<std::uint32_t> some) {
      for (auto i = static_cast<std::uint32_t>(some.size()); i > 1; --i) std::swap(some[i - 1], some[random.below(i)]);
    };
    std::vector<std::uint32_t> order(data_->raw_sentences());
    std::iota(order.begin(), order.end(), 0U);
    shuffle(std::span(order).first(data_->press_sentences()));
    std::ranges::reverse(order);
    std::size_t count = 0;
    for (; count < order.size() && tokens > 0; ++count) tokens -= static_cast<double>(data_->corpus().sentence(order[count]).size());
    order.resize(count);
    shuffle(order);
    return order;
  }

  [[nodiscard]] const WordTable& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const WordTable& names() const { return names_; }

 private:
  const Recipe* recipe_;
  const TrainingData* data_;
  WordTable vocabulary_, names_;
  mutable std::mutex telling_;
};

/// Raw sentences as the teachers see them. They share what raw text taught, and differ in all that comes after it.
std::vector<Sample> lessons_of_teachers(const Recipe& recipe, const TrainingData& data, const Kitchen& kitchen, const LearningNetwork& base) {
  std::vector<LearningNetwork> teachers;
  for (std::uint32_t t = 0; t < recipe.teachers; ++t) teachers.push_back(base.with_new_upper_layers(recipe.seed + 200 + t));
  FitOptions options = recipe.teacher_fit;
  options.threads = 1;
  side_by_side(teachers.size(), [&](std::size_t t) { kitchen.teach(teachers[t], "teacher " + std::to_string(t + 1), {}, options, recipe.seed + 300 + t); });
  std::vector<const LearningNetwork*> pointers;
  for (const LearningNetwork& teacher : teachers) pointers.push_back(&teacher);
  const auto chosen = kitchen.chosen(recipe.taught_tokens, recipe.seed + 400);
  kitchen.tell("the teachers read " + std::to_string(chosen.size()) + " sentences of raw text");
  return taught(pointers, data.corpus(), chosen, kitchen.vocabulary(), kitchen.names());
}

boost::json::object as_json(const Sizes& s) {
  return {{"vocabulary", s.words}, {"wordWidth", s.word_width}, {"pieceWidth", s.piece_width}, {"markWidth", s.mark_width}, {"half", s.half},
          {"separateLayers", s.separate}, {"mixedLayers", s.mixed}, {"arc", s.arc}, {"relation", s.relation}, {"name", s.name}};
}

std::string about(const Recipe& recipe, const LearningNetwork& student, const TrainingData& data, const Scores& scores) {
  boost::json::array files;
  for (const DataFile& file : data.files()) files.push_back({{"file", file.name}, {"checksum", file.checksum}});
  return boost::json::serialize(boost::json::object{
      {"model", "English: boundaries, tags, lemmas, names, trees"},
      {"licence", "CC BY-SA 4.0; NOTICE names the treebanks and names that it was trained on"},
      {"recipe",
       {{"seed", recipe.seed}, {"student", as_json(student.sizes())}, {"teachers", recipe.teachers}, {"teacher", as_json(recipe.teacher)},
        {"taughtTokens", recipe.taught_tokens}, {"studentForesight", recipe.student_foresight}, {"teacherForesight", recipe.teacher_foresight},
        {"studentRounds", recipe.student_fit.rounds}, {"teacherRounds", recipe.teacher_fit.rounds}, {"part", recipe.data.part}}},
      {"data", files},
      {"development", {{"upos", scores.word_classes}, {"tags", scores.tags}, {"uas", scores.unlabelled}, {"las", scores.labelled}, {"names", scores.names}}}});
}

}  // namespace

std::string train(const Recipe& recipe) {
  if (recipe.report) recipe.report("reading the data");
  const TrainingData data(recipe.data);
  const Kitchen kitchen(recipe, data);
  kitchen.tell(std::to_string(data.samples().size()) + " sentences to learn from, " + std::to_string(data.corpus().tokens()) + " words of text, " +
               std::to_string(data.counts().size()) + " words known");
  // What does not wait for anything else runs side by side: two threads on one network lose a sixth of their time to each other.
  std::optional<LearningNetwork> student_read, base;
  side_by_side(recipe.teachers > 0 ? 2 : 1, [&](std::size_t k) {
    if (k == 0) student_read = kitchen.prepared(recipe.student, "student", recipe.student_foresight, recipe.seed);
    else base = kitchen.prepared(recipe.teacher, "teachers", recipe.teacher_foresight, recipe.seed + 100);
  });
  std::vector<Sample> lessons;
  if (base) lessons = lessons_of_teachers(recipe, data, kitchen, *base);
  LearningNetwork& student = *student_read;
  kitchen.teach(student, "student", lessons, recipe.student_fit, recipe.seed + 500);
  const Scores scores = score(data.development(), answers(student, data.development()));
  Sections sections;
  sections.emplace_back("about", about(recipe, student, data, scores));
  sections.emplace_back("boundaries", data.boundaries());
  sections.emplace_back("lemmas", data.lemmas());
  sections.emplace_back("vocabulary", bytes_of(data.vocabulary()));
  sections.emplace_back("common_words", bytes_of(data.common_words()));
  sections.emplace_back("name_lists", bytes_of(data.name_lists()));
  append_network(student, sections);
  return model_bytes(sections);
}

Recipe full_recipe() {
  Recipe recipe;
  recipe.student.half = 128;
  recipe.student.mixed = 1;
  recipe.student_foresight = 2;
  recipe.student_fit.rounds = 14;
  recipe.student_fit.dropout.layers = 0.15F;
  recipe.student_fit.dropout.outputs = 0.2F;
  recipe.taught_tokens = 3.2e6;
  recipe.teacher.half = 192;
  recipe.teacher.arc = 160;
  recipe.teacher.relation = 128;
  recipe.teacher.name = 96;
  recipe.teacher_fit.rounds = 8;
  return recipe;
}

Recipe smoke_recipe() {
  Recipe recipe;
  recipe.data.part = 0.02;
  recipe.data.largest_vocabulary = 3000;
  recipe.data.fewest = 2;
  recipe.student = {.word_width = 32, .piece_width = 32, .mark_width = 16, .half = 32, .separate = 1, .mixed = 1, .arc = 32, .relation = 32, .name = 16};
  recipe.teacher = recipe.student;
  recipe.teachers = 2;
  recipe.taught_tokens = 5000;
  recipe.student_fit.rounds = recipe.teacher_fit.rounds = 8;
  recipe.student_fit.warm = recipe.teacher_fit.warm = 20;
  recipe.student_fit.rate = recipe.teacher_fit.rate = 5e-3F;
  return recipe;
}

}  // namespace dossier::ingest::training
