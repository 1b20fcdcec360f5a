/// Collects quads and makes a Store of them.
#pragma once

#include <memory>

#include "graph/store/store.h"
#include "graph/term/quad.h"

namespace dossier::graph {

/// A sink whose `build` gives the sorted, duplicate-free Store.
class Builder final : public QuadSink {
 public:
  Builder();
  ~Builder() override;

  void prefix(std::string_view name, std::string_view iri) override;
  void quad(const QuadView& quad) override;

  /// Adds every quad of a store, except those of the graphs named in `without`.
  void add(const Store& store, std::span<const TermId> without = {});

  /// Sorts and indexes. The builder is empty afterwards.
  [[nodiscard]] Store build();
};

}  // namespace dossier::graph
