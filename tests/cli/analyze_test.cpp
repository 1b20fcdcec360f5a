// What the language models see, by the built program. What they see is tested elsewhere; here only its form is.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "ingest/language/treebank.h"
#include "tests/cli/run_program.h"

using namespace dossier::cli::test;
namespace ingest = dossier::ingest;
namespace json = boost::json;

namespace {

const std::string model_file = DOSSIER_ENGLISH_MODEL;

constexpr const char* notes =
    "Fisheries notes\n\n"
    "“Norway doesn’t sign,” said Kári Nordmann (61). See http://example.org/a.\n\n"
    "- It can't  wait.\n";

struct Sample {
  Folder folder;
  std::string file = folder.write("notes.txt", notes);

  [[nodiscard]] std::vector<ingest::TreebankSentence> conllu(const std::vector<std::string>& inputs) const {
    std::vector<std::string> arguments{"analyze"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    const Outcome outcome = run_dossier(arguments);
    BOOST_TEST(outcome.code == 0);
    BOOST_TEST(outcome.err.empty(), outcome.err);
    std::istringstream in(outcome.out);
    return ingest::read_treebank(in, "standard output");
  }
};

/// Code points [begin, end).
std::string slice(const std::string& text, std::int64_t begin, std::int64_t end) {
  std::string out;
  std::int64_t at = -1;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
    if (at >= begin && at < end) out += c;
  }
  return out;
}

std::string slice_of(const json::value& thing) { return slice(notes, thing.at("start").to_number<std::int64_t>(), thing.at("end").to_number<std::int64_t>()); }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(analyze, Sample)

BOOST_AUTO_TEST_CASE(conllu_can_be_read_back) {
  const Outcome outcome = run_dossier({"analyze", file});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.err.empty(), outcome.err);
  BOOST_TEST(outcome.out.starts_with("# newdoc id = notes\n# newpar\n# sent_id = notes-1\n# text = "));
  BOOST_TEST(outcome.out.ends_with("\n\n"));
  std::istringstream in(outcome.out);
  const auto sentences = ingest::read_treebank(in, "standard output");
  BOOST_REQUIRE(sentences.size() >= 3U);
  std::string forms;
  for (const auto& sentence : sentences)
    for (const auto& word : sentence.words) forms += word.form + ' ';
  BOOST_TEST(forms ==
             "Fisheries notes “ Norway does n’t sign , ” said Kári Nordmann ( 61 ) . See http://example.org/a . It ca n't wait . ");
}

BOOST_AUTO_TEST_CASE(words_of_one_token_have_a_range) {
  const Outcome outcome = run_dossier({"analyze", file});
  BOOST_TEST(contains(outcome.out, "\tdoesn’t\t_\t_\t_\t_\t_\t_\t_\t"));
  BOOST_TEST(contains(outcome.out, "\tcan't\t_\t_\t_\t_\t_\t_\t_\t"));
}

BOOST_AUTO_TEST_CASE(token_ranges_count_code_points) {
  std::istringstream lines(run_dossier({"analyze", file}).out);
  std::size_t seen = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    const auto range = line.find("TokenRange=") + 11, bytes = line.find("Bytes=") + 6;
    const auto begin = std::stoul(line.substr(range)), end = std::stoul(line.substr(line.find(':', range) + 1));
    const auto from = std::stoul(line.substr(bytes)), to = std::stoul(line.substr(line.find(':', bytes) + 1));
    const std::string form = line.substr(first + 1, second - first - 1);
    BOOST_TEST(slice(notes, static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end)) == form);
    BOOST_TEST(std::string(notes).substr(from, to - from) == form);
    ++seen;
  }
  BOOST_TEST(seen > 20U);
}

