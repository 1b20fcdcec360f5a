#include "ingest/language/tagger_model.h"

// The assembler puts the file into the read-only data as it is: no copy at start, shared between processes.
asm(".section .rodata\n"
    ".global dossier_tagger_model\n"
    ".global dossier_tagger_model_end\n"
    "dossier_tagger_model:\n"
    ".incbin \"" DOSSIER_TAGGER_MODEL "\"\n"
    "dossier_tagger_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char dossier_tagger_model[];
extern "C" const char dossier_tagger_model_end[];

namespace dossier::ingest {

std::string_view tagger_model() noexcept {
  return {dossier_tagger_model, static_cast<std::size_t>(dossier_tagger_model_end - dossier_tagger_model)};
}

}  // namespace dossier::ingest
