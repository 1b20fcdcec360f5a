#include "graph/rdf/turtle_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/rdf/blank_colours.h"
#include "graph/rdf/iri_text.h"
#include "graph/rdf/text_output.h"
#include "graph/rdf/turtle_literal.h"
#include "graph/rdf/turtle_shape.h"
#include "graph/rdf/writable.h"
#include "graph/term/escape.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

using Quads = std::span<const Quad>;

constexpr std::size_t width = 100;  // of a line, where there is a choice

/// What a person wants to read first: what it is, then what it is called.
constexpr std::array<std::string_view, 9> first_predicates{rdf::type,
                                                           rdfs::label,
                                                           skos::pref_label,
                                                           pa::name,
                                                           "http://xmlns.com/foaf/0.1/name",
                                                           "https://schema.org/name",
                                                           "http://schema.org/name",
                                                           "http://purl.org/dc/terms/title",
                                                           "http://purl.org/dc/elements/1.1/title"};

/// PN_PREFIX of Turtle, ASCII only, or the empty name.
bool is_prefix_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto inner = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.'; };
  return name.empty() || (letter(name.front()) && name.back() != '.' && std::ranges::all_of(name, inner));
}

/// Splits off the quads at the front that agree with the first in `position`.
Quads take_group(Quads& quads, TermId Quad::*position) {
  const auto end = std::ranges::find_if(quads, [&](const Quad& q) { return q.*position != quads.front().*position; });
  const auto size = static_cast<std::size_t>(end - quads.begin());
  const Quads group = quads.first(size);
  quads = quads.subspan(size);
  return group;
}

/// The text of a closed dataset.
class TurtleText {
 public:
  TurtleText(Dataset& dataset, const Prefixes& prefixes)
      : dataset_(dataset),
        prefixes_(prefixes),
        shape_(dataset),
        spelt_(dataset.terms().size() + 1),
        used_(dataset.terms().size() + 1, false) {
    spell();
    sort();
  }

  /// Writes all of it. The body goes first, into memory, because it decides which prefixes stand before it.
  void write(TextOutput& out) {
    std::vector<std::string> pieces(1);
    for (Quads rest = dataset_.quads(); !rest.empty();) {
      graph(take_group(rest, &Quad::graph), pieces);
    }
    for (const std::string& name : used_prefixes())
      out.text().append("@prefix ").append(name).append(": <").append(prefixes_.all().at(name)).append("> .\n");
    if (!out.text().empty() && !dataset_.quads().empty()) out.text() += '\n';
    for (std::string& piece : pieces) {
      out.text() += piece;
      piece = {};
      out.flow();
    }
    out.drain();
  }

 private:
  // --- what is decided before the first letter ---

  /// Gives each IRI and each labelled blank node its spelling.
  void spell() {
    const auto order = order_of_blanks(dataset_);
    std::vector<TermId> labelled;
    for (std::size_t id = 1; id < spelt_.size(); ++id) {
      const auto term = static_cast<TermId>(id);
      const TermView view = dataset_.term(term);
      if (view.is_iri()) spelt_[id] = spelling(view.text);
      if (view.is_blank() && shape_.form(term) == BlankForm::labelled) labelled.push_back(term);
    }
    std::ranges::sort(labelled, {}, [&](TermId term) { return order[index(term)]; });
    for (std::size_t i = 0; i < labelled.size(); ++i) spelt_[index(labelled[i])] = "_:b" + std::to_string(i + 1);
    blank_order_ = order;
  }

  std::string spelling(std::string_view iri) const {
    if (auto name = prefixes_.shorten(iri)) return *std::move(name);
    std::string reference;
    append_iri_reference(iri, reference);
    return reference;
  }

  /// IRIs by spelling, then literals by text, then blank nodes.
  [[nodiscard]] bool before(TermId a, TermId b) const {
    const TermView left = dataset_.term(a), right = dataset_.term(b);
    const auto rank = [](const TermView& term) { return term.is_iri() ? 0 : term.is_literal() ? 1 : 2; };
    if (rank(left) != rank(right)) return rank(left) < rank(right);
    if (left.is_blank()) return blank_order_[index(a)] < blank_order_[index(b)];
    return left.is_iri() ? spelt_[index(a)] < spelt_[index(b)] : left < right;
  }