BOOST_AUTO_TEST_CASE(json_is_an_array_of_documents) {
  const Outcome outcome = run_dossier({"analyze", file, "-f", "json"});
  BOOST_TEST(outcome.code == 0);
  const json::value all = json::parse(outcome.out);
  BOOST_REQUIRE(all.as_array().size() == 1U);
  const json::value& document = all.at(0);
  BOOST_TEST(document.at("id").as_string() == "notes");
  BOOST_TEST(document.at("source").as_string() == file);
  const auto treebank = conllu({file});
  const json::array& sentences = document.at("sentences").as_array();
  BOOST_REQUIRE(sentences.size() == treebank.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    BOOST_TEST(sentences[s].at("number").to_number<std::size_t>() == s + 1);
    BOOST_TEST(sentences[s].at("text").as_string() == slice_of(sentences[s]));
    const json::array& tokens = sentences[s].at("tokens").as_array();
    BOOST_REQUIRE(tokens.size() == treebank[s].words.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const ingest::TreebankWord& word = treebank[s].words[i];
      BOOST_TEST(tokens[i].at("id").to_number<std::size_t>() == i + 1);
      BOOST_TEST(tokens[i].at("form").as_string() == word.form);
      BOOST_TEST(tokens[i].at("lemma").as_string() == word.lemma);
      BOOST_TEST(tokens[i].at("upos").as_string() == word.upos);
      BOOST_TEST(tokens[i].at("xpos").as_string() == word.xpos);
      BOOST_TEST(tokens[i].at("head").to_number<std::uint32_t>() == word.head);
      BOOST_TEST(tokens[i].at("deprel").as_string() == word.relation);
      BOOST_TEST(slice_of(tokens[i]) == word.form);
    }
    for (const json::value& name : sentences[s].at("names").as_array()) BOOST_TEST(name.at("text").as_string() == slice_of(name));
  }
  BOOST_TEST(run_dossier({"analyze", file, "--json"}).out == outcome.out);
}

BOOST_AUTO_TEST_CASE(names_are_the_same_in_both_forms) {
  std::string longer;
  for (int i = 0; i < 3; ++i) longer += oslo, longer += reykjavik;  // enough for any model to see a name
  const std::string article = folder.write("article.txt", longer);
  std::size_t in_conllu = 0, in_json = 0;
  for (const auto& sentence : conllu({article}))
    for (const auto& word : sentence.words) {
      in_conllu += word.name.starts_with("B-") ? 1U : 0U;
      BOOST_TEST((word.name.empty() || word.name.substr(1) == "-PER" || word.name.substr(1) == "-LOC" || word.name.substr(1) == "-ORG"));
    }
  const json::value all = json::parse(run_dossier({"analyze", article, "-f", "json"}).out);
  for (const json::value& sentence : all.at(0).at("sentences").as_array()) in_json += sentence.at("names").as_array().size();
  BOOST_TEST(in_conllu == in_json);
}

BOOST_AUTO_TEST_CASE(many_documents_in_order) {
  folder.write("news/b.txt", oslo);
  folder.write("news/a.html", "<html><title>T</title><body><p>Norway agreed.</p></body></html>");
  folder.write("news/c.jsonl", "{\"id\":\"one\",\"text\":\"Iceland agreed.\"}\n{\"id\":\"two\",\"text\":\"Norway agreed.\"}\n");
  folder.write("news/d.md", "# Notes\n\nOslo **agreed**.\n");
  const Outcome lines = run_dossier({"analyze", folder / "news", "-f", "jsonl"}), array = run_dossier({"analyze", folder / "news", "-f", "json"});
  BOOST_TEST(lines.code == 0);
  std::istringstream in(lines.out);
  std::vector<std::string> ids;
  json::array documents;
  for (std::string line; std::getline(in, line);) {
    documents.push_back(json::parse(line));
    ids.emplace_back(documents.back().at("id").as_string());
  }
  BOOST_TEST(ids == (std::vector<std::string>{"a", "b", "one", "two", "d"}), boost::test_tools::per_element());
  BOOST_TEST((json::parse(array.out) == json::value(documents)));
  BOOST_TEST(run_dossier({"analyze", folder / "news", "-f", "jsonl"}).out == lines.out);
  std::size_t begun = 0;
  for (const auto& sentence : conllu({folder / "news"})) begun += sentence.new_document ? 1U : 0U;
  BOOST_TEST(begun == ids.size());
}

BOOST_AUTO_TEST_CASE(standard_input) {
  Call call;
  call.in = notes;
  const Outcome outcome = run_dossier({"analyze", "-", "-f", "conllu"}, call);
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.out, "# text = It can't wait.\n"));
}

BOOST_AUTO_TEST_CASE(to_a_file_whose_extension_tells_the_format) {
  for (const auto& [name, format] : std::vector<std::pair<std::string, std::string>>{{"a.conllu", "conllu"}, {"a.json", "json"}, {"a.jsonl", "jsonl"}}) {
    const Outcome outcome = run_dossier({"analyze", file, "-o", folder / name});
    BOOST_TEST(outcome.code == 0);
    BOOST_TEST(outcome.out.empty());
    BOOST_TEST(text_of(folder / name) == run_dossier({"analyze", file, "-f", format}).out);
  }
  BOOST_TEST(run_dossier({"analyze", file, "-o", folder / "a.conllu.gz"}).code == 2);
}

