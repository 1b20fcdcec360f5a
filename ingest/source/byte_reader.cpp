#include "ingest/source/byte_reader.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "graph/error/error.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t block_size = 65536;

bool is_gzip_magic(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

}  // namespace

struct ByteReader::State {
  int descriptor = -1;
  bool owned = true;
  bool gzip = false;
  bool member_open = false;  // within a gzip member: an end here is a truncation
  z_stream inflater{};
  std::array<char, block_size> packed{};
  std::string_view pending;  // of `packed`: read, not used
  std::string peeked;
  std::size_t peeked_begin = 0;
  std::uint64_t consumed = 0;
  std::string failure;

  ~State() {
    if (gzip) ::inflateEnd(&inflater);
    if (owned && descriptor >= 0) ::close(descriptor);
  }

  std::size_t read_raw(char* to, std::size_t size);
  bool fill_packed();
  std::size_t copy_plain(std::span<char> buffer);
  std::size_t unpack(std::span<char> buffer);
  bool begin_member();
  std::size_t read(std::span<char> buffer) { return gzip ? unpack(buffer) : copy_plain(buffer); }
};

std::size_t ByteReader::State::read_raw(char* to, std::size_t size) {
  while (failure.empty()) {
    const ssize_t got = ::read(descriptor, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) failure = std::string("cannot be read: ") + std::strerror(errno);
  }
  return 0;
}

/// Reads on when nothing is pending; false at the end.
bool ByteReader::State::fill_packed() {
  if (pending.empty()) pending = {packed.data(), read_raw(packed.data(), packed.size())};
  return !pending.empty();
}

std::size_t ByteReader::State::copy_plain(std::span<char> buffer) {
  if (!fill_packed()) return 0;
  const std::size_t size = std::min(buffer.size(), pending.size());
  std::memcpy(buffer.data(), pending.data(), size);
  pending.remove_prefix(size);
  consumed += size;
  return size;
}

/// False at the end of the file, and where the rest is not gzip: bytes after the last member (tapes pad with zeros) are
/// passed over, as gzip does.
bool ByteReader::State::begin_member() {
  if (!fill_packed() || static_cast<unsigned char>(pending.front()) != 0x1F) return false;
  ::inflateReset(&inflater);
  member_open = true;
  return true;
}

std::size_t ByteReader::State::unpack(std::span<char> buffer) {
  inflater.next_out = reinterpret_cast<Bytef*>(buffer.data());
  inflater.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1U << 30U));
  const uInt room = inflater.avail_out;
  while (inflater.avail_out == room && failure.empty()) {
    if (!member_open && !begin_member()) break;
    if (!fill_packed()) {
      if (failure.empty()) failure = "is truncated: the gzip data ends early";
      break;
    }
    inflater.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(pending.data()));
    inflater.avail_in = static_cast<uInt>(pending.size());
    const int result = ::inflate(&inflater, Z_NO_FLUSH);
    consumed += pending.size() - inflater.avail_in;
    pending.remove_prefix(pending.size() - inflater.avail_in);
    if (result == Z_STREAM_END)
      member_open = false;
    else if (result == Z_MEM_ERROR)
      failure = "cannot be unpacked: out of memory";
    else if (result != Z_OK && result != Z_BUF_ERROR)
      failure = "is damaged: the gzip data does not unpack";
  }
  return room - inflater.avail_out;
}

ByteReader::ByteReader(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  state_->owned = path != "-";
  state_->descriptor = state_->owned ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (state_->descriptor < 0)
    throw Error(ErrorKind::io, Location{path.string(), 0, 0},
                errno == ENOENT ? "no such file" : std::string("cannot be read: ") + std::strerror(errno));
  // A pipe may give the two magic bytes one at a time.
  std::size_t size = 0;
  while (size < 2) {
    const std::size_t got = state_->read_raw(state_->packed.data() + size, block_size - size);
    if (got == 0) break;
    size += got;
  }
  state_->pending = {state_->packed.data(), size};
  if (is_gzip_magic(state_->pending)) state_->gzip = ::inflateInit2(&state_->inflater, 15 + 16) == Z_OK;
}

ByteReader::~ByteReader() = default;
ByteReader::ByteReader(ByteReader&&) noexcept = default;

std::size_t ByteReader::read(std::span<char> buffer) {
  State& state = *state_;
  if (state.peeked_begin == state.peeked.size()) return state.read(buffer);
  const std::size_t size = std::min(buffer.size(), state.peeked.size() - state.peeked_begin);
  std::memcpy(buffer.data(), state.peeked.data() + state.peeked_begin, size);
  state.peeked_begin += size;
  return size;
}

std::string_view ByteReader::peek() {
  State& state = *state_;
  if (state.peeked.empty()) {
    state.peeked.resize(block_size);
    std::size_t size = 0;
    while (size < block_size) {
      const std::size_t got = state.read(std::span(state.peeked).subspan(size));
      if (got == 0) break;
      size += got;
    }
    state.peeked.resize(size);
  }
  return std::string_view(state.peeked).substr(state.peeked_begin);
}

std::optional<std::string> ByteReader::read_all(std::uint64_t limit) {
  std::string all;
  std::size_t size = 0;
  for (;;) {
    if (all.size() - size < block_size) all.resize(std::max<std::size_t>(2 * all.size(), 2 * block_size));
    const std::size_t got = read(std::span(all).subspan(size));
    if (got == 0) break;
    size += got;
    if (size > limit) return std::nullopt;
  }
  if (!failure().empty()) return std::nullopt;
  all.resize(size);
  return all;
}

bool ByteReader::is_gzip() const noexcept { return state_->gzip; }
const std::string& ByteReader::failure() const noexcept { return state_->failure; }
std::uint64_t ByteReader::consumed() const noexcept { return state_->consumed; }

bool LineReader::fill() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    scanned_ -= begin_;
    begin_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + 4 * block_size);
  const std::size_t got = bytes_.read(std::span(buffer_).subspan(size));
  buffer_.resize(size + got);
  return got > 0;
}

/// Called when the buffer holds the beginning of a line that is longer than the limit.
std::optional<LineReader::Line> LineReader::skip_long_line() {
  std::size_t end = std::string::npos;
  while (end == std::string::npos) {
    buffer_.clear();
    begin_ = scanned_ = 0;
    if (!fill()) break;
    end = buffer_.find('\n');
  }
  begin_ = scanned_ = end == std::string::npos ? buffer_.size() : end + 1;
  buffer_.shrink_to_fit();
  return Line{{}, ++number_, true};
}

std::optional<LineReader::Line> LineReader::next() {
  for (;;) {
    const std::size_t end = buffer_.find('\n', scanned_);
    if (end != std::string::npos && end - begin_ <= limit_) {
      const std::string_view text = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = scanned_ = end + 1;
      return Line{text, ++number_, false};
    }
    if (end != std::string::npos) {
      begin_ = scanned_ = end + 1;
      return Line{{}, ++number_, true};
    }
    scanned_ = buffer_.size();
    if (scanned_ - begin_ > limit_) return skip_long_line();
    if (fill()) continue;
    // What stands before a failure may be half a line.
    if (begin_ == buffer_.size() || !bytes_.failure().empty()) return std::nullopt;
    const std::string_view text = std::string_view(buffer_).substr(begin_);
    begin_ = scanned_ = buffer_.size();
    return Line{text, ++number_, false};
  }
}

}  // namespace dossier::ingest
