#include "ingest/language/training/teach.h"

#include "ingest/language/side_by_side.h"
#include "ingest/language/training/step.h"
#include "ingest/language/tree_decoder.h"

namespace dossier::ingest::training {
namespace {

constexpr std::size_t batch_tokens = 1000;
constexpr float negligible = 1e-3F;  ///< chances below it are taken for nothing

Matrix chances(Matrix scores) {
  softmax(scores);
  return scores;
}

void add(Matrix& sum, const Matrix& part) {
  if (sum.size() == 0) sum = part;
  else sum += part;
}

/// The mean of `count` chances a row, without what is negligible.
void settle(Matrix& sum, std::size_t count) {
  sum /= static_cast<float>(count);
  sum = (sum.array() < negligible).select(0.0F, sum);
  sum.array().colwise() /= sum.rowwise().sum().array().eval();
}

void teach_batch(std::span<const LearningNetwork* const> teachers, std::span<Sample> samples) {
  std::vector<const Sample*> pointers;
  for (const Sample& sample : samples) pointers.push_back(&sample);
  const Batch batch = batch_of(pointers);
  Random unused(0);
  std::vector<Tape> tapes;
  std::vector<Encoded> encoded;
  Matrix names, transitions;
  for (const LearningNetwork* teacher : teachers) {
    Tape& tape = tapes.emplace_back(teacher->parameters(), nullptr);
    const Encoded& e = encoded.emplace_back(teacher->encode(tape, batch, {}, unused));
    add(names, tape.value(e.names));
    add(transitions, teacher->parameters()[teacher->parts().transitions].value);
    const Matrix classes = chances(tape.value(e.word_classes)), tags = chances(tape.value(e.tags));
    Eigen::Index at = 0;
    for (Sample& sample : samples) {
      const auto n = static_cast<Eigen::Index>(sample.size());
      add(sample.word_class_chances, classes.middleRows(at, n));
      add(sample.tag_chances, tags.middleRows(at, n));
      add(sample.arcs, chances(arc_scores(tape, e.dependants, e.heads, teacher->parts().root, at, n)));
      at += n;
    }
  }
  const auto count = teachers.size();
  names /= static_cast<float>(count);
  transitions /= static_cast<float>(count);
  TreeDecoder decoder;
  std::vector<std::uint32_t> rows;
  Eigen::Index at = 0;
  for (Sample& sample : samples) {
    const auto n = static_cast<Eigen::Index>(sample.size());
    settle(sample.word_class_chances, count);
    settle(sample.tag_chances, count);
    settle(sample.arcs, count);
    sample.heads.resize(sample.size());
    const Matrix scores = (sample.arcs.array() + 1e-6F).log();
    decoder.decode({scores.data(), static_cast<std::size_t>(scores.size())}, sample.heads);
    for (const std::uint32_t head : sample.heads)
      rows.push_back(head == 0 ? static_cast<std::uint32_t>(batch.tokens()) : static_cast<std::uint32_t>(at) + head - 1);
    sample.names.resize(sample.size());
    best_name_tags({names.row(at).data(), sample.size() * static_cast<std::size_t>(names.cols())},
                   {transitions.data(), static_cast<std::size_t>(transitions.size())}, sample.names);
    at += n;
  }
  for (std::size_t k = 0; k < count; ++k) {
    const Matrix relations = chances(tapes[k].value(teachers[k]->relation_scores(tapes[k], encoded[k], rows, batch.lengths, {}, unused)));
    at = 0;
    for (Sample& sample : samples) {
      add(sample.relation_chances, relations.middleRows(at, static_cast<Eigen::Index>(sample.size())));
      at += static_cast<Eigen::Index>(sample.size());
    }
  }
  for (Sample& sample : samples) settle(sample.relation_chances, count);
}

}  // namespace

std::vector<Sample> taught(std::span<const LearningNetwork* const> teachers, const Corpus& text, std::span<const std::uint32_t> chosen, const WordTable& vocabulary,
                           const WordTable& names) {
  std::vector<Sample> samples(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) append_features(text.text(), text.sentence(chosen[i]), vocabulary, names, samples[i].features);
  std::vector<std::pair<std::size_t, std::size_t>> batches;  // of samples [first, last)
  for (std::size_t i = 0, tokens = 0; i < samples.size(); tokens += samples[i++].size()) {
    if (i == 0 || tokens + samples[i].size() > batch_tokens) batches.emplace_back(i, i), tokens = 0;
    batches.back().second = i + 1;
  }
  constexpr std::size_t threads = 2;
  side_by_side(threads, [&](std::size_t first) {
    for (std::size_t b = first; b < batches.size(); b += threads)
      teach_batch(teachers, std::span(samples).subspan(batches[b].first, batches[b].second - batches[b].first));
  });
  return samples;
}

}  // namespace dossier::ingest::training
