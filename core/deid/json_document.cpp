// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/json_document.h"

#include "base/text.h"
#include "deid/errors.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <iterator>

namespace mangrove::deid {

namespace {

constexpr std::size_t kMaxBytes = 1U << 20U;
constexpr std::size_t kMaxDepth = 16;

/// Hands bytes to the parser and keeps count of them, which is how events learn their line.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* taken) : m_at(at), m_taken(taken) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        ++m_at;
        ++*m_taken;
        return *this;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.m_at == b.m_at; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.m_at != b.m_at; }

private:
    const char* m_at;
    std::size_t* m_taken;
};

class Builder {
public:
    using json = nlohmann::json;
    Builder(std::string_view text, const std::size_t& taken) : m_text(text), m_taken(taken) {}

    // The names are nlohmann's SAX interface.
    bool null() { return add({}); }
    bool boolean(bool value) {
        JsonNode node;
        node.type = JsonNode::Type::Boolean;
        node.boolean = value;
        return add(std::move(node));
    }
    bool number_integer(json::number_integer_t value) { return addInteger(value); }
    bool number_unsigned(json::number_unsigned_t value) {
        if (value > static_cast<std::uint64_t>(INT64_MAX))
            return number_float(static_cast<double>(value), {});
        return addInteger(static_cast<std::int64_t>(value));
    }
    bool number_float(json::number_float_t value, const std::string&) {
        JsonNode node;
        node.type = JsonNode::Type::Number;
        node.number = value;
        return add(std::move(node), 1);
    }
    bool string(std::string& value) {
        JsonNode node;
        node.type = JsonNode::Type::String;
        node.text = std::move(value);
        return add(std::move(node));
    }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Type::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Type::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& value) {
        for (const auto& member : m_open.back().members) {
            if (member.key == value)
                return fail("the key \"" + value + "\" stands twice in one object");
        }
        m_keys.back() = std::move(value);
        return true;
    }
    template<typename Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&) {
        return fail("a value, a comma or a bracket is missing or out of place here");
    }

    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] std::uint64_t problemLine() const { return m_problemLine; }
    [[nodiscard]] JsonNode take() { return std::move(m_root); }

private:
    bool fail(std::string what) {
        m_problem = std::move(what);
        m_problemLine = lineNow(0);
        return false;
    }

    /// The line of the last byte taken; the lexer has looked `ahead` bytes beyond the token.
    std::uint64_t lineNow(std::size_t ahead) {
        const std::size_t end = m_taken > ahead ? std::min(m_taken - ahead, m_text.size()) : 0;
        for (; m_counted < end; ++m_counted)
            m_line += m_text[m_counted] == '\n' ? 1U : 0U;
        return m_line;
    }

    bool addInteger(std::int64_t value) {
        JsonNode node;
        node.type = JsonNode::Type::Number;
        node.isInteger = true;
        node.integer = value;
        node.number = static_cast<double>(value);
        return add(std::move(node), 1);
    }

    bool add(JsonNode node, std::size_t ahead = 0) {
        node.line = lineNow(ahead);
        place(std::move(node));
        return true;
    }

    void place(JsonNode node) {
        if (m_open.empty())
            m_root = std::move(node);
        else if (m_open.back().type == JsonNode::Type::Array)
            m_open.back().items.push_back(std::move(node));
        else
            m_open.back().members.push_back({std::move(m_keys.back()), std::move(node)});
    }

    bool open(JsonNode::Type type) {
        if (m_open.size() == kMaxDepth)
            return fail("it is nested more than 16 levels deep");
        JsonNode node;
        node.type = type;
        node.line = lineNow(0);
        m_open.push_back(std::move(node));
        m_keys.emplace_back();
        return true;
    }

    bool close() {
        JsonNode node = std::move(m_open.back());
        m_open.pop_back();
        m_keys.pop_back();
        place(std::move(node));
        return true;
    }

    std::string_view m_text;
    const std::size_t& m_taken;
    std::size_t m_counted = 0;
    std::uint64_t m_line = 1;
    std::vector<JsonNode> m_open;
    std::vector<std::string> m_keys;
    JsonNode m_root;
    std::string m_problem;
    std::uint64_t m_problemLine = 1;
};

} // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
    for (const auto& [name, value] : members) {
        if (name == key)
            return &value;
    }
    return nullptr;
}

std::string_view nameOf(JsonNode::Type type) {
    static constexpr std::array<std::string_view, 6> kNames{"null",   "true or false", "a number",
                                                            "a text", "a list",        "an object"};
    return kNames[static_cast<std::size_t>(type)];
}

Result<JsonNode> parseJsonDocument(std::string_view text, const std::string& file) {
    const auto error = [&](std::uint64_t line, std::string what) {
        return Error(errors::kRecipeSyntax, {std::to_string(line), std::move(what)}, {file, line, 0});
    };
    if (text.size() > kMaxBytes)
        return error(1, "it is larger than 1 MiB");
    if (findInvalidUtf8(text) != std::string_view::npos)
        return error(1, "it is not UTF-8");
    std::size_t taken = 0;
    Builder builder(text, taken);
    const CountingIterator begin(text.data(), &taken);
    const CountingIterator end(text.data() + text.size(), &taken);
    if (!nlohmann::json::sax_parse(begin, end, &builder))
        return error(builder.problemLine(), builder.problem());
    return builder.take();
}

} // namespace mangrove::deid
