#include "ingest/source/text_offsets.h"

#include <algorithm>

namespace dossier::ingest {
namespace {

constexpr std::uint32_t stride = 64;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::uint32_t count(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, begins_character));
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text), line_starts_{0} {
  checkpoints_.reserve(text.size() / stride + 1);
  for (std::size_t begin = 0; begin < text.size(); begin += stride) {
    checkpoints_.push_back(size_);
    size_ += count(text.substr(begin, stride));
  }
  if (size_ == text.size()) checkpoints_ = {};
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
}

std::uint32_t CodePointIndex::code_point(std::uint32_t byte) const noexcept {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  if (checkpoints_.empty()) return byte;
  if (byte == text_.size()) return size_;
  const std::uint32_t checkpoint = byte / stride;
  return checkpoints_[checkpoint] + count(text_.substr(checkpoint * stride, byte - checkpoint * stride));
}

std::uint32_t CodePointIndex::byte(std::uint32_t code_point) const noexcept {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (code_point >= size_) return end;
  if (checkpoints_.empty()) return code_point;
  const auto after = std::ranges::upper_bound(checkpoints_, code_point);
  const auto checkpoint = static_cast<std::uint32_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t left = code_point - checkpoints_[checkpoint];
  std::uint32_t at = checkpoint * stride;
  for (; at < end; ++at)
    if (begins_character(text_[at]) && left-- == 0) break;
  return at;
}

CodePointIndex::Position CodePointIndex::position(std::uint32_t byte) const noexcept {
  const auto after = std::ranges::upper_bound(line_starts_, std::min(byte, static_cast<std::uint32_t>(text_.size())));
  const std::uint32_t start = *std::prev(after);
  return {static_cast<std::uint32_t>(after - line_starts_.begin()), code_point(byte) - code_point(start) + 1};
}

}  // namespace dossier::ingest
