// Some thousand damaged documents, the same on each run: none may crash, and what is read can be written again
// (tests/fuzz/rdf_read_fuzz.cpp has the check).
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

const std::vector<std::string> seeds{
    "@prefix e: <http://e/> . @base <http://b/c> . e:a a e:T ; e:p 1, -2.5, 1e3, true, 'x'@en-GB, \"y\"^^e:t, <d>, _:b "
    "; e:l ( 1 [ e:q () ] ) .\n"
    "[] e:p \"\"\"long \\u00e9 \\\" \n\"\"\" . # comment\nPREFIX f: <g#> f:x%20\\-y f: [ e:p _:b.c ] .",
    "@prefix e: <http://e/> . e:g { e:a e:p 1 . _:b e:p 2 } GRAPH _:g { [] e:p [] } { e:x e:y 'z' . } [] { e:a e:b e:c "
    "}",
    "<http://e/a> <http://e/p> \"x\\n\\U0001F600\"@en-GB .\n_:b <http://e/p> \"1\"^^<http://e/t> . # c\r\n\n_:b "
    "<http://e/p> _:c .",
    "<http://e/a> <http://e/p> \"x\"@en <http://e/g> .\n_:b <http://e/p> \"1\"^^<http://e/t> _:g .\n<http://e/a> "
    "<http://e/p> <http://e/b> .",
    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e \"x\">]><r:RDF "
    "xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns:e=\"http://e/\" xml:base=\"http://b/\"><e:T r:ID=\"i\" xml:lang=\"en\" e:a=\"&e;\"><e:p "
    "r:parseType=\"Collection\"><e:U/>"
    "<r:Description r:nodeID=\"n\"/></e:p><e:q r:parseType=\"Literal\"><b>&amp;</b></e:q><r:li r:resource=\"#x\"/><e:d "
    "r:datatype=\"http://e/t\">1</e:d><e:r r:parseType=\"Resource\"><e:p>x</e:p></e:r></e:T></r:RDF>"};

const std::vector<std::string> pieces{"<",
                                      ">",
                                      "\"",
                                      "\"\"\"",
                                      "'",
                                      "'''",
                                      "@",
                                      "^^",
                                      ".",
                                      ";",
                                      ",",
                                      "(",
                                      ")",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "_:",
                                      ":",
                                      "a ",
                                      "#",
                                      "\\",
                                      "\\u",
                                      "\\U0010FFFF",
                                      "\\u0000",
                                      "@prefix ",
                                      "@base ",
                                      "GRAPH ",
                                      "true",
                                      "1.e",
                                      "-",
                                      "%4",
                                      "\xEF\xBB\xBF",
                                      "\xC3",
                                      "\xF3\xBF\xBF\xBE",
                                      std::string(1, '\0'),
                                      "\r",
                                      "\n",
                                      "&x;",
                                      "<!--",
                                      "]]>",
                                      "<![CDATA[",
                                      "xml:lang=\"" + std::string(300, 'a') + "\"",
                                      "@" + std::string(300, 'a'),
                                      std::string(600, '('),
                                      std::string(600, '['),
                                      "r:about=\"\"",
                                      "</"};

std::string mutated(std::string text, std::mt19937& random) {
  for (std::size_t i = 1 + random() % 4; i > 0; --i) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    switch (random() % 6) {
      case 0: text.resize(at); break;
      case 1: text.erase(at, 1 + random() % 8); break;
      case 2: text.insert(at, pieces[random() % pieces.size()]); break;
      case 3: text.insert(at, text.substr(random() % (text.size() + 1), random() % 40)); break;
      case 4:
        if (!text.empty()) text[at] = static_cast<char>(random() % 256);
        break;
      default:
        if (!text.empty()) text[at] = pieces[random() % 30][0];
    }
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(damaged_documents_do_no_damage) {
  std::mt19937 random(20260101);
  constexpr int rounds = 6000;
  for (int i = 0; i < rounds; ++i) {
    const std::size_t which = random() % seeds.size();
    // Now and then one syntax's text is read as another's.
    const std::size_t syntax = random() % 8 == 0 ? random() % 5 : which;
    const std::string input = static_cast<char>(syntax) + mutated(seeds[which], random);
    BOOST_TEST(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()) == 0);
  }
}
