// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/hex.h"
#include "base/strong_id.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mangrove::store {

/// One value to bind to a statement. Holds views of texts and blobs, which bind() copies. Made implicitly, so
/// that `database.run(sql, id, name, clock.now())` reads naturally. Instants are stored as INTEGER
/// milliseconds since 1970 (Statement::instant reads them back).
class Value {
public:
    using Variant = std::variant<std::monostate, std::int64_t, double, std::string_view, ByteView>;

    Value(std::nullopt_t) {} // NOLINT(google-explicit-constructor)
    template<std::integral T>
    requires(sizeof(T) < 8 || std::signed_integral<T>) Value(T value)
        : m_value(static_cast<std::int64_t>(value)) {} // NOLINT(google-explicit-constructor)
    /// Counts: bit for bit, so that up to 2^63 - 1 reads back as itself.
    template<std::unsigned_integral T>
    requires(sizeof(T) == 8) Value(T value)
        : m_value(static_cast<std::int64_t>(value)) {}                  // NOLINT(google-explicit-constructor)
    Value(double value) : m_value(value) {}                             // NOLINT(google-explicit-constructor)
    Value(std::string_view text) : m_value(text) {}                     // NOLINT(google-explicit-constructor)
    Value(const char* text) : m_value(std::string_view(text)) {}        // NOLINT(google-explicit-constructor)
    Value(const std::string& text) : m_value(std::string_view(text)) {} // NOLINT(google-explicit-constructor)
    Value(ByteView blob) : m_value(blob) {}                             // NOLINT(google-explicit-constructor)
    Value(const Bytes& blob) : m_value(ByteView(blob)) {}               // NOLINT(google-explicit-constructor)
    template<std::size_t N>
    Value(const std::array<std::uint8_t, N>& blob)
        : m_value(ByteView(blob)) {} // NOLINT(google-explicit-constructor)
    Value(Instant instant)
        : m_value(std::int64_t{instant.time_since_epoch().count()}) {} // NOLINT(google-explicit-constructor)
    template<typename Tag>
    Value(const StrongId<Tag>& id)
        : m_value(std::string_view(id.text())) {} // NOLINT(google-explicit-constructor)
    template<typename T>
    Value(const std::optional<T>& value)
        : m_value(value ? Value(*value).m_value : Variant()) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] const Variant& get() const { return m_value; }

private:
    Variant m_value;
};

} // namespace mangrove::store
