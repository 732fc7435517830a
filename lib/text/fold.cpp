// SPDX-License-Identifier: Apache-2.0
#include "fold.hpp"

#include <array>
#include <utility>

#include "ascii.hpp"
#include "letters.hpp"
#include "signals.hpp"
#include "signs.hpp"
#include "text.hpp"
#include "utf8.hpp"

namespace claimlint::text {
namespace {

constexpr std::array<char, 0x80> kPlainAscii = []() {
  std::array<char, 0x80> plain{};
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto c = static_cast<char>(i);
    const bool is_control = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    plain[i] = is_control ? ' ' : is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return plain;
}();

constexpr char plain_ascii(char c) { return kPlainAscii[static_cast<unsigned char>(c)]; }

/// Appends what a stretch of ASCII folds to.
void append_plain_ascii(std::string& out, std::string_view ascii) {
  const std::size_t begin = out.size();
  out += ascii;
  for (std::size_t i = begin; i < out.size(); ++i) out[i] = plain_ascii(out[i]);
}

constexpr bool is_visible_ascii(char c) { return c > ' ' && c < 0x7F; }

bool is_latin_letter(char32_t value) {
  return is_letter(value) && script_of(value) == Script::latin;
}

bool is_foreign_letter(char32_t value) {
  if (value < 0x80 || !is_letter(value)) return false;
  const Script script = script_of(value);
  return script == Script::greek || script == Script::cyrillic || value == U'µ';
}

/// What the Greek and Cyrillic letters of a word stand for.
enum class Foreign : std::uint8_t { themselves, look_alikes, name, micro };

/// The letters of one word, counted.
struct Word {
  std::size_t latin = 0;
  std::size_t latin_upper = 0;
  std::size_t foreign = 0;
  std::size_t alike = 0;
  bool foreign_first = false;
  bool foreign_last = false;
  char32_t first_foreign = 0;

  void add(char32_t letter) {
    foreign_last = is_foreign_letter(letter);
    if (foreign_last) {
      if (foreign == 0) first_foreign = letter;
      foreign_first = foreign_first || latin + foreign == 0;
      ++foreign;
      if (look_alike(letter) != 0) ++alike;
    } else if (is_latin_letter(letter)) {
      ++latin;
      if (is_upper(letter)) ++latin_upper;
    }
  }

  [[nodiscard]] Foreign verdict() const {
    const bool one_greek = foreign == 1 && !greek_name(first_foreign).empty();
    const bool at_edge = foreign_first || foreign_last;
    const bool is_micro = first_foreign == U'µ' || first_foreign == U'μ';
    if (one_greek && latin == 0) return Foreign::name;
    if (one_greek && is_micro && foreign_first) return Foreign::micro;
    // TNFα: a letter of a name in capitals, not a disguised "a".
    if (one_greek && at_edge && latin == latin_upper && is_lower(first_foreign)) {
      return Foreign::name;
    }
    return latin > foreign && alike == foreign ? Foreign::look_alikes : Foreign::themselves;
  }
};

class Folder {
 public:
  explicit Folder(std::string_view clean) : clean_(clean) {}

  Folded run() {
    folded_.text.reserve(clean_.size());
    while (at_ < clean_.size()) {
      copy_plain();
      if (at_ < clean_.size()) step();
    }
    return finish();
  }

  /// The same without short cuts.
  Folded run_by_steps() {
    while (at_ < clean_.size()) step();
    return finish();
  }

 private:
  Folded finish() {
    for (const Signal* signal : {&zero_width_, &mixed_script_, &full_width_, &styled_}) {
      signal->finish(folded_.notes);
    }
    return std::move(folded_);
  }

  /// Copies ASCII and the signs of ordinary typesetting, up to what may carry a mark.
  void copy_plain() {
    while (true) {
      const std::size_t end = at_ + ascii_run(clean_, at_);
      const PlainSign sign = plain_sign_at(clean_, end);
      const bool before_other = end < clean_.size() && sign.size == 0;
      copy_ascii(before_other && end > at_ ? end - 1 : end);
      if (sign.size == 0) return;
      word_begin_ = end + sign.size;
      takes_marks_ = is_visible_ascii(sign.plain.back());
      put(sign.plain, takes_marks_ ? end_of_marks(word_begin_) : word_begin_);
    }
  }

  void copy_ascii(std::size_t end) {
    if (end == at_) return;
    append_plain_ascii(folded_.text, clean_.substr(at_, end - at_));
    std::size_t word = end;
    while (word > at_ && is_ascii_letter(clean_[word - 1])) --word;
    if (word > at_) word_begin_ = word;
    at_ = end;
    takes_marks_ = is_visible_ascii(clean_[at_ - 1]);
  }

  void step() {
    const CodePoint point = code_point_at(clean_, at_);
    if (is_invisible(point.value)) {
      drop_invisible();
    } else if (is_mark(point.value) && takes_marks_) {
      put({}, end_of_marks(at_));
    } else {
      fold_cluster(point);
    }
  }

