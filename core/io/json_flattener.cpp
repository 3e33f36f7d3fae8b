// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/json_flattener.h"

#include <algorithm>

namespace mangrove::io {

namespace {

using Type = JsonToken::Type;
constexpr std::size_t kManyEdges = 16;
constexpr std::size_t kMaxLabel = 64;

/// The last word of a system or an address: "sct" of http://snomed.info/sct, the number of urn:oid:2.16.
std::string_view lastWord(std::string_view address) {
    while (!address.empty() && address.back() == '/')
        address.remove_suffix(1);
    const std::size_t at = address.find_last_of("/:#");
    return at == std::string_view::npos ? address : address.substr(at + 1);
}

bool isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
           || c == '_';
}

/// `word` as part of a column's name.
std::string labelOf(std::string_view word) {
    std::string label = "[";
    for (const char c : word.substr(0, kMaxLabel))
        label += isNameChar(c) || (static_cast<unsigned char>(c) & 0x80U) != 0 ? c : '_';
    return label + "]";
}

/// "Patient/123": a resource type and an id (FHIR R4, 2.3.0.1).
std::size_t slashOfReference(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || text.front() < 'A' || text.front() > 'Z'
        || text.size() - slash - 1 > 64 || slash + 1 == text.size())
        return std::string_view::npos;
    const auto letters = text.substr(0, slash);
    const auto id = text.substr(slash + 1);
    const bool good = std::all_of(letters.begin(), letters.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); })
                      && std::all_of(id.begin(), id.end(), [](char c) { return isNameChar(c) && c != '_'; });
    return good ? slash : std::string_view::npos;
}

} // namespace

JsonFlattener::JsonFlattener(bool fhir, std::size_t maxColumns)
    : m_fhir(fhir), m_maxColumns(maxColumns), m_nodes(1) {}

std::string_view JsonFlattener::textOf(std::size_t token) const {
    const JsonToken& t = (*m_tokens)[token];
    return m_text.substr(t.begin, t.end - t.begin);
}

std::size_t JsonFlattener::member(std::size_t object, std::string_view name) const {
    const auto& tokens = *m_tokens;
    if (tokens[object].type != Type::Object)
        return 0;
    for (std::size_t t = object + 1; t < tokens[object].next; t = tokens[t + 1].next) {
        if (textOf(t) == name)
            return t + 1;
    }
    return 0;
}

void JsonFlattener::begin(std::string_view text, const JsonTape& tape) {
    m_text = text;
    m_tokens = &tape.tokens();
}

bool JsonFlattener::learn(std::string_view text, const JsonTape& tape, std::size_t root) {
    begin(text, tape);
    m_sink = nullptr;
    ++m_stamp;
    object(root, 0, true);
    return !m_tooMany;
}

void JsonFlattener::flatten(std::string_view text, const JsonTape& tape, std::size_t root, Sink& sink) {
    begin(text, tape);
    m_sink = &sink;
    ++m_stamp;
    object(root, 0, true);
}

bool JsonFlattener::learnExtra(std::string_view name, std::string_view text, const JsonTape& tape,
                               std::size_t token) {
    begin(text, tape);
    m_sink = nullptr;
    std::size_t hint = 0;
    value(token, freshChild(0, name, hint), name);
    return !m_tooMany;
}

void JsonFlattener::flattenExtra(std::string_view name, std::string_view text, const JsonTape& tape,
                                 std::size_t token, Sink& sink) {
    begin(text, tape);
    m_sink = &sink;
    std::size_t hint = 0;
    value(token, freshChild(0, name, hint), name);
}

