/// How language models were made, for people and for programs.
#pragma once

#include <boost/json/object.hpp>
#include <filesystem>
#include <iosfwd>

#include "cli/terminal.h"
#include "ingest/language/language_model.h"

namespace dossier::cli {

/// What a model says of itself (its kind, licence, recipe, data and scores), with the file that it is in (empty: the program),
/// its size in bytes and the instruction set that it runs on here. Throws Error(bad_input) when it says nothing readable.
[[nodiscard]] boost::json::object about_model(const ingest::LanguageModel& model, const std::filesystem::path& file);

/// The same for people: a line a fact, groups under a title.
void print_model(const boost::json::object& about, const Terminal& terminal, std::ostream& out);

}  // namespace dossier::cli
