// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/lined_json.h"

#include "base/format.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace mangrove::classify {

namespace {

/// Counts the lines the parser has gone past; the parser reads at most one character beyond a token.
struct LineCounter {
    std::string_view text;
    std::size_t at = 0;
    std::uint64_t line = 1;
};

class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator() = default;
    explicit CountingIterator(LineCounter& counter) : m_counter(&counter) {}
    reference operator*() const { return m_counter->text[m_counter->at]; }
    CountingIterator& operator++() {
        m_counter->line += m_counter->text[m_counter->at] == '\n' ? 1U : 0U;
        ++m_counter->at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator copy = *this;
        ++*this;
        return copy;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
        return a.atEnd() == b.atEnd();
    }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

private:
    [[nodiscard]] bool atEnd() const {
        return m_counter == nullptr || m_counter->at >= m_counter->text.size();
    }
    LineCounter* m_counter = nullptr;
};

/// Builds the tree; returns false from a callback to stop, with `problem` set.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(const LineCounter& counter) : m_counter(counter) {}

    bool null() override { return put({}); }
    bool boolean(bool value) override {
        LinedJson node;
        node.type = LinedJson::Type::Boolean;
        node.boolean = value;
        return put(std::move(node));
    }
    bool number_integer(number_integer_t value) override { return putNumber(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return putNumber(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t& /*written*/) override { return putNumber(value); }
    bool string(string_t& value) override {
        LinedJson node;
        node.type = LinedJson::Type::Text;
        node.text = std::move(value);
        return put(std::move(node));
    }
    bool binary(binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*size*/) override { return open(LinedJson::Type::Object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*size*/) override { return open(LinedJson::Type::Array); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        if (m_open.back().find(value) != nullptr)
            return stop(format("the key '{}' stands twice in one object", value));
        m_keys.back() = std::move(value);
        return true;
    }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return stop("it is not well-formed JSON here");
    }

    LinedJson root;
    std::string problem;

private:
    static constexpr std::size_t kDeepest = 64;
    static constexpr std::size_t kMostValues = 1'000'000;

    bool stop(std::string what) {
        if (problem.empty())
            problem = std::move(what);
        return false;
    }
    bool putNumber(double value) {
        LinedJson node;
        node.type = LinedJson::Type::Number;
        node.number = value;
        return put(std::move(node));
    }
    bool put(LinedJson node) {
        if (node.line == 0)
            node.line = m_counter.line;
        if (++m_values > kMostValues)
            return stop("it holds more than a million values");
        if (m_open.empty())
            root = std::move(node);
        else if (m_open.back().type == LinedJson::Type::Array)
            m_open.back().items.push_back(std::move(node));
        else
            m_open.back().members.push_back({std::move(m_keys.back()), std::move(node)});
        return true;
    }
    bool open(LinedJson::Type type) {
        if (m_open.size() == kDeepest)
            return stop("it is nested more than 64 levels deep");
        LinedJson node;
        node.type = type;
        node.line = m_counter.line;
        m_open.push_back(std::move(node));
        m_keys.emplace_back();
        return true;
    }
    bool close() {
        LinedJson node = std::move(m_open.back());
        m_open.pop_back();
        m_keys.pop_back();
        return put(std::move(node));
    }

    const LineCounter& m_counter;
    std::vector<LinedJson> m_open;
    std::vector<std::string> m_keys;
    std::size_t m_values = 0;
};

std::string_view typeWord(LinedJson::Type type) {
    switch (type) {
    case LinedJson::Type::Boolean:
        return "true or false";
    case LinedJson::Type::Number:
        return "a number";
    case LinedJson::Type::Text:
        return "a text";
    case LinedJson::Type::Array:
        return "an array";
    case LinedJson::Type::Object:
        return "an object";
    default:
        return "null";
    }
}

} // namespace

const LinedJson* LinedJson::find(std::string_view key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.key == key; });
    return found == members.end() ? nullptr : &found->value;
}

