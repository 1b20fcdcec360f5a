#include "ingest/language/training/network.h"

#include <cmath>
#include <utility>

#include "ingest/language/relation.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest::training {

std::size_t LearningNetwork::add_parameter(std::string name, std::uint32_t rows, std::uint32_t columns, float scale, Random& random, bool table) {
  Matrix value(rows, columns);
  for (Eigen::Index i = 0; i < value.size(); ++i) value.data()[i] = scale * random.normal();
  parameters_.push_back({std::move(name), std::move(value), table});
  return parameters_.size() - 1;
}

LearningNetwork::Layer LearningNetwork::add_layer(const std::string& name, std::uint32_t in, std::uint32_t out, Random& random) {
  const std::size_t weights = add_parameter(name, in, out, std::sqrt(1.5F / static_cast<float>(in)), random);
  return {weights, add_parameter(name + ".bias", 1, out, 0, random)};
}

LearningNetwork::LearningNetwork(const Sizes& sizes, std::uint64_t seed) : sizes_(sizes) {
  Random random(seed);
  const std::uint32_t h = sizes.half;
  parts_.words = add_parameter("words", sizes.words, sizes.word_width, 0.1F, random, true);
  parts_.pieces = add_parameter("pieces", piece_rows, sizes.piece_width, 0.1F, random, true);
  parts_.marks = add_parameter("marks", mark_rows, sizes.mark_width, 0.1F, random);
  parts_.input = add_layer("input", sizes.word_width + sizes.piece_width + sizes.mark_width, 2 * h, random);
  const auto forget = [&](const Layer& layer, Eigen::Index at) { parameters_[layer.bias].value.middleCols(at, h).setConstant(0.5F); };
  for (std::uint32_t l = 0; l < sizes.separate; ++l) {
    parts_.forward.push_back(add_layer("forward" + std::to_string(l), 2 * h, 3 * h, random));
    parts_.backward.push_back(add_layer("backward" + std::to_string(l), 2 * h, 3 * h, random));
    parts_.separate_memory.push_back(add_parameter("separate" + std::to_string(l) + ".memory", 2, 2 * h, 0, random));
    forget(parts_.forward.back(), h), forget(parts_.backward.back(), h);
  }
  for (std::uint32_t l = 0; l < sizes.mixed; ++l) {
    parts_.mixed.push_back(add_layer("mixed" + std::to_string(l), 2 * h, 6 * h, random));
    parts_.mixed_memory.push_back(add_parameter("mixed" + std::to_string(l) + ".memory", 2, 2 * h, 0, random));
    forget(parts_.mixed.back(), h), forget(parts_.mixed.back(), 4 * h);
  }
  parts_.next = add_layer("next", h, sizes.word_width, random);
  parts_.former = add_layer("former", h, sizes.word_width, random);
  parts_.word_classes = add_layer("word_classes", 2 * h, word_class_count, random);
  parts_.tags = add_layer("tags", 2 * h, tag_count, random);
  parts_.name_hidden = add_layer("name_hidden", 2 * h + sizes.mark_width, sizes.name, random);
  parts_.names = add_layer("names", sizes.name, sizes.name_classes, random);
  parts_.transitions = add_parameter("transitions", sizes.name_classes + 1, sizes.name_classes, 0, random);
  parts_.dependants = add_layer("dependants", 2 * h, sizes.arc, random);
  parts_.arc_dependants = add_layer("arc_dependants", sizes.arc, sizes.arc, random);
  parts_.heads = add_layer("heads", 2 * h, sizes.arc, random);
  parts_.root = add_parameter("root", 1, sizes.arc, 0.1F, random);
  parts_.relation_dependants = add_layer("relation_dependants", 2 * h, sizes.relation, random);
  parts_.relation_heads = add_layer("relation_heads", 2 * h, sizes.relation, random);
  parts_.relations = add_layer("relations", sizes.relation, relation_count, random);
  parts_.relation_root = add_parameter("relation_root", 1, sizes.relation, 0.1F, random);
}

LearningNetwork LearningNetwork::with_new_upper_layers(std::uint64_t seed) const {
  LearningNetwork other(sizes_, seed);
  const auto keep = [&](std::size_t parameter) { other.parameters_[parameter].value = parameters_[parameter].value; };
  for (const std::size_t table : {parts_.words, parts_.pieces, parts_.marks}) keep(table);
  keep(parts_.input.weights), keep(parts_.input.bias);
  for (const auto* layers : {&parts_.forward, &parts_.backward})
    for (const Layer& layer : *layers) keep(layer.weights), keep(layer.bias);
  for (const std::size_t memory : parts_.separate_memory) keep(memory);
  return other;
}

