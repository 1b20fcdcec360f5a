/// The operations that the network is made of. A row is a token; `Lengths` are the tokens of each sentence in turn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/language/training/random.h"
#include "ingest/language/training/tape.h"

namespace dossier::ingest::training {

using Lengths = std::span<const std::uint32_t>;

/// For each token the sum of the table's rows that it names: `rows` has `each` a token. Row `skip` counts as nothing.
Node sum_rows(Tape& tape, std::size_t table, std::vector<std::uint32_t> rows, std::size_t each, std::uint32_t skip = ~0U);

/// x · weights + bias (indices of parameters; weights: in × out, bias: 1 × out).
Node linear(Tape& tape, Node x, std::size_t weights, std::size_t bias);

Node concatenate(Tape& tape, std::vector<Node> parts);
Node columns(Tape& tape, Node x, Eigen::Index first, Eigen::Index count);
Node add(Tape& tape, Node a, Node b);
Node relu(Tape& tape, Node x);

/// For each token the row of `x` that it names, or the one row of the parameter `outside` where it names `x`'s size.
Node pick_rows(Tape& tape, Node x, std::size_t outside, std::vector<std::uint32_t> rows);

/// Each sentence loses the same columns with probability `rate`; what stays grows by 1 / (1 - rate). Y. Gal and
/// Z. Ghahramani, "A theoretically grounded application of dropout in recurrent neural networks" (2016).
Node drop_columns(Tape& tape, Node x, Lengths lengths, float rate, Random& random);
/// The same with each token for itself: whole rows go.
Node drop_rows(Tape& tape, Node x, float rate, Random& random);

/// A bidirectional simple recurrent unit (T. Lei and others, "Simple recurrent units for highly parallelizable
/// recurrence", 2018). `x` has 2h columns, the left half read forward, the right half backward; `gates` has for each half
/// candidate, forget and reset gates: 6h columns. The parameter `memory` (2 × 2h) is what the former state weighs in the
/// forget gates (row 0) and the reset gates (row 1).
Node recurrence(Tape& tape, Node gates, Node x, std::size_t memory, Lengths lengths);

/// For each half the columns of the token before in its direction, then its own: 2h columns become 4h, the first half's first.
/// Outside of the sentence there are zeros.
Node with_former(Tape& tape, Node x, Lengths lengths);

}  // namespace dossier::ingest::training
