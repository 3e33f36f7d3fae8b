// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_tape.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mangrove::io {

/// Turns one JSON object into the cells of a row, by paths that depend on the object alone and not on the
/// other objects of the file:
///
/// - A member of an object: `a.b`. A member that is there twice: `a` and `a#2`.
/// - An array without objects or arrays in it: one cell, the elements joined by '|'; '|' and '\' inside one
/// are
///   written '\|' and '\\', null as nothing.
/// - Any other array: element by element, `a[0].b`, `a[1].b`… From the eighth on the elements stay JSON text,
///   in the one column `a[rest]`.
/// - Numbers as they stand in the file, so that no digit of an identifier is lost; true and false; null and
///   NaN are missing. An empty text is a value.
///
/// FHIR R4 resources besides (`fhir`): what tells elements apart names them instead of their number, so that
/// a column holds one kind of thing whatever the order; a second one of the same name is `…#2`.
///
/// - identifier: its type's code, else the last word of its system: `identifier[MR].value`
/// - extension, modifierExtension: the last word of the url: `extension[us-core-race].…`
/// - coding: the last word of the system: `code.coding[sct].code`
/// - name, address: the use: `name[official].family`; telecom: system and use: `telecom[phone-home].value`
/// - component: the code of its first coding: `component[8480-6].valueQuantity.value`
/// - A relative literal reference, "Patient/123", becomes `subject.type` = Patient and `subject.id` = 123,
///   which joins with `id` of the other table; every other reference stays `subject.reference`.
/// - resourceType is the name of the table and no column. Periods are `period.start` and `period.end`.
///
/// First learn() from every object there is, then freeze(); then the columns are settled and flatten() gives
/// the cells. One thread.
class JsonFlattener {
public:
    static constexpr std::size_t kMaxElements = 8;

    /// Receives the cells of one object.
    class Sink {
    public:
        virtual ~Sink() = default;
        /// `quoted`: the value was a text. The text lives for the call.
        virtual void cell(std::size_t column, std::string_view text, bool quoted) = 0;
        /// A path that learn() never met.
        virtual void unknown() = 0;
    };

    JsonFlattener(bool fhir, std::size_t maxColumns);

    /// `root` = index of an Object in the tape of `text`. False: there are more than maxColumns paths.
    [[nodiscard]] bool learn(std::string_view text, const JsonTape& tape, std::size_t root);
    /// Orders the columns: members in the order in which their object first showed them, arrays by element.
    void freeze();
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    void flatten(std::string_view text, const JsonTape& tape, std::size_t root, Sink& sink);
    /// An object for columns of its own beside the record, such as fullUrl of a Bundle's entry.
    [[nodiscard]] bool learnExtra(std::string_view name, std::string_view text, const JsonTape& tape,
                                  std::size_t token);
    void flattenExtra(std::string_view name, std::string_view text, const JsonTape& tape, std::size_t token,
                      Sink& sink);

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    struct Edge {
        std::string label;
        std::uint32_t node;
    };
    struct Node {
        std::vector<Edge> edges;
        std::unordered_map<std::string, std::uint32_t> index; ///< of edges, where there are many
        std::uint32_t column = kNone;
        std::uint64_t stamp = 0; ///< number of the object that used it last
    };

    void begin(std::string_view text, const JsonTape& tape);
    void object(std::size_t token, std::uint32_t node, bool isRoot);
    void array(std::size_t token, std::uint32_t node, std::string_view key);
    void joined(std::size_t token, std::uint32_t node);
    void leaf(std::uint32_t node, std::string_view value, bool quoted, bool missing = false);
    void value(std::size_t token, std::uint32_t node, std::string_view key);
    [[nodiscard]] bool reference(std::size_t token, std::uint32_t node);
    /// The child of that label, made while learning; kNone where there is none.
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::string_view label, std::size_t& hint);
    /// … that this object has not used yet: label, label#2…
    [[nodiscard]] std::uint32_t freshChild(std::uint32_t node, std::string_view label, std::size_t& hint);
    [[nodiscard]] std::string elementLabel(std::string_view key, std::size_t token, std::size_t number) const;
    [[nodiscard]] std::size_t member(std::size_t object, std::string_view name) const;
    [[nodiscard]] std::string_view textOf(std::size_t token) const;
    void nameColumns(std::uint32_t node, const std::string& path);

    bool m_fhir;
    std::size_t m_maxColumns;
    std::vector<Node> m_nodes;
    std::size_t m_columns = 0;
    bool m_learning = true;
    bool m_tooMany = false;
    std::vector<std::string> m_names;

    // the object at work
    std::string_view m_text;
    const std::vector<JsonToken>* m_tokens = nullptr;
    Sink* m_sink = nullptr;
    std::uint64_t m_stamp = 0;
    std::string m_key;
    std::string m_value;
    std::string m_joined;
};

} // namespace mangrove::io
