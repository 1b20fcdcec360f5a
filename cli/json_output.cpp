#include "cli/json_output.h"

#include <boost/json/serialize.hpp>
#include <ostream>

#include "cli/output.h"

namespace dossier::cli {

void print_json(const boost::json::value& value) {
  Output out;
  out.stream() << boost::json::serialize(value) << '\n';
  out.finish();
}

}  // namespace dossier::cli
