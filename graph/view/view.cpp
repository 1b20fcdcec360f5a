#include "graph/view/view.h"

#include <utility>

namespace dossier::graph {

View::View(const Store& store, EdgeFilter filter)
    : columns_(&store.columns()), filter_(std::move(filter)), blocks_(columns_->resources() / 64 + 1) {
  for (std::uint32_t id = 1; id <= columns_->resources(); ++id) {
    const bool is_subject = columns_->subject_starts[id] != columns_->subject_starts[id + 1];
    const bool is_object = columns_->object_starts[id] != columns_->object_starts[id + 1];
    if (is_subject || is_object) blocks_[id / 64].bits |= std::uint64_t{1} << (id % 64);
  }
  for (VertexBlock& block : blocks_) {
    block.before = static_cast<std::uint32_t>(vertex_count_);
    vertex_count_ += static_cast<std::size_t>(std::popcount(block.bits));
  }
}

EdgeRange View::edges() const {
  const auto last = static_cast<Row>(columns_->quads());
  return {EdgeIterator(*columns_, filter_, 0, 0, last, no_term),
          EdgeIterator(*columns_, filter_, 0, last, last, no_term)};
}

EdgeRange View::out_edges(TermId vertex) const {
  if (!is_vertex(vertex)) return {};
  const Row first = columns_->subject_starts[number_of(vertex)], last = columns_->subject_starts[number_of(vertex) + 1];
  return {EdgeIterator(*columns_, filter_, first, first, last, no_term),
          EdgeIterator(*columns_, filter_, first, last, last, no_term)};
}

EdgeRange View::in_edges(TermId vertex) const {
  if (!is_vertex(vertex)) return {};
  const Row first = columns_->object_starts[number_of(vertex)], last = columns_->object_starts[number_of(vertex) + 1];
  return {EdgeIterator(*columns_, filter_, first, first, last, vertex),
          EdgeIterator(*columns_, filter_, first, last, last, vertex)};
}

}  // namespace dossier::graph
