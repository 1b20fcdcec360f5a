#include "graph/file/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ostream>
#include <streambuf>

#include "graph/error/error.h"

namespace dossier::graph {
namespace {

/// A stream buffer over a file descriptor that remembers why writing failed.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  [[nodiscard]] int failure() const { return failure_; }

 protected:
  int_type overflow(int_type character) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(character, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(character);
      pbump(1);
    }
    return traits_type::not_eof(character);
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (size < epptr() - pptr()) return std::streambuf::xsputn(text, size);
    if (sync() != 0 || !write_all(text, static_cast<std::size_t>(size))) return 0;
    return size;
  }
  int sync() override {
    const bool good = write_all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return good ? 0 : -1;
  }

 private:
  bool write_all(const char* text, std::size_t size) {
    while (size > 0 && failure_ == 0) {
      const ssize_t written = ::write(descriptor_, text, size);
      if (written < 0) {
        if (errno == EINTR) continue;
        failure_ = errno;
      } else {
        text += written;
        size -= static_cast<std::size_t>(written);
      }
    }
    return failure_ == 0;
  }

  int descriptor_;
  int failure_ = 0;
  std::array<char, 1 << 16> buffer_{};
};

[[noreturn]] void fail(const std::filesystem::path& target, const std::string& what, int number) {
  throw Error(ErrorKind::io, Location{target.string(), 0, 0}, what + ": " + std::strerror(number));
}

/// A rename is only on the disk when the folder that holds the name is.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

struct OutputFile::State {
  std::filesystem::path target;
  std::filesystem::path temporary;  // empty when the target is written in place
  int descriptor = -1;
  std::unique_ptr<DescriptorBuffer> buffer;
  std::unique_ptr<std::ostream> stream;

  ~State() {
    if (descriptor >= 0) ::close(descriptor);
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
};

OutputFile::OutputFile(std::filesystem::path target) : state_(std::make_unique<State>()) {
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(target, "cannot write", EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    state_->descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (exists) target = std::filesystem::canonical(target);  // a link keeps pointing at what it names
    std::string pattern = target.string() + ".XXXXXX";
    state_->descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (state_->descriptor >= 0) {
      state_->temporary = pattern;
      const mode_t mask = ::umask(0);
      ::umask(mask);
      ::fchmod(state_->descriptor, exists ? (status.st_mode & 07777U) : (0666U & ~mask));
    }
  }
  if (state_->descriptor < 0) fail(target, "cannot write", errno);
  state_->target = std::move(target);
  state_->buffer = std::make_unique<DescriptorBuffer>(state_->descriptor);
  state_->stream = std::make_unique<std::ostream>(state_->buffer.get());
}

OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

std::ostream& OutputFile::stream() { return *state_->stream; }

void OutputFile::commit() {
  State& state = *state_;
  state.stream->flush();
  if (state.buffer->failure() != 0) fail(state.target, "cannot write", state.buffer->failure());
  if (!state.temporary.empty() && ::fsync(state.descriptor) != 0) fail(state.target, "cannot sync", errno);
  const int closed = ::close(state.descriptor);
  state.descriptor = -1;
  if (closed != 0) fail(state.target, "cannot close", errno);
  if (state.temporary.empty()) return;
  if (::rename(state.temporary.c_str(), state.target.c_str()) != 0) fail(state.target, "cannot replace", errno);
  state.temporary.clear();
  sync_folder(state.target.parent_path());
}

}  // namespace dossier::graph
