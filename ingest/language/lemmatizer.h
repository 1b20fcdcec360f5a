/// Dictionary forms of tagged words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/language/boundary_features.h"

namespace dossier::ingest {

/// How a lemma is made of a form: the case is changed, some bytes at the end go, others come.
struct LemmaEdit {
  enum class Case : std::uint8_t {
    lower,    ///< "Talks" -> "talks"
    capital,  ///< "AMERICAN" -> "American"
    keep,     ///< "NATO"
  };
  Case letters = Case::lower;
  std::uint8_t strip = 0;
  std::string_view append;
};

/// The case of a form changed; replaces `out`.
void change_case(std::string_view form, LemmaEdit::Case letters, std::string& out);

/// Keys of words and of word endings under a tag, as the table has them; never 0.
class LemmaKey {
 public:
  explicit LemmaKey(std::string_view tag);
  void longer(char before) {
    hash_ = (hash_ ^ static_cast<unsigned char>(before)) * 16777619U;
  }  ///< one more byte, from the end
  [[nodiscard]] std::uint32_t ending() const { return hash_ == 0 ? 1 : hash_; }
  [[nodiscard]] std::uint32_t word() const;  ///< the bytes so far are the whole word

 private:
  std::uint32_t hash_ = 2166136261U;
};

/// A table of words that follow no rule, and of rules by the longest known ending, for each tag, both learned from
/// treebanks. Lemmas are in lower case but for proper nouns and words like "Korean".
///
/// Its bytes, little-endian:
///
///     offset  bytes
///          0      4  "LEM1"
///          4      4  number of slots s, a power of two
///          8      4  number of edits e
///         12      4  bytes of appended text t
///         16     4s  keys of a hash table with linear probing from the key's low bits; 0 is an empty slot
///    16 + 4s     2s  the edit of each slot
///    16 + 6s     4e  edits: case, bytes to strip, bytes to append (1 byte each), a zero byte; what is appended follows
///                    what the edit before appends in the text
///                 t  appended text
///              8192  Bloom filter of the words known in lower case
class Lemmatizer {
 public:
  static constexpr std::size_t longest_ending = 7;
  static constexpr std::size_t longest_word = 40;  ///< longer ones are only changed in case

  /// `section` is kept, not copied. Throws Error(bad_input) when it is no such section.
  explicit Lemmatizer(std::string_view section);

  /// Sets `lemma` to the dictionary form of a word with a Penn Treebank tag ("VBD", "NNS", "PRP$").
  /// Allocates nothing once `lemma` has room.
  void lemmatize(std::string_view form, std::string_view tag, std::string& lemma) const;

 private:
  [[nodiscard]] int find(std::uint32_t key) const;  ///< the number of its edit; -1 when it is not there
  [[nodiscard]] LemmaEdit edit(int number) const;
  void keep_names_in(std::string_view form, std::string_view tag, std::string& lemma) const;

  std::string_view keys_, values_, edits_, text_;
  std::vector<std::uint32_t> offsets_;  ///< of each edit's text
  std::uint32_t mask_ = 0;
  KnownWords known_;
};

}  // namespace dossier::ingest