Node LearningNetwork::separate_layers(Tape& tape, const Batch& batch, const Dropout& dropout, Random& random) const {
  std::vector<std::uint32_t> words = batch.features.words, pieces = batch.features.pieces;
  if (tape.learns()) {
    for (std::uint32_t& word : words)
      if (random.uniform() < dropout.words) word = 0;
  }
  const Node marks = sum_rows(tape, parts_.marks, batch.features.marks, marks_each, no_row);
  Node x = concatenate(tape, {sum_rows(tape, parts_.words, std::move(words), 1), sum_rows(tape, parts_.pieces, std::move(pieces), pieces_each), marks});
  x = drop_rows(tape, x, dropout.inputs, random);
  x = linear(tape, x, parts_.input.weights, parts_.input.bias);
  const Eigen::Index h = sizes_.half;
  for (std::uint32_t l = 0; l < sizes_.separate; ++l) {
    const Node in = with_former(tape, drop_columns(tape, x, batch.lengths, dropout.layers, random), batch.lengths);
    const Node left = linear(tape, columns(tape, in, 0, 2 * h), parts_.forward[l].weights, parts_.forward[l].bias);
    const Node right = linear(tape, columns(tape, in, 2 * h, 2 * h), parts_.backward[l].weights, parts_.backward[l].bias);
    x = recurrence(tape, concatenate(tape, {left, right}), x, parts_.separate_memory[l], batch.lengths);
  }
  return x;
}

Encoded LearningNetwork::encode(Tape& tape, const Batch& batch, const Dropout& dropout, Random& random) const {
  Encoded e{};
  Node x = e.separate = separate_layers(tape, batch, dropout, random);
  for (std::size_t l = 0; l < parts_.mixed.size(); ++l) {
    const Node in = drop_columns(tape, x, batch.lengths, dropout.layers, random);
    x = recurrence(tape, linear(tape, in, parts_.mixed[l].weights, parts_.mixed[l].bias), x, parts_.mixed_memory[l], batch.lengths);
  }
  x = drop_columns(tape, x, batch.lengths, dropout.outputs, random);
  e.word_classes = linear(tape, x, parts_.word_classes.weights, parts_.word_classes.bias);
  e.tags = linear(tape, x, parts_.tags.weights, parts_.tags.bias);
  const Node marks = sum_rows(tape, parts_.marks, batch.features.marks, marks_each, no_row);
  Node names = relu(tape, linear(tape, concatenate(tape, {x, marks}), parts_.name_hidden.weights, parts_.name_hidden.bias));
  names = drop_columns(tape, names, batch.lengths, dropout.outputs, random);
  e.names = linear(tape, names, parts_.names.weights, parts_.names.bias);
  const auto hidden = [&](const Layer& layer) {
    return drop_columns(tape, relu(tape, linear(tape, x, layer.weights, layer.bias)), batch.lengths, dropout.outputs, random);
  };
  e.dependants = linear(tape, hidden(parts_.dependants), parts_.arc_dependants.weights, parts_.arc_dependants.bias);
  e.heads = hidden(parts_.heads);
  e.relation_dependants = linear(tape, x, parts_.relation_dependants.weights, parts_.relation_dependants.bias);
  e.relation_heads = linear(tape, x, parts_.relation_heads.weights, parts_.relation_heads.bias);
  return e;
}

Node LearningNetwork::relation_scores(Tape& tape, const Encoded& encoded, std::vector<std::uint32_t> heads, Lengths lengths, const Dropout& dropout,
                              Random& random) const {
  const Node of_heads = pick_rows(tape, encoded.relation_heads, parts_.relation_root, std::move(heads));
  const Node hidden = drop_columns(tape, relu(tape, add(tape, encoded.relation_dependants, of_heads)), lengths, dropout.outputs, random);
  return linear(tape, hidden, parts_.relations.weights, parts_.relations.bias);
}

Node LearningNetwork::next_word(Tape& tape, Node separate) const {
  return linear(tape, columns(tape, separate, 0, sizes_.half), parts_.next.weights, parts_.next.bias);
}

Node LearningNetwork::former_word(Tape& tape, Node separate) const {
  return linear(tape, columns(tape, separate, sizes_.half, sizes_.half), parts_.former.weights, parts_.former.bias);
}

}  // namespace dossier::ingest::training