  void sort() {
    std::vector<TermId> terms;
    for (std::size_t id = 1; id < spelt_.size(); ++id) terms.push_back(static_cast<TermId>(id));
    std::ranges::sort(terms, [this](TermId a, TermId b) { return before(a, b); });
    std::vector<std::uint32_t> places(spelt_.size(), 0), predicates;
    for (std::uint32_t i = 0; i < terms.size(); ++i)
      places[index(terms[i])] = i + 1 + static_cast<std::uint32_t>(first_predicates.size());
    predicates = places;
    for (std::uint32_t i = 0; i < first_predicates.size(); ++i)
      if (const auto id = dataset_.terms().find(TermView::iri(first_predicates[i]))) predicates[index(*id)] = i;
    const auto key = [&](const Quad& quad) {
      return std::array{places[index(quad.graph)], places[index(quad.subject)], predicates[index(quad.predicate)],
                        places[index(quad.object)]};
    };
    std::ranges::sort(dataset_.quads(), {}, key);
    starts_.assign(spelt_.size(), 0);
    const Quads quads = dataset_.quads();
    for (std::size_t i = quads.size(); i-- > 0;) starts_[index(quads[i].subject)] = i;
  }

  /// All that a blank node which stands inside another subject says.
  [[nodiscard]] Quads said_by(TermId blank) const {
    const Quads quads = Quads(dataset_.quads()).subspan(starts_[index(blank)]);
    const auto end = std::ranges::find_if(quads, [&](const Quad& quad) { return quad.subject != blank; });
    return quads.first(static_cast<std::size_t>(end - quads.begin()));
  }

  // --- text ---

  void graph(Quads quads, std::vector<std::string>& pieces) {
    constexpr std::size_t enough = std::size_t{1} << 20U;
    const TermId name = quads.front().graph;
    const std::string indent(name == no_term ? 0 : 4, ' ');
    bool first = true;
    if (pieces.size() > 1 || !pieces.back().empty()) pieces.back() += '\n';
    if (name != no_term) pieces.back() += use(name) + " {\n";
    while (!quads.empty()) {
      const Quads block = take_group(quads, &Quad::subject);
      if (shape_.inside(block.front().subject) && dataset_.term(block.front().subject).is_blank()) continue;
      if (!std::exchange(first, false)) pieces.back() += '\n';
      subject(block, indent, pieces.back());
      if (pieces.back().size() > enough) pieces.emplace_back();
    }
    if (name != no_term) pieces.back() += "}\n";
  }

  void subject(Quads quads, const std::string& indent, std::string& out) {
    const TermId subject = quads.front().subject;
    const bool anonymous = dataset_.term(subject).is_blank() && shape_.form(subject) == BlankForm::anonymous;
    out.append(indent).append(anonymous ? "[]" : use(subject)).append(" ");
    out.append(predicates(quads, indent + "    ")).append(" .\n");
  }

  /// `verb objects ;` and so on; all lines but the first begin with `indent`.
  std::string predicates(Quads quads, const std::string& indent) {
    std::string out;
    while (!quads.empty()) {
      const Quads group = take_group(quads, &Quad::predicate);
      if (!out.empty()) out.append(" ;\n").append(indent);
      const TermId verb = group.front().predicate;
      const bool is_type = dataset_.term(verb).text == rdf::type;
      const std::string spelt = is_type ? "a" : use(verb);
      out.append(spelt).append(objects(group, indent, indent.size() + spelt.size()));
    }
    return out;
  }

  /// The objects with the space before them: on the verb's line where they fit, else each on its own.
  std::string objects(Quads quads, const std::string& indent, std::size_t column) {
    if (quads.size() == 1) return ' ' + object(quads.front().object, indent);
    const std::string deeper = indent + "    ";
    std::vector<std::string> texts;
    bool one_line = true;
    for (const Quad& quad : quads) {
      texts.push_back(object(quad.object, deeper));
      column += texts.back().size() + 2;
      one_line = one_line && column <= width && texts.back().find('\n') == std::string::npos;
    }
    std::string out;
    for (const std::string& text : texts) {
      if (!out.empty()) out += ',';
      if (one_line)
        out += ' ';
      else
        out.append("\n").append(deeper);
      out += text;
    }
    return out;
  }

