/// From data to a model file, the whole way.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ingest/language/training/data.h"
#include "ingest/language/training/fit.h"
#include "ingest/language/training/foresee.h"
#include "ingest/language/training/network.h"

namespace dossier::ingest::training {

struct Recipe {
  DataOptions data;
  Sizes student, teacher;          ///< `words` and `name_classes` are filled in
  std::uint32_t teachers = 2;      ///< learn side by side, a thread each; 0: the student learns from the treebanks alone
  double taught_tokens = 1.5e6;    ///< of raw text, read by the teachers for the student
  double student_foresight = 1, teacher_foresight = 1;  ///< how often all raw text is read first
  FitOptions student_fit, teacher_fit;
  std::uint64_t seed = 1;
  std::function<void(const std::string&)> report;  ///< a line of what is being done, and how it goes
};

/// The recipe of the shipped model.
[[nodiscard]] Recipe full_recipe();
/// The same steps in a minute, on a sliver of the data: for tests.
[[nodiscard]] Recipe smoke_recipe();

/// The bytes of a model file. The same recipe, data and machine give the same bytes.
[[nodiscard]] std::string train(const Recipe& recipe);

}  // namespace dossier::ingest::training
