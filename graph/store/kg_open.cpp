#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <future>
#include <limits>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "graph/error/error.h"
#include "graph/store/contents.h"
#include "graph/store/kg_file.h"
#include "graph/store/kg_layout.h"

namespace dossier::graph {
namespace {

[[noreturn]] void refuse(const std::string& message, std::string hint = {}) {
  throw Error(ErrorKind::bad_input, message, std::move(hint));
}

[[noreturn]] void refuse_damaged(const std::string& what) {
  refuse("is damaged: " + what, "copy it again from where it is whole, or build it again");
}

void check_size(std::uint64_t actual, std::uint64_t expected) {
  if (actual < expected)
    refuse("is cut short: it has " + std::to_string(actual) + " bytes of " + std::to_string(expected),
           "copy it again from where it is whole, or build it again");
  if (actual > expected) refuse_damaged("bytes follow after its end");
}

/// What makes a file one that this program reads. Only then do the rest of the bytes mean anything.
kg::Header read_header(std::string_view bytes) {
  const std::string_view magic(kg::magic.data(), kg::magic.size());
  if (bytes.empty()) refuse("is not a Dossier graph: it is empty");
  if (bytes.substr(0, magic.size()) != magic.substr(0, bytes.size())) refuse("is not a Dossier graph");
  kg::Header header;
  std::memcpy(&header, bytes.data(), std::min(bytes.size(), sizeof header));
  if (bytes.size() < offsetof(kg::Header, file_size)) check_size(bytes.size(), sizeof header);
  if (header.byte_order != kg::byte_order) refuse("is of a machine with another order of bytes, or damaged");
  if (header.version != kg::version)
    refuse("is of format version " + std::to_string(header.version) + "; this program reads " +
               std::to_string(kg::version),
           "use the Dossier that wrote it, or build it again with this one");
  if (bytes.size() < sizeof header) check_size(bytes.size(), sizeof header);
  if (kg::checksum(&header, offsetof(kg::Header, checksum)) != header.checksum || header.zero != 0)
    refuse_damaged("checksum of the header does not fit");
  check_size(bytes.size(), header.file_size);
  return header;
}

// What follows guards against a file whose checksums fit and whose numbers do not: an index out of range would crash.
// That the orders are sorted and say the same is not checked again: no damage gets past the checksums, and a file that
// was forged with care may as well state falsehoods in good order.

bool ascending_to(ColumnView<Row> starts, std::uint64_t last) {
  return starts.front() == 0 && starts.back() == last && std::ranges::is_sorted(starts);
}

bool within(ColumnView<TermId> column, std::uint32_t least, std::uint32_t most) {
  return std::ranges::all_of(column, [=](TermId id) { return least <= number_of(id) && number_of(id) <= most; });
}

/// Whether each of the terms has rows of its own: graph/view takes for granted that what an edge leads to is a vertex.
bool have_rows(ColumnView<TermId> terms, ColumnView<Row> starts) {
  return std::ranges::all_of(terms, [=](TermId id) { return starts[number_of(id)] < starts[number_of(id) + 1]; });
}

/// Whether each row of SPOG lies among those of its subject.
bool subjects_fit(const Columns& columns) {
  if (!within(columns.subjects, 1, columns.resources())) return false;
  for (Row row = 0; row < columns.quads(); ++row) {
    const std::uint32_t subject = number_of(columns.subjects[row]);
    if (row < columns.subject_starts[subject] || row >= columns.subject_starts[subject + 1]) return false;
  }
  return true;
}

bool below(std::span<const std::uint32_t> column, std::uint64_t limit) {
  return std::ranges::all_of(column, [=](std::uint32_t number) { return number < limit; });
}

bool pairs_fit(ColumnView<char> bytes) {
  const auto pairs = decode(bytes);
  return pairs && std::ranges::is_sorted(*pairs) && std::ranges::adjacent_find(*pairs) == pairs->end();
}

bool types_fit(const Columns& columns) {
  const auto pairs = decode(columns.types);
  return pairs && pairs_fit(columns.types) && below(columns.literal_types, pairs->size());
}

bool texts_fit(const Columns& columns) {
  return columns.text_starts.front() == 0 && columns.text_starts.back() == columns.text.size() &&
         std::ranges::is_sorted(columns.text_starts);
}

bool keys_fit(ColumnView<TermId> keys, std::uint32_t least, std::uint32_t most) {
  return within(keys, least, most) && std::ranges::adjacent_find(keys, std::greater_equal<>()) == keys.end();
}

/// A reason to refuse the file, or nothing.
using Verdict = std::optional<std::string>;
using Check = std::function<Verdict()>;

void add_range_checks(const Columns& all, std::vector<Check>& checks) {
  const auto add = [&checks](const char* what, auto holds) {
    checks.emplace_back([=]() -> Verdict {
      if (holds()) return std::nullopt;
      return std::string(what) + " do not fit together";
    });
  };
  const std::uint32_t resources = all.resources(), terms = all.terms();
  add("term offsets", [&] { return texts_fit(all); });
  add("types", [&] { return types_fit(all); });
  add("prefixes", [&] { return pairs_fit(all.prefixes); });
  add("subject offsets", [&] { return ascending_to(all.subject_starts, all.quads()); });
  add("object offsets", [&] { return ascending_to(all.object_starts, all.quads()); });
  add("predicate offsets",
      [&] { return keys_fit(all.predicate_keys, 1, all.iris) && ascending_to(all.predicate_starts, all.quads()); });
  add("graph offsets",
      [&, resources] { return keys_fit(all.graph_keys, 0, resources) && ascending_to(all.graph_starts, all.quads()); });
  add("subjects", [&] { return subjects_fit(all); });
  add("objects", [&, terms] { return within(all.objects, 1, terms) && have_rows(all.objects, all.object_starts); });
  add("subjects by object", [&, resources] {
    return within(all.ospg_subjects, 1, resources) && have_rows(all.ospg_subjects, all.subject_starts);
  });
  add("subjects by predicate", [&, resources] { return within(all.posg_subjects, 1, resources); });
  add("objects by predicate", [&, terms] { return within(all.posg_objects, 1, terms); });
  for (const auto column : {all.predicates, all.ospg_predicates})
    add("predicates", [=, &all] { return within(column, 1, all.iris); });
  for (const auto column : {all.graphs, all.ospg_graphs, all.posg_graphs})
    add("graphs", [=] { return within(column, 0, resources); });
  for (const auto column : {all.gspo, all.gpos, all.gosp})
    add("orders by graph", [=, &all] { return below(column, all.quads()); });
}

/// Runs the checks, on all processors when there is much to check, and refuses by the first that fails.
void run(const std::vector<Check>& checks, std::size_t bytes) {
  std::vector<Verdict> verdicts(checks.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < checks.size(); i = next++) verdicts[i] = checks[i]();
  };
  const std::size_t threads =
      bytes < (std::size_t{4} << 20U) ? 1 : std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
  for (const Verdict& verdict : verdicts)
    if (verdict) refuse_damaged(*verdict);
}

/// Reads the section table into columns. What is in the columns is not yet verified.
class SectionReader {
 public:
  SectionReader(std::string_view bytes, const kg::Header& header) : bytes_(bytes), header_(header) {}

