/// The network as training sees it: embeddings, recurrent layers, and what is read from them.
///
/// A word's embeddings (vocabulary, pieces, marks) are summed and joined, projected, and go through two layers whose forward and
/// backward halves do not see each other, so that raw text can train them to foresee the next and the former word (M. Peters and
/// others, "Deep contextualized word representations", 2018), then through layers where the halves are mixed. Tags, names, arcs
/// and relations are read from there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/language/features.h"
#include "ingest/language/training/operations.h"
#include "ingest/language/training/tape.h"

namespace dossier::ingest::training {

struct Sizes {
  std::uint32_t words = 0;  ///< rows of the vocabulary's table, row 0 for all others
  std::uint32_t word_width = 96, piece_width = 64, mark_width = 32;
  std::uint32_t half = 128;                     ///< width of one direction
  std::uint32_t separate = 2, mixed = 2;        ///< layers
  std::uint32_t arc = 96, relation = 64, name = 64;
  std::uint32_t name_classes = 0;

  bool operator==(const Sizes&) const = default;
};

struct Dropout {
  float words = 0.15F;    ///< a word taken for one out of the vocabulary
  float inputs = 0.1F;    ///< a token's embedding as a whole
  float layers = 0.25F;   ///< columns between layers
  float outputs = 0.25F;  ///< columns before scores
};

/// What the network reads, several sentences in a row.
struct Batch {
  Features features;
  std::vector<std::uint32_t> lengths;
  [[nodiscard]] std::size_t tokens() const { return features.size(); }
};

/// Nodes of a tape with what was computed.
struct Encoded {
  Node separate;       ///< after the layers with separate halves
  Node word_classes, tags, names;  ///< scores
  Node dependants, heads;          ///< for arc_scores
  Node relation_dependants, relation_heads;
};

class LearningNetwork {
 public:
  LearningNetwork(const Sizes& sizes, std::uint64_t seed);

  /// A network with the same embeddings and separate layers, and everything else new.
  [[nodiscard]] LearningNetwork with_new_upper_layers(std::uint64_t seed) const;

  /// The lower layers alone: what raw text trains.
  Node separate_layers(Tape& tape, const Batch& batch, const Dropout& dropout, Random& random) const;
  Encoded encode(Tape& tape, const Batch& batch, const Dropout& dropout, Random& random) const;
  /// The scores of the relation to a head for each token; `heads` are rows in the batch, its size for the root.
  Node relation_scores(Tape& tape, const Encoded& encoded, std::vector<std::uint32_t> heads, Lengths lengths, const Dropout& dropout,
                       Random& random) const;
  /// What the halves foresee: columns for the table of words.
  Node next_word(Tape& tape, Node separate) const;
  Node former_word(Tape& tape, Node separate) const;

  [[nodiscard]] const Sizes& sizes() const { return sizes_; }
  [[nodiscard]] Parameters& parameters() { return parameters_; }
  [[nodiscard]] const Parameters& parameters() const { return parameters_; }

  struct Layer {
    std::size_t weights, bias;
  };
  struct Parts {
    std::size_t words, pieces, marks;
    Layer input;
    std::vector<Layer> forward, backward, mixed;
    std::vector<std::size_t> separate_memory, mixed_memory;
    Layer next, former;
    Layer word_classes, tags, name_hidden, names;
    std::size_t transitions;
    Layer dependants, arc_dependants, heads;
    std::size_t root;
    Layer relation_dependants, relation_heads, relations;
    std::size_t relation_root;
  };
  [[nodiscard]] const Parts& parts() const { return parts_; }

 private:
  std::size_t add_parameter(std::string name, std::uint32_t rows, std::uint32_t columns, float scale, Random& random, bool table = false);
  Layer add_layer(const std::string& name, std::uint32_t in, std::uint32_t out, Random& random);

  Sizes sizes_;
  Parameters parameters_;
  Parts parts_;
};

}  // namespace dossier::ingest::training