  void drop_invisible() {
    std::size_t end = at_;
    bool evasive = false;
    while (end < clean_.size()) {
      const CodePoint point = code_point_at(clean_, end);
      if (!is_invisible(point.value)) break;
      // Soft hyphens are typesetting, and a selector belongs to the sign before it.
      evasive = evasive || (point.value != 0xAD && !is_mark(point.value));
      end = point.end;
    }
    const bool inside = evasive && word_begin_ < at_ && end < clean_.size() && last_is_latin() &&
                        is_latin_letter(code_point_at(clean_, end).value);
    if (inside) zero_width_.note(folded_.notes, {at_, end});
    put({}, end);
  }

  [[nodiscard]] bool last_is_latin() const {
    return is_latin_letter(code_point_at(clean_, code_point_before(clean_, at_)).value);
  }

  void fold_cluster(CodePoint base) {
    std::string plain;
    if (base.value < 0x80) {
      plain.push_back(plain_ascii(static_cast<char>(base.value)));
    } else if (is_foreign_letter(base.value)) {
      append_foreign(plain, base.value);
    } else {
      if (is_fraction(base.value) && ends_in_digit()) plain.push_back(' ');
      append_plain(plain, base.value);
      note_disguise(base.value);
    }
    takes_marks_ = !plain.empty() && is_visible_ascii(plain.back());
    if (!is_letter(base.value) && !is_mark(base.value)) word_begin_ = base.end;
    put(plain, takes_marks_ ? end_of_marks(base.end) : base.end);
  }

  [[nodiscard]] bool ends_in_digit() const {
    return !folded_.text.empty() && folded_.text.back() >= '0' && folded_.text.back() <= '9';
  }

  void append_foreign(std::string& plain, char32_t letter) {
    if (at_ >= word_end_) judge_word();
    if (foreign_ == Foreign::name) {
      plain += greek_name(letter);
    } else if (foreign_ == Foreign::micro) {
      plain.push_back('u');
    } else if (foreign_ == Foreign::look_alikes) {
      plain.push_back(look_alike(letter));
    } else {
      append_plain(plain, letter);
    }
  }

  /// Looks at the whole word around the letter here, once for each word.
  void judge_word() {
    Word word;
    word_end_ = word_begin_;
    while (word_end_ < clean_.size()) {
      const CodePoint point = code_point_at(clean_, word_end_);
      if (is_letter(point.value)) {
        word.add(point.value);
      } else if (!is_mark(point.value) && !is_invisible(point.value)) {
        break;
      }
      word_end_ = point.end;
    }
    foreign_ = word.verdict();
    if (foreign_ == Foreign::look_alikes)
      mixed_script_.note(folded_.notes, {word_begin_, word_end_});
  }

  void note_disguise(char32_t letter) {
    if (at_ < disguise_end_) return;
    const auto is_same = is_full_width(letter) ? is_full_width : is_styled;
    std::size_t end = at_;
    while (end < clean_.size()) {
      const CodePoint point = code_point_at(clean_, end);
      if (!is_same(point.value)) break;
      end = point.end;
    }
    if (end == at_) return;
    disguise_end_ = end;
    (is_full_width(letter) ? full_width_ : styled_).note(folded_.notes, {at_, end});
  }

  [[nodiscard]] std::size_t end_of_marks(std::size_t end) const {
    while (end < clean_.size() && static_cast<unsigned char>(clean_[end]) >= 0x80) {
      const CodePoint point = code_point_at(clean_, end);
      if (!is_mark(point.value) || is_invisible(point.value)) break;
      end = point.end;
    }
    return end;
  }

  /// Writes what the clean text from here to `end` folds to.
  void put(std::string_view plain, std::size_t end) {
    const std::string_view raw = clean_.substr(at_, end - at_);
    const std::size_t begin = folded_.text.size();
    folded_.text += plain;
    const bool is_copy = plain == raw || (raw.size() == 1 && plain.size() == 1);
    if (!is_copy) folded_.to_clean.add({begin, folded_.text.size()}, {at_, end});
    at_ = end;
  }

  std::string_view clean_;
  Folded folded_;
  std::size_t at_ = 0;
  std::size_t word_begin_ = 0;
  std::size_t word_end_ = 0;
  std::size_t disguise_end_ = 0;
  Foreign foreign_ = Foreign::themselves;
  bool takes_marks_ = false;  ///< the character before has lost its marks, so more of them go too
  Signal zero_width_{"folded.zero_width", "invisible characters inside a word"};
  Signal mixed_script_{"folded.mixed_script",
                       "a word mixes Latin letters with look-alikes of another script"};
  Signal full_width_{"folded.full_width", "words in full-width letters"};
  Signal styled_{"folded.styled", "words in mathematical letters"};
};

}  // namespace

Folded fold(std::string_view clean) {
  if (ascii_run(clean, 0) < clean.size()) return Folder(clean).run();
  Folded folded;
  append_plain_ascii(folded.text, clean);
  return folded;
}

Folded fold_by_steps(std::string_view clean) { return Folder(clean).run_by_steps(); }

}  // namespace claimlint::text
