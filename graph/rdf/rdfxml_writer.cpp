#include "graph/rdf/rdfxml_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "graph/error/error.h"
#include "graph/rdf/blank_colours.h"
#include "graph/rdf/iri_text.h"
#include "graph/rdf/text_output.h"
#include "graph/rdf/writable.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// Names in the rdf: namespace that are syntax, not properties (RDF 1.1 XML Syntax, section 6.1.4).
constexpr std::array<std::string_view, 12> syntax_names{"RDF",    "ID",         "about", "parseType", "resource",
                                                        "nodeID", "datatype",   "li",    "aboutEach", "aboutEachPrefix",
                                                        "bagID",  "Description"};

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
/// The ASCII part of NCName; IRIs are cut before anything else.
bool is_name_character(char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

bool is_name(std::string_view text) {
  return !text.empty() && is_name_start(text.front()) && std::ranges::all_of(text, is_name_character);
}

bool is_xml_prefix(std::string_view name) {
  const bool reserved =
      name.size() >= 3 && (name[0] | 0x20) == 'x' && (name[1] | 0x20) == 'm' && (name[2] | 0x20) == 'l';
  return is_name(name) && !reserved;
}

/// The two namespaces that no other prefix may be given (Namespaces in XML 1.0, section 3).
bool is_reserved(std::string_view space) {
  return space == "http://www.w3.org/XML/1998/namespace" || space == "http://www.w3.org/2000/xmlns/";
}

/// Where the local name of a property begins: the longest XML name at its end.
std::size_t split(std::string_view iri) {
  std::size_t start = iri.size();
  while (start > 0 && is_name_character(iri[start - 1])) --start;
  while (start < iri.size() && !is_name_start(iri[start])) ++start;
  return start;
}

/// Appends the text with what XML must not see raw as references. Throws Error(bad_input) for characters that
/// XML 1.0 does not have (section 2.2).
void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\r': out += "&#13;"; break;
      default: {
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        const std::string_view three = text.substr(i, 3);
        if (control || three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF")
          throw Error(ErrorKind::bad_input,
                      "RDF/XML cannot say a text with the character number " +
                          std::to_string(control ? static_cast<int>(c) : 0xFFFE) + " in it",
                      "write it as Turtle or N-Triples");
        out += c;
      }
    }
  }
}

class RdfXmlWriter : public Writer {
 public:
  RdfXmlWriter(std::ostream& out, const WriteOptions& options) : out_(out) {
    for (const auto& [name, iri] : options.prefixes.all()) prefix(name, iri);
  }

  void prefix(std::string_view name, std::string_view iri) override {
    if (is_xml_prefix(name) && name != "rdf" && is_absolute_iri(iri) && !is_reserved(iri)) prefixes_.declare(name, iri);
  }

  void quad(const QuadView& quad) override {
    require_writable(quad);
    require_property(quad.predicate.text);
    dataset_.add(quad, false);
  }

  void finish() override {
    dataset_.close();
    number_blanks();
    sort();
    name_properties();
    std::string& text = out_.text();
    text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
    for (const auto& [name, space] : spaces_) {
      text.append("\n    xmlns:").append(name).append("=\"");
      append_escaped(space, text);
      text += '"';
    }
    text += ">\n";
    TermId subject = no_term;
    for (const Quad& quad : dataset_.quads()) {
      if (quad.subject != subject) {
        if (subject != no_term) text += "  </rdf:Description>\n";
        subject = quad.subject;
        text += "  <rdf:Description";
        append_node(subject, "about", text);
        text += ">\n";
      }
      append_property(quad, text);
      out_.flow();
    }
    if (subject != no_term) text += "  </rdf:Description>\n";
    text += "</rdf:RDF>\n";
    out_.drain();
  }

 private:
  static void require_property(std::string_view iri) {
    const std::string_view local = iri.substr(split(iri));
    const bool syntax = iri.starts_with(rdf::space) &&
                        std::ranges::find(syntax_names, iri.substr(rdf::space.size())) != syntax_names.end();
    if (local.empty() || syntax || is_reserved(iri.substr(0, iri.size() - local.size())))
      throw Error(ErrorKind::bad_input, "RDF/XML has no way to write the property <" + std::string(iri) + ">",
                  "write it as Turtle or N-Triples");
  }

  void number_blanks() { blanks_ = order_of_blanks(dataset_); }

