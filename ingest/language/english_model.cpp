#include "ingest/language/english_model.h"

// The assembler puts the file into the read-only data as it is: no copy at start, shared between processes.
asm(".section .rodata\n"
    ".global dossier_english_model\n"
    ".global dossier_english_model_end\n"
    ".balign 64\n"  // sections are read in place as arrays
    "dossier_english_model:\n"
    ".incbin \"" DOSSIER_ENGLISH_MODEL "\"\n"
    "dossier_english_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char dossier_english_model[];
extern "C" const char dossier_english_model_end[];

namespace dossier::ingest {

std::string_view english_model() noexcept {
  return {dossier_english_model, static_cast<std::size_t>(dossier_english_model_end - dossier_english_model)};
}

}  // namespace dossier::ingest
