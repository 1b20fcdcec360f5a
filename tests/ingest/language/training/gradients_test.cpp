// The derivatives of every operation and loss beside differences of its values.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>

#include "ingest/language/name_tags.h"
#include "ingest/language/relation.h"
#include "ingest/language/training/learner.h"

using namespace dossier::ingest;
using namespace dossier::ingest::training;

namespace {

using Build = std::function<void(Tape&)>;  ///< records on a tape, adds to its loss and sets derivatives

constexpr std::uint64_t seeds[] = {1, 2, 3, 4};

Matrix random_matrix(Eigen::Index rows, Eigen::Index columns, Random& random, float size = 1) {
  Matrix m(rows, columns);
  for (Eigen::Index i = 0; i < m.size(); ++i) m.data()[i] = size * random.normal();
  return m;
}

/// Far from where a rectifier bends.
Matrix far_from_zero(Matrix m) {
  for (Eigen::Index i = 0; i < m.size(); ++i)
    if (std::fabs(m.data()[i]) < 0.1F) m.data()[i] = m.data()[i] < 0 ? -0.1F : 0.1F;
  return m;
}

/// A loss that is a weighted sum of all numbers of a node.
void weigh(Tape& tape, Node node, std::uint64_t seed) {
  Random random(seed + 100);
  const Matrix& value = tape.value(node);
  const Matrix weights = random_matrix(value.rows(), value.cols(), random);
  tape.add_loss(value.cast<double>().cwiseProduct(weights.cast<double>()).sum());
  tape.derivative(node) += weights;
}

double loss_of(const Parameters& parameters, Gradients& unused, const Build& build) {
  Tape tape(parameters, &unused);
  build(tape);
  return tape.loss();
}

/// Compares derivatives with central differences, in all entries or in the greatest and some others; returns how many there are that
/// are not nothing. Right formulas are within a few thousandths of a parameter's greatest derivative.
std::size_t compare(Parameters& parameters, const Build& build, float step = 1e-2F, double tolerance = 1e-2, std::size_t entries = 1000) {
  Gradients gradients(parameters), unused(parameters);
  Tape tape(parameters, &gradients);
  build(tape);
  tape.backward();
  std::size_t some = 0;
  Random random(5);
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    Matrix& value = parameters[p].value;
    const Matrix& derivative = gradients.of(p);
    std::set<Eigen::Index> chosen;
    if (static_cast<std::size_t>(value.size()) <= entries)
      for (Eigen::Index i = 0; i < value.size(); ++i) chosen.insert(i);
    else
      for (std::size_t k = 0; k < entries / 2; ++k) {
        Eigen::Index best = -1;
        for (Eigen::Index i = 0; i < value.size(); ++i)
          if (!chosen.contains(i) && (best < 0 || std::fabs(derivative.data()[i]) > std::fabs(derivative.data()[best]))) best = i;
        chosen.insert(best);
        chosen.insert(random.below(static_cast<std::uint32_t>(value.size())));
      }
    double greatest = 0, worst = 0;
    for (const Eigen::Index i : chosen) {
      float& x = value.data()[i];
      const float before = x;
      x = before + step;
      const double right = loss_of(parameters, unused, build), up = x;
      x = before - step;
      const double left = loss_of(parameters, unused, build), down = x;
      x = before;
      const double difference = (right - left) / (up - down);
      greatest = std::max({greatest, std::fabs(difference), std::fabs(static_cast<double>(derivative.data()[i]))});
      worst = std::max(worst, std::fabs(difference - static_cast<double>(derivative.data()[i])));
    }
    BOOST_CHECK_MESSAGE(worst <= tolerance * greatest + 5e-4, parameters[p].name << ": off by " << worst << ", of " << greatest);
    some += greatest > 1e-3;
  }
  return some;
}

Parameters some_parameters(std::initializer_list<Matrix> values) {
  Parameters parameters;
  for (const Matrix& value : values) parameters.push_back({.name = "p" + std::to_string(parameters.size()), .value = value});
  return parameters;
}

/// All parameters must matter.
void check(Parameters parameters, const Build& build) { BOOST_CHECK_EQUAL(compare(parameters, build), parameters.size()); }

const std::vector<std::uint32_t> lengths = {3, 1, 4};  // 8 tokens
constexpr Eigen::Index tokens = 8;

}  // namespace