BOOST_AUTO_TEST_CASE(wrong_calls_and_bad_input) {
  BOOST_TEST(run_dossier({"analyze"}).code == 2);
  BOOST_TEST(run_dossier({"analyze", file, "-f", "ttl"}).code == 2);
  const Outcome missing = run_dossier({"analyze", "no-such.txt"});
  BOOST_TEST(missing.code == 4);
  BOOST_TEST(contains(missing.err, "no-such.txt: error: no such file"));
  const Outcome empty = run_dossier({"analyze", folder.write("empty.txt", ""), "-f", "json", "-o", folder / "out.json"});
  BOOST_TEST(empty.code == 3);
  BOOST_TEST(contains(empty.err, "empty.txt: error: has no text"));
  BOOST_TEST(!std::filesystem::exists(folder / "out.json"));
  Call full;
  full.out_file = "/dev/full";
  BOOST_TEST(run_dossier({"analyze", file}, full).code == 4);
  BOOST_TEST(run_dossier({"analyze", file, "-o", folder / "no/such/folder.conllu"}).code == 4);
}

BOOST_AUTO_TEST_CASE(goes_on_after_a_bad_document) {
  folder.write("mixed/a.txt", "");
  folder.write("mixed/b.txt", oslo);
  const Outcome outcome = run_dossier({"analyze", folder / "mixed", "-o", folder / "out.conllu"});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, "a.txt: error: "));
  BOOST_TEST(contains(text_of(folder / "out.conllu"), "# newdoc id = b\n"));
}

BOOST_AUTO_TEST_CASE(models_of_a_file) {
  BOOST_TEST(run_dossier({"analyze", file, "--models", model_file}).out == run_dossier({"analyze", file}).out);
  const Outcome missing = run_dossier({"analyze", file, "--models", folder / "no-such.model"});
  BOOST_TEST(missing.code == 4);
  BOOST_TEST(missing.out.empty());
  BOOST_TEST(contains(missing.err, "no-such.model: error: "));
}

BOOST_AUTO_TEST_CASE(damaged_models_are_refused) {
  const std::string good = text_of(model_file);
  BOOST_REQUIRE(good.size() > 100'000U);
  const auto refused = [&](const std::string& bytes, const std::string& reason) {
    const std::string name = folder.write("bad.model", bytes);
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"analyze", file, "--models", name}, {"version", "--models", name}}) {
      const Outcome outcome = run_dossier(arguments);
      BOOST_TEST(outcome.code == 3, reason << ": " << outcome.err);
      BOOST_TEST(outcome.out.empty());
      BOOST_TEST(outcome.err.starts_with(name + ": error: not a usable language model: " + reason), outcome.err);
      BOOST_TEST(outcome.err.find('\n') == outcome.err.size() - 1);
    }
  };
  const auto changed = [&](std::size_t at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    return bytes;
  };
  refused("", "it is no model file");
  refused("DOSSLANG", "it is no model file");
  refused(notes, "it is no model file");
  std::string noise(200'000, '\0');
  std::uint32_t state = 1;
  for (char& byte : noise) state = state * 1664525U + 1013904223U, byte = static_cast<char>(state >> 24U);
  refused(noise, "it is no model file");
  refused(changed(0), "it is no model file");
  refused(changed(8), "it has version ");
  for (const std::size_t size : {std::size_t{32}, std::size_t{1000}, good.size() / 2, good.size() - 1}) refused(good.substr(0, size), "it is cut off");
  refused(good + '\0', "it is cut off, or something was added to it");
  for (const std::size_t at : {std::size_t{24}, std::size_t{40}, std::size_t{60}, good.size() / 3, good.size() - 1}) refused(changed(at), "it is damaged");
  refused(changed(15), "its list of sections is damaged");
}

BOOST_AUTO_TEST_CASE(version_tells_how_the_models_were_made) {
  const Outcome outcome = run_dossier({"version", "--models"});
  BOOST_TEST(outcome.code == 0);
  for (const char* part : {"file", "built in", "bytes", "instructions", "model", "licence", "\nrecipe\n", "\ndata\n", "\ndevelopment\n", "en_ewt-train.conllu", "las"})
    BOOST_TEST(contains(outcome.out, part), part);
  const Outcome machine = run_dossier({"version", "--models", "--json"});
  const json::object about = json::parse(machine.out).as_object();
  for (const char* key : {"file", "bytes", "instructions", "model", "licence", "recipe", "data", "development"}) BOOST_TEST(about.contains(key), key);
  BOOST_TEST(about.at("bytes").to_number<std::size_t>() == text_of(model_file).size());
  const Outcome named = run_dossier({"version", "--models", model_file});
  BOOST_TEST(named.code == 0);
  BOOST_TEST(contains(named.out, model_file));
  BOOST_TEST(run_dossier({"version", "--models", folder / "no-such.model"}).code == 4);
}

BOOST_AUTO_TEST_SUITE_END()
