// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace claimlint::text {

/// Part of an e-mail address or a link.
bool is_address(std::string_view chunk);

/// Emoji that say how a sentence was meant. Hands and arrows point at what comes next.
bool is_emoji(char32_t value);

/// Words that begin a sentence where they have a capital, and do not go on with a name.
bool is_opener(std::string_view word);

/// Words between which and a capital with a full stop there is no end: "by H. Castellan".
bool is_before_name(std::string_view word);

/// Words that stand before an hour: "at 5 a.m.".
bool is_before_hour(std::string_view word);

/// "iv", "ii": the number of a chapter or an item.
bool is_roman(std::string_view word);

/// Letters with full stops between them: "u.s", "e.u".
bool is_dotted_letters(std::string_view word);

}  // namespace claimlint::text