BOOST_AUTO_TEST_CASE(sums_of_rows) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    for (const bool table : {false, true}) {
      Parameters parameters = some_parameters({random_matrix(5, 3, random)});
      parameters[0].table = table;
      // a row twice for a token, rows of several tokens, rows that count as nothing
      check(parameters, [&](Tape& t) { weigh(t, sum_rows(t, 0, {1, 1, 2, 4, 0, 1, 3, 3}, 2), seed); });
      check(parameters, [&](Tape& t) { weigh(t, sum_rows(t, 0, {1, 0, 2, 4, 0, 0, 3, 3}, 2, 0), seed); });
    }
    Parameters parameters = some_parameters({random_matrix(5, 3, random)});
    Tape tape(parameters, nullptr);
    const Matrix sum = tape.value(sum_rows(tape, 0, {1, 0, 4, 4}, 2, 0));
    BOOST_CHECK(sum.row(0) == parameters[0].value.row(1));
    BOOST_CHECK(sum.row(1) == 2 * parameters[0].value.row(4));
  }
}

BOOST_AUTO_TEST_CASE(linear_maps) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    check(some_parameters({random_matrix(tokens, 3, random), random_matrix(3, 5, random), random_matrix(1, 5, random)}),
          [&](Tape& t) { weigh(t, linear(t, t.parameter(0), 1, 2), seed); });
    // twice the same weights
    check(some_parameters({random_matrix(tokens, 3, random), random_matrix(3, 3, random, 0.5F), random_matrix(1, 3, random)}),
          [&](Tape& t) { weigh(t, linear(t, linear(t, t.parameter(0), 1, 2), 1, 2), seed); });
  }
}

BOOST_AUTO_TEST_CASE(parts_of_matrices) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    const Matrix a = random_matrix(tokens, 2, random), b = random_matrix(tokens, 3, random);
    check(some_parameters({a, b}), [&](Tape& t) { weigh(t, concatenate(t, {t.parameter(0), t.parameter(1), t.parameter(0)}), seed); });
    check(some_parameters({a, b}), [&](Tape& t) {
      weigh(t, columns(t, concatenate(t, {t.parameter(0), t.parameter(1)}), 1, 3), seed);
    });
    check(some_parameters({b, random_matrix(tokens, 3, random)}), [&](Tape& t) {
      const Node sum = add(t, t.parameter(0), t.parameter(1));
      weigh(t, add(t, sum, sum), seed);
    });
    check(some_parameters({far_from_zero(b)}), [&](Tape& t) { weigh(t, relu(t, t.parameter(0)), seed); });
    check(some_parameters({b, random_matrix(1, 3, random)}),
          [&](Tape& t) { weigh(t, pick_rows(t, t.parameter(0), 1, {2, 8, 0, 0, 8, 7}), seed); });
    check(some_parameters({random_matrix(tokens, 6, random)}), [&](Tape& t) { weigh(t, with_former(t, t.parameter(0), lengths), seed); });
  }
}

BOOST_AUTO_TEST_CASE(what_was_before_in_each_direction) {
  Parameters parameters = some_parameters({Matrix(5, 2)});
  parameters[0].value << 1, 10, 2, 20, 3, 30, 4, 40, 5, 50;
  Tape tape(parameters, nullptr);
  Matrix wanted(5, 4);
  wanted << 0, 1, 20, 10,  //
      1, 2, 30, 20,        //
      2, 3, 0, 30,         //
      0, 4, 50, 40,        //
      4, 5, 0, 50;
  BOOST_CHECK(tape.value(with_former(tape, tape.parameter(0), std::vector<std::uint32_t>{3, 2})) == wanted);
}

