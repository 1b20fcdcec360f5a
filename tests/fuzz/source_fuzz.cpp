// Feeds the readers of ingest/source bytes that no file should hold: whatever they are, a Document comes out whole or
// not at all. Run it from an asan build.
//
// source_fuzz [seconds = 10] [seed = 1] [file…] tampers with the files (or with a few texts of its own); with libFuzzer
// (DOSSIER_LIBFUZZER) it is a target as usual. The first byte chooses the reader.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "ingest/source/characters.h"
#include "ingest/source/encoding.h"
#include "ingest/source/html.h"
#include "ingest/source/json_lines.h"
#include "ingest/source/markdown.h"
#include "ingest/source/plain_text.h"
#include "ingest/source/text_offsets.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

void check(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "source_fuzz: %s\n", what);
  std::abort();
}

void check_document(const Document& document) {
  check(!first_invalid_utf8(document.text), "text is not UTF-8");
  check(!first_invalid_utf8(document.id + document.title + document.url + document.language), "a field is not UTF-8");
  const CodePointIndex index(document.text);
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    check(block.span.begin >= end && !block.span.empty() && block.span.end <= document.text.size(), "blocks overlap");
    check(index.byte(index.code_point(block.span.begin)) == block.span.begin, "a block begins within a character");
    check(index.byte(index.code_point(block.span.end)) == block.span.end, "a block ends within a character");
    end = block.span.end;
  }
}

void read_one(unsigned reader, std::string bytes) {
  SourceOptions options;
  options.date = "2022-01-24";
  options.diagnostics = [](const Diagnostic&) {};
  Document document;
  if (reader == 0) {
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      if (const auto record = read_record(std::string_view(bytes).substr(begin, end - begin), {"f", 1, 0}, options))
        check_document(*record);
      begin = end + 1;
    }
    return;
  }
  const std::string declared = reader == 1 ? declared_encoding(bytes) : std::string();
  auto decoded = decode(std::move(bytes), declared);
  if (!decoded) return;
  switch (reader) {
    case 1:
      read_html(std::move(decoded->text), document, options);
      break;
    case 2:
      read_markdown(decoded->text, MarkdownFlavor::file, document, options);
      break;
    case 3:
      read_markdown(decoded->text, MarkdownFlavor::record, document, options);
      break;
    default:
      read_plain_text(std::move(decoded->text), document, options);
  }
  check_document(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 0) read_one(bytes[0] % 5U, std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1));
  return 0;
}

#ifndef DOSSIER_LIBFUZZER
namespace {

std::string tampered(std::string bytes, std::mt19937& random) {
  constexpr std::string_view marks = "<>&*[]()`\"'{}\n\r\f\\#-|!_~:/.,0123456789\xC3\xA9\xFF";
  const auto changes = 1 + random() % 8;
  for (unsigned i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 5) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, 1 + random() % 16);
        break;
      case 2:
        bytes.insert(at, 1 + random() % 3, marks[random() % marks.size()]);
        break;
      case 3:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 64));
        break;
      default:
        bytes[at] = marks[random() % marks.size()];
        break;
    }
  }
  return bytes;
}

std::vector<std::string> seeds(int count, char** names) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (!texts.empty()) return texts;
  return {
      "{\"id\":\"a\",\"title\":\"T\",\"date\":\"2022-01-24\",\"text\":\"## H\\n-   **One** -   [Two](x)\\u00e9\"}\n",
      "<html lang=en><head><meta charset=utf-8><title>T &amp; U</title></head><body><main><h1>T</h1><p>One <b>two</b>"
      "<br>three<ul><li>a<li>b</ul><table><tr><td>c</table><pre>e\n\nf</pre><time datetime=2022-01-24>x</time>",
      "---\ntitle: x\ndate: 2022-01-24\n---\n# H **b**\n\n- [a](b) *c* `d`\n1. e\n\n> q &amp; <u>r</u>\n\n| a | b |\n"
      "|---|---|\n```\nx\n```\n\\* ![i](j) ~~k~~ [^1] <!-- c -->\nSetext\n---\n",
      "Title of it\r\nDate Jan 24, 2022\r\nBy Jane Doe\r\n\r\nSEOUL, Jan. 24 (Yonhap) -- K\xC3\xBC"
      "che words that are\r\n"
      "wrapped here and go on.\f\r\n  - item -   other\r\n(ii) a@b.org\r\n"};
}

}  // namespace

int main(int count, char** arguments) {
  const int seconds = count > 1 ? std::atoi(arguments[1]) : 10;
  std::mt19937 random(count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : 1U);
  const auto texts = seeds(count > 3 ? count - 3 : 0, arguments + 3);
  const std::time_t end = std::time(nullptr) + seconds;
  std::size_t rounds = 0;
  for (; std::time(nullptr) < end; ++rounds)
    read_one(static_cast<unsigned>(random() % 5U), tampered(texts[random() % texts.size()], random));
  std::printf("%zu inputs\n", rounds);
}
#endif