  std::string object(TermId id, const std::string& indent) {
    const TermView term = dataset_.term(id);
    if (term.is_literal()) return literal(term);
    if (term.is_iri()) return term.text == rdf::nil ? "()" : use(id);
    switch (shape_.form(id)) {
      case BlankForm::nested: return nested(id, indent);
      case BlankForm::list: return list(id, indent);
      default: return use(id);
    }
  }

  std::string nested(TermId blank, const std::string& indent) {
    const Quads quads = said_by(blank);
    if (quads.empty()) return "[]";
    const std::string deeper = indent + "    ";
    const std::string inner = predicates(quads, deeper);
    const bool one_line = inner.find('\n') == std::string::npos && deeper.size() + inner.size() <= width;
    return one_line ? "[ " + inner + " ]" : "[\n" + deeper + inner + "\n" + indent + "]";
  }

  std::string list(TermId head, const std::string& indent) {
    const std::string deeper = indent + "    ";
    std::vector<std::string> items;
    std::size_t size = indent.size();
    bool one_line = true;
    for (TermId cell = head; dataset_.term(cell).is_blank();) {
      TermId next = no_term;
      for (const Quad& quad : said_by(cell)) {
        if (dataset_.term(quad.predicate).text == rdf::rest)
          next = quad.object;
        else
          items.push_back(object(quad.object, deeper));
      }
      size += items.back().size() + 1;
      one_line = one_line && size <= width && items.back().find('\n') == std::string::npos;
      cell = next;
    }
    std::string out = "(";
    for (const std::string& item : items) out.append(one_line ? " " : "\n" + deeper).append(item);
    return out + (one_line ? " )" : "\n" + indent + ")");
  }

  std::string literal(const TermView& term) {
    std::string out;
    append_turtle_literal(term, out, [this](std::string_view datatype) { return spelt_datatype(datatype); });
    return out;
  }

  std::string spelt_datatype(std::string_view datatype) {
    const auto [place, is_new] = datatypes_.try_emplace(std::string(datatype));
    if (is_new) {
      place->second = spelling(datatype);
      note_prefix(place->second);
    }
    return place->second;
  }

  /// The spelling of a term, whose prefix is used from now on.
  const std::string& use(TermId term) {
    used_[index(term)] = true;
    return spelt_[index(term)];
  }

  void note_prefix(const std::string& spelt) {
    if (spelt.front() != '<' && spelt.front() != '_') names_.insert(spelt.substr(0, spelt.find(':')));
  }

  std::set<std::string> used_prefixes() {
    for (std::size_t id = 1; id < spelt_.size(); ++id)
      if (used_[id]) note_prefix(spelt_[id]);
    return names_;
  }

  Dataset& dataset_;
  const Prefixes& prefixes_;
  TurtleShape shape_;
  std::vector<std::string> spelt_;          // by term id: IRIs and labelled blank nodes
  std::vector<bool> used_;                  // by term id: whether the spelling was written
  std::vector<std::uint32_t> blank_order_;  // by term id
  std::vector<std::size_t> starts_;         // by term id: its first quad as a subject
  std::map<std::string, std::string, std::less<>> datatypes_;
  std::set<std::string> names_;
};

class TurtleWriter : public Writer {
 public:
  TurtleWriter(std::ostream& out, const WriteOptions& options) : out_(out), graphs_(has_graphs(options.syntax)) {
    for (const auto& [name, iri] : options.prefixes.all()) prefix(name, iri);
  }

  void prefix(std::string_view name, std::string_view iri) override {
    if (is_prefix_name(name) && is_absolute_iri(iri)) prefixes_.declare(name, iri);
  }

  void quad(const QuadView& quad) override {
    require_writable(quad);
    dataset_.add(quad, graphs_);
  }

  void finish() override {
    dataset_.close();
    TurtleText(dataset_, prefixes_).write(out_);
  }

 private:
  TextOutput out_;
  bool graphs_;
  Prefixes prefixes_;
  Dataset dataset_;
};

}  // namespace

std::unique_ptr<Writer> make_turtle_writer(std::ostream& out, const WriteOptions& options) {
  return std::make_unique<TurtleWriter>(out, options);
}

}  // namespace dossier::graph
