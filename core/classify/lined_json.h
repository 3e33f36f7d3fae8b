// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mangrove::classify {

/// A JSON value that knows the line it stands on, so that a refusal of a file a person wrote can point there.
/// For small files (rule packs, quality rules); at most 64 levels deep, 16 MiB, 1 million values.
struct LinedJson {
    struct Member;
    enum class Type : std::uint8_t { Null, Boolean, Number, Text, Array, Object };

    Type type = Type::Null;
    std::uint64_t line = 0; ///< from 1
    bool boolean = false;
    double number = 0;
    std::string text;
    std::vector<LinedJson> items;
    std::vector<Member> members; ///< in order; keys are unique

    /// nullptr where this is no object or has no such member.
    [[nodiscard]] const LinedJson* find(std::string_view key) const;

    /// Fails with `refusal`(file, what is wrong), location = file and line: no JSON, too deep, a key twice.
    [[nodiscard]] static Result<LinedJson> parse(std::string_view json, const std::string& file,
                                                 const ErrorInfo& refusal);
};

struct LinedJson::Member {
    std::string key;
    LinedJson value;
};

/// Reads the members of objects strictly and remembers the first thing that is wrong. One thread.
///
///     JsonReader reader(file, errors::kRulePackInvalid);
///     auto object = reader.object(json, "a rule", {"id", "source"});
///     rule.id = reader.text(json, "id");
///     MANGROVE_TRY(reader.status());
class JsonReader {
public:
    JsonReader(std::string file, const ErrorInfo& refusal) : m_file(std::move(file)), m_refusal(&refusal) {}

    /// Success, or the first refusal.
    [[nodiscard]] Status status() const;
    [[nodiscard]] bool failed() const { return m_first.has_value(); }
    void refuse(const LinedJson& at, std::string what);

    /// Checks that `json` is an object with no other members than `allowed`; `what` names it in the refusal.
    bool object(const LinedJson& json, std::string_view what, const std::vector<std::string_view>& allowed);
    /// Required, not empty.
    std::string text(const LinedJson& object, std::string_view key);
    /// "" where absent.
    std::string optionalText(const LinedJson& object, std::string_view key);
    /// A whole number in [low, high]; nullopt where absent or refused.
    std::optional<std::int64_t> optionalInteger(const LinedJson& object, std::string_view key,
                                                std::int64_t low, std::int64_t high);
    std::optional<double> optionalNumber(const LinedJson& object, std::string_view key);
    std::optional<bool> optionalBoolean(const LinedJson& object, std::string_view key);
    /// An array of texts; empty where absent.
    std::vector<std::string> texts(const LinedJson& object, std::string_view key);
    /// The items of an array member; nullptr where absent.
    const std::vector<LinedJson>* array(const LinedJson& object, std::string_view key);

private:
    std::string m_file;
    const ErrorInfo* m_refusal;
    std::optional<Error> m_first;
};

} // namespace mangrove::classify
