#include "graph/rdf/text_output.h"

#include <cerrno>
#include <cstring>
#include <ostream>

#include "graph/error/error.h"

namespace dossier::graph {

void TextOutput::drain() {
  errno = 0;
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  if (!out_.good()) {
    const int reason = errno;  // what the stream's buffer met last, if it says
    throw Error(ErrorKind::io, reason == 0 ? "cannot write" : std::string("cannot write: ") + std::strerror(reason));
  }
  text_.clear();
}

}  // namespace dossier::graph
