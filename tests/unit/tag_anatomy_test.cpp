// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "lexicon/embedded.hpp"
#include "tag_sample.hpp"

namespace claimlint {
namespace {

using List = std::vector<std::string>;

const lexicon::Compiled& shipped() {
  static const lexicon::Compiled kShipped(lexicon::embedded_model());
  return kShipped;
}

List mentions(std::string_view sentence, MentionKind kind) {
  const text::Document document = sample::read(sentence);
  List found;
  for (const tag::SentenceTags& tags : tag::tag(document, shipped())) {
    for (std::string& text : sample::texts(document, tags, kind)) found.push_back(std::move(text));
  }
  return found;
}

List anatomy(std::string_view sentence) { return mentions(sentence, MentionKind::anatomy); }

List conditions(std::string_view sentence) { return mentions(sentence, MentionKind::condition); }

/// The concepts of the parts of the body a sentence names, without "anatomy.".
List concepts(std::string_view sentence) {
  const text::Document document = sample::read(sentence);
  List found;
  for (const tag::SentenceTags& tags : tag::tag(document, shipped())) {
    for (const tag::Tag& tag : tags.tags) {
      if (tag.kind != MentionKind::anatomy) continue;
      const std::string& id = shipped().concepts()[tag.concept_index].id;
      found.push_back(id.substr(id.find('.') + 1));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("anatomy: a vertebra is one concept however its level is written") {
  CHECK(concepts("She checked C1 first.") == List{"atlas"});
  CHECK(concepts("She checked C-1 first.") == List{"atlas"});
  CHECK(concepts("She checked the first cervical vertebra.") == List{"atlas"});
  CHECK(concepts("She checked the atlas.") == List{"atlas"});
  CHECK(concepts("The T12 vertebra was tender.") == List{"twelfth-thoracic-vertebra"});
  CHECK(concepts("He pressed on T-12 twice.") == List{"twelfth-thoracic-vertebra"});
  CHECK(concepts("The third sacral vertebra was fused.") == List{"third-sacral-vertebra"});
}

TEST_CASE("anatomy: two levels with a hyphen, dash or slash are one motion segment") {
  CHECK(concepts("It sits at L4-L5.") == List{"l4-l5-motion-segment"});
  CHECK(concepts("It sits at L4/L5.") == List{"l4-l5-motion-segment"});
  CHECK(concepts("It sits at L4/5.") == List{"l4-l5-motion-segment"});
  CHECK(concepts("It sits at L5\xE2\x80\x93S1.") == List{"l5-s1-motion-segment"});
  CHECK(concepts("Everything from C1-C7 was stiff.") == List{"spinal-level-pair"});
}

TEST_CASE("anatomy: letters with figures that are no levels stay alone") {
  CHECK(anatomy("Take vitamin B12 and omega 3 with it.").empty());
  CHECK(anatomy("The scan was T1 weighted.").empty());
  CHECK(anatomy("We measured T3/T4 every year.").empty());
  CHECK(anatomy("Details are in table S4.").empty());
}

TEST_CASE("anatomy: a nerve root has its level in its name") {
  CHECK(concepts("The L5 nerve root is free.") == List{"l5-nerve-root"});
  CHECK(concepts("The fifth lumbar nerve is free.") == List{"l5-nerve-root"});
}

TEST_CASE("anatomy: Latin plurals follow their singular") {
  CHECK(concepts("Two vertebrae moved.") == List{"vertebra"});
  CHECK(concepts("The proximal phalanges were straight.") == List{"proximal-phalanx"});
  CHECK(concepts("Both femoral condyles were smooth.") == List{"femoral-condyle"});
  CHECK(concepts("The sympathetic ganglia were spared.") == List{"sympathetic-ganglion"});
  CHECK(concepts("Sacral foramina are wide.") == List{"sacral-foramen"});
}

TEST_CASE("anatomy: lay names lead to the same concept as clinical ones") {
  CHECK(concepts("Her kneecap slid.") == concepts("Her patella slid."));
  CHECK(concepts("He broke his collarbone.") == concepts("He broke his clavicle."));
  CHECK(concepts("He sat on his tailbone.") == concepts("He sat on his coccyx."));
  CHECK(concepts("Mind the shoulder blade.") == concepts("Mind the scapula."));
  CHECK(concepts("Rub the tummy.") == concepts("Rub the abdomen."));
  CHECK(concepts("She moved her jaw joint.") == concepts("She moved her TMJ."));
  CHECK(concepts("The windpipe is open.") == concepts("The trachea is open."));
}

TEST_CASE("anatomy: misspellings of more than one letter are listed") {
  CHECK(concepts("Rectis capitis poserior minor was tight.") ==
        List{"rectus-capitis-posterior-minor"});
  CHECK(concepts("The obliquis capitus inferior was tight.") == List{"obliquus-capitis-inferior"});
  CHECK(concepts("The sternoclydomastoid was tight.") == List{"sternocleidomastoid"});
  CHECK(concepts("The calcaneous was sore.") == List{"calcaneus"});
}

TEST_CASE("anatomy: cranial nerves by name and by number") {
  CHECK(concepts("The vagus nerve slows the pulse.") == List{"vagus-nerve"});
  CHECK(concepts("Cranial nerve X slows the pulse.") == List{"vagus-nerve"});
  CHECK(concepts("The seventh cranial nerve moves it.") == List{"facial-nerve"});
}

TEST_CASE("anatomy: a structure of a region is one mention") {
  CHECK(anatomy("Loosen the muscles of the shoulder girdle.") ==
        List{"muscles of the shoulder girdle"});
  CHECK(anatomy("Massage the muscles of your neck.") == List{"muscles of your neck"});
  CHECK(anatomy("It inserts at the head of the fibula.") == List{"head of the fibula"});
}

TEST_CASE("anatomy: a structure in a region is two mentions") {
  CHECK(anatomy("It relaxes the muscles in your neck.") == List{"muscles", "neck"});
  CHECK(anatomy("It widens blood vessels in the brain.") == List{"blood vessels", "brain"});
}

TEST_CASE("anatomy: the site of a pain belongs to the condition") {
  CHECK(anatomy("My neck pain is gone.").empty());
  CHECK(conditions("My piriformis pain is gone.") == List{"piriformis pain"});
  CHECK(conditions("My shoulder blade pain is gone.") == List{"shoulder blade pain"});
}

TEST_CASE("anatomy: back as a word of motion or time is no part of the body") {
  CHECK(anatomy("Back then I was sceptical.").empty());
  CHECK(anatomy("I came back to running within a week.").empty());
  CHECK(anatomy("There is research to back it.").empty());
  CHECK(anatomy("You get a money-back guarantee, so look back on it calmly.").empty());
  CHECK(anatomy("My back is straight.") == List{"back"});
}

TEST_CASE("anatomy: a back phrase does not swallow a condition of the back") {
  CHECK(conditions("I got back pain after lifting.") == List{"back pain"});
  CHECK(conditions("It may be back pain.") == List{"back pain"});
}

TEST_CASE("anatomy: maps, gods and books called atlas are no vertebra") {
  CHECK(anatomy("A road atlas lay open.").empty());
  CHECK(anatomy("The World Atlas shows it.").empty());
  CHECK(anatomy("Use an atlas of human anatomy.").empty());
}

TEST_CASE("anatomy: figures of speech with hands, heads and hearts") {
  CHECK(anatomy("On the other hand, it is cheap.").empty());
  CHECK(anatomy("It was a joint venture from the start.").empty());
  CHECK(anatomy("That is the heart of the matter.").empty());
  CHECK(anatomy("My gut feeling was right.").empty());
  CHECK(anatomy("She is head of research here.").empty());
  CHECK(anatomy("They shoulder the burden together.").empty());
  CHECK(anatomy("It was an eye-opening talk, and we see eye to eye.").empty());
  CHECK(anatomy("We have skin in the game.").empty());
  CHECK(anatomy("They were neck and neck.").empty());
  CHECK(anatomy("He said it tongue in cheek.").empty());
  CHECK(anatomy("They only paid lip service to it.").empty());
  CHECK(anatomy("Staff must toe the line.").empty());
  CHECK(anatomy("On the last leg of the journey we slept.").empty());
  CHECK(anatomy("Rest is the backbone of the business.").empty());
  CHECK(anatomy("It is in the same vein as before.").empty());
  CHECK(anatomy("Do not muscle through the pain.").empty());
}

TEST_CASE("anatomy: things that only share a name with a part of the body") {
  CHECK(anatomy("Palm oil and palm leaves are used.").empty());
  CHECK(anatomy("Hindu temples and palm trees.").empty());
  CHECK(anatomy("A chest of drawers in calf leather.").empty());
  CHECK(anatomy("Call my cell phone.").empty());
  CHECK(anatomy("Put it in the trunk of your car.").empty());
  CHECK(anatomy("We serve patients within a 10 mile radius.").empty());
  CHECK(anatomy("He teaches yoga pupils on a stool.").empty());
  CHECK(anatomy("The disc brakes squeal.").empty());
  CHECK(anatomy("Made with grass-fed beef bones.").empty());
  CHECK(anatomy("Call Oleander Family Spine today.").empty());
}

TEST_CASE("anatomy: what looks like a figure of speech may be the part itself") {
  CHECK(anatomy("Tilt your head to the side.") == List{"head"});
  CHECK(anatomy("The pain moves from the lower back to the leg.") == List{"lower back", "leg"});
  CHECK(anatomy("The tendon attaches to the bone.") == List{"tendon", "bone"});
  CHECK(anatomy("It helps to form new blood vessels.") == List{"blood vessels"});
  CHECK(anatomy("My foot and my nose were cold.") == List{"foot", "nose"});
}

}  // namespace claimlint