  template <class Column>
  void operator()(const char* name, Column& column, std::uint64_t length) {
    using Element = std::remove_reference_t<decltype(column[0])>;
    const kg::Section& section = header_.table[next_++];
    const bool fits = section.zero == 0 && section.offset == offset_ && section.size <= bytes_.size() - offset_ &&
                      section.size % sizeof(Element) == 0 &&
                      (length == any_length || section.size / sizeof(Element) == length);
    if (!fits) refuse_damaged("place of the " + std::string(name) + " is wrong");
    const char* start = bytes_.data() + offset_;
    offset_ = kg::aligned(offset_ + section.size);
    if (offset_ > bytes_.size() ||
        !std::all_of(start + section.size, bytes_.data() + offset_, [](char c) { return c == 0; }))
      refuse_damaged("padding after the " + std::string(name) + " is not empty");
    column = {reinterpret_cast<Element*>(start), section.size / sizeof(Element)};
    checks_.emplace_back([=]() -> Verdict {
      if (kg::checksum(start, section.size) == section.checksum) return std::nullopt;
      return "checksum of the " + std::string(name) + " does not fit";
    });
  }

  /// Where the last section ends.
  [[nodiscard]] std::uint64_t end() const { return offset_; }
  [[nodiscard]] std::vector<Check> take_checks() { return std::move(checks_); }

 private:
  std::string_view bytes_;
  const kg::Header& header_;
  std::size_t next_ = 0;
  std::uint64_t offset_ = sizeof(kg::Header);
  std::vector<Check> checks_;
};

Columns read_columns(std::string_view bytes) {
  const kg::Header header = read_header(bytes);
  Columns columns;
  columns.iris = header.iris;
  columns.blanks = header.blanks;
  columns.literals = header.literals;
  const std::uint64_t terms = std::uint64_t{header.iris} + header.blanks + header.literals;
  if (terms >= std::numeric_limits<std::uint32_t>::max() || header.quads >= std::numeric_limits<Row>::max() ||
      header.sections != kg::section_count)
    refuse_damaged("the numbers in the header do not fit together");
  SectionReader reader(bytes, header);
  visit_columns(columns, header.quads, reader);
  check_size(bytes.size(), reader.end());
  std::vector<Check> checks = reader.take_checks();
  run(checks, bytes.size());
  checks.clear();
  add_range_checks(columns, checks);
  run(checks, bytes.size());
  return columns;
}

}  // namespace

Store open_store(const std::filesystem::path& file) {
  MappedFile mapped(file);
  try {
    const Columns columns = read_columns(mapped.bytes());
    return Store(std::make_unique<const Contents>(std::move(mapped), columns));
  } catch (const Error& error) {
    throw Error(error.kind(), Location{file.string(), 0, 0}, error.what(), error.hint());
  }
}

}  // namespace dossier::graph