std::uint32_t JsonFlattener::child(std::uint32_t node, std::string_view label, std::size_t& hint) {
    // Objects of one kind show their members in one order nearly always.
    const auto& edges = m_nodes[node].edges;
    if (hint < edges.size() && edges[hint].label == label)
        return edges[hint++].node;
    if (edges.size() > kManyEdges) {
        const auto found = m_nodes[node].index.find(std::string(label));
        if (found != m_nodes[node].index.end()) {
            hint = found->second + 1;
            return edges[found->second].node;
        }
    } else {
        for (std::size_t e = 0; e < edges.size(); ++e) {
            if (edges[e].label == label) {
                hint = e + 1;
                return edges[e].node;
            }
        }
    }
    if (!m_learning)
        return kNone;
    if (m_nodes.size() > 2 * m_maxColumns + 1000) {
        m_tooMany = true;
        return kNone;
    }
    const auto made = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.emplace_back();
    Node& parent = m_nodes[node];
    parent.edges.push_back({std::string(label), made});
    hint = parent.edges.size();
    if (parent.edges.size() == kManyEdges + 1) {
        for (std::size_t e = 0; e < parent.edges.size(); ++e)
            parent.index.emplace(parent.edges[e].label, static_cast<std::uint32_t>(e));
    } else if (parent.edges.size() > kManyEdges) {
        parent.index.emplace(std::string(label), static_cast<std::uint32_t>(parent.edges.size() - 1));
    }
    return made;
}

std::uint32_t JsonFlattener::freshChild(std::uint32_t node, std::string_view label, std::size_t& hint) {
    std::uint32_t found = child(node, label, hint);
    std::string numbered;
    for (std::size_t n = 2; found != kNone && m_nodes[found].stamp == m_stamp; ++n) {
        if (n > kMaxElements) {
            // So many of one name: the last place takes the first of them, the others are unknown.
            if (m_learning)
                return kNone;
            m_sink->unknown();
            return kNone;
        }
        numbered = std::string(label) + "#" + std::to_string(n);
        found = child(node, numbered, hint);
    }
    if (found != kNone)
        m_nodes[found].stamp = m_stamp;
    else if (m_sink != nullptr)
        m_sink->unknown();
    return found;
}

void JsonFlattener::leaf(std::uint32_t node, std::string_view text, bool quoted, bool missing) {
    Node& place = m_nodes[node];
    if (place.column == kNone) {
        if (!m_learning) {
            if (!missing)
                m_sink->unknown();
            return;
        }
        if (m_columns >= m_maxColumns) {
            m_tooMany = true;
            return;
        }
        place.column = static_cast<std::uint32_t>(m_columns++);
    }
    if (m_sink != nullptr && !missing)
        m_sink->cell(place.column, text, quoted);
}

void JsonFlattener::value(std::size_t token, std::uint32_t node, std::string_view key) {
    if (node == kNone)
        return;
    const JsonToken& t = (*m_tokens)[token];
    switch (t.type) {
    case Type::Object:
        return object(token, node, false);
    case Type::Array:
        return array(token, node, key);
    case Type::String:
        if (!t.escaped || m_sink == nullptr)
            return leaf(node, textOf(token), true);
        (void)JsonTape::unescape(textOf(token), m_value);
        return leaf(node, m_value, true);
    case Type::Null:
    case Type::NotANumber:
        return leaf(node, {}, false, true);
    default:
        return leaf(node, textOf(token), false);
    }
}

bool JsonFlattener::reference(std::size_t token, std::uint32_t node) {
    const std::size_t slash = slashOfReference(textOf(token));
    if (slash == std::string_view::npos)
        return false;
    std::size_t hint = 0;
    for (const auto& [label, part] : {std::pair{"type", textOf(token).substr(0, slash)},
                                      std::pair{"id", textOf(token).substr(slash + 1)}}) {
        const std::uint32_t place = freshChild(node, label, hint);
        if (place != kNone)
            leaf(place, part, true);
    }
    return true;
}

void JsonFlattener::object(std::size_t token, std::uint32_t node, bool isRoot) {
    const auto& tokens = *m_tokens;
    std::size_t hint = 0;
    for (std::size_t t = token + 1; t < tokens[token].next; t = tokens[t + 1].next) {
        std::string_view key = textOf(t);
        if (tokens[t].escaped) {
            (void)JsonTape::unescape(key, m_key);
            key = m_key;
        }
        if (m_fhir) {
            if (isRoot && key == "resourceType")
                continue;
            if (key == "reference" && tokens[t + 1].type == Type::String && !tokens[t + 1].escaped
                && reference(t + 1, node))
                continue;
        }
        const std::uint32_t place = freshChild(node, key, hint);
        if (place != kNone)
            value(t + 1, place, textOf(t));
        if (m_tooMany)
            return;
    }
}

