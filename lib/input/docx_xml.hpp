// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace claimlint::input {

/// "w:p": "p". The prefix is the writer's choice.
inline std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }

inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([name](const pugi::xml_node& each) { return local_name(each) == name; });
}

/// The value of an attribute; empty where there is none.
inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  return node
      .find_attribute(
          [name](const pugi::xml_attribute& each) { return local_name(each.name()) == name; })
      .value();
}

/// Whether a property such as <w:vanish/> is there and not switched off.
inline bool is_on(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node property = child(properties, name);
  if (!property) return false;
  const std::string_view value = attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

/// Walks below `root` without recursion, since a file decides how deep it nests. `enter` says
/// whether to go into a node; `leave` is called for each one that was entered or passed over.
template <typename Enter, typename Leave>
void walk(const pugi::xml_node& root, Enter enter, Leave leave) {
  pugi::xml_node node = root;
  while (node) {
    if (enter(node) && node.first_child()) {
      node = node.first_child();
      continue;
    }
    for (;;) {
      leave(node);
      if (node == root) return;
      if (const pugi::xml_node next = node.next_sibling()) {
        node = next;
        break;
      }
      node = node.parent();
    }
  }
}

}  // namespace claimlint::input
