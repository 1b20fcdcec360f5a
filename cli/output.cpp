#include "cli/output.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <ostream>
#include <streambuf>

#include "cli/exit_code.h"
#include "graph/error/error.h"
#include "graph/file/output_file.h"

namespace dossier::cli {
namespace {

/// A stream buffer over standard output that throws when it cannot write.
///
/// Why not std::cout: it forgets why writing failed, and a closed pipe must be told from a full disk.
class StandardOutputBuffer : public std::streambuf {
 public:
  StandardOutputBuffer() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

 protected:
  int_type overflow(int_type character) override {
    sync();
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(character);
      pbump(1);
    }
    return traits_type::not_eof(character);
  }
  int sync() override {
    const char* text = pbase();
    auto size = static_cast<std::size_t>(pptr() - pbase());
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    while (size > 0) {
      const ssize_t written = ::write(STDOUT_FILENO, text, size);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(errno);
      text += written;
      size -= static_cast<std::size_t>(written);
    }
    return 0;
  }

 private:
  [[noreturn]] static void fail(int number) {
    if (number == EPIPE) throw ClosedPipe();
    throw Error(ErrorKind::io, Location{"standard output"}, std::string("cannot write: ") + std::strerror(number));
  }

  std::array<char, 1 << 16> buffer_{};
};

}  // namespace

struct Output::State {
  std::optional<graph::OutputFile> file;
  StandardOutputBuffer buffer;
  std::ostream standard{&buffer};
};

Output::Output(const std::filesystem::path& file) : state_(std::make_unique<State>()) {
  state_->standard.exceptions(std::ios::badbit);  // lets what the buffer throws through
  if (!file.empty() && file != "-") state_->file.emplace(file);
}

Output::~Output() = default;

std::ostream& Output::stream() { return state_->file ? state_->file->stream() : state_->standard; }

bool Output::is_file() const noexcept { return state_->file.has_value(); }

void Output::finish() {
  if (state_->file) {
    state_->file->commit();
  } else {
    state_->standard.flush();
  }
}

}  // namespace dossier::cli
