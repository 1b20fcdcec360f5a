// A network says the same in the trainer's arithmetic and in the program's, but for what rounding to 8 bits changes.
#include "ingest/language/training/export.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "ingest/language/model_file.h"
#include "ingest/language/name_tags.h"
#include "ingest/language/network.h"
#include "ingest/language/training/answers.h"
#include "ingest/language/training/step.h"

using namespace dossier::ingest;

namespace {

training::LearningNetwork random_network(std::uint64_t seed) {
  training::LearningNetwork network({.words = 50, .word_width = 12, .piece_width = 10, .mark_width = 6, .half = 20, .separate = 2, .mixed = 2, .arc = 24, .relation = 18,
                             .name = 14, .name_classes = name_tag_count},
                            seed);
  training::Random random(seed + 1);
  for (training::Parameter& parameter : network.parameters()) {
    if (!parameter.table && !parameter.name.ends_with(".memory") && !parameter.name.ends_with(".bias") && parameter.name != "transitions") continue;
    for (Eigen::Index i = 0; i < parameter.value.size(); ++i) parameter.value.data()[i] += 0.3F * random.normal();
  }
  return network;
}

std::vector<training::Sample> random_samples(std::uint64_t seed) {
  training::Random random(seed);
  std::vector<training::Sample> samples(40);
  for (training::Sample& sample : samples)
    for (std::uint32_t i = 0, n = 1 + random.below(30); i < n; ++i) {
      sample.features.words.push_back(random.below(50));
      for (std::size_t k = 0; k < pieces_each; ++k) sample.features.pieces.push_back(random.below(piece_rows));
      for (std::size_t k = 0; k < marks_each; ++k) sample.features.marks.push_back(k < 3 ? 1 + random.below(mark_rows - 1) : no_row);
    }
  return samples;
}

std::string model_of(const training::LearningNetwork& network) {
  training::Sections sections;
  training::append_network(network, sections);
  return model_bytes(sections);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_trainer_and_the_program_agree) {
  for (const std::uint64_t seed : {1U, 2U}) {
    const training::LearningNetwork network = random_network(seed);
    const std::vector<training::Sample> samples = random_samples(seed + 10);
    const std::vector<training::Answer> wanted = training::answers(network, samples);
    const std::string bytes = model_of(network);
    const Network shipped(ModelFile(bytes, "x"));
    std::vector<const training::Sample*> pointers;
    for (const auto& sample : samples) pointers.push_back(&sample);
    const training::Batch batch = training::batch_of(pointers);  // all at once, where the trainer took one by one
    NetworkRoom room;
    Reading reading;
    shipped.read(batch.features, batch.lengths, room, reading);
    double tokens = 0, classes = 0, tags = 0, heads = 0, relations = 0, names = 0;
    std::size_t at = 0;
    for (const training::Answer& answer : wanted)
      for (std::size_t i = 0; i < answer.heads.size(); ++i, ++at) {
        ++tokens;
        classes += answer.word_classes[i] == reading.word_classes[at];
        tags += answer.tags[i] == reading.tags[at] || answer.tags[i] == 0;  // the program never says Tag::none
        BOOST_REQUIRE_NE(reading.tags[at], 0);
        heads += answer.heads[i] == reading.heads[at];
        relations += answer.heads[i] == reading.heads[at] && answer.relations[i] == reading.relations[at];
        names += answer.names[i] == reading.names[at];
      }
    BOOST_TEST_MESSAGE("the same, in percent: classes " << 100 * classes / tokens << ", tags " << 100 * tags / tokens << ", heads " << 100 * heads / tokens
                                                        << ", relations " << 100 * relations / heads << ", names " << 100 * names / tokens);
    BOOST_CHECK_GT(classes, 0.93 * tokens);
    BOOST_CHECK_GT(tags, 0.9 * tokens);
    BOOST_CHECK_GT(heads, 0.8 * tokens);
    BOOST_CHECK_GT(relations, 0.85 * heads);
    BOOST_CHECK_GT(names, 0.9 * tokens);
  }
}

BOOST_AUTO_TEST_CASE(a_model_without_one_of_its_sections_is_refused) {
  training::Sections sections;
  training::append_network(random_network(1), sections);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    training::Sections others = sections;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string missing = model_bytes(others);
    BOOST_CHECK_EXCEPTION(Network(ModelFile(missing, "x")), dossier::Error,
                          [&](const auto& e) { return std::string_view(e.what()).find("it has no section " + sections[i].first) != std::string_view::npos; });
    others = sections;
    others[i].second.resize(others[i].second.size() + 4);
    const std::string longer = model_bytes(others);
    BOOST_CHECK_THROW(Network(ModelFile(longer, "x")), dossier::Error);
  }
}
