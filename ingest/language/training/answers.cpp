#include "ingest/language/training/answers.h"

#include <algorithm>

#include "ingest/language/tree_decoder.h"

namespace dossier::ingest::training {
namespace {

std::uint32_t best_of(const Matrix& m, Eigen::Index row) {
  Eigen::Index best = 0;
  m.row(row).maxCoeff(&best);
  return static_cast<std::uint32_t>(best);
}

}  // namespace

std::vector<Answer> answers(const LearningNetwork& network, std::span<const Sample> samples) {
  std::vector<Answer> result;
  TreeDecoder decoder;
  Random unused(0);
  for (const Sample& sample : samples) {
    Tape tape(network.parameters(), nullptr);
    Batch batch{.features = sample.features, .lengths = {static_cast<std::uint32_t>(sample.size())}};
    const Encoded e = network.encode(tape, batch, {}, unused);
    Answer a;
    const auto n = static_cast<Eigen::Index>(sample.size());
    a.heads.resize(sample.size());
    const Matrix arcs = arc_scores(tape, e.dependants, e.heads, network.parts().root, 0, n);
    decoder.decode({arcs.data(), static_cast<std::size_t>(arcs.size())}, a.heads);
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t head : a.heads) rows.push_back(head == 0 ? static_cast<std::uint32_t>(n) : head - 1);
    const Matrix& relations = tape.value(network.relation_scores(tape, e, rows, batch.lengths, {}, unused));
    for (Eigen::Index i = 0; i < n; ++i) {
      a.word_classes.push_back(best_of(tape.value(e.word_classes), i));
      a.tags.push_back(best_of(tape.value(e.tags), i));
      // the first relation is the root's, and only the root's
      Eigen::Index best = 0;
      if (a.heads[static_cast<std::size_t>(i)] != 0) relations.row(i).tail(relations.cols() - 1).maxCoeff(&best), ++best;
      a.relations.push_back(static_cast<std::uint32_t>(best));
    }
    const Matrix& names = tape.value(e.names);
    const Matrix& transitions = network.parameters()[network.parts().transitions].value;
    a.names.resize(sample.size());
    best_name_tags({names.data(), static_cast<std::size_t>(names.size())}, {transitions.data(), static_cast<std::size_t>(transitions.size())}, a.names);
    result.push_back(std::move(a));
  }
  return result;
}

Scores score(std::span<const Sample> samples, std::span<const Answer> answers) {
  double tokens = 0, classes = 0, tags = 0, heads = 0, relations = 0, found = 0, told = 0, right = 0;
  for (std::size_t s = 0; s < samples.size(); ++s) {
    const Sample& gold = samples[s];
    const Answer& said = answers[s];
    for (std::size_t i = 0; i < gold.heads.size(); ++i) {
      ++tokens;
      classes += gold.word_classes[i] == said.word_classes[i];
      tags += gold.tags[i] == said.tags[i];
      heads += gold.heads[i] == said.heads[i];
      relations += gold.heads[i] == said.heads[i] && gold.relations[i] == said.relations[i];
    }
    if (gold.names.empty()) continue;
    const auto gold_names = names_in(gold.names), said_names = names_in(said.names);
    told += static_cast<double>(gold_names.size());
    found += static_cast<double>(said_names.size());
    for (const NameSpan& name : said_names) right += std::ranges::find(gold_names, name) != gold_names.end();
  }
  const auto percent = [](double part, double whole) { return whole > 0 ? 100 * part / whole : 0; };
  return {percent(classes, tokens), percent(tags, tokens), percent(heads, tokens), percent(relations, tokens),
          percent(right, found),    percent(right, told),  percent(2 * right, found + told)};
}

}  // namespace dossier::ingest::training
