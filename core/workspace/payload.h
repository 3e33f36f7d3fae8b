// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::workspace {

/// The facts of an audit event as a flat JSON object, for the use cases of this room. Never put cell values
/// or secrets in.
class Payload {
public:
    Payload& add(std::string_view key, std::string_view text);
    Payload& add(std::string_view key, const char* text) { return add(key, std::string_view(text)); }
    template<std::integral T>
    Payload& add(std::string_view key, T number) {
        return raw(key, std::to_string(number));
    }
    Payload& add(std::string_view key, bool yes) { return raw(key, yes ? "true" : "false"); }
    Payload& add(std::string_view key, const std::vector<std::string>& texts);

    /// One JSON object, members in the order of adding.
    [[nodiscard]] std::string json() const { return "{" + m_members + "}"; }

private:
    Payload& raw(std::string_view key, std::string_view value);
    std::string m_members;
};

} // namespace mangrove::workspace
