// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace mangrove {

/// A text id that cannot be mixed up with another kind of id. Printable ASCII, e.g. "DS-7F3AQ2KM".
template<typename Tag>
class StrongId {
public:
    StrongId() = default;
    explicit StrongId(std::string text) : m_text(std::move(text)) {}
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    friend auto operator<=>(const StrongId&, const StrongId&) = default; // NOLINT(modernize-use-nullptr)

private:
    std::string m_text;
};

using DatasetId = StrongId<struct DatasetTag>; ///< DS-…
using RequestId = StrongId<struct RequestTag>; ///< RQ-…
using PermitId = StrongId<struct PermitTag>;   ///< PM-…
using ReleaseId = StrongId<struct ReleaseTag>; ///< RL-… a de-identified table
using PackageId = StrongId<struct PackageTag>; ///< PK-…
using UserId = StrongId<struct UserTag>;       ///< the login name, [a-z0-9._-]{1,32}

} // namespace mangrove

template<typename Tag>
struct std::hash<mangrove::StrongId<Tag>> {
    std::size_t operator()(const mangrove::StrongId<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};
