/// The bytes of a file or of standard input, unpacked on the way when they are gzip.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// Reads forward only, in a buffer of fixed size. gzip (RFC 1952) is known by its first two bytes, whatever the file is
/// called; members that follow each other are one text.
class ByteReader {
 public:
  /// "-" is standard input. Throws Error(io) when the file cannot be opened.
  explicit ByteReader(const std::filesystem::path& path);
  ~ByteReader();
  ByteReader(ByteReader&&) noexcept;

  /// Fills as much of `buffer` as there is; 0 at the end and after a failure.
  [[nodiscard]] std::size_t read(std::span<char> buffer);

  /// The first bytes, unpacked, without consuming them; at most 64 KiB.
  [[nodiscard]] std::string_view peek();

  /// All that is left; nothing when it is more than `limit` bytes or when reading fails.
  [[nodiscard]] std::optional<std::string> read_all(std::uint64_t limit);

  [[nodiscard]] bool is_gzip() const noexcept;
  /// Why reading ended before the end: "is truncated: …"; empty when it did not.
  [[nodiscard]] const std::string& failure() const noexcept;
  /// Bytes of the file (packed ones) used so far.
  [[nodiscard]] std::uint64_t consumed() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Splits what a ByteReader gives at "\n". A line longer than the limit is passed over without being held.
class LineReader {
 public:
  struct Line {
    std::string_view text;     ///< without its end; valid until the next call
    std::uint64_t number = 0;  ///< counts from 1
    bool too_long = false;     ///< then `text` is empty
  };

  LineReader(ByteReader& bytes, std::uint64_t limit) : bytes_(bytes), limit_(limit) {}
  [[nodiscard]] std::optional<Line> next();

 private:
  bool fill();
  std::optional<Line> skip_long_line();

  ByteReader& bytes_;
  std::uint64_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0;    // where the next line begins in the buffer
  std::size_t scanned_ = 0;  // no line end before this
  std::uint64_t number_ = 0;
};

}  // namespace dossier::ingest
