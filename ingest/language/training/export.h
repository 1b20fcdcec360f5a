/// A trained network as sections of a model file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/language/training/network.h"

namespace dossier::ingest::training {

using Sections = std::vector<std::pair<std::string, std::string>>;

/// Appends the network's sections: weights as signed bytes, each column of a layer and each row of a table with its own scale.
void append_network(const LearningNetwork& network, Sections& sections);

/// The bytes of numbers as they lie in memory.
template <class T>
[[nodiscard]] std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace dossier::ingest::training
