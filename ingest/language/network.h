/// The trained network at work: rows of tables in, tags, names and trees out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/language/features.h"
#include "ingest/language/kernels.h"
#include "ingest/language/model_file.h"
#include "ingest/language/tree_decoder.h"

namespace dossier::ingest {

/// Shape of the network, as section "shape" tells it; the layers are those of training/network.h.
struct NetworkShape {
  std::uint32_t words, word_width, piece_width, mark_width, half, separate, mixed, arc, relation, name;
};

/// What is known of each token of a batch, in columns.
struct Reading {
  std::vector<std::uint8_t> word_classes, tags, relations;
  std::vector<std::uint32_t> heads;  ///< number of the head in its sentence from 1, 0 for the root
  std::vector<std::uint32_t> names;  ///< name tags

  void resize(std::size_t tokens);
};

/// Processor time of each part of the work, in seconds, added up.
struct NetworkTimes {
  double embeddings = 0, products = 0, recurrences = 0;  ///< products: of the layers that the recurrences read
  double scores = 0, trees = 0, names = 0;
};

/// Memory that one thread keeps between calls.
struct NetworkRoom {
  NetworkTimes* times = nullptr;  ///< filled where it is given, for benchmarks
  std::vector<float> x, y, gates, state, side, dependants, heads, relation_dependants, relation_heads, hidden, scores, tag_scores, room;
  QuantizedRows rows;
  TreeDecoder decoder;
};

/// Immutable and thread-safe; reads weights where they lie in the model.
class Network {
 public:
  /// Throws Error(bad_input) when sections are missing or do not fit each other.
  explicit Network(const ModelFile& model, Instructions instructions = best_instructions());

  /// Reads sentences that stand one behind another in `features`; `lengths` are their tokens, none 0. Trees have one root and no
  /// circle. Time grows with the square of a sentence's length: callers keep sentences short (see longest_sentence).
  void read(const Features& features, std::span<const std::uint32_t> lengths, NetworkRoom& room, Reading& reading) const;

  [[nodiscard]] const NetworkShape& shape() const noexcept { return shape_; }

 private:
  struct Table {
    std::size_t width = 0;
    std::span<const std::int8_t> values;
    std::span<const float> scale;  ///< a row
  };
  [[nodiscard]] Table table(const ModelFile& model, const char* name, std::size_t rows, std::size_t width) const;
  [[nodiscard]] static PackedWeights layer(const ModelFile& model, const std::string& name, std::size_t in, std::size_t out);
  void embed(const Features& features, std::vector<float>& x) const;
  void apply(const PackedWeights& weights, std::span<const float> x, NetworkRoom& room, std::vector<float>& out) const;
  /// room.y: for each token half `side` of room.x of the token before in its direction, then its own.
  void with_former(std::span<const std::uint32_t> lengths, std::size_t side, NetworkRoom& room) const;
  void read_tree(std::size_t at, std::size_t length, NetworkRoom& room, Reading& reading) const;
  void name_relations(std::size_t at, std::size_t length, NetworkRoom& room, Reading& reading) const;

  NetworkShape shape_{};
  Instructions instructions_;
  Table words_, pieces_, marks_;
  PackedWeights input_, word_classes_, tags_, name_hidden_, names_, dependants_, arc_dependants_, heads_, relation_dependants_, relation_heads_, relations_;
  std::vector<PackedWeights> forward_, backward_, mixed_;
  std::vector<std::span<const float>> separate_memory_, mixed_memory_;
  std::span<const float> transitions_, root_, relation_root_;
};

/// Longer sentences are read in parts of this many tokens, so that time stays linear in the text.
inline constexpr std::uint32_t longest_sentence = 192;

}  // namespace dossier::ingest
