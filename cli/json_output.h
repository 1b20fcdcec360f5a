/// A JSON value as the whole result.
#pragma once

#include <boost/json/value.hpp>

namespace dossier::cli {

/// Writes the value and a line end to standard output, and checks that it arrived.
void print_json(const boost::json::value& value);

}  // namespace dossier::cli
