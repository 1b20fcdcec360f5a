/// A store like the one that an article on a briefing gives: ministries, officials with posts, an agreement, a summit
/// without a deal, pledges. For tests of what is selected and of how it looks.
#pragma once

#include <string>

#include "tests/graph/query/sample_graph.h"

namespace dossier::graph::sample {

/// Officials, bodies and states of the briefing.
inline void add_actors(SampleBuilder& b) {
  b.thing("state/south-korea", "pa:State", "South Korea");
  b.thing("state/north-korea", "pa:State", "North Korea");
  b.thing("state/usa", "pa:State", "United States");
  b.thing("state/japan", "pa:State", "Japan");
  b.thing("state/china", "pa:State", "China");
  b.thing("state/russia", "pa:State", "Russia");
  b.thing("ministry/unification", "pa:Ministry", "Ministry of Unification");
  b.thing("ministry/foreign", "pa:Ministry", "Ministry of Foreign Affairs");
  b.thing("ministry/defense", "pa:Ministry", "Ministry of National Defense");
  b.thing("person/choi", "pa:Person", "Choi Young-joon");
  b.thing("person/lee", "pa:Person", "Lee In-young");
  b.thing("person/chung", "pa:Person", "Chung Eui-yong");
  b.thing("person/suh", "pa:Person", "Suh Wook");
  b.thing("person/moon", "pa:Person", "Moon Jae-in");
  b.thing("person/kim", "pa:Person", "Kim Jong Un");
  b.thing("person/trump", "pa:Person", "Donald Trump");
  b.thing("post/vice-minister", "pa:Post", "Vice Minister of Unification");
  b.thing("post/minister", "pa:Post", "Minister of Unification");
  b.thing("post/foreign-minister", "pa:Post", "Minister of Foreign Affairs");
  b.thing("post/defense-minister", "pa:Post", "Minister of National Defense");
  b.thing("post/president", "pa:Post", "President");
  b.fact("person/choi", "holdsPosition", "post/vice-minister");
  b.fact("person/lee", "holdsPosition", "post/minister");
  b.fact("person/chung", "holdsPosition", "post/foreign-minister");
  b.fact("person/suh", "holdsPosition", "post/defense-minister");
  b.fact("person/moon", "holdsPosition", "post/president");
  b.fact("person/choi", "memberOf", "ministry/unification");
  b.fact("person/lee", "headOf", "ministry/unification");
  b.fact("person/chung", "headOf", "ministry/foreign");
  b.fact("person/suh", "headOf", "ministry/defense");
  b.fact("person/moon", "headOf", "state/south-korea");
  b.fact("person/kim", "headOf", "state/north-korea");
  for (const char* ministry : {"ministry/unification", "ministry/foreign", "ministry/defense"})
    b.fact(ministry, "partOf", "state/south-korea");
}

/// What happened, what did not, and what was promised.
inline void add_happenings(SampleBuilder& b) {
  b.sentence(2, "Three ministries announced plans during a joint briefing in Seoul on December 23.");
  b.thing("event/briefing", "pa:Event", "joint briefing on policies for 2022");
  b.thing("place/seoul", "pa:Place", "Seoul");
  b.thing("policy/peace", "pa:Policy", "peace regime on the Korean Peninsula");
  b.thing("policy/declaration", "pa:Policy", "end-of-war declaration");
  b.fact("event/briefing", "heldIn", "place/seoul");
  b.fact("event/briefing", "heldOn", "2021-12-23");
  for (const char* ministry : {"ministry/unification", "ministry/foreign", "ministry/defense"}) {
    b.fact(ministry, "participatedIn", "event/briefing");
    b.fact(ministry, "pledged", "policy/peace", {"Pledged", "", 0.9, true});
  }
  b.fact("person/choi", "participatedIn", "event/briefing");
  b.fact("person/choi", "supports", "policy/declaration");
  b.fact("policy/declaration", "resultedIn", "policy/peace", {"Hypothetical", "person/choi", 0.7, false});
  b.sentence(6, "The 2019 Hanoi Summit between Pyeongyang and Washington produced no deal.");
  b.thing("event/hanoi", "pa:Summit", "2019 Hanoi Summit");
  b.thing("place/hanoi", "pa:Place", "Hanoi");
  b.thing("agreement/deal", "pa:Agreement", "deal");
  b.fact("event/hanoi", "heldIn", "place/hanoi");
  b.fact("event/hanoi", "heldOn", "2019-02-27/2019-02-28");
  b.fact("person/kim", "participatedIn", "event/hanoi", {"Historical", "", 0.9, true});
  b.fact("person/trump", "participatedIn", "event/hanoi", {"Historical", "", 0.9, true});
  b.fact("person/kim", "met", "person/trump", {"Historical", "", 0.9, true});
  b.fact("person/trump", "headOf", "state/usa", {"Historical", "", 0.9, true});
  b.fact("event/hanoi", "resultedIn", "agreement/deal", {"Denied", "", 0.9, false});
  b.sentence(7,
             "The Foreign Ministry said it will strengthen relations with the United States, China, Japan and Russia.");
  for (const char* state : {"state/usa", "state/china", "state/japan", "state/russia"})
    b.fact("ministry/foreign", "pledged", state, {"Pledged", "", 0.9, true});
  b.thing("agreement/alliance", "pa:Agreement", "ROK-U.S. alliance");
  b.fact("agreement/alliance", "between", "state/usa");
  b.fact("agreement/alliance", "between", "state/south-korea");
  b.fact("ministry/foreign", "supports", "agreement/alliance");
  b.thing("policy/security", "pa:Policy", "economic security");
  b.fact("ministry/foreign", "pledged", "policy/security", {"Pledged", "", 0.9, true});
  b.fact("state/south-korea", "relationWith", "state/japan", {"Reported", "person/chung", 0.9, false});
  b.sentence(11, "The military will fulfill an inter-Korean military agreement signed on September 19, 2018.");
  b.thing("agreement/military", "pa:Agreement", "inter-Korean military agreement");
  b.fact("agreement/military", "signedOn", "2018-09-19");
  b.fact("agreement/military", "between", "state/south-korea");
  b.fact("agreement/military", "between", "state/north-korea");
  b.fact("ministry/defense", "pledged", "agreement/military", {"Pledged", "", 0.9, true});
}

inline Store briefing() {
  SampleBuilder b;
  b.document("briefing", "South Korea to continue efforts to improve inter-Korean relations and nuclear talks",
             "2022-01-24");
  b.sentence(1, "This year, the government plans to focus on resuming inter-Korean dialogue.");
  add_actors(b);
  add_happenings(b);
  return b.build();
}

}  // namespace dossier::graph::sample
