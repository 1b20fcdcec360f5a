#include "graph/draw/picture.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/draw/kinds.h"
#include "graph/draw/label_text.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// Up to so many sources are told apart by a letter on each line; more are only counted.
constexpr std::size_t max_lettered_documents = 5;
constexpr std::size_t max_quotes = 4, max_literal = 60;

bool is_symmetric(const Store& store, TermId predicate) {
  // the ontology need not be in the store: its four symmetric relations are known by name
  static const std::set<std::string_view> known = {"met", "communicatedWith", "cooperatesWith", "relationWith"};
  const std::string_view iri = store.term(predicate).text;
  if (iri.starts_with(pa::space) && known.contains(local_name(iri))) return true;
  return !store.match({predicate, id_of(store, rdf::type), id_of(store, owl::symmetric_property), {}}).empty();
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string date_text(std::string_view edtf) {
  std::string text(edtf);
  if (const auto slash = text.find('/'); slash != std::string::npos) text.replace(slash, 1, " – ");
  return text;
}

class Painter {
 public:
  Painter(const Store& store, const Selection& selection) : store_(store), selection_(selection) {
    std::set<TermId> documents;
    for (const auto* list : {&selection.links, &selection.details})
      for (const Link& link : *list) documents.insert(link.fact.documents.begin(), link.fact.documents.end());
    documents_.assign(documents.begin(), documents.end());
  }

  Picture paint(const std::string& title) {
    Picture picture;
    picture.title = title.empty() ? default_title() : title;
    picture.caption = caption();
    add_nodes(picture);
    add_edges(picture);
    return picture;
  }

 private:
  [[nodiscard]] std::string literal_of(TermId subject, std::string_view property) const {
    const TermId object = first_object(store_, subject, id_of(store_, property));
    return object == no_term ? std::string() : std::string(store_.term(object).text);
  }

  [[nodiscard]] std::string default_title() const {
    std::string title;
    for (const TermId thing : selection_.about) title += (title.empty() ? "" : ", ") + display_name(store_, thing);
    if (title.empty() && documents_.size() == 1) title = display_name(store_, documents_.front());
    if (title.empty() && documents_.size() > 1) title = "What " + std::to_string(documents_.size()) + " documents say";
    return title;
  }

  /// The address of a page, or a file's name: the folder where it lay says nothing to a reader.
  [[nodiscard]] std::string address_of(TermId document) const {
    const std::string source = literal_of(document, pa::source);
    const std::size_t slash = source.find_last_of('/');
    return source.find("://") != std::string::npos || slash == std::string::npos ? source : source.substr(slash + 1);
  }

  /// "briefing.txt, 2021-12-23", with the title before it where the picture has another.
  [[nodiscard]] std::string source_text(TermId document) const {
    std::string text = documents_.size() == 1 && selection_.about.empty() ? "" : display_name(store_, document);
    for (const std::string& part : {address_of(document), literal_of(document, pa::published)})
      if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    return text;
  }

  [[nodiscard]] std::vector<std::string> caption() const {
    std::vector<std::string> lines;
    if (documents_.size() == 1) {
      if (auto text = source_text(documents_.front()); !text.empty()) lines.push_back("Source: " + text);
    } else if (lettered()) {
      for (std::size_t i = 0; i < documents_.size(); ++i)
        lines.push_back("Source " + letter(i) + ": " + source_text(documents_[i]));
    } else if (!documents_.empty()) {
      lines.push_back("Sources: " + std::to_string(documents_.size()) + " documents" + publication_span());
    }
    if (selection_.left_out > 0)
      lines.push_back(std::to_string(selection_.left_out) + " less important thing" +
                      (selection_.left_out == 1 ? " is" : "s are") + " not shown");
    return lines;
  }

  [[nodiscard]] std::string publication_span() const {
    std::set<std::string> dates;
    for (const TermId document : documents_) dates.insert(literal_of(document, pa::published));
    dates.erase("");
    if (dates.empty()) return {};
    return ", " + *dates.begin() + (dates.size() > 1 ? " to " + *dates.rbegin() : "");
  }

  [[nodiscard]] bool lettered() const { return documents_.size() > 1 && documents_.size() <= max_lettered_documents; }
  [[nodiscard]] static std::string letter(std::size_t index) { return {static_cast<char>('A' + index)}; }

  /// "s4"; "B s4" when there are several sources; nothing when there are too many.
  [[nodiscard]] std::string mark(const Fact& fact) const {
    if (fact.evidence.empty() || (documents_.size() > 1 && !lettered())) return {};
    const EvidenceView first = evidence(store_, fact.evidence.front());
    std::string text = "s" + std::to_string(first.sentence);
    if (!lettered()) return text;
    const auto found = std::lower_bound(documents_.begin(), documents_.end(), first.document);
    return letter(static_cast<std::size_t>(found - documents_.begin())) + " " + text;
  }

  /// A word for what the line's style tells, unless the relation's own meaning tells it ("pledged").
  [[nodiscard]] std::string factuality_word(const Fact& fact) const {
    const LineKind line = line_kind(fact.factuality);
    if (line == LineKind::happened || line == LineKind::historical) return {};
    if (line == LineKind::planned && !store_.match({fact.subject, fact.predicate, fact.object, {}}).empty()) return {};
    std::string word = lower_case(fact.factuality);
    if (line == LineKind::reported && fact.speaker != no_term) word += " by " + display_name(store_, fact.speaker);
    return " (" + word + ")";
  }

  [[nodiscard]] std::string edge_label(const Fact& fact) const {
    std::string text = display_name(store_, fact.predicate) + factuality_word(fact);
    if (!fact.time_phrase.empty()) text += " · " + std::string(fact.time_phrase);
    if (const std::string where = mark(fact); !where.empty()) text += " · " + where;
    return text;
  }

  [[nodiscard]] std::string detail(const Fact& fact) const {
    static const std::set<std::string_view> plain = {"holdsPosition", "heldOn", "signedOn", "dated", "time", "saidOn"};
    const std::string value = display_name(store_, fact.object);
    const std::string text = date_of(store_, fact.object) ? date_text(value) : clean_text(value, max_literal);
    const bool says_itself = plain.contains(local_name(store_.term(fact.predicate).text));
    return (says_itself ? "" : display_name(store_, fact.predicate) + ": ") + text + factuality_word(fact);
  }

  /// "s4: The minister said …"
  [[nodiscard]] std::vector<std::string> quotes(const Fact& fact) const {
    std::vector<std::string> lines;
    for (const TermId id : fact.evidence) {
      const EvidenceView view = evidence(store_, id);
      const std::string where = documents_.size() > 1 ? std::string(view.document_id) + " " : "";
      lines.push_back(clean_text(where + "s" + std::to_string(view.sentence) + ": " + std::string(view.quote), 1000));
    }
    return lines;
  }

  static void add_quotes(const std::vector<std::string>& quotes, std::vector<std::string>& all) {
    for (const std::string& quote : quotes)
      if (all.size() < max_quotes && std::find(all.begin(), all.end(), quote) == all.end()) all.push_back(quote);
  }

  static std::string lines_of(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& line : all) text += (text.empty() ? "" : "\n") + line;
    return text;
  }

  void add_nodes(Picture& picture) {
    std::map<TermId, PictureNode> nodes;
    std::map<TermId, std::vector<std::string>> sentences;
    for (const TermId thing : selection_.nodes)
      nodes[thing] = {{}, display_name(store_, thing), {}, kind_of(store_, thing), {}};
    for (const Link& link : selection_.details) {
      auto& details = nodes[link.from].details;
      if (auto text = detail(link.fact); std::find(details.begin(), details.end(), text) == details.end())
        details.push_back(std::move(text));
      add_quotes(quotes(link.fact), sentences[link.from]);
    }
    for (const Link& link : selection_.links)
      for (const TermId end : {link.from, link.to}) add_quotes(quotes(link.fact), sentences[end]);
    name_nodes(nodes);
    for (auto& [thing, node] : nodes) {
      node.tooltip = lines_of(sentences[thing]);
      ids_[thing] = node.id;
      picture.nodes.push_back(std::move(node));
    }
    std::sort(picture.nodes.begin(), picture.nodes.end(),
              [](const PictureNode& a, const PictureNode& b) { return a.id < b.id; });
  }

  /// "n_seoul"; the second of that name, in the order of terms, is "n_seoul_2".
  static void name_nodes(std::map<TermId, PictureNode>& nodes) {
    std::set<std::string> used;
    for (auto& [thing, node] : nodes) {
      const std::string base = "n_" + id_text(clean_text(node.name, 60));
      node.id = base;
      for (unsigned number = 2; !used.insert(node.id).second; ++number) node.id = base + "_" + std::to_string(number);
    }
  }

  void add_edges(Picture& picture) {
    std::map<std::tuple<std::string, std::string, LineKind, bool>, PictureEdge> edges;
    std::map<const PictureEdge*, std::vector<std::string>> sentences;
    for (const Link& link : selection_.links) {
      std::string from = ids_[link.from], to = ids_[link.to];
      const bool directed = !is_symmetric(store_, link.fact.predicate);
      if (!directed && to < from) std::swap(from, to);
      const LineKind line = line_kind(link.fact.factuality);
      PictureEdge& edge = edges[{from, to, line, !directed}];
      edge = {from, to, std::move(edge.labels), line, directed, {}};
      if (auto text = edge_label(link.fact);
          std::find(edge.labels.begin(), edge.labels.end(), text) == edge.labels.end())
        edge.labels.push_back(std::move(text));
      add_quotes(quotes(link.fact), sentences[&edge]);
    }
    for (auto& [key, edge] : edges) {
      edge.tooltip = lines_of(sentences[&edge]);
      picture.edges.push_back(std::move(edge));
    }
  }

  const Store& store_;
  const Selection& selection_;
  std::vector<TermId> documents_;  ///< ascending
  std::map<TermId, std::string> ids_;
};

}  // namespace

LineKind line_kind(std::string_view factuality) {
  static const std::map<std::string_view, LineKind> kinds = {
      {"Occurred", LineKind::happened},        {"Ongoing", LineKind::happened},
      {"Historical", LineKind::historical},    {"Planned", LineKind::planned},
      {"Pledged", LineKind::planned},          {"Demanded", LineKind::planned},
      {"Proposed", LineKind::planned},         {"Reported", LineKind::reported},
      {"Alleged", LineKind::reported},         {"Conditional", LineKind::conditional},
      {"Hypothetical", LineKind::conditional}, {"Denied", LineKind::denied},
  };
  const auto found = kinds.find(factuality);
  return found == kinds.end() ? LineKind::reported : found->second;
}

Picture make_picture(const Store& store, const Selection& selection, const std::string& title) {
  return Painter(store, selection).paint(title);
}

}  // namespace dossier::graph