BOOST_AUTO_TEST_CASE(dropout) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    const Parameters parameters = some_parameters({random_matrix(tokens, 6, random)});
    check(parameters, [&](Tape& t) {
      Random chance(seed);
      weigh(t, drop_columns(t, t.parameter(0), lengths, 0.4F, chance), seed);
    });
    check(parameters, [&](Tape& t) {
      Random chance(seed);
      weigh(t, drop_rows(t, t.parameter(0), 0.4F, chance), seed);
    });
  }
  // A sentence loses whole columns; what stays grows, so that the mean does; without learning nothing is lost.
  Parameters ones = some_parameters({Matrix::Ones(2000, 50)});
  Gradients gradients(ones);
  Tape tape(ones, &gradients), only_computes(ones, nullptr);
  Random chance(1);
  const std::vector<std::uint32_t> two(1000, 2);
  const Matrix columns_gone = tape.value(drop_columns(tape, tape.parameter(0), two, 0.25F, chance));
  const Matrix rows_gone = tape.value(drop_rows(tape, tape.parameter(0), 0.25F, chance));
  BOOST_CHECK_CLOSE(columns_gone.mean(), 1.0F, 2.0F);
  BOOST_CHECK_CLOSE(rows_gone.mean(), 1.0F, 5.0F);
  for (Eigen::Index r = 0; r < 2000; r += 2) BOOST_REQUIRE(columns_gone.row(r) == columns_gone.row(r + 1));
  for (Eigen::Index r = 0; r < 2000; ++r) BOOST_REQUIRE(rows_gone.row(r).maxCoeff() == rows_gone.row(r).minCoeff());
  BOOST_CHECK_EQUAL(columns_gone.maxCoeff(), 1 / 0.75F);
  BOOST_CHECK(only_computes.value(drop_columns(only_computes, only_computes.parameter(0), two, 0.25F, chance)) == ones[0].value);
  BOOST_CHECK(only_computes.value(drop_rows(only_computes, only_computes.parameter(0), 0.25F, chance)) == ones[0].value);
}

BOOST_AUTO_TEST_CASE(recurrences) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    check(some_parameters({random_matrix(tokens, 18, random), random_matrix(tokens, 6, random), random_matrix(2, 6, random)}),
          [&](Tape& t) { weigh(t, recurrence(t, t.parameter(0), t.parameter(1), 2, lengths), seed); });
  }
}

BOOST_AUTO_TEST_CASE(losses_of_classes) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    const Matrix scores = random_matrix(tokens, 5, random, 2);
    check(some_parameters({scores}), [](Tape& t) { class_loss(t, t.parameter(0), std::vector<std::uint32_t>{0, 4, unknown, 2, 2, unknown, 1, 3}, 0.7F); });
    Matrix targets = random_matrix(tokens, 5, random).cwiseAbs();
    targets.array().colwise() /= targets.rowwise().sum().array().eval();
    targets.row(2).setZero();
    check(some_parameters({scores}), [&](Tape& t) { distribution_loss(t, t.parameter(0), targets, 0.7F); });
    // all on one class is the same as that class
    Matrix one = Matrix::Zero(tokens, 5);
    std::vector<std::uint32_t> classes;
    for (Eigen::Index i = 0; i < tokens; ++i) classes.push_back(random.below(5)), one(i, classes.back()) = 1;
    const Parameters parameters = some_parameters({scores});
    Gradients gradients(parameters);
    BOOST_CHECK_CLOSE(loss_of(parameters, gradients, [&](Tape& t) { class_loss(t, t.parameter(0), classes, 0.7F); }),
                      loss_of(parameters, gradients, [&](Tape& t) { distribution_loss(t, t.parameter(0), one, 0.7F); }), 1e-3);
  }
}

BOOST_AUTO_TEST_CASE(loss_of_arcs) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    std::vector<Matrix> targets(3);  // the second sentence is not told
    for (const std::size_t s : {0U, 2U}) {
      const Eigen::Index n = lengths[s];
      targets[s] = random_matrix(n, n + 1, random).cwiseAbs();
      for (Eigen::Index i = 0; i < n; ++i) targets[s](i, i + 1) = 0;
      targets[s].array().colwise() /= targets[s].rowwise().sum().array().eval();
    }
    check(some_parameters({random_matrix(tokens, 3, random), random_matrix(tokens, 3, random), random_matrix(1, 3, random)}),
          [&](Tape& t) { arc_loss(t, t.parameter(0), t.parameter(1), 2, lengths, targets, 0.7F); });
  }
}

BOOST_AUTO_TEST_CASE(loss_of_chains) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    const Parameters parameters = some_parameters({random_matrix(tokens, 3, random), random_matrix(4, 3, random)});
    const std::vector<std::uint32_t> classes = {0, 2, 1, unknown, 1, 1, 0, 2};
    const Build build = [&](Tape& t) { chain_loss(t, t.parameter(0), 1, lengths, classes, 0.7F); };
    check(parameters, build);
    // against the sum over all rows
    const Matrix &e = parameters[0].value, &t = parameters[1].value;
    double wanted = 0;
    for (const auto& [first, length] : {std::pair<Eigen::Index, Eigen::Index>{0, 3}, {4, 4}}) {
      double all = 0, gold = 0;
      for (int row = 0; row < std::pow(3, length); ++row) {
        double sum = 0;
        bool is_gold = true;
        Eigen::Index before = 3;
        for (Eigen::Index i = 0, rest = row; i < length; ++i, rest /= 3) {
          sum += static_cast<double>(e(first + i, rest % 3) + t(before, rest % 3));
          is_gold &= static_cast<std::uint32_t>(rest % 3) == classes[static_cast<std::size_t>(first + i)];
          before = rest % 3;
        }
        all += std::exp(sum);
        if (is_gold) gold = std::exp(sum);
      }
      wanted += 0.7 * std::log(all / gold);
    }
    Gradients gradients(parameters);
    BOOST_CHECK_CLOSE(loss_of(parameters, gradients, build), wanted, 1e-2);
  }
}