  void sort() {
    const auto before = [this](TermId a, TermId b) {
      const TermView left = dataset_.term(a), right = dataset_.term(b);
      const auto rank = [](const TermView& term) { return term.is_iri() ? 0 : term.is_literal() ? 1 : 2; };
      if (rank(left) != rank(right)) return rank(left) < rank(right);
      return left.is_blank() ? blanks_[index(a)] < blanks_[index(b)] : left < right;
    };
    std::vector<TermId> terms;
    for (std::size_t id = 1; id <= dataset_.terms().size(); ++id) terms.push_back(static_cast<TermId>(id));
    std::ranges::sort(terms, before);
    std::vector<std::uint32_t> places(terms.size() + 1, 0);
    for (std::uint32_t i = 0; i < terms.size(); ++i) places[index(terms[i])] = i + 1;
    if (const auto type = dataset_.terms().find(TermView::iri(rdf::type))) type_ = *type;
    std::ranges::sort(dataset_.quads(), {}, [&](const Quad& quad) {
      return std::array{places[index(quad.subject)], quad.predicate == type_ ? 0U : places[index(quad.predicate)],
                        places[index(quad.object)]};
    });
  }

  /// Finds a qualified name for each property, with namespaces of our own (ns1, ns2, …) where none is declared.
  void name_properties() {
    std::map<std::string, TermId, std::less<>> properties;
    for (const Quad& quad : dataset_.quads()) properties.emplace(dataset_.term(quad.predicate).text, quad.predicate);
    spaces_.emplace("rdf", rdf::space);
    std::map<std::string, std::string, std::less<>> made;  // namespace -> name
    for (const auto& [iri, id] : properties) {
      auto [name, length] = declared(iri);
      if (name.empty()) {
        length = split(iri);
        std::string& mine = made[iri.substr(0, length)];
        if (mine.empty()) mine = unused_prefix();
        name = mine;
      }
      spaces_.insert_or_assign(name, iri.substr(0, length));
      names_.emplace(id, name + ":" + iri.substr(length));
    }
  }

  std::string unused_prefix() {
    std::string name;
    do name = "ns" + std::to_string(++made_);
    while (prefixes_.all().contains(name));
    return name;
  }

  /// The declared prefix with the longest namespace that leaves an XML name, and that namespace's length.
  [[nodiscard]] std::pair<std::string, std::size_t> declared(std::string_view iri) const {
    std::pair<std::string, std::size_t> best;
    const auto consider = [&](std::string_view name, std::string_view space) {
      if (space.size() > best.second && iri.starts_with(space) && is_name(iri.substr(space.size())))
        best = {std::string(name), space.size()};
    };
    consider("rdf", rdf::space);
    for (const auto& [name, space] : prefixes_.all()) consider(name, space);
    return best;
  }

  void append_node(TermId id, std::string_view attribute, std::string& text) const {
    const TermView term = dataset_.term(id);
    if (term.is_blank()) {
      text.append(" rdf:nodeID=\"b").append(std::to_string(blanks_[index(id)])).append("\"");
      return;
    }
    text.append(" rdf:").append(attribute).append("=\"");
    append_escaped(term.text, text);
    text += '"';
  }

  void append_property(const Quad& quad, std::string& text) const {
    const std::string& name = names_.at(quad.predicate);
    const TermView object = dataset_.term(quad.object);
    text.append("    <").append(name);
    if (!object.is_literal()) {
      append_node(quad.object, "resource", text);
      text += "/>\n";
      return;
    }
    if (!object.language.empty()) {
      text.append(" xml:lang=\"").append(object.language).append("\"");
    } else if (object.datatype != xsd::string) {
      text += " rdf:datatype=\"";
      append_escaped(object.datatype, text);
      text += '"';
    }
    text += '>';
    append_escaped(object.text, text);
    text.append("</").append(name).append(">\n");
  }

  TextOutput out_;
  Prefixes prefixes_;
  Dataset dataset_;
  std::vector<std::uint32_t> blanks_;  // by term id: the number in its label
  TermId type_ = no_term;
  unsigned made_ = 0;
  std::map<std::string, std::string, std::less<>> spaces_;  // name -> namespace, those that are used
  std::map<TermId, std::string> names_;                     // property -> qualified name
};

}  // namespace

std::unique_ptr<Writer> make_rdfxml_writer(std::ostream& out, const WriteOptions& options) {
  return std::make_unique<RdfXmlWriter>(out, options);
}

}  // namespace dossier::graph
