// The decisions file: text -> decisions and back.
#include <algorithm>
#include <array>

#include "graph/error/error.h"
#include "graph/term/prefixes.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/decisions.h"
#include "ontology/nearest_name.h"

namespace dossier::ingest {
namespace {

constexpr std::array<std::pair<std::string_view, Verdict>, 4> words{{{"same", Verdict::same},
                                                                    {"different", Verdict::different},
                                                                    {"alias", Verdict::alias},
                                                                    {"split", Verdict::split}}};

constexpr std::string_view first_line =
    "# Who is who: decisions of people, read from top to bottom. Fields stand behind tabs; docs/cli.md, \"merge\", tells more.\n";

std::string shortened(std::string_view iri) {
  const std::string_view rest = iri.starts_with(graph::default_base) ? iri.substr(graph::default_base.size()) : iri;
  return std::string(rest.find(':') == std::string_view::npos ? rest : iri);
}

/// One line's fields, which know their columns.
class LineReader {
 public:
  LineReader(std::string_view line, const std::string& source, std::uint64_t number)
      : line_(line), place_{source, number, 0} {}

  Decision read() {
    Decision decision;
    decision.line = place_.line;
    decision.verdict = verdict();
    const bool split = decision.verdict == Verdict::split;
    decision.entity = iri("the entity that is meant", split);
    if (!at_end())
      decision.other = decision.verdict == Verdict::alias ? text("the name") : iri("the other one", true);
    else if (!split)
      fail("a line of '" + word_ + "' has two fields behind it, or more", "see docs/cli.md, merge");
    const bool describes = decision.verdict == Verdict::same || decision.verdict == Verdict::alias;
    if (describes && !at_end()) decision.type = type();
    if (describes && !at_end()) decision.name = text("the name of the entity");
    if (!at_end()) fail("nothing more is expected here");
    if (decision.other == decision.entity) fail("nothing is decided about one thing alone");
    return decision;
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ > line_.size(); }

  std::string_view field() {
    begin_ = next_;
    const std::size_t end = std::min(line_.find('\t', begin_), line_.size());
    next_ = end + 1;
    return line_.substr(begin_, end - begin_);
  }

  [[noreturn]] void fail(const std::string& message, const std::string& hint = {}) {
    const std::string_view before = line_.substr(0, std::min(at_end() ? begin_ : next_, line_.size()));
    place_.column = 1 + static_cast<std::uint64_t>(
                            std::ranges::count_if(before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
    throw Error(ErrorKind::bad_input, place_, message, hint);
  }
  [[noreturn]] void fail_here(const std::string& message, const std::string& hint = {}) {
    next_ = begin_;
    fail(message, hint);
  }

  Verdict verdict() {
    word_ = field();
    const auto found = std::ranges::find(words, word_, [](const auto& word) { return word.first; });
    if (found != words.end()) return found->second;
    std::vector<std::string> known;
    for (const auto& word : words) known.emplace_back(word.first);
    const auto near = ontology::nearest_names(word_, known, 1);
    fail_here("a line begins with same, different, alias or split, and a tab",
              near.empty() ? "lines for people begin with #" : "did you mean '" + near.front() + "'?");
  }

  std::string text(const std::string& what) {
    const std::string_view found = field();
    if (found.find_first_not_of(' ') == std::string_view::npos) fail_here(what + " is missing");
    return std::string(found);
  }

  std::string iri(const std::string& what, bool last_needed) {
    if (at_end()) fail(what + " is missing", last_needed ? "" : "see docs/cli.md, merge");
    const std::string found = text(what);
    if (found.find_first_of(" <>\"{}|\\^`") != std::string::npos)
      fail_here("'" + found + "' is no IRI", "dossier merge writes IRIs for names");
    return found.find(':') == std::string::npos ? std::string(graph::default_base) + found : found;
  }

  std::string type() {
    const std::string found = text("the class");
    if (found.find(':') == std::string::npos || found.find(' ') != std::string::npos)
      fail_here("'" + found + "' is no class", "write pa:Person, or a whole IRI");
    return graph::Prefixes::usual().expand(found).value_or(found);
  }

  std::string_view line_;
  Location place_;
  std::string word_;
  std::size_t begin_ = 0, next_ = 0;
};

bool is_decision(std::string_view line) {
  return line.find_first_not_of(" \t") != std::string_view::npos && !line.starts_with('#');
}

std::string_view without_return(std::string_view line) { return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line; }

}  // namespace

std::string to_line(const Decision& decision) {
  std::string line(std::ranges::find(words, decision.verdict, [](const auto& word) { return word.second; })->first);
  line += '\t' + shortened(decision.entity);
  if (!decision.other.empty())
    line += '\t' + (decision.verdict == Verdict::alias ? decision.other : shortened(decision.other));
  if (decision.type.empty()) return line;
  line += '\t' + graph::Prefixes::usual().shorten(decision.type).value_or(decision.type);
  if (!decision.name.empty()) line += '\t' + decision.name;
  return line;
}

Decisions Decisions::parse(std::string_view text, const std::string& source) {
  Decisions decisions;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::uint64_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_return(text.substr(0, end));
    if (is_decision(line)) decisions.all_.push_back(LineReader(line, source, number).read());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  decisions.index();
  decisions.check(source);
  for (const Decision& decision : decisions.all_) {
    if (decision.verdict != Verdict::different) continue;
    auto pair = std::minmax({decisions.final_of(decision.entity).iri, decisions.final_of(decision.other).iri});
    decisions.different_.emplace(std::move(pair.first), std::move(pair.second));
  }
  return decisions;
}

std::string with_line(std::string text, const Decision& decision) {
  if (text.empty()) text = first_line;
  if (!text.ends_with('\n')) text += '\n';
  return text + to_line(decision) + '\n';
}

std::optional<std::pair<std::string, std::string>> without_last_line(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t stop = text[end - 1] == '\n' ? end - 1 : end;
    const std::size_t before = stop == 0 ? std::string_view::npos : text.rfind('\n', stop - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = without_return(text.substr(begin, stop - begin));
    if (is_decision(line)) return std::pair(std::string(text.substr(0, begin)).append(text.substr(end)), std::string(line));
    end = begin;
  }
  return std::nullopt;
}

}  // namespace dossier::ingest