Result<LinedJson> LinedJson::parse(std::string_view json, const std::string& file, const ErrorInfo& refusal) {
    constexpr std::size_t kLargest = 16U << 20U;
    if (json.size() > kLargest)
        return Error(refusal, {file, "it is larger than 16 MiB"}, {file, 0, 0});
    LineCounter counter{json};
    TreeBuilder builder(counter);
    const bool ok = nlohmann::json::sax_parse(CountingIterator(counter), CountingIterator(), &builder);
    if (!ok)
        return Error(refusal, {file, builder.problem}, {file, counter.line, 0});
    return std::move(builder.root);
}

Status JsonReader::status() const {
    if (m_first)
        return *m_first;
    return {};
}

void JsonReader::refuse(const LinedJson& at, std::string what) {
    if (!m_first)
        m_first = Error(*m_refusal, {m_file, std::move(what)}, {m_file, at.line, 0});
}

bool JsonReader::object(const LinedJson& json, std::string_view what,
                        const std::vector<std::string_view>& allowed) {
    if (json.type != LinedJson::Type::Object) {
        refuse(json, format("{} must be an object, not {}", what, typeWord(json.type)));
        return false;
    }
    for (const auto& [key, value] : json.members) {
        if (std::find(allowed.begin(), allowed.end(), key) == allowed.end()) {
            refuse(value, format("{} has no member '{}'", what, key));
            return false;
        }
    }
    return true;
}

std::string JsonReader::text(const LinedJson& object, std::string_view key) {
    const LinedJson* const value = object.find(key);
    if (value == nullptr) {
        refuse(object, format("'{}' is missing", key));
        return {};
    }
    if (value->type != LinedJson::Type::Text || value->text.empty())
        refuse(*value, format("'{}' must be a text that is not empty", key));
    return value->text;
}

std::string JsonReader::optionalText(const LinedJson& object, std::string_view key) {
    const LinedJson* const value = object.find(key);
    if (value == nullptr)
        return {};
    if (value->type != LinedJson::Type::Text)
        refuse(*value, format("'{}' must be a text, not {}", key, typeWord(value->type)));
    return value->text;
}

std::optional<double> JsonReader::optionalNumber(const LinedJson& object, std::string_view key) {
    const LinedJson* const value = object.find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->type != LinedJson::Type::Number || !std::isfinite(value->number)) {
        refuse(*value, format("'{}' must be a number, not {}", key, typeWord(value->type)));
        return std::nullopt;
    }
    return value->number;
}

std::optional<std::int64_t> JsonReader::optionalInteger(const LinedJson& object, std::string_view key,
                                                        std::int64_t low, std::int64_t high) {
    const auto number = optionalNumber(object, key);
    if (!number)
        return std::nullopt;
    if (std::floor(*number) != *number || *number < static_cast<double>(low)
        || *number > static_cast<double>(high)) {
        refuse(*object.find(key), format("'{}' must be a whole number from {} to {}", key, low, high));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*number);
}

std::optional<bool> JsonReader::optionalBoolean(const LinedJson& object, std::string_view key) {
    const LinedJson* const value = object.find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->type != LinedJson::Type::Boolean) {
        refuse(*value, format("'{}' must be true or false", key));
        return std::nullopt;
    }
    return value->boolean;
}

std::vector<std::string> JsonReader::texts(const LinedJson& object, std::string_view key) {
    std::vector<std::string> result;
    const auto* const items = array(object, key);
    if (items == nullptr)
        return result;
    for (const LinedJson& item : *items) {
        if (item.type != LinedJson::Type::Text || item.text.empty())
            refuse(item, format("'{}' must hold texts that are not empty", key));
        result.push_back(item.text);
    }
    return result;
}

const std::vector<LinedJson>* JsonReader::array(const LinedJson& object, std::string_view key) {
    const LinedJson* const value = object.find(key);
    if (value == nullptr)
        return nullptr;
    if (value->type != LinedJson::Type::Array) {
        refuse(*value, format("'{}' must be an array, not {}", key, typeWord(value->type)));
        return nullptr;
    }
    return &value->items;
}

} // namespace mangrove::classify