/// The place of an element among its brothers, with its brackets.
std::string JsonFlattener::elementLabel(std::string_view key, std::size_t token, std::size_t number) const {
    const std::string byNumber = "[" + std::to_string(number) + "]";
    if (!m_fhir || (*m_tokens)[token].type != Type::Object)
        return byNumber;
    const auto text = [&](std::size_t object, std::string_view name) -> std::string_view {
        const std::size_t found = member(object, name);
        return found != 0 && (*m_tokens)[found].type == Type::String ? textOf(found) : std::string_view();
    };
    const auto firstCode = [&](std::size_t concept_) -> std::string_view {
        const std::size_t coding = concept_ == 0 ? 0 : member(concept_, "coding");
        if (coding == 0 || (*m_tokens)[coding].type != Type::Array || (*m_tokens)[coding].next == coding + 1)
            return {};
        return text(coding + 1, "code");
    };
    std::string word;
    if (key == "extension" || key == "modifierExtension") {
        word = lastWord(text(token, "url"));
    } else if (key == "coding") {
        word = lastWord(text(token, "system"));
    } else if (key == "identifier") {
        word = firstCode(member(token, "type"));
        if (word.empty())
            word = lastWord(text(token, "system"));
    } else if (key == "name" || key == "address") {
        word = text(token, "use");
    } else if (key == "telecom") {
        word = text(token, "system");
        if (const auto use = text(token, "use"); !use.empty())
            word += (word.empty() ? "" : "-") + std::string(use);
    } else if (key == "component") {
        word = firstCode(member(token, "code"));
    }
    return word.empty() ? byNumber : labelOf(word);
}

void JsonFlattener::joined(std::size_t token, std::uint32_t node) {
    const auto& tokens = *m_tokens;
    m_joined.clear();
    bool first = true;
    for (std::size_t t = token + 1; t < tokens[token].next; t = tokens[t].next) {
        if (!first)
            m_joined += '|';
        first = false;
        if (tokens[t].type == Type::Null || tokens[t].type == Type::NotANumber)
            continue;
        std::string_view element = textOf(t);
        if (tokens[t].escaped) {
            (void)JsonTape::unescape(element, m_value);
            element = m_value;
        }
        for (const char c : element) {
            if (c == '|' || c == '\\')
                m_joined += '\\';
            m_joined += c;
        }
    }
    leaf(node, m_joined, true);
}

void JsonFlattener::array(std::size_t token, std::uint32_t node, std::string_view key) {
    const auto& tokens = *m_tokens;
    const std::size_t end = tokens[token].next;
    if (token + 1 == end)
        return;
    bool nested = false;
    for (std::size_t t = token + 1; t < end && !nested; t = tokens[t].next)
        nested = tokens[t].type == Type::Object || tokens[t].type == Type::Array;
    if (!nested) {
        if (m_sink == nullptr)
            return leaf(node, {}, true);
        return joined(token, node);
    }
    std::size_t number = 0;
    std::size_t hint = 0;
    for (std::size_t t = token + 1; t < end && !m_tooMany; t = tokens[t].next) {
        if (number == kMaxElements) {
            const std::uint32_t rest = freshChild(node, "[rest]", hint);
            if (rest != kNone) {
                m_joined = "[";
                m_joined.append(m_text.substr(tokens[t].begin - (tokens[t].type == Type::String ? 1 : 0),
                                              tokens[token].end - tokens[t].begin
                                                  + (tokens[t].type == Type::String ? 1 : 0)));
                leaf(rest, m_joined, true);
            }
            return;
        }
        const std::string label = elementLabel(key, t, number);
        const std::uint32_t place = freshChild(node, label, hint);
        if (place != kNone)
            value(t, place, {});
        ++number;
    }
}

void JsonFlattener::nameColumns(std::uint32_t node, const std::string& path) {
    if (m_nodes[node].column != kNone) {
        m_nodes[node].column = static_cast<std::uint32_t>(m_names.size());
        m_names.push_back(path);
    }
    for (const Edge& edge : m_nodes[node].edges) {
        const bool element = edge.label.starts_with('[');
        nameColumns(edge.node, path.empty() || element ? path + edge.label : path + "." + edge.label);
    }
}

void JsonFlattener::freeze() {
    m_learning = false;
    m_names.clear();
    nameColumns(0, {});
}

} // namespace mangrove::io
