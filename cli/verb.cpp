#include "cli/verb.h"

#include <array>

namespace dossier::cli {

std::span<const Verb> all_verbs() {
  static constexpr std::array verbs{
      Verb{"build", "read documents into a graph", "dossier build news/*.html -g korea.kg", declare_build},
      Verb{"show", "everything on one thing", "dossier show 'Ministry of Unification' -g korea.kg", declare_show},
      Verb{"facts", "the facts, filtered", "dossier facts --about Seoul --status pledged -f csv", declare_facts},
      Verb{"neighbors", "who and what is around a thing", "dossier neighbors 'North Korea' --depth 2",
           declare_neighbors},
      Verb{"path", "how two things hang together", "dossier path 'Kim Jong Un' 'Hanoi Summit'", declare_path},
      Verb{"timeline", "what happened when", "dossier timeline 'military agreement' --since 2018", declare_timeline},
      Verb{"evidence", "the sentences behind a fact or a thing", "dossier evidence 5kx2q", declare_evidence},
      Verb{"why", "how a fact was read: sentence, example, paths", "dossier why 5kx2q", declare_why},
      Verb{"render", "draw a picture", "dossier render --about Seoul --depth 2 -o seoul.svg", declare_render},
      Verb{"export", "write the graph as RDF or JSON lines", "dossier export -o korea.trig --provenance reify",
           declare_export},
      Verb{"convert", "from one RDF syntax to another, or to and from .kg", "dossier convert in.ttl out.nq",
           declare_convert},
      Verb{"stats", "how much is in the graph", "dossier stats -g korea.kg", declare_stats},
      Verb{"add", "more documents into a graph", "dossier add news/*.txt -g korea.kg", declare_add},
      Verb{"sync", "a graph of what is in a folder, no more, no less", "dossier sync news -g korea.kg", declare_sync},
      Verb{"remove", "take documents out, as if never read", "dossier remove briefing -g korea.kg", declare_remove},
      Verb{"review", "pairs of things that may be one", "dossier review -g korea.kg", declare_review},
      Verb{"merge", "two things are one", "dossier merge 'Antony Blinken' 'Tony Blinken'", declare_merge},
      Verb{"distinct", "two things are not one", "dossier distinct 'Kim Young-ho' 'Kim Yong-ho'", declare_distinct},
      Verb{"alias", "what a name means", "dossier alias CMA 'Comprehensive Military Agreement'", declare_alias},
      Verb{"split", "take merges back, or tell things of one name apart", "dossier split 'Kim Young-ho' --document briefing", declare_split},
      Verb{"undo", "take the last decision back", "dossier undo -g korea.kg", declare_undo},
      Verb{"analyze", "the sentences of documents: tags, names, trees", "dossier analyze article.txt -f conllu", declare_analyze},
      Verb{"explain", "how a sentence is read, and why no more", "dossier explain 'Norway and Iceland signed the treaty in Oslo.'", declare_explain},
      Verb{"lint", "whether an ontology's examples teach what they say", "dossier lint mine.ttl", declare_lint},
      Verb{"learn", "what labelled sentences teach of an ontology's relations", "dossier learn marked.jsonl --ontology mine.ttl -o learned.ttl", declare_learn},
      Verb{"test", "how well labelled sentences are read", "dossier test marked.jsonl --ontology mine.ttl", declare_test},
      Verb{"ontology", "look at an ontology, or check one", "dossier ontology check mine.ttl", declare_ontology},
      Verb{"version", "what this program is made of", "dossier version --json", declare_version},
  };
  return verbs;
}

}  // namespace dossier::cli