BOOST_AUTO_TEST_CASE(loss_of_words) {
  for (const std::uint64_t seed : seeds) {
    Random random(seed);
    Parameters parameters = some_parameters({random_matrix(tokens, 4, random), random_matrix(7, 4, random)});
    parameters[1].table = true;
    const std::vector<float> log_chance = {-1, -2, -0.5F, -3, -1.5F, -2, -1};
    // answers among the others and not, twice, and not told
    const std::vector<std::uint32_t> answers = {1, 2, unknown, 5, 5, 3, 0, 6}, others = {0, 2, 3, 4};
    check(parameters, [&](Tape& t) { word_loss(t, t.parameter(0), 1, answers, others, log_chance, 0.7F); });
  }
}

namespace {

/// Two sentences: one as a treebank tells it, one as teachers do, some of whose words are not told.
std::vector<Sample> two_samples(std::uint32_t words) {
  Random random(9);
  std::vector<Sample> samples(2);
  for (std::size_t s = 0; s < 2; ++s) {
    Sample& sample = samples[s];
    const std::uint32_t n = s == 0 ? 4 : 3;
    const auto rows = static_cast<Eigen::Index>(n);
    for (std::uint32_t i = 0; i < n; ++i) {
      sample.features.words.push_back(random.below(words));
      for (std::size_t k = 0; k < pieces_each; ++k) sample.features.pieces.push_back(random.below(piece_rows));
      for (std::size_t k = 0; k < marks_each; ++k) sample.features.marks.push_back(k < 3 ? 1 + random.below(mark_rows - 1) : no_row);
    }
    sample.heads = s == 0 ? std::vector<std::uint32_t>{2, 0, 2, 3} : std::vector<std::uint32_t>{0, 1, 1};
    append_name_tags(s == 0 ? std::vector<NameSpan>{{0, 2, NameKind::person}} : std::vector<NameSpan>{{2, 3, NameKind::place}}, n, sample.names);
    const auto chances = [&](std::size_t classes) {
      Matrix m = random_matrix(rows, static_cast<Eigen::Index>(classes), random).cwiseAbs();
      m.array().colwise() /= m.rowwise().sum().array().eval();
      return m;
    };
    if (s == 0) {
      for (std::uint32_t i = 0; i < n; ++i) {
        sample.word_classes.push_back(random.below(word_class_count));
        sample.tags.push_back(i == 1 ? unknown : random.below(tag_count));
        sample.relations.push_back(random.below(relation_count));
      }
    } else {
      sample.word_class_chances = chances(word_class_count);
      sample.tag_chances = chances(tag_count);
      sample.relation_chances = chances(relation_count);
      sample.arcs = chances(n + 1);
      for (Eigen::Index i = 0; i < rows; ++i) sample.arcs(i, i + 1) = 0;
      sample.arcs.array().colwise() /= sample.arcs.rowwise().sum().array().eval();
    }
  }
  return samples;
}

LearningNetwork small_network(std::uint64_t seed) {
  LearningNetwork network({.words = 6, .word_width = 3, .piece_width = 2, .mark_width = 3, .half = 3, .separate = 2, .mixed = 2, .arc = 4, .relation = 5, .name = 4,
                   .name_classes = name_tag_count},
                  seed);
  Random random(seed + 1);
  for (Parameter& parameter : network.parameters()) {  // nothing is left at zero, and embeddings are not tiny
    Matrix& value = parameter.value;
    for (Eigen::Index i = 0; i < value.size(); ++i) value.data()[i] += 0.4F * random.normal();
  }
  return network;
}

std::vector<const Sample*> pointers(const std::vector<Sample>& samples) { return {&samples[0], &samples[1]}; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_whole_network) {
  const std::vector<Sample> samples = two_samples(6);
  for (const std::uint64_t seed : {1U, 2U})
    for (const Dropout& dropout : {Dropout{.words = 0, .inputs = 0, .layers = 0, .outputs = 0}, Dropout{.words = 0.3F, .inputs = 0.1F, .layers = 0.2F, .outputs = 0.2F}}) {
      LearningNetwork network = small_network(seed);
      const Build build = [&](Tape& tape) {
        Random chance(seed);
        add_losses(tape, network, pointers(samples), 2, {.word_classes = 0.5F, .tags = 0.6F, .arcs = 1, .relations = 0.9F, .names = 0.8F}, dropout, chance);
      };
      const std::size_t some = compare(network.parameters(), build, 2e-3F, 4e-2, 16);
      // all but what foresees words: two layers of weights and biases
      if (dropout.words == 0) BOOST_CHECK_EQUAL(some, network.parameters().size() - 4);
    }
}

BOOST_AUTO_TEST_CASE(what_raw_text_teaches) {
  const std::vector<Sample> samples = two_samples(6);
  LearningNetwork network = small_network(3);
  const Batch batch = batch_of(pointers(samples));
  const std::vector<std::uint32_t> answers = {1, 2, 3, unknown, 4, 5, unknown}, others = {0, 2, 4};
  const std::vector<float> log_chance(6, -1.5F);
  const Build build = [&](Tape& tape) {
    Random chance(1);
    const Node separate = network.separate_layers(tape, batch, {.words = 0, .inputs = 0, .layers = 0.2F, .outputs = 0}, chance);
    word_loss(tape, network.next_word(tape, separate), network.parts().words, answers, others, log_chance, 1);
    word_loss(tape, network.former_word(tape, separate), network.parts().words, answers, others, log_chance, 1);
  };
  // words, pieces, marks, input, two separate layers, next, former; the left half foresees from the left, so all matter
  BOOST_CHECK_EQUAL(compare(network.parameters(), build, 2e-3F, 4e-2, 16), 3U + 2 + 2 * 5 + 4);
}

// What foresees the next word must not have seen it.
BOOST_AUTO_TEST_CASE(the_halves_of_the_separate_layers_do_not_see_ahead) {
  std::vector<Sample> samples = two_samples(6);
  const LearningNetwork network = small_network(4);
  const auto foresight = [&] {
    Tape tape(network.parameters(), nullptr);
    Random unused(0);
    const Node separate = network.separate_layers(tape, batch_of(pointers(samples)), {}, unused);
    return std::pair<Matrix, Matrix>(tape.value(network.next_word(tape, separate)), tape.value(network.former_word(tape, separate)));
  };
  const auto before = foresight();
  samples[0].features.words[2] = (samples[0].features.words[2] + 1) % 6;
  const auto after = foresight();
  for (Eigen::Index i = 0; i < 7; ++i) {
    BOOST_CHECK_EQUAL(before.first.row(i) == after.first.row(i), i < 2 || i > 3);
    BOOST_CHECK_EQUAL(before.second.row(i) == after.second.row(i), i > 2);
  }
}

BOOST_AUTO_TEST_CASE(gradients_of_threads_are_added) {
  Parameters parameters = some_parameters({Matrix::Zero(6, 2), Matrix::Zero(2, 2)});
  parameters[0].table = true;
  Gradients a(parameters), b(parameters);
  a.row(0, 3).array() += 1;
  b.row(0, 5).array() += 4;
  b.row(0, 3).array() += 2;
  b.row(0, 5).array() += 4;
  a.of(1).setConstant(1), b.of(1).setConstant(2);
  for (std::size_t p = 0; p < 2; ++p) a.take(p, b);
  BOOST_TEST(a.touched(0) == (std::vector<std::uint32_t>{3, 5}), boost::test_tools::per_element());
  BOOST_CHECK(b.touched(0).empty() && b.of(0).isZero() && b.of(1).isZero());
  BOOST_CHECK(a.of(0).row(3) == Eigen::RowVector2f(3, 3) && a.of(0).row(5) == Eigen::RowVector2f(8, 8));
  BOOST_CHECK_EQUAL(a.of(0).sum(), 22.0F);
  BOOST_CHECK_EQUAL(a.of(1).sum(), 12.0F);
  for (std::size_t p = 0; p < 2; ++p) a.take(p, b);  // nothing
  BOOST_CHECK_EQUAL(a.of(0).sum(), 22.0F);
  for (std::size_t p = 0; p < 2; ++p) a.clear(p);
  BOOST_CHECK(a.touched(0).empty() && a.of(0).isZero() && a.of(1).isZero());
  a.row(0, 3).array() += 1;
  BOOST_CHECK_EQUAL(a.touched(0).size(), 1U);
}

BOOST_AUTO_TEST_CASE(rows_of_tables_that_are_not_touched_stay) {
  Parameters parameters = some_parameters({Matrix::Ones(4, 2), Matrix::Ones(1, 2)});
  parameters[0].table = true;
  Gradients gradients(parameters);
  Adam adam(parameters);
  gradients.row(0, 2).array() += 0.5F;
  gradients.of(1)(0, 1) = -0.5F;
  double square = 0;
  for (std::size_t p = 0; p < 2; ++p) square += adam.square(parameters, gradients, p);
  BOOST_CHECK_SMALL(square - 0.75, 1e-6);
  adam.begin(square, 0.1F);
  for (std::size_t p = 0; p < 2; ++p) adam.move(parameters, gradients, p);
  BOOST_CHECK(parameters[0].value.row(1) == Eigen::RowVector2f(1, 1));
  BOOST_CHECK_SMALL(parameters[0].value(2, 0) - 0.9F, 1e-4F);  // the first step is the rate, whatever the derivative
  BOOST_CHECK_SMALL(parameters[1].value(0, 1) - 1.1F, 1e-4F);
  BOOST_CHECK_EQUAL(parameters[1].value(0, 0), 1.0F);
  BOOST_CHECK(gradients.of(1).isZero() && gradients.touched(0).empty());
}

BOOST_AUTO_TEST_CASE(learning_is_the_same_on_each_run) {
  const std::vector<Sample> samples = two_samples(6);
  const auto learn = [&](std::uint64_t seed, std::vector<double>& losses) {
    LearningNetwork network = small_network(1);
    Learner learner(network, seed, samples.size());
    std::vector<Learner::Work> work;
    for (const Sample& sample : samples)
      work.emplace_back([&](Tape& tape, Random& chance) { add_losses(tape, network, std::vector{&sample}, 7, {}, {}, chance); });
    for (int step = 0; step < 40; ++step) losses.push_back(learner.step(work, 1e-2F));
    return network;
  };
  std::vector<double> first_losses, second_losses, other_losses;
  const LearningNetwork first = learn(5, first_losses), second = learn(5, second_losses), other = learn(6, other_losses);
  BOOST_TEST(first_losses == second_losses, boost::test_tools::per_element());
  bool differs = false;
  for (std::size_t p = 0; p < first.parameters().size(); ++p) {
    BOOST_CHECK_MESSAGE(first.parameters()[p].value == second.parameters()[p].value, first.parameters()[p].name);
    differs |= first.parameters()[p].value != other.parameters()[p].value;
  }
  BOOST_CHECK(differs);
  BOOST_CHECK_LT(first_losses.back(), 0.7 * first_losses.front());
}

BOOST_AUTO_TEST_CASE(one_thread_goes_where_two_go) {
  const std::vector<Sample> samples = two_samples(6);
  const Dropout none{.words = 0, .inputs = 0, .layers = 0, .outputs = 0};
  LearningNetwork one = small_network(1), two = small_network(1);
  Learner alone(one, 3, 1), together(two, 3, 2);
  const auto work = [&](LearningNetwork& network, std::vector<const Sample*> some) -> Learner::Work {
    return [&network, none, some = std::move(some)](Tape& tape, Random& chance) { add_losses(tape, network, some, 7, {}, none, chance); };
  };
  const std::vector whole{work(one, {&samples[0], &samples[1]})}, halves{work(two, {&samples[0]}), work(two, {&samples[1]})};
  for (int step = 0; step < 5; ++step) BOOST_CHECK_CLOSE(alone.step(whole, 1e-3F), together.step(halves, 1e-3F), 0.1);
}

BOOST_AUTO_TEST_CASE(rates_rise_and_fall) {
  BOOST_CHECK_CLOSE(rate_at(0, 1000, 1, 200), 1.0F / 200, 1e-3);
  BOOST_CHECK_CLOSE(rate_at(199, 1000, 1, 200), 0.801F, 1e-3);
  BOOST_CHECK_CLOSE(rate_at(500, 1000, 2, 200), 1.0F, 1e-3);
  BOOST_CHECK_SMALL(rate_at(1000, 1000, 1, 200), 1e-6F);
}
