#include "ingest/language/training/export.h"

#include <cmath>
#include <cstdint>

#include "ingest/language/kernels.h"

namespace dossier::ingest::training {
namespace {

std::int8_t rounded(float value) { return static_cast<std::int8_t>(std::lround(value)); }

void append_table(const Parameter& table, Sections& sections) {
  const Matrix& m = table.value;
  std::vector<std::int8_t> values(static_cast<std::size_t>(m.size()));
  std::vector<float> scale(static_cast<std::size_t>(m.rows()));
  for (Eigen::Index r = 0; r < m.rows(); ++r) {
    const float top = m.row(r).cwiseAbs().maxCoeff();
    scale[static_cast<std::size_t>(r)] = top / 127;
    for (Eigen::Index c = 0; c < m.cols(); ++c) values[static_cast<std::size_t>(r * m.cols() + c)] = top > 0 ? rounded(m(r, c) / top * 127) : std::int8_t{0};
  }
  sections.emplace_back(table.name, bytes_of(values));
  sections.emplace_back(table.name + ".scale", bytes_of(scale));
}

void append_layer(const Parameter& weights, const Parameter& bias, Sections& sections) {
  const Matrix& w = weights.value;
  const auto in = static_cast<std::size_t>(w.rows()), out = static_cast<std::size_t>(w.cols());
  const std::size_t groups = padded(in, row_group) / row_group, columns = padded(out, panel_columns);
  std::vector<std::int8_t> packed(columns * groups * row_group, 0);
  std::vector<float> scale(columns, 0), biases(columns, 0);
  std::vector<std::int32_t> sums(columns, 0);
  for (std::size_t c = 0; c < out; ++c) {
    const auto column = static_cast<Eigen::Index>(c);
    const float top = w.col(column).cwiseAbs().maxCoeff();
    scale[c] = top / 127;
    biases[c] = bias.value(0, column);
    for (std::size_t k = 0; k < in; ++k) {
      const std::int8_t value = top > 0 ? rounded(w(static_cast<Eigen::Index>(k), column) / top * 127) : std::int8_t{0};
      packed[((c / panel_columns * groups + k / row_group) * panel_columns + c % panel_columns) * row_group + k % row_group] = value;
      sums[c] += 128 * value;
    }
  }
  sections.emplace_back(weights.name, bytes_of(packed));
  sections.emplace_back(weights.name + ".scale", bytes_of(scale));
  sections.emplace_back(weights.name + ".bias", bytes_of(biases));
  sections.emplace_back(weights.name + ".sums", bytes_of(sums));
}

}  // namespace

void append_network(const LearningNetwork& network, Sections& sections) {
  const Sizes& s = network.sizes();
  sections.emplace_back("shape", bytes_of(std::vector<std::uint32_t>{s.words, s.word_width, s.piece_width, s.mark_width, s.half, s.separate, s.mixed, s.arc,
                                                                     s.relation, s.name}));
  const Parameters& parameters = network.parameters();
  const LearningNetwork::Parts& parts = network.parts();
  for (const std::size_t table : {parts.words, parts.pieces, parts.marks}) append_table(parameters[table], sections);
  const auto layer = [&](const LearningNetwork::Layer& l) { append_layer(parameters[l.weights], parameters[l.bias], sections); };
  layer(parts.input);
  for (const auto* layers : {&parts.forward, &parts.backward, &parts.mixed})
    for (const LearningNetwork::Layer& l : *layers) layer(l);
  for (const LearningNetwork::Layer& l : {parts.word_classes, parts.tags, parts.name_hidden, parts.names, parts.dependants, parts.arc_dependants, parts.heads,
                                  parts.relation_dependants, parts.relation_heads, parts.relations})
    layer(l);
  std::vector<std::size_t> plain = {parts.transitions, parts.root, parts.relation_root};
  plain.insert(plain.end(), parts.separate_memory.begin(), parts.separate_memory.end());
  plain.insert(plain.end(), parts.mixed_memory.begin(), parts.mixed_memory.end());
  for (const std::size_t p : plain) {
    const Matrix& m = parameters[p].value;
    sections.emplace_back(parameters[p].name, bytes_of(std::vector<float>(m.data(), m.data() + m.size())));
  }
}

}  // namespace dossier::ingest::training
